frameworks-title = Goals from outside
frameworks-lead = Goals that others have decided and that the municipality's own can contribute to. The text is theirs and is not changed here.
frameworks-chosen = { $goals } goals. { $count ->
    [0] None of our goals contributes yet.
    [one] One of our goals contributes.
   *[other] { $count } links from our goals.
}
frameworks-not-chosen = { $goals } goals. Not used yet.
frameworks-open = Open
frameworks-source = { $source }. { $date }.
frameworks-goal = Goal
frameworks-contributes = Contribute
frameworks-choose = Use in the municipality
frameworks-choose-text = When you use the goals, those who plan can link their own to them with “contributes to”.
frameworks-newer = There is a newer wording of the goals.
frameworks-leave = Stop using
frameworks-no-type = The steering model has no level for goals that come from outside. Add one to the steering model first.
frameworks-in-use = Some of the municipality's goals contribute to them. Take those links away first.
frameworks-settings-note = Agenda 2030 and the environmental objectives: choose which you use
