methods-title = Working methods
methods-lead = How far each unit has come with the working methods that the municipality wants, by its own account.
methods-new = Add a working method
methods-change = Change the working method
methods-define-lead = Describe the method so that a unit can say how far it has come.
methods-name = Name
methods-meaning = What does it mean?
methods-meaning-hint = Write what one sees when the method is in place.
methods-is-wanted = Should units work so?
methods-holds = Yes, it holds
methods-let-go = No, it no longer holds
methods-save = Save
methods-none = No working methods are chosen yet
methods-none-text = When the municipality has decided which methods its units should develop, they stand here.
methods-no-units = No units here
methods-no-units-text = Change the choice to see more.
methods-not-said = Not said
methods-unit = Unit
methods-method = Working method
methods-level = How far
methods-who = Who
methods-when = When
methods-everywhere = The whole municipality
methods-all-levels = All
methods-filter = Choose among the units
methods-count = { $count ->
    [one] 1 unit
   *[other] { $count } units
}
methods-page = Page { $number } of { $last }
methods-more = { $count ->
    [one] One more method is in the file and on each unit's page.
   *[other] { $count } more methods are in the file and on each unit's page.
}
methods-what = What the methods mean
methods-how-far = How far we have come
methods-how-far-lead = Say yourselves how far you have come. What was said before stays.
methods-how-far-now = How far have you come?
methods-rests-on = What does it rest on?
methods-rests-on-hint = An example or two is enough.
methods-say = Say how far you have come now
methods-before = Before
methods-nothing-said = The unit has said nothing yet.
methods-choose-level = Choose something in the list
methods-said-meanwhile = Someone else saved while you wrote. Read through it and save again if you want to.
