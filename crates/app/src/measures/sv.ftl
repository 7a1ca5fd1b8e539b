measures-title = Mått
measures-lead = Det vi mäter för att veta om målen nås: resurser, prestationer och resultat.
measures-new = Nytt mått
measures-edit = Ändra måttet
measures-form-lead = Beskriv måttet så att någon annan kan mäta likadant.
measures-import-link = Läs in värden
measures-xlsx = Hämta värdena som Excel
measures-fill-in = Fyll i värden
measures-fill-in-many = Fyll i flera
measures-name = Namn
measures-text = Vad måttet visar
measures-type = Typ
measures-goal = Mäter
measures-class = Slag
measures-unit = Enhet för värdet
measures-unit-hint = Till exempel procent, kronor per barn eller antal.
measures-decimals = Antal decimaler
measures-is-percentage = Värdet är en andel mellan 0 och 100 procent
measures-direction = Vad är bättre?
measures-higher = högre är bättre
measures-lower-better = lägre är bättre
measures-neutral = varken högre eller lägre är bättre
measures-method = Mätmetod
measures-source = Källa
measures-frequency = Hur ofta
measures-month = varje månad
measures-each-tertial = varje tertial
measures-each-half-year = varje halvår
measures-year = varje år
measures-owner = Ägare
measures-over-organisation = Så läggs enheternas värden ihop
measures-over-time = Så läggs perioder ihop
measures-sum = de summeras
measures-mean-of = medelvärde
measures-latest = det senaste gäller
measures-not-added = de läggs inte ihop
measures-counts = Räknas när målet bedöms
measures-controllable = Ägaren kan påverka värdet
measures-filter = Sök bland måtten
measures-filter-button = Sök
measures-none-yet = Inga mått än
measures-none-yet-text = Ett mått visar hur det går med ett mål. När någon har lagt till ett mått står det här.
measures-none = Inget mått matchar
measures-none-text = Prova ett annat ord, eller rensa sökningen.
measures-shown = { $total ->
    [one] ett mått
   *[other] { $total } mått
}
measures-org-unit = Enhet
measures-coverage = { $all ->
    [one] { $known } av 1 enhet har lämnat värde för { $period }
   *[other] { $known } av { $all } enheter har lämnat värde för { $period }
}
measures-record = Registrera värde
measures-record-title = Registrera värde: { $name }
measures-record-button = Spara värdet
measures-definition = Definition och källa
measures-measures-what = Hör till
measures-no-goal = Måttet hör inte till något mål
measures-no-goal-text = Tråden är bruten här. Koppla måttet till det mål det ska visa.
measures-not-stated = Inte angivet
measures-target-word = Målnivå
measures-period = Period
measures-value = Värde
measures-value-hint = Skriv ett tal, till exempel 8,1.
measures-count = Hur många personer gäller värdet?
measures-count-hint = Kan lämnas tomt. Gäller värdet någon, men färre än { $least } personer, visas det bara för den som rapporterar.
measures-count-is-protected = Värdet skyddas
measures-count-was-few = { $fewest ->
    [one] Det har stått att värdet gäller en person.
   *[other] Det har stått att värdet gäller { $fewest } personer.
} Därför visas det bara för den som rapporterar, också när antalet ändras.
measures-count-was-wrong = Antalet har varit fel hela tiden: värdet har aldrig gällt så få
measures-no-count = inget antal
measures-mend-count = Rätta antalet
measures-counts-of-groups = Antal personer i grupper
measures-counts-of-groups-lead = Så många personer har gruppernas värden sagts gälla. Är de för få visas värdet bara för den som rapporterar.
measures-counts-of-groups-none = Inget värde för en grupp är registrerat
measures-counts-of-groups-none-text = Värden för grupper läses in från en fil, med antalet i kolumnen antal.
measures-count-of-group = Antal: { $group }, { $period }
measures-count-of-group-lead = Värdet är { $value } och ändras inte här.
measures-conflict-people = Där står nu { $theirs } som antal personer. Du skrev { $mine }. Spara igen om ditt antal ska gälla.
measures-problem-count = Skriv ett helt antal personer med siffror, eller lämna tomt.
measures-quality = Kvalitet
measures-state = Vad vet ni?
measures-state-measured = Vi har ett värde
measures-state-missing = Värde saknas
measures-state-not-applicable = Ej tillämpligt
measures-preliminary = Preliminärt
measures-verified = Granskat
measures-unreported = Inte lämnat
measures-taken-away = Värdet togs bort medan du skrev
measures-taken-away-text = Där står nu inget värde. Du skrev { $mine }. Spara igen om ditt värde ska gälla.
measures-conflict = Ett annat värde registrerades medan du skrev
measures-conflict-with = Ett annat värde registrerades medan du skrev: { $who }
measures-already-here = Här finns redan { $value } ({ $about })
measures-already-here-text = Ditt värde ersätter det. Spara igen om ditt ska gälla.
measures-already-here-why = Ditt värde ersätter det: skriv varför.
measures-conflict-text = Där står nu { $theirs }. Du skrev { $mine }. Spara igen om ditt värde ska gälla. Det andra finns kvar i historiken.
measures-problem-number = Skriv ett tal, till exempel 8,1
measures-problem-number-too = Här står ett tal, men du har valt att det inte finns något värde. Ta bort talet eller välj Vi har ett värde.
measures-problem-decimals = { $allowed ->
    [0] Måttet har inga decimaler. Avrunda till heltal.
    [one] Måttet har en decimal. Avrunda talet.
   *[other] Måttet har { $allowed } decimaler. Avrunda talet.
}
measures-problem-large = Talet är för stort. Kontrollera enheten.
measures-problem-frequency = Måttet mäts inte i sådana perioder. Välj en period i listan.
measures-problem-not-yet = Perioden har inte börjat än
measures-problem-bounds = Värdet måste ligga mellan { $low } och { $high }
measures-problem-year = Skriv ett år, till exempel 2026, eller en period som 2026-T2
measures-problem-level = Skriv vilken nivå som ska nås
measures-problem-range = Skriv både från och till, det lägre talet först
measures-problem-goal = Styrmodellen tillåter inte att måttet kopplas till det här målet
measures-everyone = Alla som inte har en egen nivå
measures-target-period = År eller period
measures-target-kind = Värdet ska vara
measures-kind-at-least = minst nivån
measures-kind-at-most = högst nivån
measures-kind-equal = lika med nivån
measures-kind-range = mellan två nivåer
measures-level = Nivå
measures-level-to = Till
measures-at-least = minst { $level }
measures-at-most = högst { $level }
measures-equal = { $level }
measures-range = { $low } till { $high }
measures-increase = ska öka
measures-decrease = ska minska
measures-milestone = ett uppnått läge
measures-tertial = tertial { $number } { $year }
measures-half-year = halvår { $number } { $year }
measures-upper = Övre gräns { $value }
measures-mean = Medel { $value }
measures-lower = Nedre gräns { $value }
measures-target = Mål { $value }
measures-unusable = Kan inte läsas
measures-unusable-text = Värdena går inte att räkna på. Kontrollera dem i tabellen.
measures-no-values = Inga värden än
measures-no-values-text = När det första värdet är registrerat visas det här.
measures-missing = Värde saknas
measures-missing-text = Värde saknas för { $period }.
measures-too-few = För få mätvärden
measures-as-usual = Varierar som vanligt
measures-few = { $count ->
    [one] Senast { $latest }. Ett mätvärde räcker inte för att skilja förändring från slump.
   *[other] Senast { $latest }. { $count } mätvärden är för få för att skilja förändring från slump.
}
measures-latest-preliminary = Det senaste värdet är preliminärt, så slutsatsen kan ändras.
measures-short-few = Senast { $latest }, men mätvärdena är för få för att skilja förändring från slump
measures-short-possible = { $fact }, men mätvärdena är för få för att vara säker
measures-short-chance = { $fact }, men det kan vara slump
measures-short-preliminary = { $fact }, men det senaste värdet är preliminärt
measures-short-trial = { $fact }, men gränserna är preliminära
measures-short-usual = { $name } varierar som vanligt kring { $mean }
measures-short-never = { $name } varierar som vanligt kring { $mean } men når inte målet { $target } med nuvarande arbetssätt
measures-trial = Gränserna är preliminära, för mätvärdena är få.
measures-usual = { $name } varierar som vanligt kring { $mean }. Senast { $latest }.
measures-usual-target = { $name } varierar som vanligt kring { $mean }. Senast { $latest }, målet är { $target }.
measures-usual-never = { $name } varierar som vanligt kring { $mean } men når inte målet { $target } med nuvarande arbetssätt. Det behövs en förändring, inte mer väntan.
measures-alike = För lika värden
measures-alike-text = De värden som gränserna bygger på var alla { $mean }, så det går inte att säga vad som är vanlig variation. Senast { $latest }.
measures-recent = Har nyss ändrats
measures-recent-text = Senast { $latest }. Nyligen { $kind ->
    [rise] steg { $name }
    [fall] sjönk { $name }
    [above] låg { $name } över medel, { $mean },
   *[below] låg { $name } under medel, { $mean },
} flera gånger i rad, så det är för tidigt att säga vad som är vanligt nu.
measures-unsteady = Osäkra gränser
measures-unsteady-text = Senast { $latest }. Bland värdena som gränserna bygger på { $kind ->
    [rise] steg { $name }
    [fall] sjönk { $name }
    [above] låg { $name } över medel, { $mean },
   *[below] låg { $name } under medel, { $mean },
} flera gånger i rad, så det går inte att säga vad som är vanligt.
measures-shift = { $name } har legat { $way ->
    [up] över
   *[down] under
} sitt medel { $points } { $step ->
    [month] månader
    [year] år
   *[other] mätningar
} i rad.
measures-trend = { $name } har { $way ->
    [up] stigit
   *[down] sjunkit
} { $points } { $step ->
    [month] månader
    [year] år
   *[other] mätningar
} i rad.
measures-outside = { $latest } ligger { $way ->
    [up] över den övre gränsen
   *[down] under den nedre gränsen
} för den vanliga variationen.
measures-near = Två av de tre senaste ligger nära den { $way ->
    [up] övre
   *[down] nedre
} gränsen.
measures-possible = Det kan vara en förändring, men mätvärdena är för få för att vara säker.
measures-real = Det är en verklig förändring, inte slump.
measures-real-better = Det är en verklig förbättring, inte slump.
measures-what-did-you-do = Vad gjorde ni?
measures-real-worse = Det är en verklig förändring, inte slump.
measures-status = { $way ->
    [up] Stiger
   *[down] Sjunker
} – { $meaning ->
    [better] förbättring
    [worse] försämring
   *[neutral] förändring
}
measures-status-possible = { $way ->
    [up] Kan stiga
   *[down] Kan sjunka
} – { $meaning ->
    [better] möjlig förbättring
    [worse] möjlig försämring
   *[neutral] möjlig förändring
}
measures-always = Når målet varje gång med nuvarande arbetssätt.
measures-sometimes = Kan nå målet, men inte varje gång, med nuvarande arbetssätt.
measures-never = Når inte målet med nuvarande arbetssätt.
measures-left-level = Gränserna bygger på { $first } till { $last }, då medel var { $mean }, och värdena ligger inte kvar där. Om nuvarande arbetssätt når målet går att säga först när någon har satt en ny brytpunkt.
measures-met = Det senaste värdet når målet.
measures-not-met = Det senaste värdet når inte målet.
measures-form-conflict = Någon annan har ändrat måttet medan du skrev
measures-form-conflict-text = Här är det som står nu och skiljer sig från det du skrev. Spara igen om det du skrev ska gälla. Det andra finns kvar i historiken.
measures-problem-decimals-range = Skriv ett heltal mellan 0 och { $most }
measures-begin-anew = Ny brytpunkt
measures-begin-anew-lead = Sätt en brytpunkt när arbetssättet eller mätningen har ändrats på riktigt. Gränserna räknas då om från den perioden, och tiden före är en egen historia.
measures-begin-from = Börja om från
measures-reason = Varför börjar jämförelsen om?
measures-reason-hint = Till exempel: Ny schemaläggning från mars. Skälet visas vid diagrammet.
measures-problem-reason = Skriv varför jämförelsen börjar om
measures-problem-begun = Det finns redan en brytpunkt där, med ett annat skäl
measures-begun-anew = Jämförelsen börjar om { $from }: { $reason }
measures-note-event = Lägg till händelse
measures-note-event-lead = Händelsen visas i enhetens alla diagram, så att fler förstår vad som hände.
measures-event-day = Dag
measures-event-text = Vad hände?
measures-event-hint = Några få ord, till exempel Nya grupper.
measures-problem-future-event = Dagen har inte kommit än. Välj en dag till och med i dag.
measures-help = Så läser du diagrammet
measures-help-time = två minuter
measures-help-limits = Det skuggade bandet är den vanliga variationen. Värden inom bandet skiljer sig åt av slump, så läs inte in något i enstaka upp- och nedgångar.
measures-help-signals = Färgade punkter är verkliga förändringar: ett värde utanför bandet, många i rad på samma sida om medel, eller många i rad åt samma håll.
measures-help-target = Den prickade linjen är målnivån. Ligger hela bandet på rätt sida nås målet varje gång. Ligger hela bandet på fel sida behövs ett nytt arbetssätt.
measures-help-hollow = En ihålig punkt är ett preliminärt värde som kan ändras.
measures-help-gaps = Ett glapp är en period där värdet saknas, inte har lämnats eller inte är tillämpligt. Noll är ett värde och ritas som noll.
measures-help-anew = Har arbetssättet ändrats på riktigt kan ni börja om jämförelsen med en brytpunkt.
measures-groups = Skillnader mellan grupper
measures-groups-text = { $first } och { $second } jämförda period för period
measures-yes = Ja
measures-no = Nej
measures-target-conflict = Det finns redan en nivå för perioden
measures-target-conflict-text = Där står nu { $theirs }. Du skrev { $mine }. Spara igen om din nivå ska gälla. Den andra finns kvar i historiken.
measures-target-change = Ändra nivån
measures-problem-target-period = Måttet mäts inte i sådana perioder. Skriv ett år, till exempel 2026.
measures-problem-adopted = Måttet är beslutat och ändras inte. Skriv en ny lydelse som ersätter den när den är beslutad.
measures-problem-bound = Måttet har värden som hänger på det här, så det går inte att ändra. Ska ni mäta på ett nytt sätt, skapa ett nytt mått som fortsätter det här.
measures-bound = Måttet har redan värden
measures-bound-text = Namn, metod, källa och text kan ändras. Slag, enhet, decimaler, riktning och hur ofta det mäts ligger fast, för annars skulle värdena betyda något annat. Har arbetssättet ändrats räcker en brytpunkt.
measures-continue = Skapa ett nytt mått som fortsätter det här
measures-continues = Fortsätter måttet { $title }.
measures-values-stay = Värden, nivåer och kopplingar följer med.
measures-earlier-wording = Tidigare lydelse:
measures-season = Följer årstiden
measures-season-compared = Värdena följer årstiden, så de jämförs med samma tid i fjol: { $latest } i { $now } mot { $then } i { $then_period }.
measures-season-alone = Värdena följer årstiden, och värdet för samma tid i fjol saknas. Senast { $latest } i { $now }.
measures-season-unusual = Skillnaden mot i fjol är större än den har varit mellan åren förut.
measures-help-season = Följer värdena årstiden ritas inget band, för då är en period inte lik nästa. Jämför med samma tid i fjol.
measures-level-now = Nivå
measures-level-highest = Högsta värdet hittills
measures-level-high = Högt mot tidigare värden
measures-level-lowest = Lägsta värdet hittills
measures-level-low = Lågt mot tidigare värden
measures-level-unchanged = Oförändrat mot tidigare värden
measures-level-undecided = Går inte att säga än
measures-level-season = Följer årstiden
measures-direction-now = Riktning
measures-moved = { $way ->
    [up] Upp från { $value } i { $period }
    [down] Ner från { $value } i { $period }
   *[same] Samma som i { $period }, { $value }
}
measures-efforts = Insatser
measures-efforts-note = Det som görs för målen som måttet visar
measures-effort-until = klar { $day }
measures-corrected = Rättat
measures-problem-not-yours = Du kan inte säga att värdet är granskat. Välj preliminärt eller rättat, så granskar den som ansvarar för källan.
measures-problem-nothing-stands = Det finns inget värde att rätta för perioden. Välj preliminärt eller granskat.
measures-problem-why-changed = Skriv varför värdet ändras. Det granskade värdet kan redan vara använt.
measures-why-changed = Varför ändras värdet?
measures-why-changed-hint = Behövs när ett granskat eller rättat värde får ett annat värde. Skälet visas på måttets sida.
measures-history = Ändrade värden
measures-history-note = Det som stod förut finns kvar här.
measures-before = Förut
measures-after = Nu
measures-why = Skäl
measures-who-when = Vem och när
measures-no-reason = Inget skäl behövdes
measures-restated = Värden är ändrade efter en fryst rapport
measures-restated-text = Rapporten som frystes { $day } är oförändrad. Så här skiljer den sig från det som står nu:
measures-restated-value = { $period }: rapporten säger { $before }, nu gäller { $now }.
measures-preliminary-count = { $count ->
    [one] Ihålig punkt: ett värde är preliminärt och kan ändras.
   *[other] Ihåliga punkter: { $count } värden är preliminära och kan ändras.
}
measures-formula = Så räknas värdet ut
measures-formula-set = Räkna ut från andra mått
measures-formula-lead = Välj måtten som ingår. De får bokstäverna A till E. Skriv sedan hur de räknas ihop.
measures-formula-narrow = Visa mått som innehåller
measures-formula-part = Mått { $letter }
measures-formula-hint = Till exempel A / B, eller A / B * 100 för andel i procent. Du kan använda + - * / och parenteser. Tomt betyder att värdet lämnas som vanligt.
measures-formula-hidden = ett mått du inte kan se
measures-formula-whole = För flera enheter läggs varje del ihop först, och uträkningen görs på summorna.
measures-formula-conflict = Någon annan har ändrat måttet medan du skrev. Kontrollera uträkningen och spara igen om din ska gälla.
measures-formula-never = Formeln kan aldrig ge ett värde, eftersom den alltid delar med noll. Dela med något annat.
measures-formula-empty = Skriv hur måtten räknas ihop, till exempel A / B
measures-formula-long = Uträkningen är för lång. Skriv högst { $most } tecken.
measures-formula-deep = Uträkningen har för många parenteser i varandra. Använd högst { $most }.
measures-formula-sign = Tecknet { $sign } på plats { $at } går inte att räkna med. Använd + - * / och parenteser.
measures-formula-letter = { $name } är inget av de mått du har valt. Välj måttet i listan och skriv dess bokstav.
measures-formula-number = { $text } går inte att läsa som ett tal. Skriv till exempel 0,5.
measures-formula-value = Något saknas på plats { $at }. Skriv en bokstav, ett tal eller en parentes där.
measures-formula-rule = Något saknas på plats { $at }. Skriv + - * eller / mellan två mått.
measures-formula-unmatched = Parentesen på plats { $at } saknar sin andra hälft.
measures-problem-computed = Måttet räknas ut från andra mått. Registrera värden för dem i stället.
measures-problem-undecided = Den nya lydelsen är inte beslutad och tar inte emot värden. Registrera värdet för måttet som gäller.
measures-problem-has-values = Måttet har redan egna värden, så det kan inte räknas ut. Skapa ett nytt mått för uträkningen.
measures-problem-part-frequency = Måttet mäts inte lika ofta som det du räknar ut. Välj ett som gör det.
measures-problem-no-part = Uträkningen har inget mått. Välj minst ett och skriv dess bokstav.
measures-problem-circle = Uträkningen går i en cirkel: { $way }. Ta bort ett av måtten.
measures-problem-too-large = Uträkningen bygger på för många mått. Dela upp den.
measures-break-kind = Vad har ändrats?
measures-break-work = Arbetssättet hos enheten
measures-break-method = Mätmetoden eller definitionen, för alla enheter
measures-method-changed = Ny mätmetod från { $from }: { $reason } Värden före och efter jämförs inte.
measures-other-units = Andra enheter
measures-regrouped = Från { $period } är det andra enheter som har lämnat värden än före. Det som summan eller medelvärdet bygger på är inte detsamma, så värden före och efter jämförs inte.
measures-new-method = Ny mätmetod
measures-problem-method-owner = Bara den som ansvarar för måttet kan säga att mätmetoden har ändrats
measures-problem-ended = Måttet gäller inte längre, så inget kan läggas till
measures-problem-target-bounds = Nivån måste ligga mellan { $low } och { $high }
measures-hidden = visas inte
measures-hidden-cell = visas_inte
measures-hidden-note = Värden som gäller färre än { $least } personer visas inte, så att ingen kan kännas igen. De värden som ett sådant kan räknas ut av visas inte heller.
measures-other-groups = övriga grupper
measures-breakdowns = Uppdelningar
measures-breakdowns-set = Dela upp i grupper
measures-breakdowns-lead = Säg vilka grupper värdena kan lämnas för. Bara de grupperna tas emot.
measures-breakdowns-hint = En uppdelning på varje rad, till exempel kön: kvinnor, män
measures-breakdowns-conflict = Någon annan har ändrat måttet medan du skrev. Kontrollera och spara igen om det du skrev ska gälla.
measures-breakdown-line = { $line } är ingen uppdelning. Skriv namnet, kolon och minst två grupper med komma emellan.
measures-breakdown-twice = { $name } står två gånger. Ge grupperna olika namn.
measures-breakdown-long = Ett namn är för långt. Skriv högst { $most } tecken.
measures-breakdown-many = Uppdelningarna eller grupperna är för många
measures-least = Visa inte värden som gäller färre än
measures-least-hint = Antal personer. Skydda dem som annars kan kännas igen.
measures-least-none = Ingen gräns
measures-least-people = { $count } personer
measures-problem-least = Skriv ett heltal mellan 0 och { $most }
measures-along = Vad rör sig tillsammans?
measures-along-lead = Mått som stiger och sjunker samtidigt, eller åt var sitt håll. Det säger inget om vad som beror på vad.
measures-along-found = Rör sig tillsammans
measures-along-looked = { $count ->
    [one] Ett mått är jämfört
   *[other] { $count } mått är jämförda
}
measures-along-none = Inget av måtten rör sig tillsammans med detta mer än slumpen kan göra.
measures-along-note = När många mått jämförs liknar några varandra av en slump. Av dem som visas väntas högst ungefär ett av tjugo vara slump.
measures-along-expected = Stämmer det med vad ni väntade er?
measures-along-missing = I vilka fall saknas samband som ni hade väntat er?
measures-along-yes = Ja
measures-along-no = Nej
measures-along-unsure = Vet inte
measures-along-answered = Väntat? { $answer }. { $who } svarade { $day }.
measures-along-unanswered = Ingen har svarat på om det var väntat.
measures-along-together = När { $own } stiger från en mätning till nästa brukar { $other } också stiga. Det bygger på { $pairs } gemensamma förändringar.
measures-along-opposed = När { $own } stiger från en mätning till nästa brukar { $other } sjunka. Det bygger på { $pairs } gemensamma förändringar.
measures-along-same-way = åt samma håll
measures-along-other-way = åt motsatt håll
measures-along-no-clear = inget tydligt
measures-along-still = rör sig inte
measures-along-all = Alla mått som är jämförda
measures-along-measure = Mått
measures-along-how = Rör sig
measures-along-pairs = Gemensamma förändringar
measures-along-coefficient = Rangkorrelation
measures-along-method = Jämförda är förändringar från en period till nästa, minst sex gemensamma. Spearmans rangkorrelation går från −1 till 1. Urvalet är gjort så att andelen slump hålls nere (Benjamini och Hochberg).
measures-along-too-few = Det finns inget att jämföra med än
measures-along-too-few-text = Det behövs sju mätningar för samma perioder av två mått som mäts lika ofta.
measures-nothing-stands = inget värde
measures-sum-before = enheternas värde { $sum }
measures-sum-before-hidden = enheternas värde (visas inte)
measures-door-recorded = i formuläret
measures-door-filled = i tabellen
measures-door-imported = med en fil
measures-door-undone = en inläsning ångrades
measures-door-chosen = källan valdes
measures-door-beside = med en fil, bredvid det som används
measures-door-withdrawn = en inläsning ångrades, bredvid det som används
measures-own-value = eget värde
measures-value-from = värdet från { $source }
measures-source-own = Kommunens eget
measures-sources = Värden från flera källor
measures-sources-note = Ett värde används i diagram, summor och rapporter. De andra står bredvid.
measures-said-on = Lämnat
measures-source-standing = Används
measures-source-used = Används
measures-source-unused = Inget värde används för perioden.
measures-source-choose = Välj källa
measures-source-same = Säger samma som { $whose }.
measures-source-higher = { $by } högre än { $whose }.
measures-source-lower = { $by } lägre än { $whose }.
measures-source-other = Skiljer sig från { $whose }.
measures-choose-source = Välj vilket värde som används
measures-choose-source-lead = Flera källor säger olika. Kommunens eget värde används om ingen har valt ett annat. De andra står kvar bredvid.
measures-source-to-use = Värdet som ska användas
measures-source-reason = Varför?
measures-source-reason-hint = Skälet står i måttets ändringar.
measures-sources-changed = Något har ändrats sedan du öppnade sidan
measures-sources-changed-text = Så här säger källorna nu. Spara igen om ditt val ska gälla.
measures-source-decided = Det är valt att värdet från { $source } används för perioden. Välj kommunens eget på måttets sida först.
measures-source-takes-over = Värdet som används nu kommer från { $source }
measures-source-takes-over-text = Sparar du ett eget värde används det i stället. Källans värde står kvar bredvid.
measures-closed-handed-in = Lämnat i { $round } av { $person } den { $day }. Det kan lämnas tillbaka till och med { $until }.
measures-closed-for-good = Lämnat i { $round } av { $person } den { $day }. Omgången är stängd sedan { $from }.
measures-closed-frozen = Rapporten i { $round } frystes av { $person } den { $day } och ändras inte.
measures-closed = Värdet är redan lämnat
measures-closed-text = Ändrar du det är det en rättelse, och skälet behövs.
measures-problem-why-closed = Skriv varför värdet ändras. Det är redan lämnat eller fryst.
measures-lag = Dagar efter perioden tills värdet ska finnas
measures-lag-hint = Det ni har kommit överens om. Tomt betyder det vanliga: 30 dagar för månad, 45 för tertial, 60 för halvår och 90 för år.
measures-lag-agreed = { $days ->
    [one] en dag, enligt överenskommelse
   *[other] { $days } dagar, enligt överenskommelse
}
measures-lag-usual = { $days } dagar, det vanliga
measures-problem-lag = Skriv ett heltal mellan 0 och { $most }, eller lämna tomt
measures-withheld = Värden som gäller färre än { $least } personer visas inte, så att ingen kan kännas igen. De värden som ett sådant kan räknas ut av visas inte heller. I diagrammet syns de som luckor.
measures-withheld-own = Ett dolt värde som en enhet själv har lämnat fortsätter att vara dolt för den perioden. Det visas igen bara om den som granskar säger att antalet personer har varit fel hela tiden, och inget annat värde för perioden gäller för få.
measures-withheld-sum = Ett dolt värde som är sammanlagt av enheter kan visas igen när ett nytt värde för samma period kommer in från någon av dem.
measures-withheld-latest = Det senaste värdet visas inte
measures-order = Ordning
measures-order-name = Namn
measures-order-far = Längst från målnivån
measures-order-far-text = Senaste värdet hos den som äger måttet, mot målnivån. Mått som inte kan jämföras står sist.
measures-latest-value = Senast
measures-distance = Avstånd till målnivån
measures-off = { $percent } procent från
measures-off-none = når målnivån
measures-told-below = { $count ->
    [one] Värdet läggs annars ihop av en enhet under
   *[other] Värdet läggs annars ihop av { $count } enheter under
}
measures-told-below-text = Skriver du ett eget värde gäller det i stället för den period du väljer. För de andra perioderna fortsätter det som enheterna lämnar att gälla.
measures-over-time-hint = Så blir månader och tertial till år. Målnivån för ett år gäller varje period i året.
measures-problem-latest-across = Enheter står bredvid varandra, så ingen av dem är den senaste. Välj summa, medelvärde eller att de inte läggs ihop.
measures-worth-set = Kontrollfråga och etablerat mått
measures-worth-lead = Det här kan sägas också om ett beslutat mått. Det ändrar inget i beslutet.
measures-tells = Säger något om kvalitet för invånarna
measures-tells-question = Säger måttet något om kvaliteten i det som invånarna möter?
measures-tells-hint = Bra resultatmått lyfter fram viktiga egenskaper hos tjänsterna ur invånarnas perspektiv.
measures-tells-yes = Ja
measures-tells-partly = Delvis
measures-tells-no = Nej
measures-tells-unanswered = Inte besvarat än
measures-tells-reason = Motivering till svaret
measures-tells-reason-hint = Är svaret nej: skriv varför måttet ändå behövs.
measures-established = Etablerat mått
measures-established-hint = Finns måttet redan i Kolada eller i branschen? Skriv dess nummer och namn, så går det att jämföra med andra.
measures-established-link = Länk till definitionen
measures-established-link-hint = Adressen börjar med https://.
measures-problem-link = Det är ingen adress. Skriv hela adressen, till exempel https://www.kolada.se/.
measures-problem-established = Skriv också vad måttet heter eller har för nummer där.
measures-kinds = Visa
measures-all = Alla mått
measures-only-established = Etablerade mått
measures-years = År för år
measures-year-rests-on = Bygger på
measures-year-of = { $known } av { $of } värden
measures-year-latest = värdet för { $period }
measures-year-hidden = { $count ->
    [one] Ett värde visas inte och är inte med
   *[other] { $count } värden visas inte och är inte med
}
measures-year-unknown = saknas
measures-share-of = Vad är andelen en andel av?
measures-share-of-people = De personer som värdet gäller
measures-share-of-hint = Kryssa i om varje person räknas en gång, till exempel svar på en enkät. Då kan systemet räkna ut vad slumpen gör. Kryssa inte i för andelar av tid eller pengar, som sjukfrånvaro.
measures-automatic = Automatisk text
measures-counted-so = Så räknades det
measures-and = { $first } och { $last }
measures-and-more = { $left } till
measures-between = { $low } till { $high }
measures-people = Antal personer
measures-low = Nedre
measures-high = Övre
measures-group = Grupp
measures-verdict = Bedömning
measures-verdict-unknown = går inte att säga
measures-verdict-usual = inom vad slumpen gör
measures-verdict-watch = håll ögonen på
measures-verdict-better = bättre än slumpen
measures-verdict-worse = sämre än slumpen
measures-verdict-higher = högre än slumpen
measures-verdict-lower = lägre än slumpen
measures-units = Skiljer sig enheterna åt?
measures-units-lead = Varje enhets värde bredvid de andras, med hänsyn till hur mycket slumpen kan göra. Det är ingen rangordning.
measures-units-views = Vy
measures-units-now = Nu
measures-units-over-time = Över tid
measures-units-none = Det finns inget att jämföra än
measures-units-none-text = Det behövs minst två enheter med värde för samma period.
measures-units-none-differs = Ingen av { $count } enheter skiljer sig mer än slumpen från alla tillsammans, { $centre }.
measures-units-differ = { $names } skiljer sig mer än slumpen från alla tillsammans, { $centre }. Jämförda är { $count } enheter.
measures-units-watch = { $count ->
    [one] Håll ögonen på { $names }, som ligger i utkanten av vad slumpen gör.
   *[other] Håll ögonen på { $names }, som ligger i utkanten av vad slumpen gör.
}
measures-units-expected = Av { $count } enheter väntas ungefär { $chance } ligga utanför varningsgränsen av en slump.
measures-units-wider = Gränserna är vidgade eftersom enheterna skiljer sig mer än slumpen av andra skäl än kvalitet, till exempel olika målgrupper.
measures-units-uncounted = { $count ->
    [one] En enhet är inte med i jämförelsen, för det är inte känt hur många personer värdet gäller.
   *[other] { $count } enheter är inte med i jämförelsen, för det är inte känt hur många personer värdena gäller.
}
measures-units-in-parts = Enheterna är så många att de visas på flera sidor, de som skiljer sig först. Texten gäller alla.
measures-units-care = Enheterna kan ha olika uppdrag och möta olika människor. Fråga efter skälet innan ni drar en slutsats.
measures-units-no-share = Det går inte att säga om skillnaderna är större än slumpen, för ingen har sagt att måttet är en andel av de personer det gäller.
measures-units-no-percentage = Det går inte att säga om skillnaderna är större än slumpen, för måttet är ingen andel av personer. Enheternas värden visas som de är.
measures-units-counts-hidden = Det går inte att säga om skillnaderna är större än slumpen. Hur många personer värdena gäller visas inte, för det skulle avslöja något om få.
measures-units-no-counts = Det går inte att säga om skillnaderna är större än slumpen, för det är inte känt hur många personer värdena gäller.
measures-units-nothing-differs = Alla enheter har samma värde.
measures-units-say-share = Säg vad andelen är en andel av
measures-units-all = Alla tillsammans { $share }
measures-units-warning = varning
measures-units-action = åtgärd
measures-units-limits = Åtgärdsgräns
measures-units-interval = Med slumpen inräknad
measures-units-method-people = Ur varje enhets andel och antal personer räknas hur många det stämmer för, avrundat till helt antal. Alla enheters antal läggs ihop till det gemensamma.
measures-units-method-binomial = Det gemensamma är { $centre }. Gränserna är de exakta binomialgränserna runt det: varningsgränsen har slumpen på 2,5 procent utanför på var sida, åtgärdsgränsen 0,1 procent (Spiegelhalter 2005, bilaga A.1.1).
measures-units-method-wider = Det gemensamma är { $centre }. Spridningen mellan enheterna är { $ratio } gånger slumpens, så gränserna är vidgade med variansen { $between } på arcsinus-skalan efter att de yttersta tio procenten dragits in (Spiegelhalter 2005, avsnitt 4). Varningsgränsen är 95 procent, åtgärdsgränsen 99,8.
measures-units-method-wilson = Det gemensamma är { $centre }. Enheterna är färre än åtta, så var och en jämförs med det gemensamma genom sitt eget intervall (Wilson 1927). Risken för fel, 5 procent, delas på alla enheter (Bonferroni, Dunn 1961). En enhet skiljer sig om intervallet inte når det gemensamma. Missar bara dess vanliga 95-procentiga intervall är den en att hålla ögonen på.
measures-over-time-none = Ingen av { $count } enheter har en verklig förändring i sitt senaste värde.
measures-over-time-some = Av { $count } enheter har { $names } en verklig förändring i sitt senaste värde.
measures-over-time-note = Alla har samma skala. Färgade punkter är verkliga förändringar mot enhetens egen vanliga variation. Enheter med en förändring nu står först.
measures-over-time-in-parts = Alla har samma skala. Färgade punkter är verkliga förändringar mot enhetens egen vanliga variation. Texten gäller enheterna på den här sidan.
measures-over-time-signal = Förändring nu
measures-over-time-page = Sida { $page } av { $last }, { $all } enheter
measures-crossing = Enheterna i två mått
measures-crossing-lead = Varje enhets värde i ett annat mått, till exempel vad verksamheten kostar, bredvid det här måttet, med ett kors av medianerna.
measures-crossing-cost = Det andra måttet
measures-crossing-cost-hint = Till exempel ett mått som säger vad verksamheten kostar per brukare.
measures-crossing-show = Visa
measures-crossing-neutral = Måttet säger inte vad som är bättre
measures-crossing-neutral-text = Sätt riktning på måttet, eller välj ett annat mått, för att jämföra.
measures-crossing-few = Det är för få enheter som har båda måtten
measures-crossing-few-text = Det behövs minst fem enheter med värde i båda måtten för samma period.
measures-crossing-field = Läge
measures-field-low-better = lägre { $other }, bättre { $own }
measures-field-high-better = högre { $other }, bättre { $own }
measures-field-low-worse = lägre { $other }, sämre { $own }
measures-field-high-worse = högre { $other }, sämre { $own }
measures-field-on-cross = på medianen
measures-crossing-good = { $names } ligger lägre än medianen i { $other } och bättre än medianen i { $own }. Det är { $count } av { $all } enheter.
measures-crossing-none-good = Ingen av { $all } enheter ligger både lägre än medianen i { $other } och bättre än medianen i { $own }.
measures-crossing-bad = { $count ->
    [one] { $names } ligger högre i { $other } och sämre i { $own }.
   *[other] { $names } ligger högre i { $other } och sämre i { $own }.
}
measures-crossing-median = Median { $value }
measures-crossing-unclear = Det syns inget tydligt samband mellan { $other } och { $own }.
measures-crossing-dearer-better = Enheter med högre värde i { $other } har oftare bättre värde i { $own }, mer än slumpen gör.
measures-crossing-dearer-worse = Enheter med högre värde i { $other } har oftare sämre värde i { $own }, mer än slumpen gör.
measures-crossing-few-pairs = Enheterna är för få för att säga om { $other } och { $own } hör ihop.
measures-crossing-care = Det säger inget om vad som beror på vad. Enheterna kan ha olika uppdrag och möta olika människor.
measures-crossing-method = Medianen är det värde som lika många enheter ligger över som under. Sambandet är Spearmans rangkorrelation, och det sägs bara när slumpen ger ett lika starkt i högst ett fall av tjugo. Mäts måtten olika ofta läggs de ihop till hela år.
measures-forecast = Prognos för helåret
measures-forecast-for = { $year }, prognos
measures-forecast-interval = Intervall
measures-forecast-text = { $year } väntas sluta på { $expected }. I nitton fall av tjugo hamnar året mellan { $low } och { $high }, om resten av året går som det brukar.
measures-forecast-met = Målet { $target } nås i så fall.
measures-forecast-missed = Målet { $target } nås inte i så fall.
measures-forecast-open = Om målet { $target } nås går inte att säga än.
measures-forecast-years = Bygger på { $known } av { $periods } perioder i år och på hur { $years } tidigare år fortsatte.
measures-forecast-usual = Bygger på { $known } av { $periods } perioder i år och på den vanliga variationen.
measures-forecast-care = Beslut och händelser under resten av året räknas inte in.
measures-no-forecast = Ingen prognos kan ges.
measures-no-forecast-missing = Ett värde i år saknas eller visas inte.
measures-no-forecast-anew = Jämförelsen har börjat om i år.
measures-no-forecast-few = Det behövs tre hela tidigare år eller tolv mätvärden.
measures-no-forecast-changing = Värdena förändras eller följer årstiden, och då behövs tre hela tidigare år.
measures-no-forecast-below = Värdena är så ojämna att året lika gärna kunde sluta under noll, och det har inget värde gjort.
measures-no-forecast-odd = Värdet { $value } för { $period } skiljer sig så mycket från alla andra att det ensamt skulle avgöra prognosen.
measures-no-forecast-uneven = Ett enda värde skiljer sig så mycket från alla andra att det ensamt skulle avgöra prognosen.
measures-no-forecast-once = Alla värden utom ett är lika, så det går inte att säga hur säker en prognos vore.
measures-no-forecast-units = Se enheternas värden
measures-no-forecast-check = Kontrollera värdet
measures-no-forecast-still = Värdena har aldrig varierat, så det går inte att säga hur säker en prognos vore.
measures-apart = Är skillnaden större än slumpen?
measures-groups-apart = Under { $period } är värdet högst för { $high }, { $most }, och lägst för { $low }, { $least }.
measures-groups-equal = Under { $period } är värdet { $value } för alla grupper.
measures-groups-equal-some = Under { $period } är värdet { $value } för de grupper som har ett värde.
measures-groups-some = Alla grupper har inte något värde.
measures-groups-nothing = Det finns ingen period där gruppernas värden kan jämföras.
measures-groups-no-share = Om skillnaden är större än slumpen går inte att säga, för ingen har sagt att måttet är en andel av dem det gäller.
measures-groups-no-counts = Om skillnaden är större än slumpen går inte att säga, för det är inte känt hur många grupperna är.
measures-apart-none = Grupperna skiljer sig inte mer än slumpen under { $period }.
measures-apart-pair = { $high } har högre värde än { $low } under { $period }, mer än slumpen gör.
measures-apart-over = { $high } över { $low }
measures-apart-pairs = Grupper skiljer sig mer än slumpen under { $period }: { $pairs }.
measures-apart-interval = Intervall för jämförelse
measures-apart-method = Intervallen är gjorda för att jämföra grupper: två som inte möts skiljer sig mer än slumpen (Goldstein och Healy 1995). Är grupperna fler än två krävs mer för varje par.
measures-small-people = Små tal: värdet gäller { $count } personer, så några få kan ändra det mycket.
measures-small-rare = Små tal: det händer sällan, eller nästan alltid, så några få kan ändra värdet mycket.
measures-explained-lead = Här står varje tal bakom den automatiska texten, så att du kan räkna om den.
measures-explained-sentence = Texten och regeln bakom
measures-explained-unusable = Något värde är inget användbart tal, och därför sägs ingenting.
measures-explained-missing = Det senaste värdet saknas eller visas inte, och därför sägs ingenting om läget.
measures-explained-season = Skillnaderna mellan årets perioder är minst sju gånger så stora som det som är kvar när period och år räknats bort, både som det är och utan trend (Lothian och Morry 1978). Därför sägs ingenting från gränser, och värdet jämförs med samma period i fjol.
measures-explained-too-few = Under sex mätvärden räknas inga gränser.
measures-explained-no-rule = Ingen av de fyra reglerna är uppfylld för det senaste värdet.
measures-explained-outside = Regel 1: det senaste värdet ligger utanför en gräns.
measures-explained-trend = Regel 2: { $points } värden i rad är vart och ett högre, eller vart och ett lägre, än det förra. Det behövs sju.
measures-explained-near = Regel 3: två av tre värden i rad, alla på samma sida om medel, ligger i den yttersta tredjedelen innanför gränsen.
measures-explained-shift = Regel 4: { $points } värden i rad ligger på samma sida om medel. Det behövs sju.
measures-explained-target = Målet { $target } jämförs med gränserna { $low } till { $high }, inte med det senaste värdet. Ligger hela området på rätt sida, och de tolv senaste värdena också, nås målet varje gång. Ligger allt på fel sida nås det inte, annars kan det nås ibland.
measures-explained-target-unsaid = Målet { $target } jämförs bara med det senaste värdet. Om nuvarande arbetssätt når målet sägs när minst tolv mätvärden har varierat, någon har sagt vilket håll som är bättre och det senaste värdet är vanligt.
measures-explained-target-moved = Målet { $target } jämförs bara med det senaste värdet. Bland de tolv senaste värdena finns en följd som har lämnat den nivå gränserna bygger på, så gränserna säger inget om nuvarande arbetssätt.
measures-explained-target-unsteady = Målet { $target } jämförs bara med det senaste värdet. Bland värdena som gränserna bygger på finns en följd, så de är inte en jämn nivå att jämföra målet med.
measures-explained-alike = Värdena som gränserna bygger på är alla lika. Därför går det inte att säga vad som är vanlig variation.
measures-explained-recent = Det senaste värdet uppfyller ingen regel, men bland de tolv senaste finns en följd på minst sju på samma sida om medel, eller sju som stiger eller sjunker.
measures-explained-target-latest = Målet { $target } jämförs med det senaste värdet, för det finns inga gränser att jämföra med.
measures-explained-limits = Gränserna
measures-explained-stretch = Perioder
measures-explained-rests = Bygger på
measures-explained-few = { $count } mätvärden, för få för gränser
measures-explained-trial = { $count } mätvärden. Gränserna räknas om för varje nytt värde tills de är tolv.
measures-explained-firm = De { $base } första av { $count } mätvärden, om ingen person har bestämt ett annat antal
measures-explained-mean = Medel
measures-explained-range = Medel av skillnaderna mellan värden i följd
measures-explained-upper = Övre gräns
measures-explained-lower = Nedre gräns
measures-explained-above = { $mean } + 2,66 × { $range } = { $upper }
measures-explained-below = { $mean } − 2,66 × { $range } = { $lower }
measures-explained-source = Skillnader som är minst 3,267 gånger medelskillnaden räknas inte med, och medelskillnaden räknas då om en gång. Reglerna är de i NHS England, Making Data Count.
measures-explained-years = Resten av året väntas ligga så mycket över eller under början av året som den gjorde i medel de tidigare åren. Intervallet är t(0,975; antal år − 1) × standardavvikelsen × √(1 + 1/antal år), gånger den del av året som är kvar (Hahn och Meeker 1991).
measures-explained-usual = Varje period som är kvar väntas bli som medel. Intervallet är t(0,975; ν) × medelskillnaden / 1,128 × √(k + k²/n), där k är antalet perioder som är kvar, n antalet värden som medel bygger på och ν de frihetsgrader som medelskillnaden har, ungefär sju av tolv värden (Cryer och Ryan 1990). Är året ett medelvärde delas det med årets perioder.
measures-explained-values = Värde för värde
measures-explained-values-note = Nyast först
measures-explained-difference = Skillnad från förra
measures-explained-place = Läge
measures-explained-mark = Regel
measures-place-outside-up = över övre gränsen
measures-place-outside-down = under nedre gränsen
measures-place-near-up = nära övre gränsen
measures-place-near-down = nära nedre gränsen
measures-place-above = över medel
measures-place-below = under medel
measures-place-mean = på medel
measures-mark-outside = 1 utanför gräns
measures-mark-trend = 2 trend
measures-mark-near = 3 två av tre nära gräns
measures-mark-shift = 4 skifte
measures-mark-possible = möjlig
measures-explained-larger = Texten berättar om raden, för den är den större nyheten.
measures-possible-still = Alla värden före var lika, så det går inte att säga om det är en förändring eller slump.

measures-break-mend = Rätta brytpunkt
measures-break-mend-lead = Stämmer brytpunkten inte kan du flytta den, ändra skälet eller ta bort den. I historiken står vad som gällde förut och varför det ändrades.
measures-break-mend-link = Rätta eller ta bort
measures-break-what = Vad vill du göra?
measures-break-change = Ändra brytpunkten
measures-break-remove = Ta bort brytpunkten
measures-break-why = Varför ändrar du?
measures-break-why-hint = Till exempel: Fel månad angavs.
measures-break-why-problem = Skriv varför brytpunkten ändras eller tas bort

measures-use-below = Använd enheternas värden igen
measures-use-below-title = Eget värde i stället för enheternas
measures-use-below-text = Här står ett eget värde i stället för det som enheternas värden ger.
measures-use-below-lead = Det egna värdet tas bort för perioden, och det som enheterna har lämnat räknas ihop igen. Det borttagna värdet står kvar bland ändrade värden. Vill du ha det tillbaka registrerar du det på nytt.
measures-use-below-stands = { $value } står för { $period }.
measures-use-below-why = Varför tas det egna värdet bort?
measures-use-below-hint = Till exempel: Värdet skrevs på fel rad.
measures-areas = Starkt och svagt
measures-areas-lead = Måtten under organets mål och målen närmast under dem: når de målet, förändras de på riktigt, och hur ligger de till bredvid andra?
measures-areas-found = Särskilt starka och svaga
measures-areas-none = Inga mått hör till målen
measures-areas-none-text = Välj ett annat organ, eller knyt mått till målen.
measures-areas-text = Av { $all } mått är { $strong } särskilt starka och { $weak } särskilt svaga. { $unknown } går inte att bedöma.
measures-areas-cut = Organet har { $all } mått. Bara de { $shown } första är med här.
measures-areas-nothing = Inget av { $all } mått går att bedöma än.
measures-areas-goal = Mål
measures-areas-target = Styrtal
measures-areas-change = Förändring
measures-areas-beside = Bredvid andra
measures-areas-together = Sammantaget
measures-areas-met = nås
measures-areas-not-met = nås inte
measures-areas-improves = förbättras
measures-areas-worsens = försämras
measures-areas-changes = förändras
measures-areas-better = bättre än de flesta
measures-areas-worse = sämre än de flesta
measures-areas-middle = som de flesta
measures-areas-strong = särskilt starkt
measures-areas-weak = särskilt svagt
measures-areas-mixed = både starkt och svagt
measures-areas-ordinary = inget särskilt
measures-areas-unknown = går inte att bedöma
measures-areas-of-ordinary = Inget särskilt
measures-areas-of-unknown = Går inte att bedöma
measures-areas-method = Tre tecken räknas: om det senaste värdet når styrtalet, om en verklig förändring pågår, och om värdet ligger utanför den mellersta halvan av de värden som andra organ på samma nivå själva har rapporterat för samma period, minst fem andra. Värden som är uträknade jämförs inte med andras. Särskilt starkt är det med minst två goda tecken och inget dåligt, särskilt svagt med minst två dåliga och inget gott. Varje mått leder till sina siffror.
measures-problem-part-twice = Måttet är redan valt. Använd samma bokstav två gånger i formeln i stället.
measures-computed-value = Uträknat värde
measures-explained-parts = Det som värdet räknas ut av
measures-explained-parts-note = Saknas ett av värdena, eller blir det delat med noll, finns inget uträknat värde. En enhet där något saknas räknas inte med.
measures-lacks-parts = { $parts } saknas
measures-lacks-zero = delat med noll
measures-lacks-room = talet är för stort
measures-lacks-apart = värdena gäller inte samma enheter
measures-lacks-together = ingen enhet har alla värden
measures-lacks-some = enheter där något saknas är inte med
measures-explained-remark = Att veta
measures-silence = Inga värden
