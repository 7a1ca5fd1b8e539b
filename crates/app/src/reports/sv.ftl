reports-title = { $round }
reports-goals = Målen
reports-body = Nämnd
reports-period = Uppföljning
reports-due = Lämnas senast
reports-taking-part = Underlag
reports-handed-in = { $all ->
    [one] { $handed } av en enhet har lämnat
   *[other] { $handed } av { $all } enheter har lämnat
}
reports-contents = Innehåll
reports-page = Sida
reports-of = av
reports-source = Källa
reports-table = Tabell
reports-figure = Figur
reports-automatic = Automatisk text
reports-summary = Sammanfattning
reports-lead = { $total ->
    [0] Nämnden har inga mål att följa upp.
    [one] Nämnden har ett mål.
   *[other] Av { $total } mål är { $reached } uppnådda, { $partly } delvis uppnådda och { $missed } inte uppnådda.
} { $open ->
    [0] Alla mål är bedömda.
    [one] Ett mål är inte bedömt än.
   *[other] { $open } mål är inte bedömda än.
}
reports-goals-caption = Nämndens mål, bedömning och prognos för helåret
reports-goal = Mål
reports-judgement = Bedömning
reports-forecast = Prognos för helåret
reports-no-forecast = Ingen prognos
reports-not-judged = Ingen har bedömt målet än.
reports-judged-by = Bedömt av { $who } { $when }.
reports-differs = Förslaget enligt måtten är { $word }.
reports-measure = Mått
reports-class = Slag
reports-outcome = Utfall
reports-target = Målnivå
reports-finding = Vad värdena visar
reports-no-value = Saknas
reports-measures-caption = Mått för målet { $goal }
reports-answers-caption = Enheternas mål och bedömning
reports-org-unit = Enhet
reports-more-quotes = { $count ->
    [one] En text till finns i enheternas redovisningar.
   *[other] { $count } texter till finns i enheternas redovisningar.
}
reports-activities-caption = Aktiviteter
reports-activity = Aktivitet
reports-done-by = Klart senast
reports-progress = Läge
reports-assignments = Uppdrag från fullmäktige
reports-assignments-caption = Uppdragen och svaren på dem
reports-assignment = Uppdrag
reports-answer = Svar
reports-about = Så är rapporten gjord
reports-about-text = Bedömningarna är gjorda av de personer som står vid dem. Diagrammens gränser och meningarna om vad värdena visar är uträknade ur de värden som var registrerade när rapporten gjordes. Enheternas texter är citerade ordagrant med ursprung. Kontrollsumman visar vilket läge i granskningsspåret rapporten bygger på.
reports-made = Rapporten gjordes
reports-audit-head = Kontrollsumma
reports-download = Hämta som PDF
reports-freeze = Frys rapporten
reports-frozen = Frysta rapporter
reports-frozen-title = Rapporten är fryst
reports-frozen-by = Fryst { $at } av { $who }. Senare värden ändrar den inte.
reports-digest = Kontrollsumma { $digest }
