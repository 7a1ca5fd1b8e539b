compilations-title = Compilation
compilations-lead = The texts are written once, by those who know. Quote what matters most and write your own judgement beside it.
compilations-own = { $body } judges
compilations-own-hint = Write what you conclude yourselves. The quotes do not change.
compilations-save = Save
compilations-save-beside = Save the judgement
compilations-quotes = Quoted from below
compilations-count = { $quotes ->
    [one] One text
   *[other] { $quotes } texts
}
compilations-beside = { $body } judges:
compilations-through = Quoted through { $body }
compilations-unquote = Remove the quote
compilations-quote = Quote
compilations-offered = To quote
compilations-texts = { $texts ->
    [one] One text
   *[other] { $texts } texts
}
compilations-none = Nothing to quote yet
compilations-none-text = When somebody under you has handed in a report or settled a compilation the texts are here.
compilations-nothing-yet = Nothing is written yet.
compilations-draft = Draft. Last changed by { $who } { $when }. It is read by you who write and by those who read drafts where you work.
compilations-settled = Locked: settled by { $who } { $when }. It is read by all who read your report and quoted by the level above.
compilations-settle-title = Is the compilation done?
compilations-settle = Settle
compilations-settle-text = Then it is read by all, stands in the report and can be quoted by the level above. Neither your text nor the quotes change after that.
compilations-reopen = Open again
compilations-needs-text = Write your own judgement first
compilations-source-changed = The text has changed since it was quoted
compilations-now-says = This is what it says now:
compilations-use-new = Use the new text
compilations-keep-old = Keep the one quoted
compilations-changed-after = The text has changed after the compilation was settled. Here it stands as it was quoted.
compilations-withdrawn = The text is no longer handed in
compilations-withdrawn-text = Whoever wrote the text has taken it back or got it back. The quote stands as it was until you remove it.
compilations-changed = The compilation has changed since you opened the page
compilations-changed-text = { $who } changed it { $when }. Save again if what you have written is what shall hold.
compilations-yours = What you wrote:
compilations-link = Compilation
compilations-yours-title = Compilations that you write
compilations-gone = The text can no longer be chosen. Somebody has taken it back or removed it. What you have written is here but not saved yet.
compilations-more = { $count ->
    [one] One more account is handed in but not shown here. Ask those who compile in between to settle their text.
   *[other] { $count } more accounts are handed in but not shown here. Ask those who compile in between to settle their texts.
}
compilations-settled-of = Read what { $body } has settled
