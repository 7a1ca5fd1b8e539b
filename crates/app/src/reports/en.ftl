reports-title = { $round }
reports-goals = The goals
reports-body = Committee
reports-period = Follow-up
reports-due = Due
reports-taking-part = Material
reports-handed-in = { $all ->
    [one] { $handed } of one unit has handed in
   *[other] { $handed } of { $all } units have handed in
}
reports-contents = Contents
reports-page = Page
reports-of = of
reports-source = Source
reports-table = Table
reports-figure = Figure
reports-automatic = Automatic text
reports-summary = Summary
reports-lead = { $total ->
    [0] The committee has no goals to follow up.
    [one] The committee has one goal.
   *[other] Of { $total } goals { $reached } are achieved, { $partly } partly achieved and { $missed } not achieved.
} { $open ->
    [0] All goals have been judged.
    [one] One goal has not been judged yet.
   *[other] { $open } goals have not been judged yet.
}
reports-goals-caption = The committee's goals, judgement and forecast for the year
reports-goal = Goal
reports-judgement = Judgement
reports-forecast = Forecast for the year
reports-no-forecast = No forecast
reports-not-judged = Nobody has judged the goal yet.
reports-judged-by = Judged by { $who } on { $when }.
reports-differs = The proposal from the measures is { $word }.
reports-measure = Measure
reports-class = Class
reports-outcome = Outcome
reports-target = Target
reports-finding = What the values show
reports-no-value = Missing
reports-measures-caption = Measures of the goal { $goal }
reports-answers-caption = The units' goals and judgements
reports-org-unit = Unit
reports-more-quotes = { $count ->
    [one] One more text stands in the units' accounts.
   *[other] { $count } more texts stand in the units' accounts.
}
reports-activities-caption = Activities
reports-activity = Activity
reports-done-by = Done by
reports-progress = State
reports-assignments = Assignments from the council
reports-assignments-caption = The assignments and the answers to them
reports-assignment = Assignment
reports-answer = Answer
reports-about = How this report was made
reports-about-text = The judgements were made by the persons named beside them. The limits in the charts and the sentences about what the values show are computed from the values recorded when the report was made. The units' texts are quoted word for word with their origin. The checksum shows which state of the audit trail the report rests on.
reports-made = The report was made
reports-audit-head = Checksum
reports-download = Download as PDF
reports-freeze = Freeze the report
reports-frozen = Frozen reports
reports-frozen-title = The report is frozen
reports-frozen-by = Frozen { $at } by { $who }. Later values do not change it.
reports-digest = Checksum { $digest }
