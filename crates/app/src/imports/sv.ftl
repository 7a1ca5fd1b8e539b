imports-title = Läs in värden
imports-lead = Läs in många värden på en gång från ett kalkylark eller en CSV-fil. Du får se vad som händer innan något sparas, och det går att ångra.
imports-file = Fil
imports-file-hint = En Excel-arbetsbok (.xlsx) eller en CSV-fil. I en arbetsbok läses det första synliga bladet. Högst 28 MB.
imports-look = Granska filen
imports-columns = Så ska filen se ut
imports-columns-lead = Första raden är rubriker, varje rad därefter är ett värde. Filen du hämtar från ett mått ser ut så här och kan läsas in igen.
imports-example = Hämta en exempelfil
imports-example-file = exempel.csv
imports-column = Kolumn
imports-needed-head = Behövs
imports-needed = ja
imports-meaning = Vad som ska stå
imports-column-measure = Måttets namn, som det står i Tråden, eller dess id.
imports-column-org-unit = Enhetens namn, som det står i Tråden, eller dess id.
imports-column-breakdown = Den grupp värdet gäller, till exempel kvinnor eller män. Tomt för alla.
imports-column-period = Månad som 2026-08, tertial som 2026-T2, halvår som 2026-H1, år som 2026.
imports-column-state = matt, saknas eller ej_tillampligt. Tomt betyder att värdet är mätt. Noll är ett värde.
imports-column-value = Ett tal, till exempel 8,1. Tomt när värdet saknas eller inte är tillämpligt.
imports-column-quality = granskat, rattat eller preliminart. Tomt betyder preliminärt.
imports-earlier = Tidigare filer
imports-kept = Filer som bara är granskade tas bort efter { $days } dagar, när någon granskar nästa fil.
imports-none = Inga filer än
imports-none-text = När du har granskat en fil finns den här, läst in eller inte.
imports-when = När
imports-who = Vem
imports-values = Värden
imports-state = Läge
imports-state-previewed = Granskad, inte inläst
imports-state-applied = Inläst
imports-state-undone = Ångrad
imports-nameless = Fil utan namn
imports-no-file = Välj en fil
imports-file-empty = Filen är tom. Välj en fil med rubriker och minst en rad.
imports-file-not-text = Filen är inte ett kalkylark eller en CSV-fil. Spara den som ”Excel-arbetsbok (.xlsx)” eller ”CSV UTF-8” och försök igen.
imports-file-too-large = Filen är för stor. Dela den i flera delar.
imports-xlsx-other = Filen är inte ett Excel-kalkylark. Spara den som ”Excel-arbetsbok (.xlsx)” eller ”CSV UTF-8” och försök igen.
imports-xlsx-old = Filen är i ett äldre Excel-format (.xls). Öppna den, välj ”Spara som” och ”Excel-arbetsbok (.xlsx)”, och försök igen.
imports-xlsx-locked = Filen är låst med lösenord. Spara den utan lösenord och försök igen.
imports-xlsx-macros = Filen innehåller makron. Spara den som ”Excel-arbetsbok (.xlsx)”, utan makron, och försök igen.
imports-xlsx-broken = Filen är skadad. Öppna den i kalkylprogrammet, spara den på nytt och försök igen.
imports-xlsx-too-large = Kalkylarket är för stort. Läs in högst 200 000 rader och 512 kolumner åt gången: kopiera bara värdena till en ny fil.
imports-xlsx-empty = Kalkylarket är tomt. Det första synliga bladet behöver rubriker och minst en rad.
imports-open-quote = En cell på rad { $line } börjar med ett citattecken som inte har något slut. Ta bort citattecknet, eller skriv ett till sist i cellen.
imports-not-split = Första raden har bara en kolumn. Rubrikerna ska stå på första raden: ta bort titlar ovanför dem. I en textfil skiljs kolumnerna åt med semikolon, tabb eller komma.
imports-missing-columns = { $count ->
    [one] Kolumnen { $names } saknas. Lägg till den i första raden.
   *[other] Kolumnerna { $names } saknas. Lägg till dem i första raden.
}
imports-column-twice = Kolumnen { $name } finns två gånger. Ta bort den ena.
imports-no-rows = Filen har rubriker men inga rader. Lägg till minst ett värde.
imports-preview-title = Granska { $name }
imports-preview-lead = Ingenting är sparat än. Så här blir det om du läser in filen.
imports-new = Nya
imports-changes = Ändrade
imports-unchanged = Oförändrade
imports-refused = Kan inte läsas in
imports-nothing = Det finns inget att läsa in
imports-nothing-text = Allt i filen står redan i Tråden. Inget behöver göras.
imports-nothing-right-text = Ingen rad som är rätt ändrar något. Rätta filen och välj den igen.
imports-only-all-right = Läs in bara om allt är rätt
imports-some-refused = { $count ->
    [one] En rad kan inte läsas in. De andra läses in.
   *[other] { $count } rader kan inte läsas in. De andra läses in.
}
imports-read-in = { $count ->
    [one] Läs in ett värde
   *[other] Läs in { $count } värden
}
imports-not-all-right = { $count ->
    [one] En rad är fel, så ingenting lästes in. Rätta filen och välj den igen, eller läs in resten.
   *[other] { $count } rader är fel, så ingenting lästes in. Rätta filen och välj den igen, eller läs in resten.
}
imports-changed = Något har ändrats sedan du granskade filen
imports-changed-text = Ingenting lästes in. Här är vad som händer nu. Granska igen och läs in.
imports-problems = Rader som inte kan läsas in
imports-first = De { $count } första visas.
imports-line = Rad
imports-stands = Det står
imports-mend = Fel och hur du rättar
imports-rows = Rader som är rätt
imports-measure = Mått
imports-group = Uppdelning
imports-effect = Vad händer
imports-effect-new = nytt
imports-effect-unchanged = oförändrat
imports-effect-changed = ersätter { $before }
imports-effect-over-sum = ett eget värde i stället för enheternas värde { $sum }
imports-fault-no-value = Värdet saknas. Skriv ett tal, eller saknas i kolumnen tillstand.
imports-fault-empty = Cellen är tom. Fyll i den.
imports-fault-near = Namnet finns inte. Menar du ”{ $nearest }”?
imports-fault-measure = Det finns inget mått med det namnet. Skriv namnet som det står under Mått.
imports-fault-org-unit = Det finns ingen enhet med det namnet. Skriv namnet som det står i organisationen.
imports-fault-several = Flera har det namnet. Skriv id i stället, som i den fil du kan hämta från måttet.
imports-fault-not-allowed = Du kan inte läsa in värden för den enheten. Be den som ansvarar för den.
imports-fault-period = Perioden går inte att läsa. Skriv till exempel 2026-08, 2026-T2, 2026-H1 eller 2026.
imports-fault-frequency = Måttet mäts inte i sådana perioder. Se på måttets sida hur ofta det mäts.
imports-fault-hidden = Värdet visades inte för den som hämtade filen, eftersom det gäller för få personer. Ta bort raden eller hämta filen som någon som rapporterar.
imports-fault-state = Okänt tillstånd. Skriv matt, saknas eller ej_tillampligt.
imports-fault-quality = Okänd kvalitet. Skriv granskat, rattat eller preliminart.
imports-fault-value-not-expected = Här står både ett värde och att det inte finns. Ta bort det ena.
imports-fault-too-long = Högst { $most } tecken
imports-fault-cells = Raden har fler celler än rubrikraden. Kontrollera att skiljetecknet inte finns inne i en cell.
imports-fault-twice = Samma mått, enhet, grupp och period står på rad { $line }. Ta bort den ena.
imports-result = Inläsning
imports-done = { $count ->
    [one] Ett värde är inläst
   *[other] { $count } värden är inlästa
}
imports-done-text = Värdena syns nu på måttens sidor. Det som stod där förut finns kvar och kan läggas tillbaka. Själva filen sparas inte.
imports-undone = Inläsningen är ångrad
imports-undone-text = Det som stod där förut är tillbaka.
imports-left-text = Det som stod där förut är tillbaka, utom där någon har ändrat efter inläsningen. De värdena är lämnade som de är och visas här nedanför.
imports-digest = Kontrollsumma
imports-written = Inlästa värden
imports-left = Värden som är ändrade efter inläsningen
imports-before = Förut
imports-undo = Ångra inläsningen
imports-undo-title = Blev det fel?
imports-undo-text = Då läggs det som stod förut tillbaka. Värden som någon har ändrat sedan dess lämnas som de är.
imports-reason = Varför ändras värdena?
imports-people = Antal
imports-few = { $count ->
    [one] Ett värde gäller så få personer att det bara visas för den som rapporterar. Fler kan döljas, så att det inte går att räkna ut.
   *[other] { $count } värden gäller så få personer att de bara visas för den som rapporterar. Fler kan döljas, så att de inte går att räkna ut.
}
imports-corrects = { $count ->
    [one] Ett värde som är granskat, rättat eller redan lämnat får ett annat värde. Skälet visas på måttets sida.
   *[other] { $count } värden som är granskade, rättade eller redan lämnade får andra värden. Skälet visas på måttens sidor.
}
imports-fault-computed = Måttet räknas ut från andra mått. Läs in värden för dem i stället.
imports-fault-ended = Måttet gäller inte längre och tar inte emot värden. Har ett annat mått tagit dess plats läser du in värdena för det.
imports-fault-undecided = Den nya lydelsen är inte beslutad och tar inte emot värden. Läs in dem för måttet som gäller. De finns kvar när den nya lydelsen beslutas.
imports-columns-title = Vad betyder kolumnerna?
imports-columns-text = Säg vilken kolumn i filen som är vad. Tråden minns det till nästa fil med samma rubriker.
imports-columns-link = Säg vad kolumnerna i filen betyder
imports-columns-save = Fortsätt
imports-first-rows = Filens första rader
imports-heading-none = Finns inte i filen
imports-heading-nameless = Kolumn { $number } utan rubrik
imports-heading-needed = Välj den kolumn i filen där det står
imports-heading-twice = Kolumnen är redan vald ovanför. Välj en annan
imports-headings-alike = Två rubriker i filen är för lika. Ändra den ena i filen
imports-names = Namn som inte känns igen
imports-names-text = Skriv namnet som det står i Tråden. Det används för den här filen och för nästa med samma rubriker. Namn du lämnar tomma läses inte in.
imports-name-means = { $name } i filen betyder
imports-names-save = Använd namnen
imports-fault-group = Måttet har ingen sådan grupp. Skriv en av dem som finns: { $known }.
imports-fault-no-groups = Måttet är inte uppdelat i grupper. Lämna cellen tom.
imports-fault-count = Skriv antalet personer som ett heltal, till exempel 12, eller lämna tomt.
imports-column-count = Hur många personer värdet gäller. Kan utelämnas. Är de för få visas inte värdet.
imports-columns-meanwhile = Någon annan har berättat vad kolumnerna betyder sedan du öppnade sidan. Spara igen om ditt svar ska gälla i stället.
imports-source = Varifrån kommer värdena?
imports-source-hint = Källans namn, till exempel Kolada eller Personalsystemet. Lämna tomt för kommunens egna värden. En annan källas värde ersätter inte ert eget: det ställs bredvid.
imports-source-own = Kommunens egna värden
imports-from-source = Källa: { $source }. Kommunens egna värden ersätts inte. Där de skiljer sig ställs källans värde bredvid, och det som används står kvar.
imports-beside = Bredvid
imports-effect-beside = skiljer sig från { $whose }, { $used }, som fortsätter att användas. Ställs bredvid.
imports-effect-agrees = säger samma som { $whose }
imports-effect-takes-over = används i stället för { $whose }, { $used }, som ställs bredvid
imports-written-beside = Värden som står bredvid
imports-beside-note = De används inte, för en annan källas värde gällde. Vilket som används väljs på måttets sida.
imports-count = Antal personer
imports-unread = De här kolumnerna läses inte: { $names }.
