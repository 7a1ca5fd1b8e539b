followup-title = Följa upp
followup-eyebrow = Uppföljning
followup-summary = Sammanfattning
followup-basis-value = { $met ->
    [yes] Senaste värdet { $value } når målet { $target }.
   *[no] Senaste värdet { $value } når inte målet { $target }.
}
followup-activity-automatic = { $progress }. Skulle vara klar { $end }.

followup-state-not-started = Inte börjat
followup-state-draft = Skrivs
followup-state-returned = Skickad tillbaka
followup-state-submitted = Lämnad
followup-state-approved = Godkänd
followup-due = Lämnas senast { $day }.
followup-overdue = Skulle ha lämnats { $day }. Du kan fortfarande lämna.
followup-closed = Rapporteringen är stängd sedan { $day }.
followup-yes = Ja
followup-partly = Delvis
followup-no = Nej
followup-cannot-tell = Kan inte bedöma
followup-question-measure = Når ni målet i år?
followup-question-activity = Blir den klar i år?
followup-question-goal = Har ni nått målet?
followup-heading-summary = Vad är viktigast att veta?
followup-heading-goal = Hur går det med ”{ $title }”?
followup-heading-late = Varför är ”{ $title }” försenad?
followup-heading-rises = { $title } stiger. Vad beror det på?
followup-heading-falls = { $title } sjunker. Vad beror det på?
followup-heading-missed = { $title } når inte målet. Vad beror det på?
followup-heading-deviates = { $title } avviker. Vad beror det på?
followup-heading-met = { $title } når nu målet
followup-heading-eased = { $title } avviker inte längre
followup-eased = Siffrorna har ändrats sedan rapporten började skrivas
followup-eased-changed = Värdet har ändrats från { $before } till { $value } och { $met ->
    [yes] når nu målet { $target }.
   *[no] avviker inte längre.
}
followup-eased-latest = Senaste värdet, { $value }, { $met ->
    [yes] når målet { $target }.
   *[no] avviker inte.
}
followup-eased-hidden = Senaste värdet { $met ->
    [yes] når målet { $target }.
   *[no] avviker inte.
}
followup-eased-usual = Senaste värdet avviker inte.
followup-eased-text = Du behöver inte förklara något. Det du har skrivit och valt står kvar, och du kan ändra det.

followup-group-money = Ekonomi och prognos
followup-group-usual = Det som går som väntat
followup-money-lead = Siffrorna är hämtade. Kontrollera att de stämmer.
followup-usual-lead = De här varierar som vanligt och når sina mål. Du behöver bara bekräfta.
followup-note-confirm = { $parts ->
    [one] En del att bekräfta
   *[other] { $parts } delar att bekräfta
}
followup-note-fetched = { $parts ->
    [one] Klar. En del, hämtad
   *[other] Klar. { $parts } delar, hämtade
}
followup-note-automatic = { $parts ->
    [one] Klar. En del, färdig text
   *[other] Klar. { $parts } delar, färdig text
}
followup-note-done = Klar
followup-note-draft = Utkast finns
followup-note-deviates = Avviker
followup-note-eased = Avviker inte längre
followup-note-judge = Du bedömer
followup-note-left = Kvar
followup-minutes = cirka { $minutes } min
followup-steps-label = Rapportens delar
followup-all-parts = Alla delar
followup-parts = Rapportens delar
followup-progress = { $all ->
    [one] { $done } av en del är klar.
   *[other] { $done } av { $all } delar är klara.
}
followup-begin = Börja rapportera
followup-begin-lead = Du har inte börjat än. { $due }
followup-begin-text = Vi hämtar enhetens siffror och skriver färdig text där allt går som väntat. Du berättar om det som sticker ut. Det tar cirka { $minutes } minuter.
followup-begin-card = Du har inte börjat än. Det tar cirka { $minutes } minuter.
followup-card-submitted = Rapporten är lämnad.
followup-card-approved = Rapporten är godkänd.
followup-continue = Fortsätt rapportera
followup-review = Granska och lämna
followup-next = Nästa del

followup-question-causes = Vad tror du att det beror på?
followup-causes-hint = Välj det som stämmer. Skriv bara om det behövs.
followup-label-why = Din förklaring
followup-label-add = Vill du lägga till något?
followup-label-activity = Vad beror förseningen på?
followup-label-goal = Så här långt har vi kommit
followup-label-summary = Sammanfattning
followup-summary-lead = Skriv kort, med egna ord. Texten läses av förvaltningen och nämnden.
followup-limit = Högst { $max } tecken, { $left } kvar
followup-you-wrote = Så skrev du i { $month }:
followup-suggestion = Förslag från dina svar:
followup-use-text = Använd texten
followup-automatic = Automatisk text
followup-question-remedies = Vad gör ni åt det?
followup-remedy-proposed = Föreslagen, inte beslutad
followup-add-remedy = Lägg till en åtgärd
followup-proposal = Förslag: { $level }. { $reason }
followup-no-proposal = Inget förslag. För få värden kan jämföras med målet.
followup-label-reason = Varför bedömer du annorlunda än förslaget?
followup-reason-hint = Fyll bara i om din bedömning skiljer sig från förslaget.
followup-done-next = Klar, nästa del
followup-skip = Hoppa över så länge
followup-saved = Sparat { $time }
followup-saving = Sparar…
followup-failed = Kunde inte spara, försöker igen
followup-offline = Du är offline. Det du skriver sparas här i webbläsaren tills du är uppkopplad igen.
followup-autosave-conflict = { $who } ändrade texten { $time }, medan du skrev.
followup-mine = Din text
followup-theirs = Texten från { $who }
followup-keep-mine = Behåll min
followup-keep-theirs = Behåll den från { $who }
followup-keep-both = Använd båda, redigera
followup-both-kept = Ingen text försvinner. Den som du inte väljer finns under Tidigare texter.
followup-conflict = { $who } ändrade medan du skrev
followup-conflict-text = Här är det som nu är sparat. Det du skrev står kvar i fältet nedanför. Tryck på Klar om din text ska gälla.
followup-conflict-choices = Valen är nu:
followup-text-is-below = Det du skrev står kvar nedanför. Kopiera det om du vill spara det någon annanstans.
followup-unreadable = Det som skickades går inte att läsa. Läs in sidan igen.
followup-not-ready = Något saknas innan delen är klar
followup-too-long = { $over ->
    [one] Ta bort ett tecken
   *[other] Ta bort { $over } tecken
}
followup-needs-words = Välj en orsak eller skriv några ord
followup-needs-text = Skriv några meningar
followup-needs-level = Välj ett svar
followup-needs-reason = Skriv varför du bedömer annorlunda än förslaget
followup-returned = { $who } skickade tillbaka den här delen
followup-confirm = { $parts ->
    [one] Bekräfta en del
   *[other] Bekräfta { $parts } delar
}
followup-change = Ändra
followup-nothing-said = Inget skrivet än.

followup-period-taken = { $unit } rapporterar redan perioden i ”{ $title }”. Välj en annan period eller andra som ska rapportera.
followup-remedy-lead = Åtgärden blir en aktivitet som hör till ert mål. När du har lämnat rapporten syns den för alla som läser den.
followup-remedy-save = Spara åtgärden

followup-review-lead = Läs igenom innan du lämnar. Du kan ändra allt fram till dess.
followup-submit = Lämna rapporten
followup-sign-off = Jag har läst igenom rapporten och står för innehållet.
followup-only-responsible = Enhetens chef lämnar rapporten när allt är klart.
followup-part-left = { $title } är inte klar
followup-left = Inte klar
followup-proposed-was = Förslaget var { $level }.
followup-because = Varför: { $reason }
followup-causes = Orsaker: { $causes }
followup-remedies = Åtgärder: { $remedies }
followup-thanks = Tack
followup-handed-in = Rapporten är lämnad { $when }. { $who } lämnade den.
followup-read-by-one = Den läses av { $committee }.
followup-read-by = Den läses av { $above } och { $committee }.
followup-withdraw-hint = Du kan ångra fram till { $day }, så länge rapporten inte är godkänd.
followup-withdraw = Ångra inlämning
followup-read-account = Läs rapporten

followup-submitted-by = { $who } lämnade rapporten { $when }.
followup-approved-by = { $who } godkände rapporten { $when }.
followup-nobody-began = Ingen har börjat skriva.
followup-as-expected = { $parts ->
    [one] Går som väntat, en del
   *[other] Går som väntat, { $parts } delar
}
followup-return-part = Skicka tillbaka den här delen
followup-return = Skicka tillbaka delen
followup-comment = Vad behöver bli tydligare?
followup-comment-hint = Bara den här delen öppnas igen. Allt annat står kvar.
followup-needs-comment = Skriv vad som behöver bli tydligare
followup-approve-title = Är rapporten klar?
followup-approve-text = När du godkänner låses texten. Nämnden kan redan läsa den.
followup-approve = Godkänn rapporten
followup-write-in = Skriv i rapporten

followup-not-open = Rapporteringen har inte öppnat
followup-not-open-text = Den öppnar { $day }.
followup-round-closed = Rapporteringen är stängd
followup-round-closed-text = Den är stängd sedan { $day }. Kontakta din controller om något måste ändras.
followup-already-submitted = Rapporten är redan lämnad
followup-already-submitted-text = { $who } lämnade den { $when }. Ångra inlämningen om du vill ändra.
followup-already-approved = Rapporten är godkänd
followup-already-approved-text = { $who } godkände den { $when }. Texten är låst.
followup-already-begun = Rapporten är redan öppnad
followup-already-begun-text = Fortsätt där den är.
followup-not-started = Rapporten är inte öppnad
followup-not-started-text = Tryck på Börja rapportera först.
followup-not-submitted = Rapporten är inte lämnad
followup-not-submitted-text = Den öppnades igen { $when } av { $who }.
followup-own-account = Du kan inte godkänna det du själv har lämnat
followup-own-account-text = Någon annan som ansvarar över enheten godkänner rapporten.
followup-stale = Rapporten har ändrats sedan du öppnade sidan
followup-stale-text = { $who } ändrade den { $when }. Läget är nu: { $state }.
followup-nothing-lost = Inget har försvunnit.
followup-to-account = Till rapporten

followup-no-round = Ingen uppföljning pågår
followup-no-round-text = När nästa uppföljning öppnar ser du den här.
followup-waiting = Rapporter från enheterna
followup-waiting-note = { $submitted } av { $all } väntar på att godkännas
followup-bodies = Hela kommunen
followup-of = { $done } av { $all }
followup-collection = Insamlingen
followup-column-unit = Enhet
followup-column-state = Läge
followup-column-who = Senast av
followup-column-when = När
followup-column-body = Nämnd
followup-column-handed-in = Lämnade
followup-column-approved = Godkända
followup-column-draft = Skrivs
followup-column-not-started = Inte börjat
followup-draft-progress = Skrivs, { $done } av { $all } delar klara
followup-body-lead = { $handed } av { $all } { $all ->
    [one] enhet
   *[other] enheter
} har lämnat. { $approved } är { $approved ->
    [one] godkänd
   *[other] godkända
}.
followup-asks-no-goals = Uppföljningen frågar inte hur det går med målen. Det som är lämnat står i enheternas rapporter.
followup-choose-round = Välj uppföljning
followup-no-goals = Inga mål
followup-no-goals-text = Här finns inga egna mål att följa upp.
followup-goal-own = Bedömt av { $body }
followup-goal-alone = Ingen enhet har tagit upp målet.
followup-goal-note = { $said } av { $all } { $all ->
    [one] enhet
   *[other] enheter
} har bedömt
followup-not-said = { $units ->
    [one] En enhet har inte lämnat
   *[other] { $units } enheter har inte lämnat
}
followup-not-judged = { $units ->
    [one] En enhet har inte bedömt målet
   *[other] { $units } enheter har inte bedömt målet
}
followup-undecided = { $units ->
    [one] En enhet har också bedömt mål som inte är beslutade. De räknas inte här.
   *[other] { $units } enheter har också bedömt mål som inte är beslutade. De räknas inte här.
}
followup-does-not-report = Lämnar ingen rapport
followup-reason-fold = Bedömer du annorlunda än förslaget?
followup-cannot-submit = Det här är kvar innan du kan lämna
followup-new-round = Ny uppföljning
followup-from-wheel = Från årshjulet
followup-from-wheel-text = Dagarna fylls i från steget. Du kan ändra dem.
followup-new-round-lead = Alla som deltar får en egen redovisning. Det som går som väntat fylls i av sig själv.
followup-round-title = Namn
followup-round-title-hint = Till exempel Delårsrapport januari–augusti 2026.
followup-round-period = Handlar om
followup-round-opens = Öppnar
followup-round-due = Lämnas senast
followup-round-closes = Stänger
followup-round-closes-hint = Till och med den dagen går det att lämna sent, ångra och skicka tillbaka.
followup-round-levels = Vilka ska redovisa?
followup-round-levels-hint = Den som redovisar bedömer sina egna mål. Mål hos andra står som inte bedömda i rapporten.
followup-open-round = Öppna uppföljningen
followup-due-before-open = Sista dagen att lämna kommer före öppningsdagen
followup-close-before-due = Stängningsdagen kommer före sista dagen att lämna
followup-nobody-takes-part = Välj minst en nivå som har enheter
followup-whole-report = Hela rapporten

followup-minutes-left = { $minutes ->
    [one] Cirka en minut kvar.
   *[other] Cirka { $minutes } minuter kvar.
}
followup-note-returned = Skickades tillbaka av { $who }
followup-returned-part = { $who } skickade tillbaka ”{ $title }”
followup-you-returned = Du skickade tillbaka ”{ $title }”
followup-answer-comment = Svara på kommentaren
followup-answered = Du har svarat. Lämna rapporten igen.
followup-told = { $people ->
    [one] { $names } ser kommentaren på Min sida.
   *[other] { $names } ser kommentaren på Min sida.
}
followup-names = { $others } och { $last }
followup-part-closed = Den här delen står kvar som den lämnades
followup-part-closed-text = { $who } skickade tillbaka en annan del { $when }. Bara den är öppen tills rapporten är lämnad igen.
followup-changed = Ny sedan förra inlämningen
followup-changed-parts = { $parts ->
    [one] En del är ny sedan förra inlämningen
   *[other] { $parts } delar är nya sedan förra inlämningen
}
followup-changed-none = Ingen text är ändrad. Rapporten är lämnad igen som den var.
followup-returned-waits = Delen är öppen igen och väntar på svar. Allt annat står kvar.
followup-returned-answered = Kommentaren är besvarad. Rapporten är inte lämnad igen än.
followup-returned-progress = Skickad tillbaka, { $done } av { $all } delar klara
followup-handed-in-by-you = Lämnad av dig, någon annan godkänner
followup-your-comment = Din kommentar, som inte är skickad
followup-changed-while-read = { $who } ändrade medan du läste
followup-read-again = Läs ”{ $title }” igen innan du bekräftar.
followup-rounds = Alla uppföljningar
followup-column-round = Uppföljning
followup-opens = Öppnar { $day }.
followup-change-round = Ändra { $title }
followup-round-about = Handlar om { $period }
followup-save-round = Spara ändringen
followup-close-round = Stäng uppföljningen
followup-close-round-text = Då går det inte längre att skriva, lämna, ångra eller skicka tillbaka. Det som är lämnat står kvar och kan godkännas. Öppna igen genom att ändra dagen den stänger; de andra dagarna står kvar.
followup-close-ask = Ska uppföljningen stängas?
followup-close-counted = { $all ->
    [one] { $handed } av 1 enhet har lämnat.
   *[other] { $handed } av { $all } enheter har lämnat.
}
followup-close-missing = { $count ->
    [one] En enhet har inte lämnat. Den kan inte lämna när uppföljningen är stängd, men det den har skrivit står kvar.
   *[other] { $count } enheter har inte lämnat. De kan inte lämna när uppföljningen är stängd, men det de har skrivit står kvar.
}
followup-round-changed = Någon annan ändrade uppföljningen medan du skrev
followup-round-now = Nu gäller: { $title }. Öppnar { $opens }, lämnas senast { $due }, stänger { $closes }.
followup-round-yours = Det du skrev står kvar här. Spara igen om det är det som ska gälla.
followup-planned = { $title } öppnar { $day }.
followup-without-reporter = Rapporter som saknar ansvarig
followup-without-reporter-text = Här har ingen i enheten en roll som får lämna rapporten. Det som är skrivet finns kvar. Utse vem som rapporterar, eller ge någon en roll.
followup-give-roles = Ge någon en roll
followup-administrator-gives-roles = Administratören ger roller.
followup-column-writes = Vem kan skriva
followup-nobody-can-write = Ingen kan skriva
followup-writes-instead = { $who } kan skriva i stället
followup-units = { $units ->
    [one] En enhet
   *[other] { $units } enheter
}
followup-more-units = { $units ->
    [one] och en enhet till
   *[other] och { $units } enheter till
}
followup-no-units = Det finns inga enheter att följa upp
followup-no-units-text = Lägg till nämnder, förvaltningar och enheter först. De får sedan en egen rapport var.
followup-no-units-ask = Be administratören lägga till nämnder, förvaltningar och enheter först.
followup-add-units = Till organisationen
followup-body-left = { $draft } skrivs, { $none } inte börjat
followup-oversight = Uppsikt: insamling, avvikelser och nämnder jämförda

followup-level-days = Dagar för varje nivå
followup-level-days-none = Samma dag för alla
followup-forecast-lead = Skriv vad ni räknar med. Skiljer det sig från budgeten säger ni också varför.
followup-level-days-hint = Den som sammanställer behöver de andras rapporter först. Tomt betyder samma dag som för alla.
followup-level-due = { $level } lämnar senast
followup-level-after-all = Dagen kommer efter den sista dagen för alla
followup-level-clash = { $upper } ska lämna { $day }, före { $lower }. Den som sammanställer behöver vara sist.
followup-everywhere = Hela kommunen
followup-round-under = Under
followup-round-under-hint = Välj en nämnd eller förvaltning om bara de ska redovisa. Enskilda enheter väljer du när uppföljningen är öppnad.
followup-round-template = Rapportmall
followup-round-templates = Se vad mallarna frågar om
followup-round-step = Steget i årshjulet: { $title }
followup-asks = Vad som frågas
followup-asks-by = Mallen { $title }, cirka { $minutes } min för en enhet med normala avvikelser.
followup-asks-as-before = Allt som avviker, målen och en sammanfattning. Uppföljningen öppnades innan det fanns mallar.
followup-to-template = Till mallen
followup-template-changed = Mallen har ändrats sedan uppföljningen öppnades
followup-template-changed-text = { $begun } som har börjat behåller frågorna de började med. { $left } som inte har börjat får de nya om du tar in dem.
followup-take-template = Ta in de nya frågorna
followup-members = Vilka som redovisar
followup-members-lead = { $units ->
    [one] En enhet är med.
   *[other] { $units } är med.
}
followup-begun-of = { $begun } av { $all } har börjat.
followup-change-members = Ändra vilka som redovisar
followup-by-body = Nämnder och förvaltningar
followup-column-asked = Är med
followup-organisation-changed = Organisationen har ändrats sedan uppföljningen öppnades
followup-has-come = { $unit } har kommit till { $day } och är inte med.
followup-ask-it = Ta med { $unit }
followup-has-ended = { $when ->
    [past] { $unit } upphörde { $day }. Rapporten finns kvar och räknas. Läge: { $state }.
   *[other] { $unit } upphör { $day }. Rapporten finns kvar och räknas. Läge: { $state }.
}
followup-begun-stay = De här har börjat och är kvar:
followup-members-closed = Rapporteringen har stängt. Ändra dagen den stänger om fler ska vara med.
followup-asked-units = Enheter som ska redovisa
followup-asked-units-hint = Den som inte har börjat kan tas bort och läggas till igen. Inget skrivet försvinner.
followup-save-members = Spara vilka som är med
followup-all-bodies = Alla nämnder och förvaltningar
followup-begun-meanwhile = Någon har börjat under tiden
followup-begun-meanwhile-text = De här har börjat skriva och är kvar: { $names }. Inget är ändrat.
followup-not-added = Inget är ändrat
followup-active-title = Så lång tid tog rapporterna
followup-active = Hälften av rapporterna tog högst { $half ->
    [one] en minut
   *[other] { $half } minuter
} att skriva. { $all } rapporter är räknade.
followup-active-how = Tiden mellan två ändringar räknas när den är högst fem minuter, från det att rapporten börjas till den första inlämningen. Alla som skriver i rapporten räknas ihop. När den är lämnad finns bara summan för uppföljningen kvar, och den visas när minst fem är lämnade.
followup-worth = Var det här värt din tid?
followup-worth-hint = Svaret räknas bara. Ingen ser vem som har svarat vad.
followup-worth-answer = { $answer ->
    [yes] Ja
    [partly] Delvis
   *[no] Nej
}
followup-worth-thanks = Tack, ditt svar är räknat.
followup-worth-few = Färre än { $fewest } har svarat. Svaren visas när fler har gjort det.
followup-worth-counted = Av { $all } som har svarat säger { $yes } ja, { $partly } delvis och { $no } nej.
followup-forecast-before = Förra prognosen var { $sum } kronor.
followup-budget = Budget för hela året
followup-budget-hint = I kronor. Fylls i från förra rapporten om den finns.
followup-forecast = Prognos för hela året
followup-forecast-hint = Det ni räknar med att året kostar, i kronor.
followup-kronor = kronor
followup-forecast-alone = Prognosen för året är { $sum } kronor.
followup-forecast-as-budget = Prognosen för året är { $sum } kronor, lika mycket som budget.
followup-forecast-more = Prognosen för året är { $sum } kronor, { $by } kronor mer än budget.
followup-forecast-less = Prognosen för året är { $sum } kronor, { $by } kronor mindre än budget.
followup-needs-sum = Skriv ett belopp i kronor, till exempel 24 050 000
followup-needs-number = Skriv ett tal, till exempel 12,5
followup-needs-forecast-words = Skriv varför prognosen skiljer sig från budgeten
followup-heading-forecast = Hur går det med pengarna?
followup-label-forecast = Vad beror det på?
followup-heading-assignment = Hur går det med uppdraget ”{ $title }”?
followup-label-assignment = Så svarar vi på uppdraget
followup-assignment-until = { $state }. Ska vara klart { $end }.
followup-assignment-state = Läge: { $state }.
followup-success = Vad är ni mest nöjda med?
followup-success-of = { $title } har blivit bättre. Vad gjorde ni?
followup-success-help = Det som har gått bra kan andra lära av.
followup-is-optional = Du behöver inte svara.
followup-your-number = Ditt svar
followup-your-choice = Välj ett svar
followup-label-answer = Ditt svar
followup-you-answered = I { $month } svarade ni: { $answer }
followup-note-optional = Frivillig
followup-note-answer = Att svara på
followup-questions-changed = Frågorna har ändrats sedan du började
followup-questions-changed-text = Du svarar på de frågor som gällde när du började. Inget du har skrivit har ändrats.
followup-unit-ended = { $unit } upphörde { $day }
followup-unit-taken-over = { $unit } har tagit över. Det som är skrivet finns kvar här.
followup-unit-ended-under = Det som är skrivet finns kvar. { $unit } svarar på frågor om rapporten.
followup-unit-moved = { $unit } flyttade { $day } till { $to }
followup-unit-moved-text = Rapporten följer med och inget har försvunnit. Den läses och godkänns under { $to }, inte längre under { $from }.
followup-moved-away = { $unit } flyttade { $day } till { $to }. Rapporten läses, godkänns och räknas där och inte här. Det som redan är citerat står kvar.
followup-moved-away-answers = { $unit } flyttade { $day } till { $to }. Rapporten läses, godkänns och räknas där och inte här. Det enheten bedömer av mål som bidrar till mål här visas också här. Det som redan är citerat står kvar.
followup-moved-here = { $unit } kom { $day } från { $from }. Rapporten läses, godkänns och räknas här.
followup-moved-inside = { $unit } flyttade { $day } från { $from } till { $to }. Rapporten följde med.
followup-merged = { $when ->
    [past] { $unit } upphörde { $day } och gick upp i { $heir }. Rapporten finns kvar och räknas för sig, skild från den för { $heir }. Läge: { $state }.
   *[other] { $unit } upphör { $day } och går upp i { $heir }. Rapporten finns kvar och räknas för sig, skild från den för { $heir }. Läge: { $state }.
}
followup-merged-elsewhere = { $when ->
    [past] { $unit } upphörde { $day } och gick upp i { $heir }. Rapporten räknas under { $place }, där enheten låg, och inte här. Det som är bedömt av målen som följde med visas också här.
   *[other] { $unit } upphör { $day } och går upp i { $heir }. Rapporten räknas under { $place }, där enheten ligger, och inte här. Det som är bedömt av målen som följer med visas också här.
}
followup-unit-merged = { $when ->
    [past] { $unit } gick upp i { $heir } { $day }
   *[other] { $unit } går upp i { $heir } { $day }
}
followup-unit-merged-text = Målen hör nu hit. Rapporten för { $unit } finns kvar och räknas för sig. Läge: { $state }.
followup-heard-elsewhere = { $units ->
    [one] En enhet till har mål som bidrar till mål här. Det den bedömer av dem visas ovan, och rapporten räknas där enheten ligger:
   *[other] { $units } enheter till har mål som bidrar till mål här. Det de bedömer av dem visas ovan, och rapporterna räknas där enheterna ligger:
}
followup-unit-ended-open = Rapporten kan fortfarande lämnas till och med { $day }.
followup-points = Redovisas i
followup-points-lead = Säg i vilken rapport ett uppdrag ska redovisas. Då får den som har uppdraget en egen fråga i just den rapporten.
followup-points-page = Sida { $number } av { $last }
followup-point-of = Rapport där { $title } redovisas
followup-no-point = Ingen särskild rapport
followup-assignment = Uppdrag
followup-no-assignments = Inga uppdrag
followup-no-assignments-text = Här finns inga uppdrag som du planerar för.
followup-earlier-title = Tidigare texter
followup-earlier-lead = Det som har sparats i den här delen, senast överst. Inget försvinner när någon annan skriver.
followup-earlier-none = Inga tidigare texter att visa
followup-earlier-none-text = Det du skriver i en följd räknas som en text. När den har ändrats senare finns den tidigare här.
followup-earlier-locked = Har aldrig gällt: det gick inte att skriva i rapporten då
followup-locked-kept = Det du skrev finns under Tidigare texter.
followup-earlier-aside = Har aldrig gällt: någon annan hann spara före
followup-earlier-link = Visa tidigare texter
followup-closes-in-the-past = Den dagen har redan varit. Välj en dag från och med i dag.
followup-close-with-button = Den dagen har redan varit. Ska rapporteringen sluta nu, välj Stäng uppföljningen längre ner.
followup-has-opened = Uppföljningen har redan öppnat och kan inte öppna på nytt senare.
followup-not-removed = Uppföljningen är kvar: någon har börjat
followup-not-removed-text = { $begun ->
    [one] En enhet har börjat skriva, så uppföljningen går inte att ta bort. Stäng den i stället om den inte ska fortsätta.
   *[other] { $begun } enheter har börjat skriva, så uppföljningen går inte att ta bort. Stäng den i stället om den inte ska fortsätta.
}
followup-remove-round = Ta bort uppföljningen
followup-remove-round-text = Ingen har börjat. Uppföljningen och de tomma rapporterna tas bort; det syns i spåret.
followup-quality-work = Kvalitetsarbetet
