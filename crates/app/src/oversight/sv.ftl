oversight-title = Uppsikt
oversight-lead = Hur långt insamlingen har kommit, vad som har ändrats, vad som avviker och vad som görs åt det.
oversight-ways = Gå vidare
oversight-collection = Insamlingen
oversight-collection-note = Vem som har lämnat, vem som inte har det och vad som är försenat
oversight-round = Uppföljning
oversight-choose-round = Välj uppföljning
oversight-due = Ska vara lämnad { $day }
oversight-handed-in = { $all ->
    [one] { $done } av 1 rapport är lämnad
   *[other] { $done } av { $all } rapporter är lämnade
}
oversight-of = { $some } av { $all }
oversight-approved = Godkända
oversight-to-approve = Väntar på godkännande
oversight-returned = Skickade tillbaka
oversight-writing = Skrivs
oversight-not-begun = Inte påbörjade
oversight-late = Försenade
oversight-was-late = Lämnade för sent
oversight-by-level = Nivå för nivå
oversight-open-hint = Öppna en gren för att se vad som finns under den
oversight-own = Egen rapport
oversight-under = Visa eller dölj det som finns under { $name }
oversight-nothing-asked = Ingen rapport väntas här
oversight-nothing-asked-text = Inga enheter som du har uppsikt över lämnar rapport i den här uppföljningen.
oversight-count-late = { $count ->
    [one] 1 försenad
   *[other] { $count } försenade
}
oversight-count-returned = { $count ->
    [one] 1 skickad tillbaka
   *[other] { $count } skickade tillbaka
}
oversight-count-waits = { $count } att godkänna
oversight-days-late = { $days ->
    [one] En dag försenad
   *[other] { $days } dagar försenad
}
oversight-came-late = Kom för sent
oversight-ended = Upphörde { $day }
oversight-state-none = Inte påbörjad
oversight-state-writing = Skrivs
oversight-state-returned = Skickad tillbaka
oversight-state-submitted = Väntar på godkännande
oversight-state-approved = Godkänd
oversight-page = Sida { $number } av { $last }
oversight-csv = Hämta som fil (CSV)
oversight-as-table = Visa som tabell
oversight-column-unit = Enhet
oversight-column-moves = Hur det rör sig
oversight-column-says = Vad det betyder
oversight-column-above = Hör till
oversight-column-body = Nämnd
oversight-column-state = Läge
oversight-column-due = Ska lämnas
oversight-column-handed-in = Lämnad
oversight-column-days-late = Dagar försenad
oversight-column-who = Senast av
oversight-column-goals = Mål
oversight-column-reached = Nådda
oversight-column-partly = Delvis
oversight-column-missed = Inte nådda
oversight-column-cannot = Kan inte bedömas
oversight-column-unjudged = Inte bedömda
oversight-column-share = Nådda av bedömda
oversight-column-goal = Mål
oversight-column-year = År
oversight-column-expected = Väntat
oversight-column-came-out = Blev
oversight-column-made = Prognos gjord
oversight-column-held = Hur den slog in
oversight-column-all-years = Alla år
oversight-column-worse = Blev sämre
oversight-column-better = Blev bättre
oversight-column-why = Varför
oversight-column-what = Vad
oversight-column-whose = Vems
oversight-column-how = Hur det går
oversight-column-done = Vad som görs
oversight-column-accepted = Accepterad till och med
oversight-column-reason = Skäl
oversight-column-now = Nu
oversight-column-before = Förra gången
oversight-column-assignments = Uppdrag kvar
oversight-column-person = Ansvarig
oversight-column-answers-for = Ansvarar för
oversight-column-heard = Hördes senast
oversight-column-values = Värden
oversight-column-work = Aktiviteter och uppdrag
oversight-column-accounts = Rapporter
oversight-column-since = Tyst sedan
oversight-column-awaited = Vad som väntas
oversight-column-promise = Löfte
oversight-column-measures = Mått
oversight-column-kept = Hålls det?
oversight-column-measure = Mått
oversight-column-lacking = Saknar värde
oversight-column-answers = Svar
oversight-period = Period
oversight-choose-period = Välj period
oversight-choose-body = Välj nämnd
oversight-all-units = Hela kommunen
oversight-nothing-judged = inget bedömt
oversight-none-judged = Inget är bedömt än
oversight-none-judged-text = När nämnderna har bedömt sina mål visas det här.
oversight-compare = Nämnderna jämförda
oversight-compare-note = Hur stor del av målen som nås, nämnd för nämnd
oversight-compare-lead = Hur nämndernas egna mål är bedömda, och hur måtten under dem ligger till.
oversight-compare-figure = Nådda mål av dem som är bedömda
oversight-compare-care = Nämnderna har olika uppdrag och olika många mål. Jämförelsen visar var frågor behöver ställas, inte vem som är bäst. Andelar i procent visas bara när minst fem mål är bedömda.
oversight-compare-finding = { $period }: { $reached } av { $told } bedömda mål är nådda{ $share }. Nämnderna har { $all } mål tillsammans.
oversight-compare-more = Jämförelsen med diagram och mått
oversight-without-goals = Utan egna mål den här perioden: { $names }.
oversight-classes = Resurser, prestationer och resultat
oversight-classes-text = Så många av måtten i lämnade rapporter avviker: har ändrats till det sämre eller når inte sin nivå. Läs raden från resurser till resultat.
oversight-classes-few = För få mått finns i lämnade rapporter än för att jämföra resurser med resultat.
oversight-forecasts = Hur prognoserna höll
oversight-forecasts-note = Vad som väntades under året och vad det blev
oversight-forecasts-lead = Nämndernas sista prognos före årets slut, bredvid vad målet bedömdes till när året var över.
oversight-forecasts-figure = Prognoser som slog in, av dem som går att jämföra
oversight-forecasts-care = Bara år som är slut räknas. En prognos vars mål aldrig bedömdes vid årets slut räknas inte som rätt eller fel. Andelar i procent visas bara när minst fem prognoser går att jämföra.
oversight-forecasts-finding = { $year }: { $held } av { $compared } prognoser slog in{ $share }. { $worse } blev sämre än väntat och { $better } blev bättre.
oversight-leans-bright = När de slår fel är de oftare för ljusa.
oversight-leans-dark = När de slår fel är de oftare för mörka.
oversight-leans-neither = De slår fel lika ofta åt båda hållen.
oversight-too-few = Det är för få för att säga något om träffsäkerheten.
oversight-untold = { $count ->
    [one] Ett mål med prognos bedömdes aldrig vid årets slut.
   *[other] { $count } mål med prognos bedömdes aldrig vid årets slut.
}
oversight-never-told = { $count } inte bedömda
oversight-nothing-to-compare = inget att jämföra
oversight-no-forecasts = Inga prognoser att jämföra än
oversight-no-forecasts-text = När ett år är slut och målen är bedömda visas här hur prognoserna höll.
oversight-by-year = År för år
oversight-all-bodies = Alla tillsammans
oversight-failed = Prognoser som inte slog in
oversight-count-failed = { $count ->
    [one] en
   *[other] { $count } stycken
}
oversight-held-as-expected = Som väntat
oversight-held-worse = Sämre
oversight-held-better = Bättre
oversight-held-untold = Inte bedömt
oversight-judgeable = Mål som går att bedöma
oversight-judgeable-note = Hur stor del av målen som säger hur det går, och varför de andra inte gör det
oversight-judgeable-lead = Ett mål som ingen kan bedöma går inte att styra mot. Här räknas de mål som är bedömda som nådda, delvis nådda eller inte nådda.
oversight-judgeable-figure = Mål som är bedömda, av alla nämndens mål
oversight-judgeable-finding = { $period }: { $told } av { $all } mål säger hur det går{ $share }.
oversight-not-judgeable = Mål som inte är bedömda
oversight-all-told = Alla mål är bedömda
oversight-all-told-text = Varje mål säger hur det går den här perioden.
oversight-count-goals = { $count } mål
oversight-why-unmeasured = Inget mått och inget mål under visar hur det går.
oversight-why-below = Målet följs genom mål under det, och ingen har bedömt det.
oversight-why-aimless = Måtten har ingen målnivå för { $year }.
oversight-why-no-value = Måtten har inget värde för { $year }.
oversight-why-nobody = Det finns mått med värden, men ingen har bedömt målet.
oversight-deviations = Avvikelser
oversight-deviations-note = Vad som avviker, vad som görs och vad som har accepterats
oversight-deviations-lead = Mål som inte nås eller inte väntas nås, och mått som avviker i lämnade rapporter.
oversight-view-without = Utan åtgärd ({ $count })
oversight-view-with = Med åtgärd ({ $count })
oversight-view-accepted = Accepterade ({ $count })
oversight-without = Avvikelser utan beslutad åtgärd
oversight-accepted = Accepterade avvikelser
oversight-none-without = Inget avviker utan att något görs
oversight-none-without-text = Till varje avvikelse finns en beslutad aktivitet, ett uppdrag eller ett beslut att acceptera den.
oversight-none-with = Ingen avvikelse med åtgärd
oversight-none-with-text = Här visas avvikelser som har en beslutad aktivitet eller ett uppdrag som inte är klart.
oversight-none-accepted = Ingen avvikelse är accepterad
oversight-none-accepted-text = En nämnd kan acceptera en avvikelse en tid, med skäl och beslut. Det görs på målets sida.
oversight-count-without = { $count } utan åtgärd
oversight-count-accepted = { $count ->
    [one] 1 accepterad
   *[other] { $count } accepterade
}
oversight-all-deviations = Alla avvikelser ({ $count })
oversight-measure-deviates = Måttet avviker
oversight-expected = Prognos: { $word }
oversight-reaches = Väntas nå nivån i år
oversight-reaches-partly = Väntas nå nivån delvis i år
oversight-reaches-not = Väntas inte nå nivån i år
oversight-reaches-unknown = Ingen vet om nivån nås i år
oversight-now-calm = Avviker inte just nu
oversight-accepted-until = Accepterad till och med { $day }
oversight-until = till { $day }
oversight-more-actions = och { $count } till
oversight-nothing-decided = Inget är beslutat
oversight-moved = Vad som har ändrats sedan förra uppföljningen
oversight-nothing-before = Det finns ingen tidigare bedömning att jämföra med.
oversight-judged-otherwise = Mål som bedöms annorlunda
oversight-compared-with = Jämfört med { $period }
oversight-none-moved = Alla mål bedöms som förra gången.
oversight-more-moved = Och { $count } till.
oversight-signals = Mått som rör sig mer än vanligt
oversight-no-signals = Måtten varierar som vanligt.
oversight-read-some = De { $read } första av { $all } mått är genomgångna.
oversight-work = Vad som görs
oversight-work-done = Klara aktiviteter
oversight-work-ongoing = Pågår
oversight-work-not-begun = Inte påbörjade
oversight-work-late = Försenade
oversight-assignments = { $late ->
    [0] { $left }
   *[other] { $left }, varav { $late } försenade
}
oversight-finished = Klart senast
oversight-all-activities = Alla aktiviteter
oversight-all-assignments = Alla uppdrag
oversight-behind = Inte klara:
oversight-behind-more = Och { $count } till.
oversight-whole-collection = Se vem som har lämnat
oversight-collection-waits = { $none } är inte påbörjade, { $waits } väntar på godkännande, { $returned ->
    [one] en är skickad tillbaka
   *[other] { $returned } är skickade tillbaka
} och { $late } är försenade.
oversight-silence = Vem som har varit tyst
oversight-silence-note = Personer och enheter som det har väntats på länge
oversight-silence-lead = Här syns det som ingen har hört något om på länge. En rapport räknas hit två veckor efter sin dag, ett värde när två perioder saknas. Fråga om något hindrar, innan du påminner.
oversight-silence-of = Väntat på från { $name }
oversight-silent-people = Personer som inte har hörts av
oversight-silent-people-note = Två perioder utan värden och utan ett livstecken
oversight-silent-units = Enheter där något väntar
oversight-nobody-silent = Ingen har varit tyst länge
oversight-nobody-silent-text = Alla värden, aktiviteter och rapporter har kommit eller väntas inte än.
oversight-count-units = { $count ->
    [one] En enhet
   *[other] { $count } enheter
}
oversight-more-in-file = Och { $count } till, som finns i filen.
oversight-more = och { $count } till
oversight-never-heard = Aldrig
oversight-days = { $days ->
    [one] en dag sedan
   *[other] { $days } dagar sedan
}
oversight-awaited-account = Rapporten är inte lämnad
oversight-awaited-value = Värde för { $due }. Det senaste är { $latest }.
oversight-awaited-work = Skulle vara klar. Ingen har sagt hur det gick.
oversight-nobody = Ingen ansvarig
oversight-quality = Kvalitetsbevakning
oversight-quality-note = Styrmodellen, löften till invånarna och hur mätningarna går
oversight-quality-lead = Styrmodellen, löften till invånarna och resultat i mätningar, på en sida.
oversight-model = Styrmodellen
oversight-model-settled = Allt i modellen är beslutat.
oversight-model-open = { $count ->
    [one] En sak i modellen är inte beslutad
   *[other] { $count } saker i modellen är inte beslutade
}
oversight-model-unused = Finns i modellen men används inte: { $names }.
oversight-not-well = Behöver ses över
oversight-whole-check = Hela kontrollen av tråden
oversight-promises = Löften och deklarationer
oversight-no-promises = Inga löften finns i tråden
oversight-no-promises-text = När en tjänstedeklaration eller ett annat löfte läggs in visas här om det följs upp och hålls.
oversight-no-measures = Inget
oversight-not-followed = Inte bedömt
oversight-count-promises = { $count ->
    [one] Ett löfte
   *[other] { $count } löften
}
oversight-overdue = Värden som inte har kommit
oversight-none-overdue = Alla värden har kommit
oversight-none-overdue-text = Inget mått saknar värde för en period vars dag har passerat.
oversight-count-measures = { $count } mått
oversight-all-overdue = Alla värden som saknas
oversight-falling = Resultat som blir sämre
oversight-falling-note = Mått som räknas i bedömningen, jämförda med sin egen variation
oversight-none-falling = Inget mått som räknas i bedömningen har ändrats till det sämre.
oversight-few = Mätningar med få svar
oversight-few-note = Färre än { $few } svar säger lite om andra än dem som svarade
oversight-fewer-than = Färre än { $few }
oversight-none-few = Inget senaste värde bygger på få svar, där antalet är känt.
oversight-fewest-first = De med färst svar visas.
oversight-surveys = Mätningar i årshjulet
oversight-no-surveys = Ingen mätning finns i årshjulet det närmaste halvåret.
oversight-news = Vad är nytt sedan sist
oversight-news-note = Ändringar sedan det förra sammanträdet, mål för mål
oversight-from = Sedan
oversight-no-news = Inget nytt
oversight-no-news-text = Ingenting skiljer de två dagarna åt här.
oversight-more-news = Det finns fler ändringar.
oversight-all-news = Alla ändringar, sorterade efter slag
oversight-since-met = Sedan sammanträdet { $day }
oversight-since-visit = Sedan ditt förra besök { $day }
oversight-since-meeting = Räknat från ”{ $title }”.
oversight-meets-next = Nästa gång är { $day }: { $title }.
oversight-next-meeting = Nästa sammanträde
oversight-elsewhere = Övrigt
oversight-no-goal = Utan koppling till ett mål
oversight-count-changes = { $count ->
    [one] En ändring
   *[other] { $count } ändringar
}
oversight-undecided = Avvikelser utan beslutad åtgärd
oversight-undecided-lead = { $days ->
    [one] Här står det som har avvikit i mer än en dag utan att någon åtgärd är beslutad. Det som har väntat längst står först.
   *[other] Här står det som har avvikit i mer än { $days } dagar utan att någon åtgärd är beslutad. Det som har väntat längst står först.
}
oversight-undecided-note = Till kommunstyrelsen: det som har väntat längst på beslut
oversight-undecided-way = { $count ->
    [one] En avvikelse har saknat beslutad åtgärd i mer än { $days ->
        [one] en dag
       *[other] { $days } dagar
    }
   *[other] { $count } avvikelser har saknat beslutad åtgärd i mer än { $days ->
        [one] en dag
       *[other] { $days } dagar
    }
}
oversight-none-undecided = Ingen avvikelse har väntat för länge
oversight-none-undecided-text = När något har avvikit längre än vad som är bestämt utan beslutad åtgärd står det här.
oversight-since = Sedan { $day }
oversight-propose = Föreslå en åtgärd
oversight-set-days = Bestäm hur länge en avvikelse får vänta
oversight-wait-days = Antal dagar
oversight-wait-days-wrong = Skriv ett helt tal från 1 till { $most }
oversight-save-days = Spara
oversight-improving = Kvalitetsarbetet
oversight-improving-lead = Vad som avviker, vad enheterna har kommit fram till, vad som görs åt det och vad det gav. Läs det inför budgeten.
oversight-improving-note = Sidan går att skriva ut. Den visar det som är känt i dag. Att saker står bredvid varandra visar inte att det ena beror på det andra.
oversight-improving-way = Avvikelser, åtgärder, effekter och bristkostnad för en nämnd och ett år
oversight-year = År
oversight-goal = Mål
oversight-goals-and-frame = Mål och resurser
oversight-frame = Resurser
oversight-no-frame = Inga resursmått
oversight-no-goals-year = Inga mål det året
oversight-no-goals-year-text = Nämnden hade inga beslutade mål det år du har valt.
oversight-conclusion = Enhetens slutsats
oversight-no-conclusion = Ingen slutsats är skriven
oversight-read-account = Läs rapporten
oversight-see-goal = Bedömningen står på målets sida
oversight-decided-actions = { $count ->
    [one] En beslutad åtgärd
   *[other] { $count } beslutade åtgärder
}
oversight-no-deviations-year = Inga avvikelser det året
oversight-found = { $count } hittade
oversight-effects = { $all ->
    [one] En åtgärd. Effekt: { $yes } ja, { $partly } delvis, { $no } nej.
   *[other] { $all } åtgärder. Effekt: { $yes } ja, { $partly } delvis, { $no } nej.
}
oversight-learned = Lärdom
oversight-no-cost = Ingen bristkostnad är uppskattad
oversight-no-cost-text = Uppgiften är frivillig. Den som vill uppskattar den på åtgärdens sida.
oversight-cost-sum = { $count ->
    [one] Uppskattat till { $sum } i en uppskattning
   *[other] Uppskattat till { $sum } i { $count } uppskattningar
}
oversight-cost-note = Summan är bara det som någon har uppskattat. Den säger inte vad all brist kostar, och samma brist kan ha uppskattats på flera ställen.
oversight-proposed = Föreslagen, inte beslutad
oversight-effect-asked = Frågan om effekt ställs { $day }
