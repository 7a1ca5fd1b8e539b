imports-title = Read values in
imports-lead = Read many values in at once from a spreadsheet or a CSV file. You see what will happen before anything is saved, and it can be undone.
imports-file = File
imports-file-hint = An Excel workbook (.xlsx) or a CSV file. In a workbook the first visible sheet is read. At most 28 MB.
imports-look = Check the file
imports-columns = What the file should look like
imports-columns-lead = The first row is headings, each row after it is a value. The file you download from a measure looks like this and can be read in again.
imports-example = Download an example file
imports-example-file = example.csv
imports-column = Column
imports-needed-head = Needed
imports-needed = yes
imports-meaning = What it holds
imports-column-measure = The name of the measure as it stands in Tråden, or its id.
imports-column-org-unit = The name of the unit as it stands in Tråden, or its id.
imports-column-breakdown = The group the value is about, such as kvinnor (women) or män (men). Empty for all.
imports-column-period = A month as 2026-08, a tertial as 2026-T2, a half-year as 2026-H1, a year as 2026.
imports-column-state = matt (measured), saknas (missing) or ej_tillampligt (not applicable). Empty means measured. Zero is a value.
imports-column-value = A number, such as 8,1. Empty when the value is missing or not applicable.
imports-column-quality = granskat (verified), rattat (corrected) or preliminart (preliminary). Empty means preliminary.
imports-earlier = Earlier files
imports-kept = Files that are only looked at are taken away after { $days } days, when the next file is looked at.
imports-none = No files yet
imports-none-text = A file you have checked will be here, read in or not.
imports-when = When
imports-who = Who
imports-values = Values
imports-state = State
imports-state-previewed = Checked, not read in
imports-state-applied = Read in
imports-state-undone = Undone
imports-nameless = File without a name
imports-no-file = Choose a file
imports-file-empty = The file is empty. Choose a file with headings and at least one row.
imports-file-not-text = The file is not a spreadsheet or a CSV file. Save it as ”Excel Workbook (.xlsx)” or ”CSV UTF-8” and try again.
imports-file-too-large = The file is too large. Divide it into parts.
imports-xlsx-other = The file is not an Excel spreadsheet. Save it as ”Excel Workbook (.xlsx)” or ”CSV UTF-8” and try again.
imports-xlsx-old = The file is in an older Excel format (.xls). Open it, choose ”Save as” and ”Excel Workbook (.xlsx)”, and try again.
imports-xlsx-locked = The file is locked with a password. Save it without a password and try again.
imports-xlsx-macros = The file contains macros. Save it as ”Excel Workbook (.xlsx)”, without macros, and try again.
imports-xlsx-broken = The file is damaged. Open it in the spreadsheet program, save it again and try again.
imports-xlsx-too-large = The spreadsheet is too large. Read in at most 200,000 rows and 512 columns at a time: copy only the values to a new file.
imports-xlsx-empty = The spreadsheet is empty. The first visible sheet needs headings and at least one row.
imports-open-quote = A cell on row { $line } begins with a quotation mark that has no end. Take the mark away, or write another at the end of the cell.
imports-not-split = The first row has one column only. The headings shall stand on the first row: take away titles above them. In a text file columns are separated by semicolons, tabs or commas.
imports-missing-columns = { $count ->
    [one] The column { $names } is missing. Add it to the first row.
   *[other] The columns { $names } are missing. Add them to the first row.
}
imports-column-twice = The column { $name } is there twice. Remove one.
imports-no-rows = The file has headings but no rows. Add at least one value.
imports-preview-title = Check { $name }
imports-preview-lead = Nothing is saved yet. This is what happens if you read the file in.
imports-new = New
imports-changes = Changed
imports-unchanged = Unchanged
imports-refused = Cannot be read in
imports-nothing = There is nothing to read in
imports-nothing-text = Everything in the file is in Tråden already. Nothing needs to be done.
imports-nothing-right-text = No row that is right changes anything. Correct the file and choose it again.
imports-only-all-right = Read in only if everything is right
imports-some-refused = { $count ->
    [one] One row cannot be read in. The others will be.
   *[other] { $count } rows cannot be read in. The others will be.
}
imports-read-in = { $count ->
    [one] Read one value in
   *[other] Read { $count } values in
}
imports-not-all-right = { $count ->
    [one] One row is wrong, so nothing was read in. Correct the file and choose it again, or read the rest in.
   *[other] { $count } rows are wrong, so nothing was read in. Correct the file and choose it again, or read the rest in.
}
imports-changed = Something has changed since you checked the file
imports-changed-text = Nothing was read in. This is what happens now. Check again and read in.
imports-problems = Rows that cannot be read in
imports-first = The first { $count } are shown.
imports-line = Row
imports-stands = It says
imports-mend = What is wrong and how to correct it
imports-rows = Rows that are right
imports-measure = Measure
imports-group = Group
imports-effect = What happens
imports-effect-new = new
imports-effect-unchanged = unchanged
imports-effect-changed = replaces { $before }
imports-effect-over-sum = a value of its own instead of the value of the units { $sum }
imports-fault-no-value = The value is missing. Write a number, or saknas in the column tillstand.
imports-fault-empty = The cell is empty. Fill it in.
imports-fault-near = There is no such name. Do you mean “{ $nearest }”?
imports-fault-measure = There is no measure with that name. Write the name as it stands under Measures.
imports-fault-org-unit = There is no unit with that name. Write the name as it stands in the organisation.
imports-fault-several = Several have that name. Write the id instead, as in the file you can download from the measure.
imports-fault-not-allowed = You cannot read values in for that unit. Ask whoever answers for it.
imports-fault-period = The period cannot be read. Write for example 2026-08, 2026-T2, 2026-H1 or 2026.
imports-fault-frequency = The measure is not measured in such periods. Its page says how often it is measured.
imports-fault-hidden = The value was hidden from whoever took the file, because it is about too few people. Remove the row, or take the file as somebody who reports.
imports-fault-state = Unknown state. Write matt, saknas or ej_tillampligt.
imports-fault-quality = Unknown quality. Write granskat or preliminart.
imports-fault-value-not-expected = There is both a value and a word that there is none. Remove one.
imports-fault-too-long = At most { $most } characters
imports-fault-cells = The row has more cells than the row of headings. Check that the separator does not stand inside a cell.
imports-fault-twice = The same measure, unit, group and period stand on row { $line }. Remove one.
imports-result = Values read in
imports-done = { $count ->
    [one] One value is read in
   *[other] { $count } values are read in
}
imports-done-text = The values are now on the pages of the measures. What stood there before is kept and can be put back. The file itself is not kept.
imports-undone = What was read in is undone
imports-undone-text = What stood there before is back.
imports-left-text = What stood there before is back, except where somebody has changed it since. Those values are left as they are and shown below.
imports-digest = Checksum
imports-written = Values read in
imports-left = Values changed since they were read in
imports-before = Before
imports-undo = Undo
imports-undo-title = Did it go wrong?
imports-undo-text = What stood there before is put back. Values that somebody has changed since are left as they are.
imports-reason = Why do the values change?
imports-people = People
imports-few = { $count ->
    [one] One value is about so few people that it is shown only to those who report. More may be hidden, so that it cannot be worked out.
   *[other] { $count } values are about so few people that they are shown only to those who report. More may be hidden, so that they cannot be worked out.
}
imports-corrects = { $count ->
    [one] One value that is checked, corrected or already handed in gets another value. The reason is shown on the page of the measure.
   *[other] { $count } values that are checked, corrected or already handed in get other values. The reason is shown on the pages of the measures.
}
imports-fault-computed = The measure is computed from other measures. Read in values of those instead.
imports-fault-ended = The measure no longer holds and takes no values. If another has taken its place, read in the values for that one.
imports-fault-undecided = The new wording has not been decided and takes no values. Read them in for the measure in force. They stay when the new wording is decided.
imports-columns-title = What do the columns mean?
imports-columns-text = Say which column of the file is what. Tråden remembers it for the next file with the same headings.
imports-columns-link = Say what the columns of the file mean
imports-columns-save = Continue
imports-first-rows = The first rows of the file
imports-heading-none = Not in the file
imports-heading-nameless = Column { $number } without a heading
imports-heading-needed = Choose the column of the file where it stands
imports-heading-twice = The column is chosen above already. Choose another
imports-headings-alike = Two headings of the file are too much alike. Change one of them in the file
imports-names = Names that are not known
imports-names-text = Write the name as it stands in Tråden. It is used for this file and for the next with the same headings. Names you leave empty are not read in.
imports-name-means = { $name } in the file means
imports-names-save = Use the names
imports-fault-group = The measure has no such group. Write one of those there are: { $known }.
imports-fault-no-groups = The measure is not broken down. Leave the cell empty.
imports-fault-count = Write the number of people as a whole number, for example 12, or leave it empty.
imports-column-count = How many people the value is about. May be left out. When they are too few the value is not shown.
imports-columns-meanwhile = Somebody else has told what the columns mean since you opened the page. Save again if your answer is to replace it.
imports-source = Where do the values come from?
imports-source-hint = The source's name, such as Kolada or the HR system. Leave empty for the municipality's own values. Another source's value does not replace your own: it is put beside it.
imports-source-own = The municipality's own values
imports-from-source = Source: { $source }. The municipality's own values are not replaced. Where they differ the source's value is put beside, and the one in use stays.
imports-beside = Beside
imports-effect-beside = differs from { $whose }, { $used }, which is still used. Put beside.
imports-effect-agrees = says the same as { $whose }
imports-effect-takes-over = used instead of { $whose }, { $used }, which is put beside
imports-written-beside = Values that stand beside
imports-beside-note = They are not used, since another source's value applied. Which one is used is chosen on the measure's page.
imports-count = Number of people
imports-unread = These columns are not read: { $names }.
