thread-title = The red thread
thread-lead = From vision to everyday work. Choose a box to follow the thread up and down.
thread-view = View
thread-view-map = Thread
thread-view-words = In words
thread-filters = Filters
thread-year = Year
thread-committee = Committee
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
