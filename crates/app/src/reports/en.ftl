reports-title = { $round }
reports-goals = The goals
reports-body = Concerns
reports-period = Follow-up
reports-due = Due
reports-taking-part = Material
reports-handed-in = { $all ->
    [one] { $handed } of 1 unit has handed in
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
reports-lead-no-goals = The follow-up does not ask about the goals.
reports-lead-neither = The follow-up does not ask about goals and measures.
reports-lead-goals = { $total ->
    [0] There are no goals to follow up.
    [one] The report follows up one goal.
   *[other] The report follows up { $words } goals.
}
reports-lead-deviations = { $count ->
    [0] No measure deviates.
    [one] One measure deviates.
   *[other] There are deviations in { $words } measures.
}
reports-one-of-them = one
reports-lead-units = { $count ->
    [one] One of the units' own measures deviates.
   *[other] There are deviations in { $words } of the units' own measures.
}
reports-lead-no-measures = No measure follows the goals.
reports-lead-none-of-own = None of the goals' own measures deviates.
reports-units-caption = { $measure } at the units that explain the deviation
reports-lead-explained = { $count ->
    [one] One unit explains what lies behind{ $scope ->
        [all] {""}
       *[some] {" "}{ $measures } of them
    }. Its own words stand beside the measure.
   *[other] What lies behind{ $scope ->
        [all] {""}
       *[some] {" "}{ $measures } of them
    } is explained by { $words } units. Their own words stand beside the measures.
}
reports-deviations-caption = Measures that deviate
reports-explanations = Explanations
reports-explained-by = { $count ->
    [0] None yet
    [one] 1 unit
   *[other] { $count } units
}
reports-unexplained = None of the units that have handed in has explained the deviation.
reports-outcome-and-target = The outcome is { $outcome }, the target is { $target }.
reports-measure-elsewhere = The measure { $measure } also belongs here. It is reported under the goal { $goal }.
reports-proposal = Proposed by the measures
reports-reason = Why judged otherwise
reports-causes = Causes
reports-remedies = { $count ->
    [one] Action
   *[other] Actions
}
reports-remedy = { $title }. State: { $state }.
reports-remedy-until = { $title }. To be done by { $day }. State: { $state }.
reports-will-be-reached = { $way ->
    [yes] Expects to reach the target
    [partly] Expects to reach the target in part
    [no] Does not expect to reach the target
   *[unknown] Cannot judge whether the target will be reached
}
reports-will-be-done = { $way ->
    [yes] Will be done this year
    [partly] Will be done in part this year
    [no] Will not be done this year
   *[unknown] Cannot judge whether it will be done
}
reports-beside = Outside the goals
reports-beside-text = The units have also told of what belongs to none of the goals above.
reports-appendix = Appendix: further explanations
reports-appendix-text = These are the explanations for which there was no room beside the measure or goal. Nothing is left out.
reports-goals-caption = The goals, judgement and forecast for the year
reports-goal = Goal
reports-judgement = Judgement
reports-forecast = Forecast for the year
reports-no-forecast = No forecast
reports-not-judged = Nobody has judged the goal yet.
reports-not-asked = Nobody has judged the goal yet. { $body } gives no account of its own in the follow-up.
reports-judged-by = Judged by { $who } on { $when }.
reports-differs = The proposal from the measures is { $word }.
reports-measure = Measure
reports-class = Class
reports-outcome = Outcome
reports-target = Target
reports-finding = What the values show
reports-no-value = Missing
reports-measures-caption = Measures of the goal { $goal }
reports-answers = The units' judgements
reports-answers-caption = The units' goals under { $goal }
reports-org-unit = Unit
reports-more-in-appendix = { $count ->
    [one] One further explanation stands in the appendix at the end of the report.
   *[other] A further { $words } explanations stand in the appendix at the end of the report.
}
reports-activities = What is being done
reports-activities-caption = Activities for the goal { $goal }
reports-done-by-whom = Responsible
reports-activity = Activity
reports-done-by = Done by
reports-progress = State
reports-assignments = Assignments
reports-assignments-caption = The assignments and the answers to them
reports-assignment = Assignment
reports-answer = Answer
reports-about = How this report was made
reports-about-text = The judgements were made by the persons named beside them. The limits in the charts and the sentences about what the values show are computed from the values recorded when the report was made. The units' texts are quoted word for word with their origin. The state of the audit trail shows what the report rests on.
reports-made = The report was made
reports-audit-head = State of the audit trail
reports-checksum = Checksum
reports-altered = The report is not shown
reports-altered-text = The report has been altered since it was frozen. The checksum no longer agrees, so its content cannot be trusted. Contact whoever runs the system.
reports-download = Download as PDF
reports-freeze = Freeze the report
reports-freeze-ask = Freeze the report?
reports-freeze-means = A frozen report is kept exactly as it is now, with a checksum. What comes in later does not change it, and it cannot be removed.
reports-freeze-missing = { $count ->
    [one] One org unit has not handed in yet. What it writes will not be included.
   *[other] { $count } org units have not handed in yet. What they write will not be included.
}
reports-frozen-already = The report is frozen already
reports-frozen-already-text = { $who } froze it last { $at }. Freezing again makes another document.
reports-frozen = Frozen reports
reports-frozen-title = The report is frozen
reports-frozen-by = Frozen { $at } by { $who }. Later values do not change it.
reports-digest = Checksum { $digest }. It was computed again when this page was shown, and agrees.
reports-no-round = There is nothing to report yet
reports-no-round-text = The report is made once a follow-up round has been opened.
reports-in-report = In the report
reports-restated = Changed since the report was frozen
reports-restated-note = The report is unchanged. These values are different today.
reports-money = Finances and forecast
reports-money-caption = Budget and forecast of the year, in kronor
reports-unit = Unit
reports-units = Number
reports-budget = Budget
reports-year-forecast = Forecast
reports-difference = Difference
reports-sum-of = Sum, { $known } of { $all }
reports-counted-above = What somebody above hands in includes those under them. { $count ->
    [one] One unit in the table is
   *[other] { $count } units in the table are
} therefore not in the sum.
reports-questions = Answers to questions
reports-what-went-well = What has gone well
reports-assignment-answers = Answers to assignments
reports-more-answers = { $count ->
    [one] One more answer is in the reports of the units.
   *[other] { $count } more answers are in the reports of the units.
}
reports-parts = Parts of the report
reports-whole = Show the whole report on one page
reports-chapter-about = { $title }: { $only }
reports-chapter-from = { $title }: { $first } to { $last }
reports-part-of = Part { $part } of { $last }
