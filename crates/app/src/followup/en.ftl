followup-title = Follow up
followup-eyebrow = Following up
followup-summary = Summary
followup-basis-value = { $met ->
    [yes] The latest value { $value } meets the target { $target }.
   *[no] The latest value { $value } does not meet the target { $target }.
}
followup-activity-automatic = { $progress }. Should have been done { $end }.

followup-state-not-started = Not begun
followup-state-draft = Being written
followup-state-returned = Sent back
followup-state-submitted = Handed in
followup-state-approved = Approved
followup-due = To be handed in by { $day }.
followup-overdue = Should have been handed in { $day }. You can still hand it in.
followup-closed = Reporting has been closed since { $day }.
followup-yes = Yes
followup-partly = Partly
followup-no = No
followup-cannot-tell = Cannot judge
followup-question-measure = Will you reach the target this year?
followup-question-activity = Will it be done this year?
followup-question-goal = Have you reached the goal?
followup-heading-summary = What matters most?
followup-heading-goal = How is “{ $title }” going?
followup-heading-late = Why is “{ $title }” late?
followup-heading-rises = { $title } is rising. Why?
followup-heading-falls = { $title } is falling. Why?
followup-heading-missed = { $title } does not meet the target. Why?
followup-heading-deviates = { $title } deviates. Why?
followup-heading-met = { $title } now meets the target
followup-heading-eased = { $title } no longer deviates
followup-eased = The figures have changed since the report was begun
followup-eased-changed = The value has changed from { $before } to { $value } and { $met ->
    [yes] now meets the target { $target }.
   *[no] no longer deviates.
}
followup-eased-latest = The latest value, { $value }, { $met ->
    [yes] meets the target { $target }.
   *[no] does not deviate.
}
followup-eased-hidden = The latest value { $met ->
    [yes] meets the target { $target }.
   *[no] does not deviate.
}
followup-eased-usual = The latest value does not deviate.
followup-eased-text = You need not explain anything. What you have written and chosen stays, and you can change it.

followup-group-money = Money and forecast
followup-group-usual = What goes as expected
followup-money-lead = The figures have been fetched. Check that they are right.
followup-usual-lead = These vary as usual and meet their targets. You only need to confirm.
followup-note-confirm = { $parts ->
    [one] One part to confirm
   *[other] { $parts } parts to confirm
}
followup-note-fetched = { $parts ->
    [one] Done. One part, fetched
   *[other] Done. { $parts } parts, fetched
}
followup-note-automatic = { $parts ->
    [one] Done. One part, ready text
   *[other] Done. { $parts } parts, ready text
}
followup-note-done = Done
followup-note-draft = There is a draft
followup-note-deviates = Stands out
followup-note-eased = No longer deviates
followup-note-judge = You judge
followup-note-left = Left
followup-minutes = about { $minutes } min
followup-steps-label = Parts of the report
followup-all-parts = All parts
followup-parts = Parts of the report
followup-progress = { $all ->
    [one] { $done } of one part is done.
   *[other] { $done } of { $all } parts are done.
}
followup-begin = Begin the report
followup-begin-lead = You have not begun yet. { $due }
followup-begin-text = We fetch the unit's figures and write ready text where all goes as expected. You tell about what stands out. It takes about { $minutes } minutes.
followup-begin-card = You have not begun yet. It takes about { $minutes } minutes.
followup-card-submitted = The report is handed in.
followup-card-approved = The report is approved.
followup-continue = Continue the report
followup-review = Look over and hand in
followup-next = Next part

followup-question-causes = What do you think is the cause?
followup-causes-hint = Choose what fits. Write only if needed.
followup-label-why = Your explanation
followup-label-add = Would you like to add anything?
followup-label-activity = Why is it late?
followup-label-goal = This is how far we have come
followup-label-summary = Summary
followup-summary-lead = Write briefly, in your own words. The administration and the committee read it.
followup-limit = At most { $max } characters, { $left } left
followup-you-wrote = This is what you wrote in { $month }:
followup-suggestion = Suggestion from your answers:
followup-use-text = Use the text
followup-automatic = Automatic text
followup-question-remedies = What are you doing about it?
followup-remedy-proposed = Proposed, not decided
followup-add-remedy = Add an action
followup-proposal = Proposal: { $level }. { $reason }
followup-no-proposal = No proposal. Too few values can be compared with the target.
followup-label-reason = Why do you judge otherwise than the proposal?
followup-reason-hint = Fill in only if your judgement differs from the proposal.
followup-done-next = Done, next part
followup-skip = Skip for now
followup-saved = Saved { $time }
followup-saving = Saving…
followup-failed = Could not save, trying again
followup-offline = You are offline. What you write is kept in this browser until you are connected again.
followup-autosave-conflict = { $who } changed the text at { $time }, while you were writing.
followup-mine = Your text
followup-theirs = The text from { $who }
followup-keep-mine = Keep mine
followup-keep-theirs = Keep the one from { $who }
followup-keep-both = Use both, edit
followup-both-kept = No text is lost. The one you do not choose is found among earlier texts.
followup-conflict = { $who } made changes while you were writing
followup-conflict-text = This is what is kept now. What you wrote is still in the field below. Press Done if your text shall stand.
followup-conflict-choices = The choices are now:
followup-text-is-below = What you wrote is still below. Copy it if you want to keep it elsewhere.
followup-unreadable = What was sent cannot be read. Load the page again.
followup-not-ready = Something is missing before the part is done
followup-too-long = { $over ->
    [one] Remove one character
   *[other] Remove { $over } characters
}
followup-needs-words = Choose a cause or write a few words
followup-needs-text = Write a few sentences
followup-needs-level = Choose an answer
followup-needs-reason = Write why you judge otherwise than the proposal
followup-returned = { $who } sent this part back
followup-confirm = { $parts ->
    [one] Confirm one part
   *[other] Confirm { $parts } parts
}
followup-change = Change
followup-nothing-said = Nothing written yet.

followup-period-taken = { $unit } already reports the period in “{ $title }”. Choose another period, or others to report.
followup-remedy-lead = The action becomes an activity that belongs to your goal. Once you have handed the report in, everybody who reads it sees the action.
followup-remedy-save = Save the action

followup-review-lead = Read through before you hand in. You can change everything until then.
followup-submit = Hand in the report
followup-sign-off = I have read the report and answer for what it says.
followup-only-responsible = The unit's manager hands in the report when all is done.
followup-part-left = { $title } is not done
followup-left = Not done
followup-proposed-was = The proposal was { $level }.
followup-because = Why: { $reason }
followup-causes = Causes: { $causes }
followup-remedies = Actions: { $remedies }
followup-thanks = Thank you
followup-handed-in = The report was handed in { $when }. { $who } handed it in.
followup-read-by-one = It is read by { $committee }.
followup-read-by = It is read by { $above } and { $committee }.
followup-withdraw-hint = You can take it back until { $day }, as long as it is not approved.
followup-withdraw = Take back the report
followup-read-account = Read the report

followup-submitted-by = { $who } handed in the report { $when }.
followup-approved-by = { $who } approved the report { $when }.
followup-nobody-began = Nobody has begun writing.
followup-as-expected = { $parts ->
    [one] Goes as expected, one part
   *[other] Goes as expected, { $parts } parts
}
followup-return-part = Send this part back
followup-return = Send the part back
followup-comment = What needs to be clearer?
followup-comment-hint = Only this part is opened again. All else stands.
followup-needs-comment = Write what needs to be clearer
followup-approve-title = Is the report ready?
followup-approve-text = When you approve, the text is locked. The committee can read it already.
followup-approve = Approve the report
followup-write-in = Write in the report

followup-not-open = Reporting has not opened
followup-not-open-text = It opens { $day }.
followup-round-closed = Reporting is closed
followup-round-closed-text = It has been closed since { $day }. Ask your controller if something must be changed.
followup-already-submitted = The report is handed in already
followup-already-submitted-text = { $who } handed it in { $when }. Take it back if you want to change it.
followup-already-approved = The report is approved
followup-already-approved-text = { $who } approved it { $when }. The text is locked.
followup-already-begun = The report is open already
followup-already-begun-text = Go on where it stands.
followup-not-started = The report is not open
followup-not-started-text = Press Begin the report first.
followup-not-submitted = The report is not handed in
followup-not-submitted-text = It was opened again { $when } by { $who }.
followup-own-account = You cannot approve what you have handed in yourself
followup-own-account-text = Somebody else who answers for the unit approves the report.
followup-stale = The report has changed since you opened the page
followup-stale-text = { $who } changed it { $when }. It is now: { $state }.
followup-nothing-lost = Nothing is lost.
followup-to-account = To the report

followup-no-round = No follow-up is going on
followup-no-round-text = When the next one opens you will see it here.
followup-waiting = Reports from the units
followup-waiting-note = { $submitted } of { $all } wait to be approved
followup-bodies = The whole municipality
followup-of = { $done } of { $all }
followup-collection = Collection of reports
followup-column-unit = Unit
followup-column-state = State
followup-column-who = Latest by
followup-column-when = When
followup-column-body = Committee
followup-column-handed-in = Handed in
followup-column-approved = Approved
followup-column-draft = Being written
followup-column-not-started = Not begun
followup-draft-progress = Being written, { $done } of { $all } parts done
followup-body-lead = { $handed } of { $all } { $all ->
    [one] unit has
   *[other] units have
} handed in. { $approved } { $approved ->
    [one] is
   *[other] are
} approved.
followup-asks-no-goals = The follow-up does not ask how the goals are going. What is handed in stands in the reports of the org units.
followup-choose-round = Choose follow-up
followup-no-goals = No goals
followup-no-goals-text = There are no goals of its own to follow up.
followup-goal-own = Judged by { $body }
followup-goal-alone = No unit has taken up the goal.
followup-goal-note = { $said } of { $all } { $all ->
    [one] unit has
   *[other] units have
} judged
followup-not-said = { $units ->
    [one] One unit has not handed in
   *[other] { $units } units have not handed in
}
followup-not-judged = { $units ->
    [one] One unit has not judged the goal
   *[other] { $units } units have not judged the goal
}
followup-undecided = { $units ->
    [one] One unit has also judged goals that are not decided. They are not counted here.
   *[other] { $units } units have also judged goals that are not decided. They are not counted here.
}
followup-does-not-report = Hands in no report
followup-reason-fold = Do you judge otherwise than the proposal?
followup-cannot-submit = This is left before you can hand in
followup-new-round = New follow-up
followup-from-wheel = From the year wheel
followup-from-wheel-text = The days are filled in from the step. You can change them.
followup-new-round-lead = Everyone who takes part gets an account of their own. What goes as expected is filled in by itself.
followup-round-title = Name
followup-round-title-hint = Such as Interim report January–August 2026.
followup-round-period = About
followup-round-opens = Opens
followup-round-due = Due
followup-round-closes = Closes
followup-round-closes-hint = Until that day one can hand in late, take back and send back.
followup-round-levels = Who shall report?
followup-round-levels-hint = Who reports judges their own goals. Goals of others stand as not judged in the report.
followup-open-round = Open the follow-up
followup-due-before-open = The due day comes before the opening day
followup-close-before-due = The closing day comes before the due day
followup-nobody-takes-part = Choose at least one level that has units
followup-whole-report = The whole report

followup-minutes-left = { $minutes ->
    [one] About one minute left.
   *[other] About { $minutes } minutes left.
}
followup-note-returned = Sent back by { $who }
followup-returned-part = { $who } sent “{ $title }” back
followup-you-returned = You sent “{ $title }” back
followup-answer-comment = Answer the comment
followup-answered = You have answered. Hand the report in again.
followup-told = { $people ->
    [one] { $names } sees the comment on My page.
   *[other] { $names } see the comment on My page.
}
followup-names = { $others } and { $last }
followup-part-closed = This part stands as it was handed in
followup-part-closed-text = { $who } sent back another part { $when }. Only that part is open until the report is handed in again.
followup-changed = New since it was last handed in
followup-changed-parts = { $parts ->
    [one] One part is new since it was last handed in
   *[other] { $parts } parts are new since it was last handed in
}
followup-changed-none = No text has changed. The report was handed in again as it was.
followup-returned-waits = The part is open again and waits for an answer. All else stands.
followup-returned-answered = The comment has been answered. The report is not handed in again yet.
followup-returned-progress = Sent back, { $done } of { $all } parts done
followup-handed-in-by-you = Handed in by you, somebody else approves
followup-your-comment = Your comment, which has not been sent
followup-changed-while-read = { $who } made changes while you were reading
followup-read-again = Read “{ $title }” again before you confirm.
followup-rounds = All follow-ups
followup-column-round = Follow-up
followup-opens = Opens { $day }.
followup-change-round = Change { $title }
followup-round-about = About { $period }
followup-save-round = Save the change
followup-close-round = Close the follow-up
followup-close-round-text = Nothing can then be written, handed in, taken back or sent back. What is handed in stays and can be approved. Open it again by changing the day it closes; the other days stand.
followup-close-ask = Close the follow-up?
followup-close-counted = { $all ->
    [one] { $handed } of 1 unit has handed in.
   *[other] { $handed } of { $all } units have handed in.
}
followup-close-missing = { $count ->
    [one] One unit has not handed in. It cannot hand in once the follow-up is closed, but what it has written stays.
   *[other] { $count } units have not handed in. They cannot hand in once the follow-up is closed, but what they have written stays.
}
followup-round-changed = Somebody else changed the follow-up while you were writing
followup-round-now = What holds now: { $title }. Opens { $opens }, due { $due }, closes { $closes }.
followup-round-yours = What you wrote is still here. Save again if that is what should hold.
followup-planned = { $title } opens { $day }.
followup-without-reporter = Reports that nobody answers for
followup-without-reporter-text = Here nobody in the unit has a role that may hand the report in. What is written is kept. Name who reports, or give somebody a role.
followup-give-roles = Give somebody a role
followup-administrator-gives-roles = The administrator gives roles.
followup-column-writes = Who can write
followup-nobody-can-write = Nobody can write
followup-writes-instead = { $who } can write instead
followup-units = { $units ->
    [one] One unit
   *[other] { $units } units
}
followup-more-units = { $units ->
    [one] and one more unit
   *[other] and { $units } more units
}
followup-no-units = There are no units to follow up
followup-no-units-text = Add committees, administrations and units first. Each then gets a report of its own.
followup-no-units-ask = Ask the administrator to add committees, administrations and units first.
followup-add-units = To the organisation
followup-body-left = { $draft } being written, { $none } not begun
followup-oversight = Oversight: collection, deviations and committees compared

followup-level-days = Days of each level
followup-level-days-none = The same day for all
followup-forecast-lead = Write what you expect. If it differs from the budget you also say why.
followup-level-days-hint = Those who sum up need the reports of the others first. Empty means the same day as for all.
followup-level-due = { $level } hands in no later than
followup-level-after-all = The day comes after the last day for all
followup-level-clash = { $upper } hands in { $day }, before { $lower }. Those who sum up need to be last.
followup-everywhere = The whole municipality
followup-round-under = Under
followup-round-under-hint = Choose a committee or an administration if only they shall report. Single units are chosen once the follow-up is opened.
followup-round-template = Report template
followup-round-templates = See what the templates ask
followup-round-step = The step of the year wheel: { $title }
followup-asks = What is asked
followup-asks-by = The template { $title }, about { $minutes } min for a unit with normal deviations.
followup-asks-as-before = Everything that deviates, the goals and a summary. The follow-up was opened before there were templates.
followup-to-template = To the template
followup-template-changed = The template has changed since the follow-up was opened
followup-template-changed-text = { $begun } who have begun keep the questions they began with. { $left } who have not begun get the new ones if you take them in.
followup-take-template = Take in the new questions
followup-members = Who reports
followup-members-lead = { $units ->
    [one] One unit takes part.
   *[other] { $units } take part.
}
followup-begun-of = { $begun } of { $all } have begun.
followup-change-members = Change who reports
followup-by-body = Committees and administrations
followup-column-asked = Takes part
followup-organisation-changed = The organisation has changed since the follow-up was opened
followup-has-come = { $unit } has come { $day } and does not take part.
followup-ask-it = Let { $unit } take part
followup-has-ended = { $when ->
    [past] { $unit } ended { $day }. Its report is still there and is counted. State: { $state }.
   *[other] { $unit } ends { $day }. Its report is still there and is counted. State: { $state }.
}
followup-begun-stay = These have begun and stay:
followup-members-closed = Reporting has closed. Change the day it closes if more shall take part.
followup-asked-units = Units that report
followup-asked-units-hint = Those who have not begun can be taken away and added again. Nothing written is lost.
followup-save-members = Save who takes part
followup-all-bodies = All committees and administrations
followup-begun-meanwhile = Somebody has begun meanwhile
followup-begun-meanwhile-text = These have begun writing and stay: { $names }. Nothing is changed.
followup-not-added = Nothing is changed
followup-active-title = How long the reports took
followup-active = Half of the reports took at most { $half ->
    [one] one minute
   *[other] { $half } minutes
} to write. { $all } reports are counted.
followup-active-how = The time between two changes is counted when it is at most five minutes, from when the report is begun to when it is first handed in. All who write in the report are counted together. Once it is handed in only the sum for the round is left, and it is shown when at least five are handed in.
followup-worth = Was this worth your time?
followup-worth-hint = The answer is only counted. Nobody sees who answered what.
followup-worth-answer = { $answer ->
    [yes] Yes
    [partly] Partly
   *[no] No
}
followup-worth-thanks = Thank you, your answer is counted.
followup-worth-few = Fewer than { $fewest } have answered. The answers are shown when more have.
followup-worth-counted = Of { $all } who have answered { $yes } say yes, { $partly } partly and { $no } no.
followup-forecast-before = The last forecast was { $sum } kronor.
followup-budget = Budget of the whole year
followup-budget-hint = In kronor. Filled in from the last report if there is one.
followup-forecast = Forecast of the whole year
followup-forecast-hint = What you expect the year to cost, in kronor.
followup-kronor = kronor
followup-forecast-alone = The forecast of the year is { $sum } kronor.
followup-forecast-as-budget = The forecast of the year is { $sum } kronor, as much as the budget.
followup-forecast-more = The forecast of the year is { $sum } kronor, { $by } kronor more than the budget.
followup-forecast-less = The forecast of the year is { $sum } kronor, { $by } kronor less than the budget.
followup-needs-sum = Write a sum in kronor, such as 24 050 000
followup-needs-number = Write a number, such as 12.5
followup-needs-forecast-words = Write why the forecast differs from the budget
followup-heading-forecast = How is it going with the money?
followup-label-forecast = What is the reason?
followup-heading-assignment = How is the assignment “{ $title }” going?
followup-label-assignment = Our answer to the assignment
followup-assignment-until = { $state }. Shall be done { $end }.
followup-assignment-state = State: { $state }.
followup-success = What are you most pleased with?
followup-success-of = { $title } has become better. What did you do?
followup-success-help = Others can learn from what has gone well.
followup-is-optional = You need not answer.
followup-your-number = Your answer
followup-your-choice = Choose an answer
followup-label-answer = Your answer
followup-you-answered = In { $month } you answered: { $answer }
followup-note-optional = Optional
followup-note-answer = To answer
followup-questions-changed = The questions have changed since you began
followup-questions-changed-text = You answer the questions that held when you began. Nothing you have written has changed.
followup-unit-ended = { $unit } ended { $day }
followup-unit-taken-over = { $unit } has taken over. What is written is still here.
followup-unit-ended-under = What is written is still here. { $unit } answers questions about the report.
followup-unit-moved = { $unit } moved to { $to } on { $day }
followup-unit-moved-text = The report comes along and nothing is lost. It is read and approved under { $to }, no longer under { $from }.
followup-moved-away = { $unit } moved to { $to } on { $day }. Its report is read, approved and counted there and not here. What is quoted already stands.
followup-moved-away-answers = { $unit } moved to { $to } on { $day }. Its report is read, approved and counted there and not here. What it judges of goals that contribute to goals here is shown here too. What is quoted already stands.
followup-moved-here = { $unit } came from { $from } on { $day }. Its report is read, approved and counted here.
followup-moved-inside = { $unit } moved from { $from } to { $to } on { $day }. Its report came along.
followup-merged = { $when ->
    [past] { $unit } ended { $day } and became part of { $heir }. Its report is still there and is counted by itself, apart from that of { $heir }. State: { $state }.
   *[other] { $unit } ends { $day } and becomes part of { $heir }. Its report is still there and is counted by itself, apart from that of { $heir }. State: { $state }.
}
followup-merged-elsewhere = { $when ->
    [past] { $unit } ended { $day } and became part of { $heir }. Its report is counted under { $place }, where the org unit was, and not here. What is judged of the goals that came along is shown here too.
   *[other] { $unit } ends { $day } and becomes part of { $heir }. Its report is counted under { $place }, where the org unit is, and not here. What is judged of the goals that come along is shown here too.
}
followup-unit-merged = { $when ->
    [past] { $unit } became part of { $heir } on { $day }
   *[other] { $unit } becomes part of { $heir } on { $day }
}
followup-unit-merged-text = Its goals belong here now. The report of { $unit } is still there and is counted by itself. State: { $state }.
followup-heard-elsewhere = { $units ->
    [one] One more org unit has goals that contribute to goals here. What it judges of them is shown above, and its report is counted where the org unit is:
   *[other] { $units } more org units have goals that contribute to goals here. What they judge of them is shown above, and their reports are counted where the org units are:
}
followup-unit-ended-open = The report can still be handed in until { $day }.
followup-points = Answered in
followup-points-lead = Say in which report an assignment shall be answered. Whoever has the assignment then gets a question of its own in that very report.
followup-points-page = Page { $number } of { $last }
followup-point-of = Report where { $title } is answered
followup-no-point = No particular report
followup-assignment = Assignment
followup-no-assignments = No assignments
followup-no-assignments-text = There are no assignments here that you plan for.
followup-earlier-title = Earlier texts
followup-earlier-lead = What has been saved in this part, the latest first. Nothing is lost when somebody else writes.
followup-earlier-none = No earlier texts to show
followup-earlier-none-text = What you write in one go counts as one text. When it has been changed later, the earlier one is here.
followup-earlier-locked = Never held: nothing could be written in the report then
followup-locked-kept = What you wrote is among the earlier texts.
followup-earlier-aside = Never held: somebody else saved first
followup-earlier-link = Show earlier texts
followup-closes-in-the-past = That day has been. Choose a day from today on.
followup-close-with-button = That day has been. To end the reporting now, choose Close the follow-up further down.
followup-has-opened = The follow-up has opened already and cannot open anew later.
followup-not-removed = The follow-up is still here: somebody has begun
followup-not-removed-text = { $begun ->
    [one] One org unit has begun to write, so the follow-up cannot be removed. Close it instead if it shall not go on.
   *[other] { $begun } org units have begun to write, so the follow-up cannot be removed. Close it instead if it shall not go on.
}
followup-remove-round = Remove the follow-up
followup-remove-round-text = Nobody has begun. The follow-up and the empty reports are taken away; the trail tells of it.
followup-quality-work = Quality work
