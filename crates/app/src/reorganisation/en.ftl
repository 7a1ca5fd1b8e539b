reorganisation-title = The organisation
reorganisation-lead = { $count ->
    [one] One org unit, from the council down.
   *[other] { $count } committees, administrations, units and providers, from the council down.
}
reorganisation-new = Add an org unit
reorganisation-new-under = Add an org unit under
reorganisation-show-now = In force now
reorganisation-show-all = { $ended ->
    [one] With one that has ended
   *[other] With { $ended } that have ended
}
reorganisation-view = What is shown
reorganisation-below = Under { $name }
reorganisation-ended = Ended { $day }
reorganisation-ends = Ends { $day }
reorganisation-begins = Begins { $day }
reorganisation-name = Name
reorganisation-level = Level
reorganisation-first-day = First day
reorganisation-last-day = Last day
reorganisation-create = Add
reorganisation-consequences = This is what happens
reorganisation-rename = Rename
reorganisation-rename-keeps = Goals, measures and series are not affected. The old name stays in the history.
reorganisation-rename-button = Rename
reorganisation-move = Move
reorganisation-move-under = Put under
reorganisation-move-below = { $count ->
    [one] The org unit under it comes along.
   *[other] { $count } org units under it come along.
}
reorganisation-move-series = Goals, measures and series come along. Sums higher up follow the new place, also back in time.
reorganisation-move-accounts = { $count ->
    [one] One report in { $round } comes along. From now on it is read and approved under { $to }, not under { $from }.
   *[other] { $count } reports in { $round } come along. From now on they are read and approved under { $to }, not under { $from }.
}
reorganisation-move-button = Move
reorganisation-end = End
reorganisation-end-keeps = Everything recorded stays and can be read. Nothing new can be put under the org unit.
reorganisation-end-account = The report in { $round } stays and can be handed in until { $last }.
reorganisation-end-owned = { $count ->
    [0] The org unit owns no goals or measures.
    [one] One goal or measure stays with the org unit. Move it, or merge the org unit with another instead.
   *[other] { $count } goals, measures and activities stay with the org unit. Merge it with another instead if somebody shall take them over.
}
reorganisation-end-button = End the org unit
reorganisation-merge = Merge
reorganisation-merge-into = Merge with
reorganisation-merge-last-day = Last day of { $name }
reorganisation-merge-owned = { $count ->
    [0] The org unit owns no goals or measures that change owner.
    [one] One goal or measure changes owner. The old version stays in the history.
   *[other] { $count } goals, measures and activities change owner. The old versions stay in the history.
}
reorganisation-merge-series = The values of { $name } stay where they were recorded. The one that takes over shows them for periods where it has none of its own.
reorganisation-merge-roles = Roles do not move by themselves. They are shown on the old org unit's page until somebody moves them.
reorganisation-merge-account = The report in { $round } stays and can be handed in until { $last }. { $heir } is not asked in the round by itself.
reorganisation-merge-button = Merge
reorganisation-split = Split
reorganisation-split-names = The new org units
reorganisation-split-names-hint = One name on each line.
reorganisation-split-old = The old org unit
reorganisation-split-ends = Ends the day before
reorganisation-split-series = The series of the new org units begin empty. Nobody knows how old values would be divided, so they stay with the old one.
reorganisation-split-button = Split the org unit
reorganisation-problem-under-itself = An org unit cannot lie under itself or what lies under it. Choose another place.
reorganisation-problem-ended = The org unit has ended or cannot be changed like that. Choose one in force.
reorganisation-problem-same = An org unit cannot be merged with itself. Choose another.
reorganisation-problem-children = Others lie under it. Move or end them first.
reorganisation-problem-before-start = The day comes before the org unit's first day. Choose a later one.
reorganisation-problem-future = Choose today or an earlier day. The goals change owner at once.
reorganisation-problem-parts = Write at least two and at most { $most } names, one on each line.
reorganisation-valid-from = In force from { $from }.
reorganisation-valid-from-to = In force { $from } to { $to }.
reorganisation-below-title = Org units under it
reorganisation-nothing-below = Nothing lies under it.
reorganisation-under-count = Under it
reorganisation-answers-for = Goals and measures
reorganisation-owns-nothing = No goals or measures yet
reorganisation-owns-nothing-text = What the org unit owns is shown here.
reorganisation-and-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
reorganisation-place = Place
reorganisation-under = Lies under
reorganisation-carries-on = Carries on
reorganisation-people = Roles here
reorganisation-no-people = Nobody has a role right here. Those with a role higher up reach here too.
reorganisation-move-grants = The org unit has ended. These roles need to be moved.
reorganisation-change = Change
reorganisation-history = History
reorganisation-when = When
reorganisation-what = What
reorganisation-who = Who
reorganisation-succeeded = The org unit has become part of another
reorganisation-succeeded-text = Goals and series go on in
reorganisation-was-created = Was added.
reorganisation-was-changed = Was changed.
reorganisation-was-renamed = Was renamed from { $before } to { $after }.
reorganisation-was-moved = Was moved from { $before } to { $after }.
reorganisation-was-merged = Became part of { $heir }.
reorganisation-was-ended = Got { $day } as its last day.
reorganisation-was-split-from = Was formed by splitting { $name }.
reorganisation-choose = Choose an org unit
reorganisation-choose-level = Choose level
reorganisation-look = Show what happens
reorganisation-preview-lead = Nothing has changed yet. Read it through, then do it.
reorganisation-preview-again = Change
reorganisation-move-hint = The places that the steering model allows for the level.
reorganisation-move-from = { $name } moves from { $from } to { $to }.
reorganisation-move-gains = { $person } will reach the unit after the move.
reorganisation-move-loses = { $person } will no longer reach the unit.
reorganisation-holder = { $name } ({ $role })
reorganisation-merge-ends = { $name } ends after { $day } and points to { $heir }.
reorganisation-merge-targets = { $taken ->
    [0] No target levels follow.
    [one] One target level follows as it is.
   *[other] { $taken } target levels follow as they are.
} { $undecided ->
    [0] {""}
    [one] One is set at both and is left to decide.
   *[other] { $undecided } are set at both and are left to decide.
}
reorganisation-merge-note = Took over { $name }
reorganisation-merge-owner-title = Change owner
reorganisation-merge-taken-over-title = Target levels that follow
reorganisation-merge-to-decide-title = Target levels to decide
reorganisation-merge-to-decide-text = Both units have a level for the period. That of { $heir } holds until somebody changes it on the measure's page.
reorganisation-sort = Kind
reorganisation-measure = Measure
reorganisation-period = Period
reorganisation-level-taken-over = Target level
reorganisation-split-begin = { $names } begin on { $day } in the same place and on the same level. Their history says what they come from.
reorganisation-split-old-ends = { $name } ends the day before { $day }.
reorganisation-split-old-stays = { $name } remains.
reorganisation-split-targets = { $count ->
    [one] One target level is for { $name }. The new units get none of their own until somebody sets it on the measure's page.
   *[other] { $count } target levels are for { $name }. The new units get none of their own until somebody sets them on the measures' pages.
}
reorganisation-split-roles = Roles do not move by themselves. They show on the page of { $name } until somebody gives new ones.
reorganisation-places = Where everything goes
reorganisation-goes-to = Goes to
reorganisation-place-all = What gets no place of its own
reorganisation-place-all-hint = Whoever answers for it follows. Values stay where they were recorded.
reorganisation-place-choose = Choose a unit
reorganisation-place-as-above = As above
reorganisation-place-stays = Stays with { $name }
reorganisation-place-ended = Stays behind at { $name }, which ends
reorganisation-place-of = Where { $title } goes
reorganisation-problem-place = Choose where the things go that have no place of their own.
reorganisation-problem-wrong-place = The steering model does not let the unit stand there. Choose another place.
reorganisation-problem-place-top = The level { $level } is the top and stands under nothing.
reorganisation-problem-place-under = The level { $level } cannot stand under { $parent }. It can stand under: { $allowed }.
