thread-title = The red thread
thread-lead = From vision to everyday work. Choose a box to follow the thread up and down.
thread-view = View
thread-view-map = Thread
thread-view-words = In words
thread-filters-on = { $count ->
    [0] Filters
   *[other] Filters ({ $count })
}
thread-filters = Filters
thread-year = Year
thread-all = All
thread-perspective = Perspective
thread-own-and-providers = Own services and providers
thread-own = Own services
thread-providers = Providers
thread-deviating = Only what deviates
thread-as-of = As of { $period }
thread-goals-of = { $owners } goals
thread-of = { $on } of { $total }
thread-more = { $count } more: { $things }
thread-more-goals = { $count ->
    [one] One more goal
   *[other] { $count } more goals
}
thread-more-on-thread = { $count ->
    [one] One more on the thread
   *[other] { $count } more on the thread
}
thread-next-many = Show the next { $count }
thread-fewer = Show fewer
thread-shown = { $total ->
    [one] One
   *[other] { $total } in all
}
thread-belongs-to = Belongs to { $parents }
thread-loose = Not connected upwards
thread-loose-text = The thread is broken here. Nobody sees what this contributes to.
thread-loose-fix = Connect it to a goal
thread-provider = { $name }, provider
thread-done = Done { $day }
thread-ongoing = Ongoing until { $day }
thread-late = Late, { $day }
thread-starts = Starts { $day }
thread-planned = Planned from { $day }
thread-should-have-begun = Should have begun { $day }
thread-responsible = Responsible: { $name }.
thread-forecast = Forecast for the year: { $grade }.
thread-reached = { $all ->
    [one] { $some } of one goal along the thread has been reached.
   *[other] { $some } of { $many } goals along the thread have been reached.
}
thread-none-reached = No goal along the thread has been reached yet.
thread-target = Target { $target }
thread-contributions = What the units contribute
thread-goals-below = Goals along the thread
thread-open-goal = Open the goal
thread-open-work = Open
thread-read-in-words = Read the thread in words
thread-legend = Legend
thread-followed = The thread you follow
thread-others = Other connections
thread-empty = The thread begins here
thread-empty-text = When the municipality has written its vision and its goals they appear here, from vision to everyday work.
thread-empty-action = Start planning
thread-words-title = The thread in words
thread-words-lead = The same thread in sentences: what we want, how we measure it, how it goes and who does what.
thread-whole = Read the whole municipality’s thread
thread-branch-of = Branch { $page } of { $last }
thread-left-out = { $count ->
    [one] One more branch. Read on from here
   *[other] { $count } more branches. Read on from here
}
thread-owned-by = Owned by { $name }.
thread-measured-by = Measured by
thread-target-word = Target
thread-target-is = { $word }: { $target }.
thread-target-none = No { $word } has been set.
thread-method = How we measure: { $method }.
thread-latest = Latest, { $period }: { $value }.
thread-no-value = No value has been recorded yet.
thread-values-elsewhere = The values are with the units.
thread-exempt = { $unit }: no commitment. { $reason }
thread-view-list = List
thread-view-grid = Grid
thread-organisation = Organisation
thread-kind = Kind
thread-all-kinds = All
thread-state = State
thread-all-states = All
thread-state-draft = Draft
thread-state-proposed = Proposal
thread-state-adopted = Decided
thread-anyone = All
thread-me = Me
thread-nobody = Nobody
thread-under = Under: { $title } ✕
thread-right-under = Right under: { $title } ✕
thread-depth = Open
thread-depth-none = Nothing
thread-depth-some = { $count ->
    [one] One level
   *[other] { $count } levels
}
thread-depth-all = Everything
thread-list-lead = The whole thread row by row. Open a branch to see what hangs below.
thread-list-caption = The thread as a list
thread-choose = Choose
thread-column-what = What
thread-column-owner = Whose
thread-column-responsible = Responsible
thread-column-status = How it goes
thread-column-changed = Changed
thread-open-branch = Open the branch
thread-close-branch = Close the branch
thread-change-chosen = Change the chosen
thread-change-chosen-hint = You see what will change before anything happens.
thread-none-fit = Nothing fits the selection
thread-none-fit-text = Take something away from the selection, or show everything.
thread-show-all = Show everything
thread-found = { $count ->
    [one] One found
   *[other] { $count } found
}
thread-found-many = More than { $count } found. Choose more narrowly to see them all.
thread-rows = Rows { $first }–{ $last }
thread-grid-lead = What the committees have made of the council's goals, and how it goes. Empty cells say why.
thread-grid-wide = { $count } committees beside each other. If you do not see them all, scroll the table sideways, or reach it with Tab and use the arrow keys.
thread-grid-caption = The council's goals by committee
thread-grid-goal = Goal
thread-grid-all = All
thread-grid-no-goals = No goals
thread-grid-exempt = No commitment
thread-grid-gap = No answer
thread-grid-mend = Answer
thread-grid-not-concerned = Not concerned
thread-grid-answered = { $has } of { $all } answered
thread-grid-reasons = Why there is no commitment
thread-saved = My views
thread-saved-lead = Selections that you have given a name. Send the address to a colleague and you see the same.
thread-saved-all = All my views
thread-saved-none = You have no saved views yet
thread-saved-none-text = Make a selection in the list and save it under a name. You find it here and on your start page.
thread-save-view = Save this view
thread-tend-views = Tend
thread-save-button = Save the view
thread-view-name = What shall the view be called?
thread-view-name-hint = For example Late in our committee.
thread-forget-view = Remove { $name }
thread-problem-name = Write what the view shall be called
thread-problem-many = You have { $count } views already. Remove one first
thread-as-csv = Get the list as CSV
thread-column-number = Number
thread-column-outside = Goals from outside
