grid-title = Fill in values
grid-lead = Write in the cells and save everything at once. Write – when the value is missing and ej when the measure does not concern you. Zero is a value.
grid-keys = The arrow keys and Enter move between cells, Esc takes back what you wrote. You can paste a block from a spreadsheet and see what changes before anything happens.
grid-year = Year
grid-show = Show
grid-measure = Measure
grid-each-month = Every month of { $year }
grid-each-tertial = Every third of a year
grid-each-half-year = Every half year
grid-each-year = Every year
grid-all-org-units = all org units
grid-all-periods = all periods
grid-opens = opens { $day }
grid-not-begun = The period has not begun.
grid-checked = Locked, because the value has been checked. Open it to correct it with a reason.
grid-checked-text = Checked values are locked. Is one wrong? Choose it in the table and correct it with a reason.
grid-sum-checked = What the units have handed in has been checked or stands in a frozen report. Write the value of its own on the page of the measure and say why.
grid-emptied = A value is not taken away by emptying its cell. Write – if it is missing.
grid-conflict = Somebody else has changed values while you were writing
grid-conflict-text = Nothing is saved yet. Where both of you wrote, both values are shown. If you save again, yours holds.
grid-conflict-cell = It now says { $theirs } here. If you save again, yours holds.
grid-conflict-gone = The value that stood here has been taken away. If you save again, yours holds.
grid-doubt = The period before it was { $before }. Is the new number right?
grid-doubts = Some numbers are at least three times larger or smaller than the period before
grid-sure = The numbers are right
grid-problem = { $name }, { $period }: { $words }
grid-quality = How certain are the values you have written?
grid-save = Save the values
grid-saved = { $count ->
    [0] No value was changed
    [one] One value is saved
   *[other] { $count } values are saved
}
grid-changed = Changed cells that are not saved: { $count_words }
grid-unsaved = There are values that are not saved.
grid-none = There are no measures to fill in here
grid-none-text = Measures are shown here when the org unit has values of them, owns them or has goals that rest on them.
grid-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
grid-paste-title = This will be pasted
grid-paste-summary = Changed: { $fresh }. Unchanged: { $same }. Cannot be pasted: { $bad }.
grid-paste-first = The first 100 are shown.
grid-paste-cell = Cell
grid-paste-before = Now
grid-paste-after = Becomes
grid-paste-effect = What happens
grid-paste-apply = Paste
grid-paste-cancel = Cancel
grid-paste-nothing = Empty, the cell is left
grid-paste-same = unchanged
grid-paste-outside = Outside the table
grid-paste-locked = The cell is locked
grid-paste-number = Not a number. Write for example 8.1, – or ej.
grid-download = Download the values, to change and read in again:
grid-download-year = { $year } as Excel
grid-download-xlsx = all years as Excel
grid-download-csv = all years as CSV
grid-closed = Locked, because the value has been handed in or frozen. Open it to correct it with a reason.
grid-closed-title = Some cells are locked
grid-closed-text = Is a locked value wrong? Choose it in the table to correct it with a reason. What was handed in or frozen does not change, and the correction shows there.
grid-chosen = Locked, because another source's value has been chosen. Open it to see why.
