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
frameworks-choose-text = When you use the goals, those who plan can tag their own with them.
frameworks-newer = There is a newer wording of the goals.
frameworks-leave = Stop using
frameworks-in-use = Some of the municipality's goals contribute to them. Take the links and tags away first.
frameworks-settings-note = Agenda 2030 and the environmental objectives: choose which you use
frameworks-no-tags = Not tagged with any goal from outside.
frameworks-tag = Tag with goals from outside
frameworks-tag-title = Tag with goals from outside
frameworks-tag-lead = Tick the goals that this contributes to. Tags do not change what is decided.
frameworks-save-tags = Save the tags
frameworks-cancel = Cancel
frameworks-none-chosen = The municipality uses no goals from outside yet
frameworks-none-chosen-text = Whoever keeps the steering model chooses which.
frameworks-tagged = Tagged
frameworks-read-in = Read in goals of your own from outside
frameworks-read-in-lead = National goals, or others that the municipality wants to tag its own with. Paste them as in the example.
frameworks-read-in-button = Read in
frameworks-content = The goals
frameworks-example-title = How to write
frameworks-unreadable = The text cannot be read. Compare it with the example.
frameworks-unreadable-at = The text cannot be read. Compare line { $line } with the example.
frameworks-bad-id = The line id may only have the letters a–z in lower case, numbers and hyphens, at most 40.
frameworks-no-source = The lines name (namn), version, source (källa) and source_date (datum) are needed, at most 300 characters each.
frameworks-goal-count = At least one goal is needed, and at most 300.
frameworks-bad-goal = Goal { $number } has no words, has more than 300 characters or has the number of another.
frameworks-too-large = The text may be at most 200 kB.
frameworks-id-taken = A framework with the same id comes with the program. Choose another id.
