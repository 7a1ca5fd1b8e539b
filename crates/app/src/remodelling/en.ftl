remodelling-title = Change the model
remodelling-lead = Hand in a model file. You see what it changes before anything happens.
remodelling-file = Model file
remodelling-file-hint = YAML, at most 2 MB. Without a file only the validity and decision of the model in force change.
remodelling-from = Holds from
remodelling-from-hint = Empty: the day in the file. The model is used in Tråden as soon as it is loaded, so that next year can be planned in it.
remodelling-decision = Decision
remodelling-decision-hint = Body, day, paragraph and register number, such as KF 2026-11-16 § 12, dnr KS 2026/0310. Empty: what the file says.
remodelling-look = Look at it
remodelling-no-file = Choose a file, or name validity or decision
remodelling-same = The file is the model that is already in force
remodelling-too-large = The file is larger than 2 MB
remodelling-ends-before-start = The model ends before it begins. Choose another day, or change the last day in the file
remodelling-faulty = { $count ->
    [one] The file cannot be used. One fault must be mended
   *[other] The file cannot be used. { $count } faults must be mended
}
remodelling-faults = Faults in the file
remodelling-line = Line { $line }
remodelling-more = { $count ->
    [one] One more is not shown.
   *[other] { $count } more are not shown.
}
remodelling-preview-title = How the model changes
remodelling-preview-lead = Nothing has changed yet. The new model replaces the old one, which can still be read.
remodelling-in-the-way = { $count ->
    [one] One thing stands in the way of the model
   *[other] { $count } things stand in the way of the model
}
remodelling-obstacles = In the way
remodelling-obstacles-text = These would be left without a place in the model. Change or end them first, or let the file keep the same id.
remodelling-type-gone = The type { $term } ({ $id }) is not in the file
remodelling-role-changed = The type { $term } ({ $id }) has another role in the file
remodelling-class-gone = The class of measures { $class } is not in the file
remodelling-link-gone = The file does not allow: { $child } { $link } { $parent }
remodelling-level-gone = The level { $name } ({ $level }) is not in the file, or is of another kind
remodelling-again = The model changed while you were looking
remodelling-again-text = This is what the file changes in the model now in force. Load it if that is still right.
remodelling-only-version = Only validity, decision and remarks change.
remodelling-apply = Load the model
remodelling-other-file = Choose another file
remodelling-left-open = { $count ->
    [0] Nothing
    [one] One thing
   *[other] { $count } things
}
remodelling-added = New
remodelling-removed = Removed
remodelling-changed = Changed
remodelling-nothing = nothing
remodelling-concerns = { $count ->
    [one] one in Tråden
   *[other] { $count } in Tråden
}
remodelling-field-changed = { $field }: its content changes
remodelling-field-from-to = { $field }: { $before } → { $after }
remodelling-part = { $part ->
    [element_types] Types
    [org_levels] Levels of the organisation
    [terms] The municipality’s words
    [scales] Scales
    [assessment] How it is assessed
    [cycle] The year
    [documents] Documents
    [glossary] Glossary
   *[other] { $part }
}
remodelling-field = { $field ->
    [term] The word
    [name] The name
    [singular] Singular
    [plural] Plural
    [definite] Definite form
    [definite_plural] Definite plural
    [en] In English
    [role] Role
    [owner] Responsible level
    [decided_by] Decided by
    [prepared_by] Prepared by
    [horizon] Holds
    [parents] Linked to
    [count] Number
    [formulation] Wording
    [scale] Scale
    [assess] Assessment
    [rules] Rules
    [fields] Own fields
    [classes] Classes of measures
    [target_kinds] Targets that can be set
    [breakdowns] Broken down by
    [items] Includes
    [kind] Kind
    [use] Used for
    [for] For
    [levels] Levels
    [method] Method
    [params] Values of the rule
    [stages] Stages
    [months] Months
    [due] Day of the month
    [dates] Days
    [per_year] Times a year
    [once] Once
    [opens_days_before] Opens days before
    [rel_year] Year it is about
    [level] Level
    [doc] Document
    [sections] Sections
    [definition] Definition
    [source] Source
   *[other] { $field }
}
remodelling-field-choices = { $name } (choose: { $choices })
remodelling-field-kind = { $kind ->
    [text] a few words
    [long_text] text
    [number] number
    [date] day
    [choice] choice
    [yes_no] yes or no
   *[other] { $kind }
}
remodelling-ahead = The model holds from { $from } but is used as soon as it is read in
remodelling-ahead-text = Read it in when the planning for { $year } begins. Year wheels, follow-ups and plans that are there already do not change. Wheels and reports made after that follow the new model.
