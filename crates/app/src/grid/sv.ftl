grid-title = Fyll i värden
grid-lead = Skriv i rutorna och spara allt på en gång. Skriv – när värdet saknas och ej när måttet inte gäller er. Noll är ett värde.
grid-keys = Piltangenterna och Enter flyttar mellan rutorna, Esc tar tillbaka det du skrev. Du kan klistra in ett block ur ett kalkylark och ser vad som ändras innan något händer.
grid-year = År
grid-show = Visa
grid-measure = Mått
grid-each-month = Varje månad { $year }
grid-each-tertial = Varje tertial
grid-each-half-year = Varje halvår
grid-each-year = Varje år
grid-all-org-units = alla enheter
grid-all-periods = alla perioder
grid-opens = öppnar { $day }
grid-not-begun = Perioden har inte börjat.
grid-checked = Låst, för värdet är granskat. Öppna det för att rätta det med skäl.
grid-checked-text = Granskade värden är låsta. Är ett fel? Välj det i tabellen, så rättar du det med ett skäl.
grid-sum-checked = Det enheterna har lämnat är granskat eller står i en fryst rapport. Skriv det egna värdet på måttets sida och säg varför.
grid-emptied = Ett värde tas inte bort genom att rutan töms. Skriv – om det saknas.
grid-conflict = Någon annan har ändrat medan du skrev
grid-conflict-text = Ingenting är sparat än. Där ni båda skrev visas båda värdena. Sparar du igen gäller ditt.
grid-conflict-cell = Nu står det { $theirs } här. Sparar du igen gäller ditt.
grid-conflict-gone = Värdet som stod här är borttaget. Sparar du igen gäller ditt.
grid-doubt = Förra perioden var det { $before }. Stämmer det nya talet?
grid-doubts = Några tal är minst tre gånger större eller mindre än perioden före
grid-sure = Talen stämmer
grid-problem = { $name }, { $period }: { $words }
grid-quality = Hur säkra är värdena du har skrivit?
grid-save = Spara värdena
grid-saved = { $count ->
    [0] Inget värde var ändrat
    [one] Ett värde är sparat
   *[other] { $count } värden är sparade
}
grid-changed = Ändrade rutor som inte är sparade: { $count_words }
grid-unsaved = Det finns värden som inte är sparade.
grid-none = Här finns inga mått att fylla i
grid-none-text = Mått visas här när enheten har värden för dem, äger dem eller har mål som vilar på dem.
grid-rows = { $count ->
    [one] 1 rad
   *[other] { $count } rader
}
grid-paste-title = Det här klistras in
grid-paste-summary = Ändras: { $fresh }. Oförändrade: { $same }. Kan inte klistras in: { $bad }.
grid-paste-first = De 100 första visas.
grid-paste-cell = Ruta
grid-paste-before = Nu
grid-paste-after = Blir
grid-paste-effect = Vad händer
grid-paste-apply = Klistra in
grid-paste-cancel = Avbryt
grid-paste-nothing = Tom, rutan lämnas
grid-paste-same = oförändrad
grid-paste-outside = Utanför tabellen
grid-paste-locked = Rutan är låst
grid-paste-number = Inte ett tal. Skriv till exempel 8,1, – eller ej.
grid-download = Hämta värdena, att ändra i och läsa in igen:
grid-download-year = { $year } som Excel
grid-download-xlsx = alla år som Excel
grid-download-csv = alla år som CSV
grid-closed = Låst, för värdet är lämnat eller fryst. Öppna det för att rätta det med skäl.
grid-closed-title = En del rutor är låsta
grid-closed-text = Är ett låst värde fel? Välj det i tabellen, så rättar du det med ett skäl. Det som är lämnat eller fryst ändras inte, och rättelsen syns där.
grid-chosen = Låst, för en annan källas värde är valt. Öppna det för att se varför.
