acceptance-accept = Accept the deviation
acceptance-lead = Somebody with the right to decide knows of the deviation and lets it be so for a time. The judgement does not change, and once the day has passed the deviation counts again.
acceptance-reason = Why is it accepted?
acceptance-reason-hint = Write so that whoever reads it in a year understands. What are you waiting for?
acceptance-body = Who has decided?
acceptance-day = When was it decided?
acceptance-paragraph = Paragraph
acceptance-paragraph-hint = For example 112. State the paragraph or the register number.
acceptance-reference = Register number
acceptance-reference-hint = For example KS 2026/0417
acceptance-until = Until and including which day?
acceptance-until-hint = At most two years ahead. Then it ends by itself.
acceptance-save = Save
acceptance-end = Accept it no longer
acceptance-holds = The deviation is accepted until { $until }
acceptance-by = Decision: { $decision }.
acceptance-before = Has been accepted before
acceptance-count = { $count ->
    [one] once
   *[other] { $count } times
}
acceptance-ran-out = Held until { $day }.
acceptance-ended-early = Ended { $day }, before its time.
acceptance-problem-reference = State the paragraph or the register number, so that the decision can be found
acceptance-problem-ahead = The decision cannot be made on a day that has not come
acceptance-problem-past = The day has been
acceptance-problem-long = The day can be { $latest } at the latest
acceptance-problem-already = The deviation is accepted until { $until } already. End that first.
acceptance-problem-ended = It has ended already
