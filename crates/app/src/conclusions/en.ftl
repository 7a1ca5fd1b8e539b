conclusions-title = Analyses
conclusions-none = Nobody has analysed why it became as it became.
conclusions-begin = Analyse why
conclusions-begin-here = Analyse why it deviates
conclusions-open = Analysis of { $year }
conclusions-under-way = Under way
conclusions-whose = { $unit }, { $who }, { $day }
conclusions-certain = Certain
conclusions-likely = Likely
conclusions-unsure = Unsure
conclusions-use = Use the conclusion
conclusions-used = The conclusion stands in the text above.
conclusions-changed = The analysis has changed since its conclusion was used here
conclusions-changed-text = Here it says “{ $taken }”. The analysis now says “{ $now }”.
conclusions-count = { $count ->
    [0] none yet
    [one] one
   *[other] { $count }
}
conclusions-all = All analyses: why it became as it became
conclusions-begin-report = Analyse the report
conclusions-of-body = What the analyses have concluded
conclusions-none-of-body = No analysis is concluded for the year.
conclusions-all-of-body = All concluded analyses
conclusions-moved = Figures have changed since the analysis was made
conclusions-moved-text = The analysis rests on figures from { $day }. Since then values have changed for: { $measures }. Check whether the conclusion still holds.
conclusions-moved-link = See in the analysis what has changed
