goals-state = State
goals-state-draft = Draft
goals-state-proposed = Proposal
goals-state-adopted = Adopted
goals-state-superseded = Superseded
goals-state-ended = Ended
goals-link-groups = is sorted under
goals-link-contributes = contributes to
goals-link-decomposes = is a part of
goals-link-specifies = specifies
goals-link-measures = measures
goals-link-executes = carries out
goals-link-threatens = may hinder
goals-link-mitigates = lowers the risk
goals-problem-link-model = The steering model does not allow that link. Choose something on a level further up.
goals-problem-link-circle = The thread would go in a circle: what you chose already belongs to this.
goals-problem-link-twice = They are linked already
goals-problem-title = Write in one sentence what it is about
goals-problem-ends-too-early = The last day can be { $day } at the earliest, for from that day the measure holds
goals-problem-order = The last day comes before the first
goals-problem-responsible = Choose who is responsible. An activity that nobody answers for is seldom done.
goals-problem-end = Write when it shall be done. An activity has an end.
goals-problem-parent = Choose what it belongs to, otherwise the thread breaks
goals-problem-owner = You cannot plan for that unit. Choose another.
goals-problem-adopted = This is adopted and is not changed. Write a new wording that takes its place when it is adopted.
goals-new = Write something new
goals-new-lead = Choose what you want to write. The words come from the steering model.
goals-edit-title = Change: { $term }
goals-lead = Write so that everyone understands what shall be reached and can tell whether it is.
goals-lead-activity = An activity is concrete, has somebody responsible and shall be done by a certain day.
goals-nobody = Choose a person
goals-no-parent = Choose what it belongs to
goals-no-owner = Choose who owns it
goals-problem-no-owner = Choose who owns it.
goals-unusual-owner = By the steering model, { $terms } are written by { $level }. { $owner } can own it if the work is done there, but check that it is right.
goals-problem-level = By the steering model, { $terms } belong to { $level }. Choose who answers there.
goals-owned-by = Written by { $level }
goals-nothing-to-write = Nothing can be written here
goals-nothing-to-write-text = The steering model allows nothing under what you chose, or you lack the right.
goals-save = Save the draft
goals-field-title = What shall be reached?
goals-field-title-activity = What shall be done?
goals-field-title-hint = A short sentence with an active verb.
goals-field-text = Explanation
goals-field-text-hint = What does it mean in practice, and for whom?
goals-left = { $left } characters left of { $max }
goals-field-owner = Who owns it?
goals-field-parent = What does it belong to?
goals-field-parent-hint = The thread goes upward from here.
goals-field-responsible = Who is responsible?
goals-field-from = First day
goals-field-to = Last day
goals-field-done = When shall it be done?
goals-field-number = Number
goals-field-number-hint = Such as 3 or 3.2, if you number them.
goals-conflict = It was changed while you were writing
goals-conflict-with = { $who } changed it while you were writing
goals-conflict-text = This is what it says now. What you wrote is kept in the form. Save again if yours shall stand.
goals-conflict-difference = The difference:
goals-belongs-to = Belongs to
goals-period = Holds
goals-from-to = { $first } to { $last }
goals-from = from { $first }
goals-to = to { $last }
goals-connect = Link
goals-connect-title = Link: { $title }
goals-connect-lead = Links show what this is for. They always go upward in the thread.
goals-links-now = Belongs to today
goals-no-links = Nothing yet
goals-no-links-text = The thread is broken here. Choose what it belongs to.
goals-unlink = Take the link away
goals-link-new = New link
goals-no-parents = There is nothing more to link to
goals-no-parents-text = The steering model decides what may be linked.
goals-link-to = Belongs to
goals-link-kind = In what way?
goals-link-as-model = as the steering model says
goals-link-button = Save the link
goals-done = Done
goals-adopt = Record a decision
goals-adopt-title = Decision: { $title }
goals-adopt-plan-title = Decision on the plan of { $name }
goals-adopt-lead = Write the decision as it stands in the minutes. From now on the text holds and is not changed.
goals-adopt-which = What was decided?
goals-adopt-body = Who decided?
goals-adopt-day = Which day?
goals-adopt-paragraph = Paragraph
goals-adopt-paragraph-hint = Only the number, such as 112.
goals-adopt-reference = Reference number
goals-adopt-reference-hint = Such as KS 2025/0417.
goals-adopt-button = Save the decision
goals-problem-future = That day has not come yet
goals-problem-paragraph = Write the paragraph of the minutes, such as 112
goals-problem-none-chosen = Choose what was decided
goals-plan-title = Plan
goals-plan-lead = Answer the goals above, write goals of your own and lay proposals before those who decide.
goals-plan-unit = Unit
goals-plan-own = What you have written
goals-plan-nothing = You have not written anything yet
goals-plan-nothing-text = Begin by answering a goal above, or write one of your own.
goals-plan-unanswered = Goals that wait for an answer
goals-plan-unanswered-text = The level above has adopted these goals. None of your own is linked to them yet. Answer those that concern you.
goals-plan-unanswered-count = { $count ->
    [one] one goal
   *[other] { $count } goals
}
goals-plan-answer = { $above }. Answer with: { $answer }.
goals-plan-drafts = { $drafts ->
    [0] { $all }
   *[other] { $all }, { $drafts } of them not adopted
}
goals-plan-new = Add { $term }
goals-plan-write = Write more
goals-plan-decide = { $count ->
    [one] Record a decision on one proposal
   *[other] Record a decision on { $count } proposals
}
goals-facts = Facts
goals-facts-label = Facts and next steps
goals-upward = Belongs to
goals-responsible = Responsible
goals-owner = Owner
goals-decided = Decided
goals-nobody-said = Nobody stated
goals-plan-on = Plan further
goals-supersede = Write a new wording
goals-supersede-text = What is adopted is not changed. A new wording takes its place when it is adopted.
goals-edit = Change
goals-report-progress = Tell how it goes
goals-is-draft = Draft
goals-is-draft-text = Does not hold yet. Lay it before those who decide when it is ready.
goals-is-proposed = Proposal
goals-is-proposed-text = Waits for a decision.
goals-propose = Lay it before those who decide
goals-withdraw = Take it back to a draft
goals-replaces = Replaces when adopted:
goals-is-superseded = Holds no longer
goals-is-superseded-text = It is kept for the sake of history.
goals-superseded-by = Superseded by
goals-new-wording = A new wording is on its way
goals-due = Shall be done by { $day }.
goals-was-due = Was to be done by { $day }.
goals-should-be-done = Should have been done by { $day }.
goals-chain = The chain
goals-chain-note = From resources to results
goals-class-counts = Counts when the goal is judged.
goals-class-tells = { $tells } of { $answered } say something of quality to the inhabitants.
goals-class-shown = Shown, but does not count when the goal is judged.
goals-class-more = { $count ->
    [one] There is one more.
   *[other] There are { $count } more.
}
goals-class-none = No measure of that kind yet.
goals-no-measures = No measure shows the goal yet
goals-no-measures-text = Without measures nobody can see whether the goal is reached.
goals-target = Target { $words }
goals-whole-and-below = So the whole is judged. Among those that contribute: { $below }
goals-children = { $what ->
    [units] { $achieved ->
        [0] none of { $all } units has reached its goals.
        [one] one of { $all } units has reached its goals.
       *[other] { $words } of { $all } units have reached their goals.
    }
   *[goals] { $achieved ->
        [0] none of { $all } goals is reached.
        [one] one of { $all } goals is reached.
       *[other] { $words } of { $all } goals are reached.
    }
}
goals-children-behind = { $what ->
    [units] { $count ->
        [one] one is clearly behind.
       *[other] { $words } are clearly behind.
    }
   *[goals] { $count ->
        [one] one is not reached.
       *[other] { $words } are not reached.
    }
}
goals-children-pending = { $what ->
    [units] { $count ->
        [one] one is not judged yet.
       *[other] { $words } are not judged yet.
    }
   *[goals] { $count ->
        [one] one is not judged yet.
       *[other] { $words } are not judged yet.
    }
}
goals-children-unassessed = { $what ->
    [units] none of the goals of the { $all } units is judged yet.
   *[goals] none of the { $all } goals is judged yet.
}
goals-contributions = Contributions
goals-no-contributions = Nobody has taken the goal up yet
goals-no-contributions-text = When somebody further down answers with a goal of their own it is shown here.
goals-name = Name
goals-status = Status
goals-pieces = { $count } in all
goals-show-all = Show all { $count }
goals-show-fewer = Show fewer
goals-late = { $count ->
    [one] one late
   *[other] { $words } late
}
goals-no-activities = No activities yet
goals-no-activities-text = What is done to reach the goal, by whom and by when, is shown here.
goals-more-activities = { $count ->
    [one] One more activity
   *[other] { $count } more activities
}
goals-history = History
goals-history-earlier = { $count ->
    [one] Changed once
   *[other] Changed { $count } times
}
goals-history-latest = The latest { $count } events
goals-history-older = { $count ->
    [one] one older event
   *[other] { $count } older events
}
goals-history-lines = { $count ->
    [one] one event
   *[other] { $count } events
}
goals-reworded = New wording { $since }
goals-earlier = Earlier wording { $years }:
goals-did-create = Written
goals-did-change = Changed
goals-did-propose = Laid before those who decide
goals-did-withdraw = Taken back to a draft
goals-did-adopt = Adopted
goals-did-supersede = Superseded
goals-did-succeed = Written to replace an earlier wording
goals-did-progress = Progress reported
goals-did-other = Changed
goals-exempt = No commitment
goals-exempt-title = No commitment: { $goal }
goals-exempt-lead = Say why the goal does not concern you. Once it is decided the reason is shown in the thread as your answer.
goals-exempt-reason = Why does the goal not concern you?
goals-exempt-hint = Such as: The committee neither plans nor builds.
goals-exempt-save = Submit as a proposal
goals-exempt-back = Take back
goals-exempt-goal = Goal
goals-exempt-question = Does one of the goals not concern you?
goals-exempt-which = Choose the goal and say why. It is decided together with the rest of the plan.
goals-problem-reason = Write why the goal does not concern you
goals-problem-exempted = It is decided that the goal does not concern you. To change that, answer with a goal of your own.
goals-problem-answered = You have answered with a goal of your own already
goals-impact = Impact
goals-impact-note = Answers at every level
goals-impact-answer = Answer
goals-impact-with-goal = Answers with a goal
goals-impact-none = Has not answered
goals-impact-first = { $names }: { $answered } of { $all } have answered, { $own } with goals of their own and { $exempt } with no commitment
goals-impact-next = Level { $step }: { $answered } of { $all } goals have got an answer further down
goals-effect = Effectiveness
goals-effect-note = Goals reached in relation to resources
goals-effect-known = The goal is reached to { $reached } with { $used } of the resources planned. The ratio is { $ratio }, where 1 is as planned.
goals-effect-no-resources = The goal is reached to { $reached }. The ratio cannot be computed, because no { $class } in amounts has both an outcome and a level.
goals-effect-no-results = { $used } of the resources planned have been used. The ratio cannot be computed, because no measure that counts in the assessment has both an outcome and a level.
goals-effect-nothing = The ratio cannot be computed. Both measures that count in the assessment and { $class } in amounts are missing, with an outcome and a level.
goals-effect-times = The parts are about different years, so read the ratio with care.
goals-effect-attainment = Goals reached
goals-effect-resources = Resources used
goals-effect-ratio = Ratio
goals-effect-part = Part
goals-effect-outcome = Outcome
goals-effect-level = Level
goals-effect-share = Share
goals-effect-how = How the ratio is computed
goals-effect-how-attainment = Goals reached is the mean of how much of its level each measure that counts in the assessment reaches, at most 100 % for each.
goals-effect-how-resources = Resources used is the mean of the resource measures' outcomes divided by the level planned. Shares, such as sick leave in per cent, are conditions and not resources used up, so they are left out.
goals-effect-how-ratio = The ratio is goals reached divided by resources used. More than 1 means that more is reached than the resources promised.
goals-effect-source = By the steering model's definition: the degree of goal attainment in relation to the use of resources.
goals-problem-link-proposed = A proposed link from “{ $title }” cannot be decided. { $why } Take the proposal back among its links.
goals-problem-link-gone = What it would belong to no longer holds.
goals-links-proposed = Changes that wait for a decision
goals-links-wait = This is decided, so its links change only by a new decision. Until then those above hold.
goals-link-to-come = New link
goals-link-to-go = The link is taken away
goals-problem-body = { $owner } is not under that body. Choose the one that decides for { $owner }.
goals-decided-words = What is decided
goals-decided-words-note = Word by word
goals-decided-difference = What is struck out held before. What is underlined is new.
goals-decided-ends = Ends when this is decided
goals-decided-no-text = No explanation is written.
goals-advice-lead = Advice on the wording
goals-advice-work = “{ $word }” says what you will do. Write what is different when it is done, and put the work in an activity.
goals-advice-endless = “{ $word }” never ends. Write the goal so that one can answer yes or no to whether it is reached.
goals-advice-several = “{ $word }” begins one more thing. A goal is one thing. Split it in two.
goals-advice-sentences = There are several sentences. A goal is one thing. Put the rest in the explanation.
goals-advice-vague = “{ $word }” can mean different things. Say how you will see that it is so, or link a measure.
goals-advice-measurable = Nothing in the sentence can be counted. Write how much, how many or which, or link a measure.
goals-advice-dated = It does not say when. Fill in the last day or write the year.
goals-advice-responsible = Nobody answers for it. Choose a person.
goals-advice-long = The sentence has { $words } words. Shorten it, and put the rest in the explanation.
goals-checklist-smart = The steering model wants it SMART: specific, measurable, accepted, realistic and timed.
goals-checklist-smarta = The steering model wants it SMARTA: specific, measurable, accepted, realistic, timed and with a responsible.
goals-checklist-takt = The steering model follows TAKT: clear, with a responsible, quantifiable and timed.
goals-checklist-yes-no = One shall be able to answer yes or no to whether it is reached.
goals-checklist-activity = An activity is concrete, has a responsible and a day when it is done.
goals-control-question = Control question: what do those who live and work here notice when it is reached?
goals-state-discarded = Thrown away
goals-did-discard = Thrown away
goals-did-restore = Taken back
goals-did-copy = Copied from the period before
goals-did-end = Ended
goals-did-merge = Merged from several
goals-link-instead = In place of
goals-link-instead-hint = Choose a link if it shall move there instead.
goals-link-instead-none = Keep the links there are
goals-discard = Throw the draft away
goals-is-discarded = Draft thrown away
goals-is-discarded-text = It can be taken back for { $days } days, with what hung under it.
goals-is-ended = Ended
goals-trash-title = Trash
goals-trash-lead = Drafts that you have thrown away. They can be taken back for { $days } days. What hung under them follows.
goals-trash-back = To the plan
goals-trash-empty = The trash is empty
goals-trash-empty-text = Drafts that you throw away end up here.
goals-trash-thrown = Thrown away
goals-trash-until = Can be taken back until
goals-trash-action = Do
goals-trash-restore = Take back
goals-trash-below = { $count ->
    [one] with one below
   *[other] with { $count } below
}
goals-renew-title = Copy to the next period
goals-renew-one = Copy to the next period
goals-renew-plan = Copy the plan to the next period
goals-renew-lead = What you choose becomes drafts that hold for the period after. What is decided does not change.
goals-renew-which = What shall follow?
goals-renew-which-hint = What ends this year is chosen. Grounds are copied. Measures are not copied; they measure the new too.
goals-renew-button = Make the drafts
goals-renew-nothing = There is nothing to copy
goals-renew-nothing-text = It shall be decided, have a last day and not be copied already.
goals-renew-nothing-chosen = Choose what shall follow
goals-renew-period = Holds { $first } to { $last }
goals-renew-same = Belongs to “{ $title }”.
goals-renew-copy = Belongs to the copy of “{ $title }”.
goals-renew-copy-if = Belongs to the copy of “{ $title }” if you choose that too.
goals-renew-copy-or-old = Belongs to the copy of “{ $title }” if you choose that too, otherwise to the one there is now.
goals-renew-old = Still belongs to “{ $title }”, which does not hold then. Link it anew when the new one exists.
goals-renew-broken = “{ $title }” does not hold then, so link it later.
goals-renew-measures = { $count ->
    [one] One measure follows.
   *[other] { $count } measures follow.
}
goals-split = Split into several
goals-split-title = Split: { $title }
goals-split-lead = Write what each part shall be called. The parts become drafts. The old one holds until all parts are decided.
goals-split-part = Part { $number }
goals-split-button = Make the parts
goals-split-too-few = Write at least two parts
goals-split-children = Where shall what hangs here go?
goals-split-children-count = { $count } of them, to part 1 unless you choose otherwise
goals-split-children-rest = { $count } more are not shown here and go to part 1.
goals-split-children-hint = It goes on hanging here until the parts are decided.
goals-merge = Merge with others
goals-merge-title = Merge: { $title }
goals-merge-lead = Choose what it shall be merged with and write the new sentence. The old ones hold until the new one is decided.
goals-merge-with = Merge with
goals-merge-button = Make the draft
goals-merge-none = Choose at least one to merge with
goals-merge-busy = “{ $title }” already has a new wording on its way
goals-merge-nothing = There is nothing to merge with
goals-merge-nothing-text = It shall be of the same kind, have the same owner and be decided.
goals-end = End
goals-end-title = End: { $title }
goals-end-lead = Enter the decision that it shall no longer hold. It stays for the sake of history.
goals-end-button = End by the decision
goals-end-last-day = Last day
goals-end-last-day-hint = No values are asked for after that day. The values there are can still be read.
goals-end-unmeasured = Goals that are left without a measure
goals-end-unmeasured-text = No other measure shows whether these goals are reached.
goals-end-computed = Measures computed from this one
goals-end-computed-text = They get no new values after the last day. Change the formulas or end them too.
goals-ends = Ends by decision
goals-ended-last-day = The last day is { $day }.
goals-end-loose = This hangs only here
goals-end-loose-text = Link it to something else, or the thread is broken.
goals-end-loose-more = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}
goals-plan-limit = The steering model advises at most { $most }
goals-track-goals = Goal track
goals-track-quality = Quality track
goals-track-nothing = nothing yet
goals-to-wheel = The year wheel
goals-to-minimum = Minimum for the plan
goals-parts-decided = This still holds too
goals-parts-decided-text = It was split, and the parts that are left are decided. Record the decision that it ends, and what hangs here moves to them.
goals-parts-decided-end = Record that it ends
goals-end-to-parts = What hangs here is moved
goals-end-to-parts-text = It will hang on the parts, where it was said when this was split. The rest will hang on the first.
goals-problem-under-itself = “{ $title }” would stand both above and below what it replaces. Change the links first.
goals-problem-formula-circle = A measure would be computed from itself: { $way }. Change one of the formulas first.
goals-problem-formula-large = The formula of “{ $title }” comes down to too many measures, or makes another measure do so. Divide it first.
goals-being-split = The goal is being split. This takes its place once the parts are decided
goals-choose-parent = Choose

goals-trash-overtaken = Something else is already on its way instead
goals-trash-overtaken-text = { $instead } is already to replace { $replaced }. Throw that away first if this is to hold instead.
goals-links-wait-decision = Links that wait for a decision
goals-links-wait-decide = Decide
goals-also-replaced = Also replaced:
goals-adopt-nothing = Nothing waits for a decision
goals-adopt-nothing-text = What is proposed in the plan is shown here.
goals-did-reopen = The ending was taken back
goals-reopen = Take the ending back
goals-reopen-replaced = It cannot be taken back
goals-reopen-replaced-text = Something else has come in its place.
goals-end-held = This hangs on other things too
goals-end-reports = { $count ->
    [one] One report that is being written is about it
   *[other] { $count } reports that are being written are about it
}
goals-end-reports-text = What is written stays in the reports.
goals-end-seen = What hangs under it
goals-end-seen-choice = I have seen what hangs under it
goals-problem-not-seen = Read what hangs under it and tick the box
goals-problem-long-ago = The day is more than a year before what was decided. Change it, or tick that it is right.
goals-adopt-long-ago = Is the day right?
goals-adopt-long-ago-choice = Yes, the decision is that old
goals-mend = Mend the decision
goals-mend-title = Mend the decision: { $title }
goals-mend-lead = Mend the day, the paragraph or the register number if it came out wrong. What was decided does not change.
goals-mend-why = Why do you mend it?
goals-mend-meanwhile = Somebody else mended the decision while you wrote. At the top of the page it stands as it is now. Save again to write over it.
goals-mend-button = Save the mending
goals-limit = There will be { $count } { $terms } that hold at once. The steering model advises at most { $most }.
goals-limit-of-owner = { $name } gets { $count } { $terms } that hold at once. The steering model advises at most { $most }.
goals-split-same = Two parts have the same name. Give them different names.
goals-busy-nothing-kept = Nothing of what you wrote now is kept. Change or discard what is on its way first.
goals-decided-by = Decided by { $body }. The decision is written in by whoever may record decisions.
goals-busy-stands = This is on its way
goals-busy-written = This is what you wrote
goals-history-links = Links and values that have changed are shown on the page of what has changed.
