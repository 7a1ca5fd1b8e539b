# Seeds a throw-away Redmine for the comparison: one person, and for each size a project with a tree
# of three levels. Rows are inserted as they would stand, because making them one by one takes minutes.
Setting.per_page_options = '100,500'
person = User.new(firstname: 'Petra', lastname: 'Prov', mail: 'petra@example.org', language: 'sv')
person.login = 'petra'
person.password = person.password_confirmation = ENV.fetch('SEED_PASSWORD')
person.save!
role = Role.givable.first
tracker = Tracker.first
priority = IssuePriority.first
statuses = IssueStatus.sorted.first(3)

ENV.fetch('SEED_SIZES').split.map(&:to_i).each do |count|
  project = Project.create!(name: "Tråd #{count}", identifier: "trad-#{count}", is_public: false,
                            enabled_module_names: ['issue_tracking'], trackers: Tracker.all.to_a)
  Member.create!(project: project, principal: person, roles: [role])
  first = (Issue.maximum(:id) || 0) + 1
  # One at the top, a tenth below it, the others evenly below those.
  middle = count / 10 - 1
  parents = [nil] + [0] * middle + (0...(count - 1 - middle)).map { |at| 1 + at % middle }
  children = Hash.new { |found, at| found[at] = [] }
  parents.each_with_index { |parent, at| children[parent] << at }
  left = {}
  right = {}
  place = 0
  walk = lambda do |at|
    left[at] = (place += 1)
    children[at].each(&walk)
    right[at] = (place += 1)
  end
  walk.call(0)
  now = Time.now
  rows = (0...count).map do |at|
    {
      id: first + at, project_id: project.id, tracker_id: tracker.id,
      subject: "Mål #{at + 1}: andelen elever som når målen i alla ämnen ska öka varje år",
      description: 'Målet följs upp varje tertial av nämnden.',
      author_id: person.id, assigned_to_id: person.id,
      priority_id: priority.id, status_id: statuses[at % statuses.size].id,
      parent_id: parents[at] && first + parents[at], root_id: first, lft: left[at], rgt: right[at],
      start_date: Date.new(2026, 1, 1), due_date: Date.new(2026, 12, 31), done_ratio: at % 10 * 10,
      created_on: now, updated_on: now
    }
  end
  Issue.insert_all!(rows)
  raise 'the tree is broken' unless Issue.find(first).descendants.count == count - 1
end
