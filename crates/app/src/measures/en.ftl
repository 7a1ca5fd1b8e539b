measures-title = Measures
measures-lead = What we measure to know whether goals are reached: resources, outputs and results.
measures-new = New measure
measures-edit = Change the measure
measures-form-lead = Describe the measure so that somebody else can measure alike.
measures-import-link = Read values in
measures-xlsx = Download the values as Excel
measures-fill-in = Fill in values
measures-fill-in-many = Fill in several
measures-name = Name
measures-text = What the measure shows
measures-type = Type
measures-goal = Measures
measures-class = Class
measures-unit = Unit of the value
measures-unit-hint = Such as per cent, kronor per child or number.
measures-decimals = Number of decimals
measures-is-percentage = The value is a share between 0 and 100 per cent
measures-direction = What is better?
measures-higher = higher is better
measures-lower-better = lower is better
measures-neutral = neither higher nor lower is better
measures-method = Method
measures-source = Source
measures-frequency = How often
measures-month = each month
measures-each-tertial = each tertial
measures-each-half-year = each half-year
measures-year = each year
measures-owner = Owner
measures-over-organisation = How values of units are put together
measures-over-time = How periods are put together
measures-sum = they are added
measures-mean-of = mean
measures-latest = the latest holds
measures-not-added = they are not put together
measures-counts = Counts when the goal is assessed
measures-controllable = The owner can influence the value
measures-filter = Search the measures
measures-filter-button = Search
measures-none-yet = No measures yet
measures-none-yet-text = A measure shows how a goal is going. When somebody has added a measure it stands here.
measures-none = No measure matches
measures-none-text = Try another word, or clear the search.
measures-shown = { $total ->
    [one] one measure
   *[other] { $total } measures
}
measures-org-unit = Unit
measures-coverage = { $all ->
    [one] { $known } of 1 unit has given a value for { $period }
   *[other] { $known } of { $all } units have given a value for { $period }
}
measures-record = Record a value
measures-record-title = Record a value: { $name }
measures-record-button = Save the value
measures-definition = Definition and source
measures-measures-what = Belongs to
measures-no-goal = The measure belongs to no goal
measures-no-goal-text = The thread is broken here. Link the measure to the goal it shall show.
measures-not-stated = Not stated
measures-target-word = Target
measures-period = Period
measures-value = Value
measures-value-hint = Write a number, such as 8.1.
measures-count = How many people is the value about?
measures-count-hint = May be left empty. A value about somebody, but fewer than { $least } people, is shown only to those who report.
measures-count-is-protected = The value is protected
measures-count-was-few = { $fewest ->
    [one] It has said that the value is about one person.
   *[other] It has said that the value is about { $fewest } people.
} So it is shown only to those who report, also when the number is changed.
measures-count-was-wrong = The number has been wrong all the time: the value was never about so few
measures-no-count = no number
measures-mend-count = Correct the number
measures-counts-of-groups = Number of people in groups
measures-counts-of-groups-lead = So many people the values of the groups have been said to be about. If they are too few, the value is shown only to those who report.
measures-counts-of-groups-none = No value of a group has been recorded
measures-counts-of-groups-none-text = Values of groups are read in from a file, with the number in the column antal.
measures-count-of-group = Number of people: { $group }, { $period }
measures-count-of-group-lead = The value is { $value } and is not changed here.
measures-conflict-people = It now says { $theirs } as the number of people. You wrote { $mine }. Save again if your number shall hold.
measures-problem-count = Write a whole number of people in figures, or leave it empty.
measures-quality = Quality
measures-state = What do you know?
measures-state-measured = We have a value
measures-state-missing = The value is missing
measures-state-not-applicable = Not applicable
measures-preliminary = Preliminary
measures-verified = Verified
measures-unreported = Not given
measures-taken-away = The value was taken away while you wrote
measures-taken-away-text = There is no value now. You wrote { $mine }. Save again if your value shall hold.
measures-conflict = Another value was recorded while you wrote
measures-conflict-with = Another value was recorded while you wrote: { $who }
measures-already-here = There is already { $value } here ({ $about })
measures-already-here-text = Your value replaces it. Save again if yours shall hold.
measures-already-here-why = Your value replaces it: write why.
measures-conflict-text = It now says { $theirs }. You wrote { $mine }. Save again if your value shall hold. The other one stays in the history.
measures-problem-number = Write a number, such as 8.1
measures-problem-number-too = There is a number here, but you have chosen that there is no value. Take the number away or choose that there is a value.
measures-problem-decimals = { $allowed ->
    [0] The measure has no decimals. Round to a whole number.
    [one] The measure has one decimal. Round the number.
   *[other] The measure has { $allowed } decimals. Round the number.
}
measures-problem-large = The number is too large. Check the unit.
measures-problem-frequency = The measure is not measured in such periods. Choose one from the list.
measures-problem-not-yet = The period has not begun
measures-problem-bounds = The value must lie between { $low } and { $high }
measures-problem-year = Write a year, such as 2026, or a period like 2026-T2
measures-problem-level = Write which level shall be reached
measures-problem-range = Write both from and to, the lower number first
measures-problem-goal = The steering model does not allow the measure to be linked to this goal
measures-everyone = All who have no level of their own
measures-target-period = Year or period
measures-target-kind = The value shall be
measures-kind-at-least = at least the level
measures-kind-at-most = at most the level
measures-kind-equal = equal to the level
measures-kind-range = between two levels
measures-level = Level
measures-level-to = To
measures-at-least = at least { $level }
measures-at-most = at most { $level }
measures-equal = { $level }
measures-range = { $low } to { $high }
measures-increase = shall increase
measures-decrease = shall decrease
measures-milestone = a state reached
measures-tertial = tertial { $number } { $year }
measures-half-year = half-year { $number } { $year }
measures-upper = Upper limit { $value }
measures-mean = Mean { $value }
measures-lower = Lower limit { $value }
measures-target = Target { $value }
measures-unusable = Cannot be read
measures-unusable-text = The values cannot be computed with. Check them in the table.
measures-no-values = No values yet
measures-no-values-text = It is shown here when the first value has been recorded.
measures-missing = The value is missing
measures-missing-text = The value for { $period } is missing.
measures-too-few = Too few values
measures-as-usual = Varies as usual
measures-few = { $count ->
    [one] Latest { $latest }. One value is not enough to tell change from chance.
   *[other] Latest { $latest }. { $count } values are too few to tell change from chance.
}
measures-latest-preliminary = The latest value is preliminary, so the conclusion may change.
measures-short-few = Latest { $latest }, but the values are too few to tell change from chance
measures-short-possible = { $fact }, but the values are too few to be sure
measures-short-chance = { $fact }, but it may be chance
measures-short-preliminary = { $fact }, but the latest value is preliminary
measures-short-trial = { $fact }, but the limits are preliminary
measures-short-usual = { $name } varies as usual around { $mean }
measures-short-never = { $name } varies as usual around { $mean } but does not reach the target { $target } with the present way of working
measures-trial = The limits are preliminary, since the values are few.
measures-usual = { $name } varies as usual around { $mean }. Latest { $latest }.
measures-usual-target = { $name } varies as usual around { $mean }. Latest { $latest }, the target is { $target }.
measures-usual-never = { $name } varies as usual around { $mean } but does not reach the target { $target } with the present way of working. A change is needed, not more waiting.
measures-alike = Values too alike
measures-alike-text = The values that the limits rest on were all { $mean }, so it cannot be said what the usual variation is. Latest { $latest }.
measures-recent = Changed recently
measures-recent-text = Latest { $latest }. Lately { $name } { $kind ->
    [rise] rose
    [fall] fell
    [above] lay above its mean, { $mean },
   *[below] lay below its mean, { $mean },
} several times in a row, so it is too early to say what is usual now.
measures-unsteady = Uncertain limits
measures-unsteady-text = Latest { $latest }. Among the values that the limits rest on { $name } { $kind ->
    [rise] rose
    [fall] fell
    [above] lay above its mean, { $mean },
   *[below] lay below its mean, { $mean },
} several times in a row, so it cannot be said what is usual.
measures-shift = { $name } has been { $way ->
    [up] above
   *[down] below
} its mean { $points } { $step ->
    [month] months
    [year] years
   *[other] measurements
} in a row.
measures-trend = { $name } has { $way ->
    [up] risen
   *[down] fallen
} { $points } { $step ->
    [month] months
    [year] years
   *[other] measurements
} in a row.
measures-outside = { $latest } lies { $way ->
    [up] above the upper limit
   *[down] below the lower limit
} of the usual variation.
measures-near = Two of the latest three lie near the { $way ->
    [up] upper
   *[down] lower
} limit.
measures-possible = It may be a change, but the values are too few to be sure.
measures-real = It is a real change, not chance.
measures-real-better = It is a real improvement, not chance.
measures-what-did-you-do = What did you do?
measures-real-worse = It is a real change, not chance.
measures-status = { $way ->
    [up] Rising
   *[down] Falling
} – { $meaning ->
    [better] improvement
    [worse] deterioration
   *[neutral] change
}
measures-status-possible = { $way ->
    [up] May be rising
   *[down] May be falling
} – { $meaning ->
    [better] possible improvement
    [worse] possible deterioration
   *[neutral] possible change
}
measures-always = Reaches the target every time with the present way of working.
measures-sometimes = Can reach the target, but not every time, with the present way of working.
measures-never = Does not reach the target with the present way of working.
measures-left-level = The limits rest on { $first } to { $last }, when the mean was { $mean }, and the values no longer lie there. Whether the present way of working reaches the target can be said once somebody has let the comparison begin anew.
measures-met = The latest value reaches the target.
measures-not-met = The latest value does not reach the target.
measures-form-conflict = Somebody else has changed the measure while you wrote
measures-form-conflict-text = This is what stands now and differs from what you wrote. Save again if what you wrote shall apply. The other is kept in the history.
measures-problem-decimals-range = Write a whole number between 0 and { $most }
measures-begin-anew = Begin anew
measures-begin-anew-lead = Begin anew when the way of working or the measuring has really changed. Limits are then computed from that period on, and what was before is a story of its own.
measures-begin-from = Begin from
measures-reason = Why does comparison begin anew?
measures-reason-hint = Such as: New rostering from March. The reason is shown at the chart.
measures-problem-reason = Write why comparison begins anew
measures-problem-begun = Comparison begins anew there already, for another reason
measures-begun-anew = Comparison begins anew { $from }: { $reason }
measures-note-event = Add an event
measures-note-event-lead = The event is shown in all charts of the unit, so that more people understand what happened.
measures-event-day = Day
measures-event-text = What happened?
measures-event-hint = A few words, such as New groups.
measures-problem-future-event = The day has not come yet. Choose a day up to today.
measures-help = How to read the chart
measures-help-time = two minutes
measures-help-limits = The shaded band is the usual variation. Values within it differ by chance, so read nothing into single ups and downs.
measures-help-signals = Coloured points are real changes: a value outside the band, many in a row on the same side of the mean, or many in a row the same way.
measures-help-target = The dotted line is the target level. With the whole band on the right side the target is reached every time. With the whole band on the wrong side another way of working is needed.
measures-help-hollow = A hollow point is a preliminary value that may change.
measures-help-gaps = A gap is a period where the value is missing, not reported or not applicable. Zero is a value and drawn as zero.
measures-help-anew = When the way of working has really changed, comparison can begin anew.
measures-groups = Differences between groups
measures-groups-text = { $first } and { $second } compared period by period
measures-yes = Yes
measures-no = No
measures-target-conflict = There is a level for the period already
measures-target-conflict-text = It now says { $theirs }. You wrote { $mine }. Save again if your level shall apply. The other is kept in the history.
measures-target-change = Change the level
measures-problem-target-period = The measure is not measured in such periods. Write a year, such as 2026.
measures-problem-adopted = The measure is decided and does not change. Write a new wording that replaces it once it is decided.
measures-problem-bound = The measure has values that hang on this, so it cannot change. If you are to measure in another way, make a new measure that goes on from this one.
measures-bound = The measure has values already
measures-bound-text = Name, method, source and text may change. Class, unit, decimals, direction and frequency stay, or the values would mean something else. When the way of working has changed it is enough to begin anew.
measures-continue = Make a new measure that goes on from this one
measures-continues = Goes on from the measure { $title }.
measures-values-stay = Values, levels and links come along.
measures-earlier-wording = Earlier wording:
measures-season = Follows the season
measures-season-compared = The values follow the season, so they are compared with the same time last year: { $latest } in { $now } against { $then } in { $then_period }.
measures-season-alone = The values follow the season, and the value of the same time last year is missing. Latest { $latest } in { $now }.
measures-season-unusual = The difference from last year is larger than it has been between earlier years.
measures-help-season = When the values follow the season no band is drawn, because one period is not like the next. Compare with the same time last year.
measures-level-now = Level
measures-level-highest = The highest value so far
measures-level-high = High against earlier values
measures-level-lowest = The lowest value so far
measures-level-low = Low against earlier values
measures-level-unchanged = Unchanged against earlier values
measures-level-undecided = Cannot be said yet
measures-level-season = Follows the season
measures-direction-now = Direction
measures-moved = { $way ->
    [up] Up from { $value } in { $period }
    [down] Down from { $value } in { $period }
   *[same] The same as in { $period }, { $value }
}
measures-efforts = Efforts
measures-efforts-note = What is done for the goals that the measure shows
measures-effort-until = done { $day }
measures-corrected = Corrected
measures-problem-not-yours = You cannot say that the value is checked. Choose preliminary or corrected, and those who answer for the source will check it.
measures-problem-nothing-stands = There is no value to correct for the period. Choose preliminary or checked.
measures-problem-why-changed = Write why the value changes. The checked value may have been used already.
measures-why-changed = Why does the value change?
measures-why-changed-hint = Needed when a checked or corrected value gets another value. The reason is shown on the page of the measure.
measures-history = Changed values
measures-history-note = What stood before is kept here.
measures-before = Before
measures-after = Now
measures-why = Reason
measures-who-when = Who and when
measures-no-reason = No reason was needed
measures-restated = Values have changed since a report was frozen
measures-restated-text = The report frozen { $day } is unchanged. This is how it differs from what stands now:
measures-restated-value = { $period }: the report says { $before }, now { $now } holds.
measures-preliminary-count = { $count ->
    [one] Hollow point: one value is preliminary and may change.
   *[other] Hollow points: { $count } values are preliminary and may change.
}
measures-formula = How the value is computed
measures-formula-set = Compute from other measures
measures-formula-lead = Choose the measures that are part of it. They get the letters A to E. Then write how they are put together.
measures-formula-narrow = Show measures that contain
measures-formula-part = Measure { $letter }
measures-formula-hint = For example A / B, or A / B * 100 for a share in per cent. You may use + - * / and parentheses. Empty means that the value is reported as usual.
measures-formula-hidden = a measure you cannot see
measures-formula-whole = For several units each part is put together first, and the formula is put to the sums.
measures-formula-conflict = Someone else has changed the measure while you were writing. Check the formula and save again if yours is to hold.
measures-formula-never = The formula can never give a value, because it always divides by zero. Divide by something else.
measures-formula-empty = Write how the measures are put together, for example A / B
measures-formula-long = The formula is too long. Write at most { $most } characters.
measures-formula-deep = The formula has too many parentheses inside each other. Use at most { $most }.
measures-formula-sign = The sign { $sign } at place { $at } cannot be computed with. Use + - * / and parentheses.
measures-formula-letter = { $name } is none of the measures you have chosen. Choose the measure in the list and write its letter.
measures-formula-number = { $text } cannot be read as a number. Write for example 0,5.
measures-formula-value = Something is missing at place { $at }. Write a letter, a number or a parenthesis there.
measures-formula-rule = Something is missing at place { $at }. Write + - * or / between two measures.
measures-formula-unmatched = The parenthesis at place { $at } lacks its other half.
measures-problem-computed = The measure is computed from other measures. Record values of those instead.
measures-problem-undecided = The new wording has not been decided and takes no values. Record the value for the measure in force.
measures-problem-has-values = The measure has values of its own already, so it cannot be computed. Make a new measure for the formula.
measures-problem-part-frequency = The measure is not measured as often as the one you compute. Choose one that is.
measures-problem-no-part = The formula has no measure. Choose at least one and write its letter.
measures-problem-circle = The formula goes in a circle: { $way }. Take one of the measures away.
measures-problem-too-large = The formula is built on too many measures. Split it.
measures-break-kind = What has changed?
measures-break-work = How the unit works
measures-break-method = The method or the definition, for all units
measures-method-changed = New method from { $from }: { $reason } Values before and after are not compared.
measures-other-units = Other org units
measures-regrouped = From { $period } other org units have reported than before. What the sum or the mean rests on is not the same, so values before and after are not compared.
measures-new-method = New method
measures-problem-method-owner = Only those who answer for the measure can say that the method has changed
measures-problem-ended = The measure is no longer in force, so nothing can be added
measures-problem-target-bounds = The level must lie between { $low } and { $high }
measures-hidden = not shown
measures-hidden-cell = visas_inte
measures-hidden-note = Values about fewer than { $least } people are not shown, so that nobody can be recognised. Nor are values from which one of those could be worked out.
measures-other-groups = other groups
measures-breakdowns = Breakdowns
measures-breakdowns-set = Break down by group
measures-breakdowns-lead = Say which groups values may be reported for. Only those groups are accepted.
measures-breakdowns-hint = One breakdown on each line, for example sex: women, men
measures-breakdowns-conflict = Someone else has changed the measure while you were writing. Check and save again if what you wrote is to hold.
measures-breakdown-line = { $line } is no breakdown. Write the name, a colon and at least two groups with commas between.
measures-breakdown-twice = { $name } stands twice. Give the groups different names.
measures-breakdown-long = A name is too long. Write at most { $most } characters.
measures-breakdown-many = There are too many breakdowns or groups
measures-least = Do not show values about fewer than
measures-least-hint = A number of people. Protect those who could be recognised otherwise.
measures-least-none = No limit
measures-least-people = { $count } people
measures-problem-least = Write a whole number between 0 and { $most }
measures-along = What moves along?
measures-along-lead = Measures that rise and fall at the same time, or each its own way. It says nothing of what depends on what.
measures-along-found = Move along
measures-along-looked = { $count ->
    [one] One measure is compared
   *[other] { $count } measures are compared
}
measures-along-none = None of the measures moves along with this one more than chance may do.
measures-along-note = When many measures are compared some are alike by chance. Of those shown, about one in twenty at most is expected to be chance.
measures-along-expected = Is that what you expected?
measures-along-missing = Where is there no relation although you had expected one?
measures-along-yes = Yes
measures-along-no = No
measures-along-unsure = Do not know
measures-along-answered = Expected? { $answer }. { $who } answered { $day }.
measures-along-unanswered = Nobody has answered whether it was expected.
measures-along-together = When { $own } rises from one period to the next, { $other } usually rises too. It rests on { $pairs } shared changes.
measures-along-opposed = When { $own } rises from one period to the next, { $other } usually falls. It rests on { $pairs } shared changes.
measures-along-same-way = the same way
measures-along-other-way = the other way
measures-along-no-clear = nothing clear
measures-along-still = does not move
measures-along-all = All measures that are compared
measures-along-measure = Measure
measures-along-how = Moves
measures-along-pairs = Shared changes
measures-along-coefficient = Rank correlation
measures-along-method = Compared are changes from one period to the next, at least six shared. Spearman's rank correlation goes from −1 to 1. The choice is made so that the share of chance is held down (Benjamini and Hochberg).
measures-along-too-few = There is nothing to compare with yet
measures-along-too-few-text = Seven values for the same periods are needed, of two measures that are measured as often.
measures-nothing-stands = no value
measures-sum-before = the value of the units { $sum }
measures-sum-before-hidden = the value of the units (not shown)
measures-door-recorded = in the form
measures-door-filled = in the table
measures-door-imported = by a file
measures-door-undone = an import was undone
measures-door-chosen = the source was chosen
measures-door-beside = by a file, beside the one in use
measures-door-withdrawn = an import was undone, beside the one in use
measures-own-value = the own value
measures-value-from = the value from { $source }
measures-source-own = The municipality's own
measures-sources = Values from several sources
measures-sources-note = One value is used in charts, sums and reports. The others stand beside it.
measures-said-on = Given
measures-source-standing = Used
measures-source-used = Used
measures-source-unused = No value is used for the period.
measures-source-choose = Choose source
measures-source-same = Says the same as { $whose }.
measures-source-higher = { $by } higher than { $whose }.
measures-source-lower = { $by } lower than { $whose }.
measures-source-other = Differs from { $whose }.
measures-choose-source = Choose which value is used
measures-choose-source-lead = Several sources say different things. The municipality's own value is used unless somebody has chosen another. The others stay beside.
measures-source-to-use = The value to use
measures-source-reason = Why?
measures-source-reason-hint = The reason is kept among the measure's changes.
measures-sources-changed = Something has changed since you opened the page
measures-sources-changed-text = This is what the sources say now. Save again if your choice shall hold.
measures-source-decided = It has been chosen that the value from { $source } is used for the period. Choose the municipality's own on the measure's page first.
measures-source-takes-over = The value in use comes from { $source }
measures-source-takes-over-text = If you save a value of your own it is used instead. The source's value stays beside it.
measures-closed-handed-in = Handed in with { $round } by { $person } on { $day }. It can be returned until { $until }.
measures-closed-for-good = Handed in with { $round } by { $person } on { $day }. The round has been closed since { $from }.
measures-closed-frozen = The report of { $round } was frozen by { $person } on { $day } and does not change.
measures-closed = The value has been handed in already
measures-closed-text = Changing it is a correction, and the reason is needed.
measures-problem-why-closed = Write why the value is changed. It has been handed in or frozen already.
measures-lag = Days after the period until the value shall be there
measures-lag-hint = What you have agreed. Empty means the usual: 30 days for a month, 45 for four months, 60 for half a year and 90 for a year.
measures-lag-agreed = { $days ->
    [one] one day, as agreed
   *[other] { $days } days, as agreed
}
measures-lag-usual = { $days } days, the usual
measures-problem-lag = Write a whole number between 0 and { $most }, or leave empty
measures-withheld = Values about fewer than { $least } people are not shown, so that nobody can be recognised. Nor are values from which one of those could be worked out. In the chart they are gaps.
measures-withheld-own = A hidden value that a unit has handed in itself stays hidden for that period. It is shown again only if whoever checks says that the number of people has been wrong all along, and no other value of the period is about too few.
measures-withheld-sum = A hidden value that is put together of units may be shown again when a new value for the same period comes in from one of them.
measures-withheld-latest = The latest value is not shown
measures-order = Order
measures-order-name = Name
measures-order-far = Furthest from the target
measures-order-far-text = The latest value of the owner of the measure, against the target. Measures that cannot be compared stand last.
measures-latest-value = Latest
measures-distance = Distance to the target
measures-off = { $percent } per cent off
measures-off-none = meets the target
measures-told-below = { $count ->
    [one] The value is otherwise put together from one org unit below
   *[other] The value is otherwise put together from { $count } org units below
}
measures-told-below-text = If you write a value of your own, it holds instead for the period you choose. For the other periods what the org units hand in goes on to hold.
measures-over-time-hint = This is how months and four-month periods become years. The target level of a year holds for each period of it.
measures-problem-latest-across = Units stand beside each other, so none of them is the latest. Choose sum, mean or that they are not put together.
measures-worth-set = Control question and established measure
measures-worth-lead = This may be said of a decided measure too. It changes nothing in the decision.
measures-tells = Says something of quality to the inhabitants
measures-tells-question = Does the measure say something of the quality that the inhabitants meet?
measures-tells-hint = Good measures of results bring out important qualities of the services as the inhabitants see them.
measures-tells-yes = Yes
measures-tells-partly = Partly
measures-tells-no = No
measures-tells-unanswered = Not answered yet
measures-tells-reason = Reason for the answer
measures-tells-reason-hint = If the answer is no: say why the measure is needed all the same.
measures-established = Established measure
measures-established-hint = Is the measure in Kolada already, or in use in the trade? Write its number and name, so that it can be compared with others.
measures-established-link = Link to the definition
measures-established-link-hint = The address begins with https://.
measures-problem-link = That is no address. Write all of it, such as https://www.kolada.se/.
measures-problem-established = Write what the measure is called or numbered there too.
measures-kinds = Show
measures-all = All measures
measures-only-established = Established measures
measures-years = Year by year
measures-year-rests-on = Rests on
measures-year-of = { $known } of { $of } values
measures-year-latest = the value of { $period }
measures-year-hidden = { $count ->
    [one] One value is not shown and not counted
   *[other] { $count } values are not shown and not counted
}
measures-year-unknown = missing
measures-share-of = What is the share a share of?
measures-share-of-people = The people the value is about
measures-share-of-hint = Tick this if each person is counted once, such as answers to a survey. Then the system can reckon what chance does. Do not tick it for shares of time or money, such as sick leave.
measures-automatic = Automatic text
measures-counted-so = How it was counted
measures-and = { $first } and { $last }
measures-and-more = { $left } more
measures-between = { $low } to { $high }
measures-people = Number of people
measures-low = Lower
measures-high = Upper
measures-group = Group
measures-verdict = Verdict
measures-verdict-unknown = cannot be said
measures-verdict-usual = within what chance does
measures-verdict-watch = keep an eye on
measures-verdict-better = better than chance
measures-verdict-worse = worse than chance
measures-verdict-higher = higher than chance
measures-verdict-lower = lower than chance
measures-units = Do the units differ?
measures-units-lead = Each unit's value beside the others', with regard to how much chance can do. It is no ranking.
measures-units-views = View
measures-units-now = Now
measures-units-over-time = Over time
measures-units-none = There is nothing to compare yet
measures-units-none-text = At least two units with a value for the same period are needed.
measures-units-none-differs = None of { $count } units differs more than chance from all together, { $centre }.
measures-units-differ = { $names } differ more than chance from all together, { $centre }. { $count } units are compared.
measures-units-watch = { $count ->
    [one] Keep an eye on { $names }, which is at the edge of what chance does.
   *[other] Keep an eye on { $names }, which are at the edge of what chance does.
}
measures-units-expected = Of { $count } units about { $chance } are expected outside the warning limit by chance.
measures-units-wider = The limits are widened because the units differ more than chance for reasons other than quality, such as whom they serve.
measures-units-uncounted = { $count ->
    [one] One unit is not part of the comparison, because it is not known how many people its value is about.
   *[other] { $count } units are not part of the comparison, because it is not known how many people their values are about.
}
measures-units-in-parts = The org units are so many that they are shown on several pages, those that differ first. The text is about all of them.
measures-units-care = The units may have different tasks and meet different people. Ask for the reason before you draw a conclusion.
measures-units-no-share = It cannot be said whether the differences are larger than chance, because nobody has said that the measure is a share of the people it is about.
measures-units-no-percentage = It cannot be said whether the differences are larger than chance, because the measure is no share of people. The units' values are shown as they are.
measures-units-counts-hidden = It cannot be said whether the differences are larger than chance. How many people the values are about is not shown, because it would tell something of few.
measures-units-no-counts = It cannot be said whether the differences are larger than chance, because it is not known how many people the values are about.
measures-units-nothing-differs = All units have the same value.
measures-units-say-share = Say what the share is a share of
measures-units-all = All together { $share }
measures-units-warning = warning
measures-units-action = action
measures-units-limits = Action limit
measures-units-interval = With chance counted in
measures-units-method-people = From each unit's share and number of people it is counted for how many it is true, rounded to a whole number. The numbers of all units are added up to what is common.
measures-units-method-binomial = What is common is { $centre }. The limits are the exact binomial limits around it: chance lies outside the warning limit in 2.5 per cent on each side, outside the action limit in 0.1 per cent (Spiegelhalter 2005, appendix A.1.1).
measures-units-method-wider = What is common is { $centre }. The spread between the units is { $ratio } times that of chance, so the limits are widened by the variance { $between } on the arcsine scale, after the outermost ten per cent have been drawn in (Spiegelhalter 2005, section 4). The warning limit is 95 per cent, the action limit 99.8.
measures-units-method-wilson = What is common is { $centre }. The units are fewer than eight, so each is held against what is common by its own interval (Wilson 1927). The risk of error, 5 per cent, is shared among all units (Bonferroni, Dunn 1961). A unit differs if the interval does not reach what is common. If only its ordinary interval of 95 per cent misses, it is one to keep an eye on.
measures-over-time-none = None of { $count } units has a real change in its latest value.
measures-over-time-some = Of { $count } units { $names } have a real change in their latest value.
measures-over-time-note = All have the same scale. Coloured points are real changes against the unit's own usual variation. Units with a change now come first.
measures-over-time-in-parts = All have the same scale. Coloured points are real changes against the org unit’s own usual variation. The text is about the org units on this page.
measures-over-time-signal = Change now
measures-over-time-page = Page { $page } of { $last }, { $all } units
measures-crossing = The units in two measures
measures-crossing-lead = Each unit's value of another measure, such as what the work costs, beside this measure, with a cross of the medians.
measures-crossing-cost = The other measure
measures-crossing-cost-hint = For instance a measure that says what the work costs per user.
measures-crossing-show = Show
measures-crossing-neutral = The measure does not say what is better
measures-crossing-neutral-text = Give the measure a direction, or choose another measure, to compare.
measures-crossing-few = Too few units have both measures
measures-crossing-few-text = At least five units with a value of both measures for the same period are needed.
measures-crossing-field = Place
measures-field-low-better = lower { $other }, better { $own }
measures-field-high-better = higher { $other }, better { $own }
measures-field-low-worse = lower { $other }, worse { $own }
measures-field-high-worse = higher { $other }, worse { $own }
measures-field-on-cross = on the median
measures-crossing-good = { $names } lie lower than the median in { $other } and better than the median in { $own }. That is { $count } of { $all } units.
measures-crossing-none-good = None of { $all } units lies both lower than the median in { $other } and better than the median in { $own }.
measures-crossing-bad = { $count ->
    [one] { $names } lies higher in { $other } and worse in { $own }.
   *[other] { $names } lie higher in { $other } and worse in { $own }.
}
measures-crossing-median = Median { $value }
measures-crossing-unclear = No clear relation between { $other } and { $own } shows.
measures-crossing-dearer-better = Units with a higher value of { $other } more often have a better value of { $own }, more than chance does.
measures-crossing-dearer-worse = Units with a higher value of { $other } more often have a worse value of { $own }, more than chance does.
measures-crossing-few-pairs = The units are too few to say whether { $other } and { $own } go together.
measures-crossing-care = It says nothing of what depends on what. The units may have different tasks and meet different people.
measures-crossing-method = The median is the value that as many units lie above as below. The relation is Spearman's rank correlation, and is told only when chance gives one as strong in at most one case of twenty. Measures that are not measured equally often are put together to whole years.
measures-forecast = Forecast for the year
measures-forecast-for = { $year }, forecast
measures-forecast-interval = Interval
measures-forecast-text = { $year } is expected to end at { $expected }. In nineteen cases of twenty the year ends between { $low } and { $high }, if the rest of it goes as it usually does.
measures-forecast-met = The target { $target } is then met.
measures-forecast-missed = The target { $target } is then not met.
measures-forecast-open = Whether the target { $target } is met cannot be said yet.
measures-forecast-years = Rests on { $known } of { $periods } periods of this year and on how { $years } earlier years went on.
measures-forecast-usual = Rests on { $known } of { $periods } periods of this year and on the usual variation.
measures-forecast-care = Decisions and events during the rest of the year are not counted in.
measures-no-forecast = No forecast can be given.
measures-no-forecast-missing = A value of this year is missing or not shown.
measures-no-forecast-anew = The comparison has begun anew this year.
measures-no-forecast-few = Three whole earlier years or twelve values are needed.
measures-no-forecast-changing = The values change or follow the seasons, and then three whole earlier years are needed.
measures-no-forecast-below = The values are so uneven that the year might as well end below nought, and no value ever has.
measures-no-forecast-odd = The value { $value } for { $period } differs so much from all the others that it alone would decide the forecast.
measures-no-forecast-uneven = A single value differs so much from all the others that it alone would decide the forecast.
measures-no-forecast-once = All values but one are equal, so it cannot be said how sure a forecast would be.
measures-no-forecast-units = See the org units’ values
measures-no-forecast-check = Check the value
measures-no-forecast-still = The values have never varied, so it cannot be said how sure a forecast would be.
measures-apart = Is the difference larger than chance?
measures-groups-apart = In { $period } the value is highest for { $high }, { $most }, and lowest for { $low }, { $least }.
measures-groups-equal = In { $period } the value is { $value } for all groups.
measures-groups-equal-some = In { $period } the value is { $value } for the groups that have a value.
measures-groups-some = Not every group has a value.
measures-groups-nothing = There is no period for which the values of the groups can be compared.
measures-groups-no-share = Whether the difference is larger than chance cannot be said, since nobody has said that the measure is a share of those it is about.
measures-groups-no-counts = Whether the difference is larger than chance cannot be said, since it is not known how many the groups are.
measures-apart-none = The groups do not differ more than chance in { $period }.
measures-apart-pair = { $high } have a higher value than { $low } in { $period }, more than chance does.
measures-apart-over = { $high } above { $low }
measures-apart-pairs = Groups differ more than chance in { $period }: { $pairs }.
measures-apart-interval = Interval for comparing
measures-apart-method = The intervals are made for comparing groups: two that do not meet differ more than chance (Goldstein and Healy 1995). With more groups than two, more is needed of each pair.
measures-small-people = Small numbers: the value is about { $count } people, so that a few can change it much.
measures-small-rare = Small numbers: it happens seldom, or nearly always, so that a few can change the value much.
measures-explained-lead = Every figure behind the automatic text stands here, so that you can count it again.
measures-explained-sentence = The text and the rule behind it
measures-explained-unusable = Some value is no usable number, and therefore nothing is said.
measures-explained-missing = The latest value is missing or not shown, and therefore nothing is said of how it stands.
measures-explained-season = The differences between the periods of the year are at least seven times what is left when period and year are counted away, both as it is and without trend (Lothian and Morry 1978). Therefore nothing is said from limits, and the value is held against the same period last year.
measures-explained-too-few = No limits are computed from fewer than six values.
measures-explained-no-rule = None of the four rules is fulfilled for the latest value.
measures-explained-outside = Rule 1: the latest value lies outside a limit.
measures-explained-trend = Rule 2: { $points } values in a row are each higher, or each lower, than the one before. Seven are needed.
measures-explained-near = Rule 3: two of three values in a row, all on the same side of the mean, lie in the outermost third inside the limit.
measures-explained-shift = Rule 4: { $points } values in a row lie on the same side of the mean. Seven are needed.
measures-explained-target = The target { $target } is held against the limits { $low } to { $high }, not against the latest value. If the whole range is on the right side, and the latest twelve values too, the target is met every time. If all of it is on the wrong side it is not met, otherwise it may be met sometimes.
measures-explained-target-unsaid = The target { $target } is held against the latest value alone. Whether the present way of working reaches the target is said when at least twelve values have varied, somebody has said which way is better, and the latest value is an ordinary one.
measures-explained-target-moved = The target { $target } is held against the latest value alone. Among the latest twelve values there is a run that has left the level the limits rest on, so the limits say nothing of the present way of working.
measures-explained-target-unsteady = The target { $target } is held against the latest value alone. Among the values that the limits rest on there is a run, so they are no steady level to hold the target against.
measures-explained-alike = The values that the limits rest on are all equal. That is why it cannot be said what the usual variation is.
measures-explained-recent = The latest value fulfils no rule, but among the latest twelve there is a run of at least seven on the same side of the mean, or seven that rise or fall.
measures-explained-target-latest = The target { $target } is held against the latest value, because there are no limits to hold it against.
measures-explained-limits = The limits
measures-explained-stretch = Periods
measures-explained-rests = Rests on
measures-explained-few = { $count } values, too few for limits
measures-explained-trial = { $count } values. The limits are computed anew with each value until there are twelve.
measures-explained-firm = The { $base } first of { $count } values, unless a person has decided on another number
measures-explained-mean = Mean
measures-explained-range = Mean of the differences between values in a row
measures-explained-upper = Upper limit
measures-explained-lower = Lower limit
measures-explained-above = { $mean } + 2.66 × { $range } = { $upper }
measures-explained-below = { $mean } − 2.66 × { $range } = { $lower }
measures-explained-source = Differences of at least 3.267 times the mean difference are left out, and the mean difference is then computed once more. The rules are those of NHS England, Making Data Count.
measures-explained-years = The rest of the year is expected to lie as much above or below its beginning as it did on average in the earlier years. The interval is t(0.975; years − 1) × the standard deviation × √(1 + 1/years), times the part of the year that is left (Hahn and Meeker 1991).
measures-explained-usual = Each period that is left is expected to be as the mean. The interval is t(0.975; ν) × the mean difference / 1.128 × √(k + k²/n), where k is the number of periods left, n the number of values that the mean rests on and ν the degrees of freedom that the mean difference has, about seven of twelve values (Cryer and Ryan 1990). If the year is a mean it is divided by the periods of the year.
measures-explained-values = Value by value
measures-explained-values-note = Newest first
measures-explained-difference = Difference from the one before
measures-explained-place = Place
measures-explained-mark = Rule
measures-place-outside-up = above the upper limit
measures-place-outside-down = below the lower limit
measures-place-near-up = near the upper limit
measures-place-near-down = near the lower limit
measures-place-above = above the mean
measures-place-below = below the mean
measures-place-mean = on the mean
measures-mark-outside = 1 outside a limit
measures-mark-trend = 2 trend
measures-mark-near = 3 two of three near a limit
measures-mark-shift = 4 shift
measures-mark-possible = possible
measures-explained-larger = The text tells of the run, because that is the larger news.
measures-possible-still = All values before were equal, so it cannot be said whether it is a change or chance.

measures-break-mend = Correct a break
measures-break-mend-lead = If the break is wrong you can move it, change its reason or take it away. The history says what held before and why it was changed.
measures-break-mend-link = Correct or take away
measures-break-what = What do you want to do?
measures-break-change = Change the break
measures-break-remove = Take the break away
measures-break-why = Why do you change it?
measures-break-why-hint = For example: The wrong month was given.
measures-break-why-problem = Write why the break is changed or taken away

measures-use-below = Use the units’ values again
measures-use-below-title = An own value instead of the units’
measures-use-below-text = An own value stands here instead of what the units’ values make.
measures-use-below-lead = The own value is taken away for the period, and what the units have reported is put together again. The value taken away stays among changed values. Record it anew to have it back.
measures-use-below-stands = { $value } stands for { $period }.
measures-use-below-why = Why is the own value taken away?
measures-use-below-hint = For example: The value was written in the wrong row.
measures-areas = Strong and weak
measures-areas-lead = The measures of the body's goals and of the goals right below them: do they reach the target, do they really change, and how do they stand beside others?
measures-areas-found = Particularly strong and weak
measures-areas-none = No measures belong to the goals
measures-areas-none-text = Choose another body, or tie measures to the goals.
measures-areas-text = Of { $all } measures { $strong } are particularly strong and { $weak } particularly weak. { $unknown } cannot be judged.
measures-areas-cut = The body has { $all } measures. Only the first { $shown } are included here.
measures-areas-nothing = None of { $all } measures can be judged yet.
measures-areas-goal = Goal
measures-areas-target = Target
measures-areas-change = Change
measures-areas-beside = Beside others
measures-areas-together = Taken together
measures-areas-met = met
measures-areas-not-met = not met
measures-areas-improves = improves
measures-areas-worsens = deteriorates
measures-areas-changes = changes
measures-areas-better = better than most
measures-areas-worse = worse than most
measures-areas-middle = as most
measures-areas-strong = particularly strong
measures-areas-weak = particularly weak
measures-areas-mixed = both strong and weak
measures-areas-ordinary = nothing particular
measures-areas-unknown = cannot be judged
measures-areas-of-ordinary = Nothing particular
measures-areas-of-unknown = Cannot be judged
measures-areas-method = Three signs count: whether the latest value reaches the target, whether a real change is going on, and whether the value lies outside the half in the middle of the values that other bodies on the same level have reported themselves for the same period, at least five others. Values that are worked out are not compared with those of others. It is particularly strong with at least two good signs and no bad one, particularly weak with at least two bad and no good one. Each measure leads to its figures.
measures-problem-part-twice = The measure is chosen already. Use the same letter twice in the formula instead.
measures-computed-value = Computed value
measures-explained-parts = What the value is computed from
measures-explained-parts-note = Where one of the values is missing, or it is divided by zero, there is no computed value. An org unit that lacks something is not counted.
measures-lacks-parts = { $parts } is missing
measures-lacks-zero = divided by zero
measures-lacks-room = the number is too large
measures-lacks-apart = the values are not of the same org units
measures-lacks-together = no org unit has all the values
measures-lacks-some = org units where something is missing are not included
measures-explained-remark = To know
measures-silence = No values
