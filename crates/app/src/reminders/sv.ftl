reminders-title = Påminnelser
reminders-page-lead = Högst ett brev om dagen med det som väntar på dig, klockan { $at } på vardagar. Det som är klart står inte med.
reminders-pace = Hur ofta vill du få brevet?
reminders-pace-rhythm = När det behövs
reminders-pace-rhythm-note = När något är nytt, sju dagar före, dagen före och samma dag. Sedan en gång i veckan så länge något väntar.
reminders-pace-weekdays = Varje vardag
reminders-pace-weekdays-note = När något väntar på dig. Annars kommer inget.
reminders-pace-near = Bara när något är nära
reminders-pace-near-note = När något ska vara klart inom tre dagar, eller skulle ha varit klart för högst tre dagar sedan.
reminders-pace-never = Aldrig
reminders-pace-never-note = Allt finns ändå på Min sida.
reminders-same-day = Det som ska vara klart samma dag
reminders-same-day-yes = Skicka ett brev till om något kommer under dagen och ska vara klart samma dag
reminders-language = Brevets språk
reminders-swedish = Svenska
reminders-english = Engelska
reminders-save = Spara
reminders-next = Nästa brev
reminders-next-to = Så här ser det ut just nu. Det går till { $address }.
reminders-not-sent-never = Du har valt att inte få några brev, så det skickas inte.
reminders-not-sent-near = Inget av det är nära än, så det skickas inte i dag.
reminders-not-sent-told = Det har du redan fått brev om. Nästa brev kommer när något är nytt eller nära, annars en vecka efter det förra.
reminders-nothing = Inget väntar på dig
reminders-nothing-text = När inget väntar skickas inget brev.
reminders-last = { $things ->
    [one] Senast fick du ett brev { $at }, med en sak.
   *[other] Senast fick du ett brev { $at }, med { $things } saker.
}
reminders-never-sent = Du har inte fått något brev de senaste månaderna.
reminders-no-server = Ingen e-post skickas
reminders-no-server-text = Ingen e-postserver är inställd. Ditt val gäller från den dag det finns en.
reminders-no-server-admin = Ingen e-postserver är inställd. Den anges när programmet startas, med --smtp-url och --smtp-from. Dokumentet om drift säger hur.
reminders-server-title = E-post
reminders-server-lead = Så skickas påminnelserna.
reminders-server-note = Vilken server påminnelserna går till, och om de kommer fram.
reminders-own-note = Hur ofta du får ett brev om det som väntar på dig.
reminders-open = Välj
reminders-open-server = Visa e-post
reminders-server-named = En server är inställd
reminders-server-text = Brev skickas klockan { $at } på vardagar.
reminders-server = Server
reminders-sender = Avsändare
reminders-test = Skicka ett provbrev till mig
reminders-test-subject = Provbrev från Tråden, { $municipality }
reminders-test-text = Det här brevet visar att Tråden i { $municipality } kan skicka e-post. Du behöver inte göra något.
reminders-test-sent = Servern tog emot provbrevet till { $address }
reminders-test-refused = Provbrevet skickades inte
reminders-back = Till e-post
reminders-failure = Alla brev har inte gått iväg
reminders-failure-waits = Ett brev togs inte emot { $at }. Det skickas igen.
reminders-failure-ended = Ett brev togs inte emot { $at } och skickas inte igen den dagen.
reminders-failure-unsure = Ett brev avbröts { $at }, och det är okänt om det kom fram.
reminders-failure-said = Servern svarade:
reminders-sent-title = De senaste två veckorna
reminders-none-sent = Inga brev
reminders-none-sent-text = Inga brev har skickats de senaste två veckorna.
reminders-column-day = Dag
reminders-column-sent = Skickade
reminders-column-waiting = Väntar
reminders-column-failed = Inte skickade
reminders-chosen-title = Så har personerna valt
reminders-people = { $count ->
    [one] En person har valt det
   *[other] { $count } personer har valt det
}
reminders-subject = { $count ->
    [one] En sak väntar på dig
   *[other] { $count } saker väntar på dig
}
reminders-subject-now = , något ska vara klart i dag
reminders-subject-next = , närmast { $day }
reminders-subject-late = , något skulle ha varit klart
reminders-subject-today = Ska vara klart i dag: { $title }
reminders-subject-today-many = { $count ->
    [one] En sak ska vara klar i dag
   *[other] { $count } saker ska vara klara i dag
}
reminders-hello = Hej { $name }!
reminders-lead = Det här väntar på dig { $day }.
reminders-lead-today = Det här kom under dagen och ska vara klart i dag.
reminders-why = Brevet är skrivet av Tråden, { $municipality }. Det som är klart försvinner ur nästa brev.
reminders-stop = Hur ofta brevet kommer väljer du här:
reminders-stop-all = Vill du inte ha några fler brev:
reminders-stop-title = Vill du inte ha fler brev?
reminders-stop-text = Du får inga fler påminnelser. Allt som väntar på dig finns ändå på Min sida.
reminders-stop-press = Skicka inga fler brev
reminders-stop-choose = Välj hur ofta brevet kommer
reminders-off = Du får inga fler brev
reminders-off-text = Allt som väntar på dig finns på Min sida. Du kan slå på breven igen när du vill.
reminders-on-again = Skicka brev igen
reminders-stop-gone = Länken gäller inte längre
reminders-stop-gone-text = Länken i ett brev gäller i tre månader. Logga in för att välja om och hur ofta brevet kommer.
reminders-kind-returned = Åter till dig
reminders-kind-report = Att skriva och lämna
reminders-kind-approve = Att läsa och godkänna
reminders-kind-late = Rapporter som inte har kommit
reminders-late = { $count ->
    [one] En rapport har inte kommit: { $round }
   *[other] { $count } rapporter har inte kommit: { $round }
}
reminders-late-more = { $rest ->
    [one] { $names } och en till
   *[other] { $names } och { $rest } till
}
reminders-instead = Du rapporterar i stället för { $name }
reminders-instead-of-nobody = Du rapporterar för enheten
reminders-write = Skriv i rapporten för { $unit }
reminders-write-part = Skriv om { $part }, { $unit }
reminders-asks = { $name } ber dig
reminders-kind-question = Frågor till dig
reminders-kind-work = Arbete du svarar för
reminders-kind-values = Värden som saknas
reminders-kind-step = Snart i årshjulet
reminders-report = { $round }, { $name }
reminders-not-begun = Inte påbörjad
reminders-ready = Allt är skrivet. Läs igenom och lämna
reminders-left = { $count ->
    [one] En del kvar, cirka { $minutes } minuter
   *[other] { $count } delar kvar, cirka { $minutes } minuter
}
reminders-piece = { $title } ({ $minutes } min)
reminders-returned = Svara om { $title }
reminders-says = { $name } skriver: ”{ $comment }”
reminders-more = { $count ->
    [one] Och en till
   *[other] Och { $count } till
}
reminders-asked-on = Frågat { $day }
reminders-work = Berätta hur långt ni har kommit: { $title }
reminders-work-late = Skulle ha varit klart { $day }
reminders-work-soon = Ska vara klart { $day }
reminders-values = Värden för { $title }
reminders-values-count = { $series ->
    [one] Ett värde för { $period } saknas, sista dag { $due }
   *[other] { $series } värden saknas, de första för { $period }, sista dag { $due }
}
reminders-value-of = { $name }: värde för { $period } saknas, sista dag { $due }
reminders-step = Årshjulet: { $title }
reminders-due = Senast { $day }
reminders-was-due = Skulle ha varit klart { $day }
reminders-due-today = Ska vara klart i dag
reminders-effect = Gav åtgärden effekt? { $title }
