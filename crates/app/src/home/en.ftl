home-your-thread = Your thread
home-your-unit = Your unit · { $name }
home-good-morning = Good morning, { $name }
home-hello = Hello { $name }
home-good-evening = Good evening, { $name }
home-needs-you = { $left ->
    [one] One thing needs you before { $day }. We have filled in the rest.
   *[other] { $words } things need you before { $day }. We have filled in the rest.
}
home-report-waits = The report waits for you. Hand it in before { $day }.
home-overdue = The report should have been handed in { $day }. You still can.
home-ready-to-hand-in = Everything is filled in. Read it through and hand it in.
home-nothing-waits = Nothing waits for you.
home-nothing-waits-text = The next report appears here when it opens.
home-hand-in = Hand in by { $day }
home-should-have = Should have been handed in { $day }. You still can.
home-not-begun = You have not begun yet. It takes about { $minutes } minutes.
home-begin = Start reporting
home-go-on = Go on reporting
home-review = Read through and hand in
home-review-note = You can change it until you hand it in.
home-submitted = { $title } is handed in. It is being read.
home-approved = { $title } has been approved.
home-read-account = Read what you handed in
home-parts-done = { $done } of { $all } parts are done
home-filled-in = the figures are fetched, and what goes as expected has a finished text. Read it if you like.
home-confirm-usual = { $count ->
    [one] Confirm one part that goes as expected
   *[other] Confirm { $count } parts that go as expected
}
home-confirm-note = The text is ready, read and confirm
home-minutes = { $minutes } min
home-minutes-left = { $minutes ->
    [one] About one minute left. Everything is saved as you write.
   *[other] About { $minutes } minutes left. Everything is saved as you write.
}
home-tell-rises = Tell why { $name } rises
home-tell-falls = Tell why { $name } falls
home-tell-missed = Tell why { $name } misses its target
home-tell-late = Tell why { $name } is late
home-judge = Judge the goal { $title }
home-comment = Comment on { $name }
home-confirm-eased = Confirm that { $name } no longer deviates
home-write-summary = Write the summary
home-approve-summary = Approve the summary
home-draft-exists = There is a draft
home-stands-out = What stands out
home-compared = Compared with your own usual variation
home-all-usual = Everything varies as usual. That is a result too.
home-calm = { $count ->
    [one] One measure varies as usual
   *[other] { $count } measures vary as usual
}
home-calm-note = – nothing you need to do
home-target = target { $target }
home-year = The year
home-follow-up = Follow up
home-plan = Plan
home-whole-year = The whole year wheel
home-next = Next: { $content } { $day }.
home-handed-in = { $title } due
home-of = { $done } of { $all }
home-accounts-done = { $done } of { $all } reports have been handed in
home-none-left = None is left.
home-waiting = { $writing } are being written and { $none } have not been begun.
home-administration = Administration
home-progress = Progress
home-handed-in-count = Handed in
home-collection = Collection
home-collection-title = Collection: { $done } of { $all } done
home-collection-sentence = { $done } of { $all } reports have been handed in. The last day is { $day }.
home-no-collection = No collection is going on.
home-by-administration = How the administrations are doing
home-all-accounts = See all reports
home-not-reached = Goals that have not been reached
home-see-on-thread = See what deviates on the thread
home-goal = Goal
home-owner = Owner
home-state = State
home-why = Why
home-health = Health of the thread
home-health-well = The thread is whole: everything is connected, measured and somebody’s responsibility.
home-health-all = See the whole check
home-health-empty = The thread begins here. Write the vision first, then the goals under it.
home-health-empty-action = Start planning
home-health-note = What lacks a connection, a measure, a target or somebody responsible
home-none = None
home-to-approve = { $count ->
    [one] One report waits for you to read and approve.
   *[other] { $some } reports wait for you to read and approve.
}
home-none-to-approve = No reports wait for you now.
home-read-and-approve = Read and approve { $name }
home-handed-in-by = Handed in by { $name }
home-state-not-begun = Not begun
home-state-writing = Being written
home-state-waiting = Waiting for the unit
home-not-yet = Not handed in yet
home-more-accounts = { $count ->
    [one] Show one more
   *[other] Show { $count } more
}
home-goals-of = Goals: { $owners }
home-goals = The municipality’s goals
home-changed = Was { $grade } in { $period }.
home-before-meeting = Before the meeting
home-before-meeting-sentence = { $count ->
    [one] One goal to read about for { $name }.
   *[other] How the { $count } goals of { $name } are going.
}
home-follow-up-of = Follow-up of { $name }
home-read-follow-up = Read the follow-up
home-read-pdf = Download as PDF
home-trail = Changed since last time
home-trail-note = Every change with who, when and what, in a chain that can be verified
home-accounts = The reports
home-accounts-note = What has been handed in and approved, with days and names
home-review-heading = Review
home-auditor-sentence = You see everything and change nothing. The review begins here.
home-reader-sentence = How it goes with what we have promised.
home-follow-thread = Follow the thread from vision to everyday work
home-in-all = { $count } on the thread
home-came-back = { $parts ->
    [one] One part has come back. Answer and hand the report in again.
   *[other] { $parts } parts have come back. Answer and hand the report in again.
}
home-confirm-money = { $count ->
    [one] Confirm one figure about money
   *[other] Confirm { $count } figures about money
}
home-confirm-money-note = The figures have been fetched
home-you-sent-back = You sent one part back
home-no-collection-text = Open a follow-up when the units are to report.
home-first-steps = How to begin
home-step-units = Add committees, administrations and units
home-step-people = Invite those who will report
home-step-goals = Write the goals from vision to unit
home-step-round = Open the first follow-up
home-step-done = Done
home-step-administrator = The administrator does this
home-no-goals-here = Your unit has no goals yet
home-no-goals-write = Write the first one and link it to the goal above.
home-no-goals-wait = The unit's goals are shown here when they have been written.
home-write-goal = Write a goal
home-no-goals = No goals have been decided yet
home-no-goals-text = The goals and how they go are shown here once they are decided.
home-before-first-meeting = Here you read the follow-up before the meeting.
home-share-reached = of the goals below are reached
home-share-note = How they stand, and how many of the goals below are reached
home-questions = Questions to ask
home-questions-note = From the figures and the questions of the analysis wheel
home-to-the-facts = See the facts
home-ask-events = Which events may have affected the result?
home-ask-effect = What have we done so far, and what of it has had the effect we expected?
home-ask-causes = What do we know of the causes, and what shall we do differently?
home-ask-rest = What is left to reach all the way, and who does it?
home-ask-known = Which information do we need to be able to judge the goal?
home-ask-learn = What did we do, and who else can learn from it?
home-fact-fallen = { $title } is judged lower than { $since }.
home-fact-missed = { $title } is not reached.
home-fact-partly = { $title } is partly reached.
home-fact-unknown = { $title } is not judged.
home-things-to-know = { $count ->
    [one] One thing to know today.
   *[other] { $some } things to know today.
}
home-know = { $count ->
    [one] One thing to know
   *[other] { $some } things to know
}
home-know-and-approve = { $some } { $things ->
    [one] thing
   *[other] things
} to know today. { $waits ->
    [one] One report waits for you.
   *[other] { $reports } reports wait for you.
}
home-know-goals = { $achieved } of { $all } goals are reached
home-know-partly = { $count } partly reached
home-know-missed = { $count } not reached
home-know-rest = { $count } not judged
home-stands-out-all = What stands out in the municipality
home-asked = Questions for you
home-asked-reporter = { $more ->
    [0] Who reports for { $name }?
   *[other] Who reports for { $name } and { $more } more?
}
home-asked-reporter-note = Nobody there has a role that hands the report in.
home-asked-proposed = { $count ->
    [one] Is one proposal to be decided?
   *[other] Are { $count } proposals to be decided?
}
home-asked-proposed-note = They wait for a decision to be written down.
home-asked-differing = { $count ->
    [one] Does the reason hold where one judgement differs?
   *[other] Do the reasons hold where { $count } judgements differ?
}
home-asked-differing-note = A person judged otherwise than the proposal, or two stages differ.
home-asked-model = { $count ->
    [one] What holds in one matter that the steering model leaves open?
   *[other] What holds in { $count } matters that the steering model leaves open?
}
home-asked-model-note = Until you decide, a default holds.
home-tend = Tend the system
home-tend-people = People and roles
home-tend-people-note = Invite, change role and remove
home-tend-organisation = The organisation
home-tend-organisation-note = Add, move and merge units
home-tend-model = The steering model
home-tend-model-note = Words, levels and rules
home-you-answer-for = You answer for this
home-your-results = Your results
home-so-it-goes = This is how it goes for { $name }.
home-handed-in-all = { $title } is handed in. This is how it goes for you.
home-beside = Compared with all providers
home-beside-note = The municipality's own and private providers on the same terms. A difference may be chance.
home-beside-measure = Measure
home-beside-own = Your value
home-beside-half = Half lie between
home-beside-words = Where
home-beside-count = Number
home-beside-middle = Like most
home-beside-better = Among the best quarter
home-beside-worse = Among the quarter furthest from what is wished
home-beside-higher = Higher than most
home-beside-lower = Lower than most
home-since-decided = Decision: { $decision }
home-since-differs = Judged otherwise than proposed: { $title }
home-since-none = No decisions or differing judgements are noted since then.
home-since-all = See everything that has changed
home-not-followed-up = Goals that nothing follows up
home-not-followed-up-note = Nothing measures them and no goal below takes them further
home-see-all = See all { $count }
home-closes = The collection closes on { $day }
home-in-short = In short
home-since-last = What has changed since last time
home-judged-the-same = None of the goals is judged otherwise than last time.
home-judged-otherwise = was { $before } { $period }, is now { $after }.
home-no-meeting = The committee's year wheel has no meeting ahead.
home-answer = Answer the question “{ $title }”
home-answer-assignment = Answer the assignment “{ $title }”
home-say-forecast = Say how it is going with the money
home-leaving = Your role ends { $day }: { $role }, { $place }
home-leaving-text = Somebody else must take this over before then. Hand it over yourself, or ask the administrator to do it in one step.
home-leaving-done = Everything you answer for is handed over.
home-leaving-elements = { $count ->
    [one] One goal, measure or activity that you answer for
   *[other] { $count } goals, measures and activities that you answer for
}
home-leaving-account = The report of { $unit }, { $round }: nobody else can hand it in
home-leaving-invitations = { $count ->
    [one] One invitation to write
   *[other] { $count } invitations to write
}
home-step-of = { $title }, { $whose }
