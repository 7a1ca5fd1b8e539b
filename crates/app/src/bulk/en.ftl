bulk-title = Change several
bulk-hand-over-title = Hand over from { $name }
bulk-lead = { $count ->
    [one] One row is chosen. Nothing changes until you have seen what will happen.
   *[other] { $count } rows are chosen. Nothing changes until you have seen what will happen.
}
bulk-hand-over-lead = { $count ->
    [one] The person answers for one thing. Choose who takes over.
   *[other] The person answers for { $count } things. Choose who takes over.
}
bulk-what = What do you want to change?
bulk-kind-responsible = Responsible
bulk-kind-owner = Whose it is
bulk-kind-end = Last day
bulk-kind-propose = Propose
bulk-kind-parent = What it belongs to
bulk-choose = Choose
bulk-nobody = Nobody
bulk-no-day = No last day
bulk-no-parent = Nothing
bulk-new-responsible = Who shall be responsible?
bulk-new-owner = Whose shall it be?
bulk-new-parent = What shall it belong to?
bulk-new-end = On which day shall it be done?
bulk-drafts-only = For drafts and proposals. What is decided changes by a new decision.
bulk-parent-hint = For drafts, proposals and activities. Links upward that exist are replaced.
bulk-preview = Show what will change
bulk-problem-value = Choose what it shall be
bulk-before = Now
bulk-after = Becomes
bulk-will-change = { $count ->
    [one] One will change
   *[other] { $count } will change
}
bulk-will-caption = What will change
bulk-will-not-change = { $count ->
    [one] One will not change
   *[other] { $count } will not change
}
bulk-will-not-caption = What will not change
bulk-why-not = Because
bulk-rest = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}
bulk-change = { $count ->
    [one] Change one
   *[other] Change { $count }
}
bulk-nothing-changes = Nothing will change
bulk-nothing-changes-text = None of the chosen can be changed like that. Below it says why.
bulk-not-yours = Somebody else plans it.
bulk-decided = It is decided and changes by a new decision.
bulk-not-draft = Only drafts can be proposed.
bulk-same = It is so already.
bulk-not-in-model = The steering model has no such place for it.
bulk-circle = It would end up under itself.
bulk-ends-before-start = It would end before it begins.
bulk-changed-meanwhile = Somebody has changed it while you were looking.
bulk-none = Nothing is chosen
bulk-none-text = Tick the rows in the list, then choose to change them.
bulk-to-list = To the list
bulk-receipt-title = { $count ->
    [one] One is changed
   *[other] { $count } are changed
}
bulk-receipt-lead = { $words }. { $name }, { $at }.
bulk-take-back = Take the change back
bulk-taken-back = The change was taken back { $at }
bulk-cannot-take-back = Some of it has been changed since. Therefore it cannot all be taken back at once.
bulk-changed-list = What was changed
bulk-hand-over = Hand over responsibility
