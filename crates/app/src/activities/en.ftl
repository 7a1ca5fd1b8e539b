activities-not-started = Not started
activities-ongoing = Ongoing
activities-late = Late
activities-done = Done
activities-cancelled = Called off
activities-paused = Paused
activities-title = Activities
activities-lead = What we do to reach the goals: who is responsible, when it shall be done and how it goes.
activities-progress = Progress
activities-due = Done by
activities-belongs-to = Belongs to
activities-owner = Unit
activities-all = All
activities-everywhere = The whole municipality
activities-filter = Show
activities-none = No activities match
activities-none-text = Choose another unit or another state of progress.
activities-count = { $count ->
    [one] one row
   *[other] { $count } rows
}
activities-progress-title = How it goes: { $title }
activities-progress-question = How far have you come?
activities-progress-button = Save progress
activities-note = What has happened?
activities-note-hint = Write the most important in a sentence or two.
activities-problem-progress = Choose how far you have come
activities-conflict = Somebody else reported progress while you were writing
activities-conflict-theirs = It now says: { $word }.
activities-conflict-yours = What you wrote is kept below. Save again if yours shall stand. The other stays in the history.
activities-assignments = Assignments
activities-assignments-lead = What somebody has been asked to do, and what has come of it.
activities-receiver = Receiver
activities-given-by = Decided
activities-report-by = Report by
activities-report-back = Report back
activities-no-assignments = No assignments are given
activities-no-assignments-text = Assignments decided by the council and the boards are shown here.
