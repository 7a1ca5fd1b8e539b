oversight-title = Oversight
oversight-lead = How far the collection has come, what has changed, what deviates and what is done about it.
oversight-ways = Go further
oversight-collection = Collection of reports
oversight-collection-note = Who has handed in, who has not and what is late
oversight-round = Follow-up
oversight-choose-round = Choose a follow-up
oversight-due = To be handed in { $day }
oversight-handed-in = { $all ->
    [one] { $done } of 1 report is handed in
   *[other] { $done } of { $all } reports are handed in
}
oversight-of = { $some } of { $all }
oversight-approved = Approved
oversight-to-approve = Waiting for approval
oversight-returned = Sent back
oversight-writing = Being written
oversight-not-begun = Not begun
oversight-late = Late
oversight-was-late = Handed in late
oversight-by-level = Level by level
oversight-open-hint = Open a branch to see what is below it
oversight-own = Own report
oversight-under = Show or hide what is below { $name }
oversight-nothing-asked = No report is expected here
oversight-nothing-asked-text = No units that you oversee hand in a report in this follow-up.
oversight-count-late = { $count } late
oversight-count-returned = { $count } sent back
oversight-count-waits = { $count } to approve
oversight-days-late = { $days ->
    [one] One day late
   *[other] { $days } days late
}
oversight-came-late = Came late
oversight-ended = Ended { $day }
oversight-state-none = Not begun
oversight-state-writing = Being written
oversight-state-returned = Sent back
oversight-state-submitted = Waiting for approval
oversight-state-approved = Approved
oversight-page = Page { $number } of { $last }
oversight-csv = Download as a file (CSV)
oversight-as-table = Show as a table
oversight-column-unit = Unit
oversight-column-moves = How it moves
oversight-column-says = What it means
oversight-column-above = Belongs to
oversight-column-body = Committee
oversight-column-state = State
oversight-column-due = Due
oversight-column-handed-in = Handed in
oversight-column-days-late = Days late
oversight-column-who = Last by
oversight-column-goals = Goals
oversight-column-reached = Reached
oversight-column-partly = In part
oversight-column-missed = Not reached
oversight-column-cannot = Cannot be judged
oversight-column-unjudged = Not judged
oversight-column-share = Reached of judged
oversight-column-goal = Goal
oversight-column-year = Year
oversight-column-expected = Expected
oversight-column-came-out = Came out
oversight-column-made = Forecast made
oversight-column-held = How it held
oversight-column-all-years = All years
oversight-column-worse = Came out worse
oversight-column-better = Came out better
oversight-column-why = Why
oversight-column-what = What
oversight-column-whose = Whose
oversight-column-how = How it goes
oversight-column-done = What is done
oversight-column-accepted = Accepted until
oversight-column-reason = Reason
oversight-column-now = Now
oversight-column-before = Last time
oversight-column-assignments = Assignments left
oversight-column-person = Responsible
oversight-column-answers-for = Answers for
oversight-column-heard = Last heard
oversight-column-values = Values
oversight-column-work = Activities and assignments
oversight-column-accounts = Reports
oversight-column-since = Silent since
oversight-column-awaited = What is awaited
oversight-column-promise = Promise
oversight-column-measures = Measures
oversight-column-kept = Is it kept?
oversight-column-measure = Measure
oversight-column-lacking = Lack a value
oversight-column-answers = Answers
oversight-period = Period
oversight-choose-period = Choose a period
oversight-choose-body = Choose a committee
oversight-all-units = The whole municipality
oversight-nothing-judged = nothing judged
oversight-none-judged = Nothing is judged yet
oversight-none-judged-text = When the committees have judged their goals it is shown here.
oversight-compare = Committees compared
oversight-compare-note = How large a share of the goals is reached, committee by committee
oversight-compare-lead = How the committees' own goals are judged, and how the measures below them stand.
oversight-compare-figure = Goals reached of those that are judged
oversight-compare-care = Committees have different tasks and different numbers of goals. The comparison shows where questions need to be asked, not who is best. Shares in per cent are shown only when at least five goals are judged.
oversight-compare-finding = { $period }: { $reached } of { $told } judged goals are reached{ $share }. The committees have { $all } goals together.
oversight-compare-more = The comparison with chart and measures
oversight-without-goals = Without goals of their own this period: { $names }.
oversight-classes = Resources, output and results
oversight-classes-text = So many of the measures in reports handed in deviate: have changed for the worse or do not reach their level. Read the row from resources to results.
oversight-classes-few = There are too few measures in reports handed in yet to compare resources with results.
oversight-forecasts = How forecasts held
oversight-forecasts-note = What was expected during the year and what came of it
oversight-forecasts-lead = The committees' last forecast before the end of the year, beside what the goal was judged to when the year was over.
oversight-forecasts-figure = Forecasts that held, of those that can be compared
oversight-forecasts-care = Only years that are over count. A forecast whose goal was never judged at the end of the year counts neither as right nor as wrong. Shares in per cent are shown only when at least five forecasts can be compared.
oversight-forecasts-finding = { $year }: { $held } of { $compared } forecasts held{ $share }. { $worse } came out worse than expected and { $better } came out better.
oversight-leans-bright = When they fail they are more often too bright.
oversight-leans-dark = When they fail they are more often too dark.
oversight-leans-neither = They fail as often in either direction.
oversight-too-few = They are too few to tell how accurate they are.
oversight-untold = { $count ->
    [one] One goal with a forecast was never judged at the end of the year.
   *[other] { $count } goals with a forecast were never judged at the end of the year.
}
oversight-never-told = { $count } not judged
oversight-nothing-to-compare = nothing to compare
oversight-no-forecasts = No forecasts to compare yet
oversight-no-forecasts-text = When a year is over and its goals are judged, how the forecasts held is shown here.
oversight-by-year = Year by year
oversight-all-bodies = All together
oversight-failed = Forecasts that did not hold
oversight-count-failed = { $count }
oversight-held-as-expected = As expected
oversight-held-worse = Worse
oversight-held-better = Better
oversight-held-untold = Not judged
oversight-judgeable = Goals that can be judged
oversight-judgeable-note = How large a share of the goals tell how it goes, and why the others do not
oversight-judgeable-lead = A goal that nobody can judge cannot be steered towards. Counted here are goals judged as reached, reached in part or not reached.
oversight-judgeable-figure = Goals that are judged, of all the committee's goals
oversight-judgeable-finding = { $period }: { $told } of { $all } goals tell how it goes{ $share }.
oversight-not-judgeable = Goals that are not judged
oversight-all-told = All goals are judged
oversight-all-told-text = Every goal tells how it goes this period.
oversight-count-goals = { $count ->
    [one] 1 goal
   *[other] { $count } goals
}
oversight-why-unmeasured = No measure and no goal below shows how it goes.
oversight-why-below = The goal is followed through goals below it, and nobody has judged it.
oversight-why-aimless = The measures have no target for { $year }.
oversight-why-no-value = The measures have no value for { $year }.
oversight-why-nobody = There are measures with values, but nobody has judged the goal.
oversight-deviations = Deviations
oversight-deviations-note = What deviates, what is done and what has been accepted
oversight-deviations-lead = Goals that are not reached or not expected to be, and measures that deviate in reports handed in.
oversight-view-without = Without action ({ $count })
oversight-view-with = With action ({ $count })
oversight-view-accepted = Accepted ({ $count })
oversight-without = Deviations without a decided action
oversight-accepted = Accepted deviations
oversight-none-without = Nothing deviates without something being done
oversight-none-without-text = For each deviation there is a decided activity, an assignment or a decision to accept it.
oversight-none-with = No deviation with an action
oversight-none-with-text = Deviations that have a decided activity or assignment that is not finished are shown here.
oversight-none-accepted = No deviation is accepted
oversight-none-accepted-text = A committee can accept a deviation for a time, with a reason and a decision. It is done on the goal's page.
oversight-count-without = { $count } without action
oversight-count-accepted = { $count } accepted
oversight-all-deviations = All deviations ({ $count })
oversight-measure-deviates = The measure deviates
oversight-expected = Forecast: { $word }
oversight-reaches = Expected to reach the level this year
oversight-reaches-partly = Expected to reach the level in part this year
oversight-reaches-not = Not expected to reach the level this year
oversight-reaches-unknown = Nobody knows whether the level will be reached this year
oversight-now-calm = Does not deviate at present
oversight-accepted-until = Accepted until { $day }
oversight-until = until { $day }
oversight-more-actions = and { $count } more
oversight-nothing-decided = Nothing is decided
oversight-moved = What has changed since the last follow-up
oversight-nothing-before = There is no earlier judgement to compare with.
oversight-judged-otherwise = Goals judged otherwise
oversight-compared-with = Compared with { $period }
oversight-none-moved = All goals are judged as last time.
oversight-more-moved = And { $count } more.
oversight-signals = Measures that move more than usual
oversight-no-signals = The measures vary as usual.
oversight-read-some = The first { $read } of { $all } measures have been looked through.
oversight-work = What is being done
oversight-work-done = Activities done
oversight-work-ongoing = Going on
oversight-work-not-begun = Not begun
oversight-work-late = Late
oversight-assignments = { $late ->
    [0] { $left }
   *[other] { $left }, { $late } of them late
}
oversight-finished = Finished last
oversight-all-activities = All activities
oversight-all-assignments = All assignments
oversight-behind = Not finished:
oversight-behind-more = And { $count } more.
oversight-whole-collection = See who has handed in
oversight-collection-waits = { $none } are not begun, { $waits } wait for approval, { $returned } are sent back and { $late } are late.
oversight-silence = Who has been silent
oversight-silence-note = People and units that have been waited for long
oversight-silence-lead = Here is what nobody has heard anything about for long. A report counts two weeks after its day, a value when two periods lack it. Ask whether something hinders before you remind.
oversight-silence-of = Awaited from { $name }
oversight-silent-people = People who have not been heard of
oversight-silent-people-note = Two periods without values and without a sign of life
oversight-silent-units = Units where something waits
oversight-nobody-silent = Nobody has been silent for long
oversight-nobody-silent-text = All values, activities and reports have come or are not awaited yet.
oversight-count-units = { $count ->
    [one] One unit
   *[other] { $count } units
}
oversight-more-in-file = And { $count } more, which are in the file.
oversight-more = and { $count } more
oversight-never-heard = Never
oversight-days = { $days ->
    [one] one day ago
   *[other] { $days } days ago
}
oversight-awaited-account = The report is not handed in
oversight-awaited-value = A value for { $due }. The latest is { $latest }.
oversight-awaited-work = Should be done. Nobody has said what became of it.
oversight-nobody = Nobody is responsible
oversight-quality = Quality watch
oversight-quality-note = The steering model, promises to inhabitants and how measurements go
oversight-quality-lead = The steering model, promises to inhabitants and results of measurements, on one page.
oversight-model = The steering model
oversight-model-settled = Everything in the model is decided.
oversight-model-open = { $count ->
    [one] One thing in the model is not decided
   *[other] { $count } things in the model are not decided
}
oversight-model-unused = In the model but not used: { $names }.
oversight-not-well = Needs a look
oversight-whole-check = The whole check of the thread
oversight-promises = Promises and declarations
oversight-no-promises = There are no promises in the thread
oversight-no-promises-text = When a service declaration or another promise is entered, whether it is followed up and kept is shown here.
oversight-no-measures = None
oversight-not-followed = Not judged
oversight-count-promises = { $count ->
    [one] One promise
   *[other] { $count } promises
}
oversight-overdue = Values that have not come
oversight-none-overdue = All values have come
oversight-none-overdue-text = No measure lacks a value for a period whose day has passed.
oversight-count-measures = { $count ->
    [one] 1 measure
   *[other] { $count } measures
}
oversight-all-overdue = All values that are missing
oversight-falling = Results that get worse
oversight-falling-note = Measures that count in judgements, compared with their own variation
oversight-none-falling = No measure that counts in judgements has changed for the worse.
oversight-few = Measurements with few answers
oversight-few-note = Fewer than { $few } answers tell little of others than those who answered
oversight-fewer-than = Fewer than { $few }
oversight-none-few = No latest value rests on few answers, where the number is known.
oversight-fewest-first = Those with the fewest answers are shown.
oversight-surveys = Measurements in the year wheel
oversight-no-surveys = There is no measurement in the year wheel for the next half year.
oversight-news = What is new since last time
oversight-news-note = Changes since the last meeting, goal by goal
oversight-from = Since
oversight-no-news = Nothing new
oversight-no-news-text = Nothing here differs between the two days.
oversight-more-news = There are more changes.
oversight-all-news = All changes, sorted by kind
oversight-since-met = Since the meeting { $day }
oversight-since-visit = Since your last visit { $day }
oversight-since-meeting = Counted from “{ $title }”.
oversight-meets-next = Next time is { $day }: { $title }.
oversight-next-meeting = Next meeting
oversight-elsewhere = Other
oversight-no-goal = Without a link to a goal
oversight-count-changes = { $count ->
    [one] One change
   *[other] { $count } changes
}
oversight-undecided = Deviations without a decided action
oversight-undecided-lead = { $days ->
    [one] Here is what has deviated for more than a day without any action being decided. What has waited longest stands first.
   *[other] Here is what has deviated for more than { $days } days without any action being decided. What has waited longest stands first.
}
oversight-undecided-note = To the executive board: what has waited longest for a decision
oversight-undecided-way = { $count ->
    [one] One deviation has been without a decided action for more than { $days ->
        [one] a day
       *[other] { $days } days
    }
   *[other] { $count } deviations have been without a decided action for more than { $days ->
        [one] a day
       *[other] { $days } days
    }
}
oversight-none-undecided = No deviation has waited too long
oversight-none-undecided-text = When something has deviated longer than agreed without a decided action, it stands here.
oversight-since = Since { $day }
oversight-propose = Propose an action
oversight-set-days = Decide how long a deviation may wait
oversight-wait-days = Number of days
oversight-wait-days-wrong = Write a whole number from 1 to { $most }
oversight-save-days = Save
oversight-improving = Quality work
oversight-improving-lead = What deviates, what units have concluded, what is done about it and what it gave. Read it before the budget.
oversight-improving-note = The page can be printed. It shows what is known today. That things stand beside each other does not show that one comes of the other.
oversight-improving-way = Deviations, actions, effects and the cost of poor quality of a committee and a year
oversight-year = Year
oversight-goal = Goal
oversight-goals-and-frame = Goals and resources
oversight-frame = Resources
oversight-no-frame = No measures of resources
oversight-no-goals-year = No goals that year
oversight-no-goals-year-text = The committee had no decided goals the year you have chosen.
oversight-conclusion = The unit's conclusion
oversight-no-conclusion = No conclusion is written
oversight-read-account = Read the account
oversight-see-goal = The judgement is on the goal's page
oversight-decided-actions = { $count ->
    [one] One decided action
   *[other] { $count } decided actions
}
oversight-no-deviations-year = No deviations that year
oversight-found = { $count } found
oversight-effects = { $all ->
    [one] One action. Effect: { $yes } yes, { $partly } partly, { $no } no.
   *[other] { $all } actions. Effect: { $yes } yes, { $partly } partly, { $no } no.
}
oversight-learned = Lesson
oversight-no-cost = No cost of poor quality is estimated
oversight-no-cost-text = The figure is optional. Whoever wants to estimates it on the action's page.
oversight-cost-sum = { $count ->
    [one] Estimated at { $sum } in one estimate
   *[other] Estimated at { $sum } in { $count } estimates
}
oversight-cost-note = The sum is only what somebody has estimated. It does not tell what all poor quality costs, and the same shortcoming may have been estimated in several places.
oversight-proposed = Proposed, not decided
oversight-effect-asked = The effect is asked for on { $day }
