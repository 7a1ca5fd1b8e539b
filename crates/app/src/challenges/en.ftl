challenges-title = The municipality's greatest challenges
challenges-lead = What is hardest for the municipality as a whole, why, and what is done about it.
challenges-new = Add a challenge
challenges-change = Change the challenge
challenges-none = No challenges are pointed out yet
challenges-none-text = When the municipality has agreed on its greatest challenges they stand here with goals, measures and actions.
challenges-before = Earlier challenges
challenges-headway = { $all ->
    [0] No actions yet
   *[other] { $done } of { $all } actions are done
}
challenges-answers = Holds the plan together: { $unit }
challenges-goals = Goals
challenges-measures = Measures
challenges-actions = Action plan
challenges-no-actions = No actions are tied to it yet.
challenges-form-lead = Write the challenge in a sentence and tie what answers to it.
challenges-field-title = The challenge in a sentence
challenges-why = Why is it one of the greatest?
challenges-why-hint = Write what it rests on, such as a self-assessment, a forecast or a measure.
challenges-owner = Who holds the action plan together?
challenges-elements = This answers to the challenge
challenges-more = Tie a goal, a measure or an action
challenges-more-hint = Activities under a goal that is tied come along.
challenges-nothing-more = Nothing more just now
challenges-too-many = At most { $most } can be tied. Tie the goal, and its activities come along.
challenges-holds = Is it still among the greatest?
challenges-is-one = Yes
challenges-no-longer = No, it is dealt with or smaller now
challenges-save = Save
