wheel-all = Year wheels
wheel-all-lead = When everyone plans, follows up and decides. Each level has its wheel, which has to fit the level above.
wheel-years = Year
wheel-your-way = The way to you
wheel-under = Below { $name }
wheel-down = the level below
wheel-page-of = Page { $page } of { $last }
wheel-without = { $count ->
    [one] One has no wheel
   *[other] { $count } have no wheel
}
wheel-no-wheel = No wheel
wheel-fits = Fits
wheel-clash-count = { $count ->
    [0] No clashes
    [one] One clash
   *[other] { $count } clashes
}
wheel-column-step = Step
wheel-column-steps = Steps
wheel-column-whose = Whose
wheel-column-when = When
wheel-column-day = Day
wheel-column-about = About
wheel-column-rule = How it moves
wheel-column-next = Next
wheel-column-fits = With the level above
wheel-title = Year wheel { $year }, { $name }
wheel-of-year = Year wheel { $year }
wheel-lead = When you plan, follow up and decide during the year.
wheel-steps-title = The steps month by month
wheel-steps = { $count ->
    [one] 1 step
   *[other] { $count } steps
}
wheel-about = about { $year }
wheel-from = from { $day }
wheel-needs = needs material by { $day }
wheel-span = { $first } to { $last }
wheel-clashes = Clashes with the level above
wheel-is-closed = Offices are closed: { $why }
wheel-none = No year wheel for { $year }
wheel-none-text = Whoever plans here has not made the wheel of the year yet.
wheel-none-yours = Make the wheel from last year or from the steering model. You see all days before anything is saved.
wheel-empty = The wheel has no steps yet
wheel-add = Add a step
wheel-poster = Poster for printing
wheel-poster-lead = One sheet of A3 with the wheel, the steps and the levels above.
wheel-poster-download = Download as PDF, A3
wheel-poster-alt = { $title } drawn as rings, January at the top and clockwise. { $key } The steps stand with day and month on the right.
wheel-poster-foot = { $municipality } · Printed { $day }
wheel-key-innermost = Innermost: { $name }
wheel-segment = { $title }, { $span }
wheel-segment-above = { $title }, { $span }, { $owner }
wheel-subscribe = Subscribe in your calendar
wheel-below = The wheels of the level below
wheel-made = { $steps ->
    [one] { $name } has made the wheel with one step. Nothing has been changed since.
   *[other] { $name } has made the wheel with { $steps } steps. Nothing has been changed since.
}
wheel-undo = Undo the whole wheel
wheel-undo-too-late = The wheel has been changed since it was made and cannot be undone. Remove the steps that you do not want.
wheel-ring = The year as a wheel
wheel-table = The steps of the wheel, level by level
wheel-needle = today
wheel-next = Next: { $title }, { $day }.
wheel-nothing-next = Nothing more this year.
wheel-key-above = Above: { $names }
wheel-key-patterns = A solid arc is about { $at }, a dotted one about { $before } or earlier, a striped one about { $after } or later. The dot is the last day.
wheel-above = The levels above
wheel-instructions = Directives and instructions
wheel-instructions-here = Directives and instructions
wheel-instruction-note = { $owner }, { $due }, about { $about }
wheel-to-step = To the step
wheel-today = today
wheel-days-left = { $days ->
    [one] tomorrow
   *[other] in { $days } days
}
wheel-passed = has passed
wheel-clash-title = { $count ->
    [one] One step does not fit the level above
   *[other] { $count } steps do not fit the level above
}
wheel-clash-late = { $kind ->
    [plan] { $owner } needs your plan { $wanted }, you have set { $set }.
    [budget] { $owner } needs your plan { $wanted }, you have set { $set }.
    [workplan] { $owner } needs your work plan { $wanted }, you have set { $set }.
    [followup_month] { $owner } needs your monthly follow-up { $wanted }, you have set { $set }.
    [followup_part] { $owner } needs your part-year follow-up { $wanted }, you have set { $set }.
    [followup_year] { $owner } needs your annual follow-up { $wanted }, you have set { $set }.
    [forecast] { $owner } needs your forecast { $wanted }, you have set { $set }.
   *[other] { $owner } needs your material { $wanted }, you have set { $set }.
}
wheel-clash-early = You have set { $set }, but it rests on { $owner }: { $title }, which comes { $wanted }.
wheel-clash-missing = { $kind ->
    [plan] { $owner } needs your plan { $wanted }, but your wheel has no step for it.
    [budget] { $owner } needs your plan { $wanted }, but your wheel has no step for it.
    [workplan] { $owner } needs your work plan { $wanted }, but your wheel has no step for it.
    [followup_month] { $owner } needs your monthly follow-up { $wanted }, but your wheel has no step for it.
    [followup_part] { $owner } needs your part-year follow-up { $wanted }, but your wheel has no step for it.
    [followup_year] { $owner } needs your annual follow-up { $wanted }, but your wheel has no step for it.
    [forecast] { $owner } needs your forecast { $wanted }, but your wheel has no step for it.
   *[other] { $owner } needs your material { $wanted }, but your wheel has no step for it.
}
wheel-change = Change
wheel-change-step = Change the step
wheel-change-named = Change { $title }
wheel-law = The days of the law
wheel-law-text = The Local Government Act
wheel-law-clash-title = The wheel does not agree with the law
wheel-law-duty = { $duty ->
    [annual_report] The annual report is handed to council and auditors
    [part_report] The part-year report is handed to council and auditors
    [budget_proposal] The executive board proposes the budget
    [budget] The council decides the budget
    [budget_at_last] The last day for the budget, if special reasons have kept the council from it
   *[other] { $duty }
}
wheel-law-source = Local Government Act ({ $act }) chapter { $chapter }, section { $section }
wheel-law-closed = Offices are closed that day ({ $why }). The last working day before is { $last }.
wheel-law-election = { $year } is a year of election. The newly elected council then decides the budget.
wheel-law-note-part = Within two months of the period. The day holds for a report about January to August; one about January to June is due 31 August.
wheel-law-note-proposal = For special reasons the proposal may wait until November. The tax rate is then proposed by this day.
wheel-law-note-at-last = The tax rate is still decided before the end of November.
wheel-law-late = { $duty }: by { $day } according to the law, you have set { $set }.
wheel-law-missing = { $duty }: by { $day } according to the law, but the wheel has no step for it.
wheel-holiday = { $holiday ->
    [new_year] New Year’s Day
    [epiphany] Epiphany
    [good_friday] Good Friday
    [easter_sunday] Easter Sunday
    [easter_monday] Easter Monday
    [may_day] May Day
    [ascension] Ascension Day
    [pentecost] Whit Sunday
    [national_day] Sweden’s National Day
    [midsummer_eve] Midsummer Eve
    [midsummer] Midsummer Day
    [all_saints] All Saints’ Day
    [christmas_eve] Christmas Eve
    [christmas] Christmas Day
    [boxing_day] Boxing Day
    [new_years_eve] New Year’s Eve
   *[other] { $holiday }
}
wheel-rule-kind = { $kind ->
    [nearest] The same weekday, near the same date
    [same_date] The same date, or the working day before
    [nth] The same place among the weekdays, as the third Monday
    [last_weekday] The last of the weekday in the month
    [first_working] The first working day of the month
    [last_working] The last working day of the month
    [last_day] The last day of the month
   *[other] { $kind }
}
wheel-rule-nearest = The { $weekday } nearest { $day } { $month }
wheel-rule-same-date = { $day } { $month }, or the working day before
wheel-rule-nth = The { $ordinal } { $weekday } of { $month }
wheel-rule-last-weekday = The last { $weekday } of { $month }
wheel-rule-first-working = The first working day of { $month }
wheel-rule-last-working = The last working day of { $month }
wheel-rule-last-day = The last day of { $month }
wheel-rule-and-next = { $rule }. Next year: { $next }.
wheel-weekday = { $weekday ->
    [monday] Monday
    [tuesday] Tuesday
    [wednesday] Wednesday
    [thursday] Thursday
    [friday] Friday
    [saturday] Saturday
   *[other] Sunday
}
wheel-weekday-one = { $weekday ->
    [monday] Monday
    [tuesday] Tuesday
    [wednesday] Wednesday
    [thursday] Thursday
    [friday] Friday
    [saturday] Saturday
   *[other] Sunday
}
wheel-ordinal = { $ordinal ->
    [first] first
    [second] second
    [third] third
   *[other] fourth
}
wheel-begin = Make the year wheel { $year }
wheel-begin-last-year = The steps of { $year } with new days. Each day is moved by its rule. Untick what you do not want.
wheel-begin-model = The steps of the steering model, and what the levels above need of you. Untick what you do not want.
wheel-begin-other-model = Begin from the steering model instead
wheel-begin-other-last-year = Begin from the wheel of { $year } instead
wheel-begin-keep = Save the wheel
wheel-begin-nothing = No steps to begin with
wheel-begin-nothing-text = The steering model has no steps for this level. Save an empty wheel and add the steps yourself.
wheel-begin-table = Proposed steps
wheel-offer-changed = The proposal has changed since you opened the page. Look through it once more.
wheel-model-decided = The steering model was decided { $decision } and holds from { $from }.
wheel-model-from = The steering model holds from { $from }.
wheel-applies-not = About { $year }, before the steering model began to hold
wheel-loose = Without a day
wheel-loose-text = These steps have no day in the steering model. Add them yourself when the wheel is saved.
wheel-below-title = Make the year wheels of { $year } for all under { $name }
wheel-below-lead = This is what the wheels will be for those who have none. Nothing is saved until you press the button. Untick those who make their own.
wheel-below-made = { $count ->
    [one] { $name } has made one wheel here.
   *[other] { $name } has made { $count } wheels here, and nobody has changed them since.
}
wheel-below-undo = Undo the wheels
wheel-below-none = Everybody below has a wheel
wheel-below-none-text = There is nobody left to make a wheel for.
wheel-below-nothing-chosen = Tick at least one
wheel-below-wheels = { $count ->
    [one] One wheel
   *[other] { $count } wheels
}
wheel-below-moved = { $count ->
    [0] no day moved
    [one] one day moved
   *[other] { $count } days moved
}
wheel-below-left = { $count ->
    [one] One more comes when these are made.
   *[other] { $count } more come when these are made.
}
wheel-below-make = Make the wheels
wheel-below-table = The wheels that are made
wheel-below-way = Make the wheels of all below
wheel-column-from = Made from
wheel-column-moved = Moved
wheel-from-last-year = The wheel of { $year }
wheel-from-model = The steering model and the level above
wheel-gave-way = { $title }: { $day }, before { $why }
wheel-fitted = { $title }: { $day }, when { $owner } needs it
wheel-and-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
wheel-field-title = What is done
wheel-field-kind = Kind
wheel-field-due = Last day
wheel-field-due-hint = The day when it is ready, handed in or decided.
wheel-field-opens = Begins
wheel-field-opens-hint = If the work takes more than a day.
wheel-field-needed = Material needed by
wheel-field-needed-hint = If the level below is to hand something in. Their wheels are compared with the day.
wheel-field-rule = How the day moves next year
wheel-field-rule-hint = Used when next year’s wheel is made from this one.
wheel-field-about = The year it is about
wheel-field-about-hint = The annual report is about last year, the budget about the next.
wheel-field-document = Document
wheel-field-instructions = Directives and instructions
wheel-field-instructions-hint = Shown to those below you who plan or report.
wheel-no-document = No document
wheel-characters = At most { $max } characters, { $left } left
wheel-save = Save the step
wheel-conflict = Somebody else has changed the step while you wrote. What holds now stands here. If you save again, yours holds.
wheel-another-year = The last day has to lie in { $year }
wheel-opens-after-due = The step begins after its last day
wheel-opens-too-early = The step can begin at most a year before its last day
wheel-needed-after-due = The material is needed after the last day of the step
wheel-rule-says = With that rule the day is { $day }. Change the day or choose another rule.
wheel-rule-fits-not = The day does not fit the rule: not every month has a fifth of the weekday
wheel-step-lead = { $day }, { $left }.
wheel-facts = About the step
wheel-fact-needed = Material needed
wheel-fact-closed = Offices are closed
wheel-to-answer = Assignment
wheel-to-answer-title = Assignments to be answered here
wheel-to-answer-count = { $count ->
    [one] One assignment
   *[other] { $count } assignments
}
wheel-answers = The level below
wheel-answers-count = { $with } of { $all } have a step
wheel-no-step = No step
wheel-too-late = Too late
wheel-in-time = In time
wheel-open-round = Open a follow-up
wheel-remove = Remove the step
wheel-removed = The step has been removed from the wheel
wheel-restore = Put the step back
wheel-subscribe-lead = The steps come to Outlook, Google or the phone and are kept up to date.
wheel-feed-new = New subscription
wheel-feed-yours = Your year wheels
wheel-feed-own-text = The wheels where you have a role, and what the levels above say, decide and need.
wheel-feed-unit-text = Only this wheel, with the levels above.
wheel-feed-make = Create an address
wheel-feed-again = Change the address
wheel-feed-open = Open subscriptions
wheel-feed-open-text = We do not keep the address itself. If you have lost it you create a new one, and the old one stops working.
wheel-feed-since = Created { $day }
wheel-feed-close = Close
wheel-feed-made = The address of your calendar
wheel-feed-made-lead = Paste it in the calendar where you add a subscription from the internet.
wheel-feed-address = The address of the calendar
wheel-feed-once = The address is shown only now
wheel-feed-once-text = Whoever has the address sees the year wheel without signing in. It stops working when you close the subscription or have no role any more.
wheel-feed-back = To the year wheel
wheel-feed-name = Year wheel: { $name }
wheel-own-plan = Our proposed plan is handed to { $owner }
wheel-was = last year { $day }
wheel-before-model = The steering model holds from { $from }, after the year wheel { $year }
wheel-before-model-text = The days below are those of the new model. Change those that belong to the old way of working, or make the wheel from last year's.
