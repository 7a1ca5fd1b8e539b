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
reorganisation-move-roles = Those with a role above the new place reach the org unit. Those with a role above only the old one no longer do.
reorganisation-move-button = Move
reorganisation-end = End
reorganisation-end-keeps = Everything recorded stays and can be read. Nothing new can be put under the org unit.
reorganisation-end-owned = { $count ->
    [0] The org unit owns no goals or measures.
    [one] One goal or measure stays with the org unit. Move it, or merge the org unit with another instead.
   *[other] { $count } goals, measures and activities stay with the org unit. Merge it with another instead if somebody shall take them over.
}
reorganisation-end-button = End the org unit
reorganisation-merge = Merge
reorganisation-merge-into = Merge with
reorganisation-merge-last-day = Last day of { $name }
reorganisation-merge-ends = { $name } ends after its last day and points to the org unit that takes over.
reorganisation-merge-owned = { $count ->
    [0] The org unit owns no goals or measures that change owner.
    [one] One goal or measure changes owner. The old version stays in the history.
   *[other] { $count } goals, measures and activities change owner. The old versions stay in the history.
}
reorganisation-merge-series = The values of { $name } stay where they were recorded. The one that takes over shows them for periods where it has none of its own.
reorganisation-merge-roles = Roles do not move by themselves. They are shown on the old org unit's page until somebody moves them.
reorganisation-merge-button = Merge
reorganisation-split = Split
reorganisation-split-names = The new org units
reorganisation-split-names-hint = One name on each line.
reorganisation-split-old = The old org unit
reorganisation-split-ends = Ends the day before
reorganisation-split-new = The new org units lie in the same place and level, and their history tells what they come from.
reorganisation-split-series = The series of the new org units begin empty. Nobody knows how old values would be divided, so they stay with the old one.
reorganisation-split-owned = Goals, measures and roles stay with the old org unit until somebody moves them.
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
