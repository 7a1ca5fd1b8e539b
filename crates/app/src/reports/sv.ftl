reports-title = { $round }
reports-goals = Målen
reports-body = Avser
reports-period = Uppföljning
reports-due = Lämnas senast
reports-taking-part = Underlag
reports-handed-in = { $all ->
    [one] { $handed } av 1 enhet har lämnat
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
reports-lead-no-goals = Uppföljningen frågar inte efter målen.
reports-lead-neither = Uppföljningen frågar inte efter mål och mått.
reports-lead-goals = { $total ->
    [0] Det finns inga mål att följa upp.
    [one] Rapporten följer upp ett mål.
   *[other] Rapporten följer upp { $words } mål.
}
reports-lead-deviations = { $count ->
    [0] Inget mått avviker.
    [one] Ett mått avviker.
   *[other] Det finns avvikelser i { $words } mått.
}
reports-one-of-them = ett
reports-lead-units = { $count ->
    [one] Ett av enheternas egna mått avviker.
   *[other] Det finns avvikelser i { $words } av enheternas egna mått.
}
reports-lead-no-measures = Inget mått följer målen.
reports-lead-none-of-own = Inget av målens egna mått avviker.
reports-units-caption = { $measure } hos enheterna som förklarar avvikelsen
reports-lead-explained = { $count ->
    [one] En enhet förklarar vad som ligger bakom{ $scope ->
        [all] {""}
       *[some] {" "}{ $measures } av dem
    }. Enhetens egna ord står vid måttet.
   *[other] Vad som ligger bakom{ $scope ->
        [all] {""}
       *[some] {" "}{ $measures } av dem
    } förklarar { $words } enheter. Deras egna ord står vid måtten.
}
reports-deviations-caption = Mått som avviker
reports-explanations = Förklaringar
reports-explained-by = { $count ->
    [0] Ingen än
    [one] 1 enhet
   *[other] { $count } enheter
}
reports-unexplained = Ingen av enheterna som har lämnat har förklarat avvikelsen.
reports-outcome-and-target = Utfallet är { $outcome }, målet är { $target }.
reports-measure-elsewhere = Måttet { $measure } hör också hit. Det redovisas under målet { $goal }.
reports-proposal = Förslaget enligt måtten
reports-reason = Därför en annan bedömning
reports-causes = Orsaker
reports-remedies = { $count ->
    [one] Åtgärd
   *[other] Åtgärder
}
reports-remedy = { $title }. Läge: { $state }.
reports-remedy-until = { $title }. Klart senast { $day }. Läge: { $state }.
reports-will-be-reached = { $way ->
    [yes] Räknar med att nå målet
    [partly] Räknar med att nå målet delvis
    [no] Räknar inte med att nå målet
   *[unknown] Kan inte bedöma om målet nås
}
reports-will-be-done = { $way ->
    [yes] Blir klar i år
    [partly] Blir delvis klar i år
    [no] Blir inte klar i år
   *[unknown] Kan inte bedöma om den blir klar
}
reports-beside = Utanför målen
reports-beside-text = Enheterna har också berättat om sådant som inte hör till något av målen ovan.
reports-appendix = Bilaga: fler förklaringar
reports-appendix-text = Här står de förklaringar som inte fick plats vid måttet eller målet. Inget är utelämnat.
reports-goals-caption = Målen, bedömning och prognos för helåret
reports-goal = Mål
reports-judgement = Bedömning
reports-forecast = Prognos för helåret
reports-no-forecast = Ingen prognos
reports-not-judged = Ingen har bedömt målet än.
reports-not-asked = Ingen har bedömt målet än. { $body } redovisar inte själv i uppföljningen.
reports-judged-by = Bedömt av { $who } { $when }.
reports-differs = Förslaget enligt måtten är { $word }.
reports-measure = Mått
reports-class = Slag
reports-outcome = Utfall
reports-target = Målnivå
reports-finding = Vad värdena visar
reports-no-value = Saknas
reports-measures-caption = Mått för målet { $goal }
reports-answers = Enheternas bedömning
reports-answers-caption = Enheternas mål under { $goal }
reports-org-unit = Enhet
reports-more-in-appendix = { $count ->
    [one] Ytterligare en förklaring står i bilagan sist i rapporten.
   *[other] Ytterligare { $words } förklaringar står i bilagan sist i rapporten.
}
reports-activities = Det som görs
reports-activities-caption = Aktiviteter för målet { $goal }
reports-done-by-whom = Ansvarig
reports-activity = Aktivitet
reports-done-by = Klart senast
reports-progress = Läge
reports-assignments = Uppdrag
reports-assignments-caption = Uppdragen och svaren på dem
reports-assignment = Uppdrag
reports-answer = Svar
reports-about = Så är rapporten gjord
reports-about-text = Bedömningarna är gjorda av de personer som står vid dem. Diagrammens gränser och meningarna om vad värdena visar är uträknade ur de värden som var registrerade när rapporten gjordes. Enheternas texter är citerade ordagrant med ursprung. Läget i granskningsspåret visar vad rapporten bygger på.
reports-made = Rapporten gjordes
reports-audit-head = Läge i granskningsspåret
reports-checksum = Kontrollsumma
reports-altered = Rapporten visas inte
reports-altered-text = Rapporten har ändrats efter att den frystes. Kontrollsumman stämmer inte längre, så innehållet går inte att lita på. Kontakta den som sköter systemet.
reports-download = Hämta som PDF
reports-freeze = Frys rapporten
reports-freeze-ask = Ska rapporten frysas?
reports-freeze-means = En fryst rapport sparas precis som den är nu, med en kontrollsumma. Det som kommer in senare ändrar den inte, och den kan inte tas bort.
reports-freeze-missing = { $count ->
    [one] En enhet har inte lämnat än. Det den skriver kommer inte med.
   *[other] { $count } enheter har inte lämnat än. Det de skriver kommer inte med.
}
reports-frozen-already = Rapporten är redan fryst
reports-frozen-already-text = { $who } frös den senast { $at }. Fryser du igen blir det ett dokument till.
reports-frozen = Frysta rapporter
reports-frozen-title = Rapporten är fryst
reports-frozen-by = Fryst { $at } av { $who }. Senare värden ändrar den inte.
reports-digest = Kontrollsumma { $digest }. Den räknades om när sidan visades och stämmer.
reports-no-round = Det finns inget att rapportera än
reports-no-round-text = Rapporten görs när en uppföljning har öppnats.
reports-in-report = I rapporten
reports-restated = Ändrat sedan rapporten frystes
reports-restated-note = Rapporten är oförändrad. De här värdena är andra i dag.
reports-money = Ekonomi och prognos
reports-money-caption = Budget och prognos för året, i kronor
reports-unit = Enhet
reports-units = Antal
reports-budget = Budget
reports-year-forecast = Prognos
reports-difference = Skillnad
reports-sum-of = Summa, { $known } av { $all }
reports-counted-above = Det som lämnas av någon ovanför räknar med dem som ligger under. { $count ->
    [one] En enhet i tabellen
   *[other] { $count } enheter i tabellen
} räknas därför inte i summan.
reports-questions = Svar på frågor
reports-what-went-well = Vad som har gått bra
reports-assignment-answers = Svar på uppdrag
reports-more-answers = { $count ->
    [one] Ett svar till finns i enheternas rapporter.
   *[other] { $count } svar till finns i enheternas rapporter.
}
reports-parts = Rapportens delar
reports-whole = Visa hela rapporten på en sida
reports-chapter-about = { $title }: { $only }
reports-chapter-from = { $title }: { $first } till { $last }
reports-part-of = Del { $part } av { $last }
