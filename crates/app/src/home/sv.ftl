home-your-thread = Din röda tråd
home-your-unit = Din enhet · { $name }
home-good-morning = God morgon, { $name }
home-hello = Hej { $name }
home-good-evening = God kväll, { $name }
home-needs-you = { $left ->
    [one] En sak behöver dig före { $day }. Resten har vi fyllt i.
   *[other] { $words } saker behöver dig före { $day }. Resten har vi fyllt i.
}
home-report-waits = Rapporten väntar på dig. Den ska lämnas före { $day }.
home-overdue = Rapporten skulle ha lämnats { $day }. Du kan fortfarande lämna.
home-ready-to-hand-in = Allt är ifyllt. Läs igenom och lämna rapporten.
home-nothing-waits = Inget väntar på dig.
home-nothing-waits-text = Här syns nästa rapport när den öppnar.
home-hand-in = Lämnas senast { $day }
home-should-have = Skulle ha lämnats { $day }. Du kan fortfarande lämna.
home-not-begun = Du har inte börjat än. Det tar cirka { $minutes } minuter.
home-begin = Börja rapportera
home-go-on = Fortsätt rapportera
home-review = Läs igenom och lämna
home-review-note = Du kan ändra fram till att du lämnar.
home-submitted = { $title } är lämnad. Den läses nu.
home-approved = { $title } är godkänd.
home-read-account = Läs det du lämnade
home-parts-done = { $done } av { $all } delar är klara
home-filled-in = siffrorna är hämtade och det som går som väntat har fått en färdig text. Läs igenom om du vill.
home-confirm-usual = { $count ->
    [one] Bekräfta en del som går som väntat
   *[other] Bekräfta { $count } delar som går som väntat
}
home-confirm-note = Texten är klar, läs och godkänn
home-minutes = { $minutes } min
home-minutes-left = { $minutes ->
    [one] Cirka en minut kvar. Allt sparas medan du skriver.
   *[other] Cirka { $minutes } minuter kvar. Allt sparas medan du skriver.
}
home-tell-rises = Berätta varför { $name } stiger
home-tell-falls = Berätta varför { $name } sjunker
home-tell-missed = Berätta varför { $name } inte når målet
home-tell-late = Berätta varför { $name } är försenad
home-judge = Bedöm målet { $title }
home-comment = Kommentera { $name }
home-confirm-eased = Bekräfta att { $name } inte längre avviker
home-write-summary = Skriv sammanfattningen
home-approve-summary = Godkänn sammanfattningen
home-draft-exists = Utkast finns
home-stands-out = Det här sticker ut
home-compared = Jämfört med er egen vanliga variation
home-all-usual = Allt varierar som vanligt. Det är också ett resultat.
home-calm = { $count ->
    [one] Ett mått varierar som vanligt
   *[other] { $count } mått varierar som vanligt
}
home-calm-note = – inget du behöver göra
home-target = mål { $target }
home-year = Året
home-follow-up = Följa upp
home-plan = Planera
home-whole-year = Hela årshjulet
home-next = Nästa: { $content } { $day }.
home-handed-in = { $title } lämnas
home-of = { $done } av { $all }
home-accounts-done = { $done } av { $all } rapporter är lämnade
home-none-left = Ingen återstår.
home-waiting = { $writing } skrivs och { $none } är inte påbörjade.
home-administration = Förvaltning
home-progress = Läge
home-handed-in-count = Lämnade
home-collection = Insamling
home-collection-title = Insamling: { $done } av { $all } klara
home-collection-sentence = { $done } av { $all } rapporter är lämnade. Sista dag är { $day }.
home-no-collection = Ingen insamling pågår.
home-by-administration = Så ligger förvaltningarna till
home-all-accounts = Se alla rapporter
home-not-reached = Mål som inte är uppnådda
home-see-on-thread = Se det som avviker på tråden
home-goal = Mål
home-owner = Ägare
home-state = Läge
home-why = Därför
home-health = Trådens hälsa
home-health-well = Tråden är hel: allt är kopplat, mätt och har någon som ansvarar.
home-health-all = Se hela kontrollen
home-health-empty = Här börjar tråden. Skriv visionen först, sedan målen under den.
home-health-empty-action = Börja planera
home-health-note = Det som saknar koppling, mått, målnivå eller ansvarig
home-none = Inga
home-to-approve = { $count ->
    [one] En rapport väntar på att du läser och godkänner.
   *[other] { $some } rapporter väntar på att du läser och godkänner.
}
home-none-to-approve = Inga rapporter väntar på dig just nu.
home-read-and-approve = Läs och godkänn { $name }
home-handed-in-by = Lämnad av { $name }
home-state-not-begun = Inte påbörjad
home-state-writing = Skrivs
home-state-waiting = Väntar på enheten
home-not-yet = Inte lämnat än
home-more-accounts = { $count ->
    [one] Visa en till
   *[other] Visa { $count } till
}
home-goals-of = { $owners } mål
home-goals = Kommunens mål
home-changed = Var { $grade } { $period }.
home-before-meeting = Inför sammanträdet
home-before-meeting-sentence = { $count ->
    [one] Ett mål att läsa om för { $name }.
   *[other] Så går det för { $name }s { $count } mål.
}
home-follow-up-of = Uppföljning för { $name }
home-read-follow-up = Läs uppföljningen
home-read-pdf = Hämta som PDF
home-trail = Ändrat sedan sist
home-trail-note = Varje ändring med vem, när och vad, i en kedja som går att kontrollera
home-accounts = Rapporterna
home-accounts-note = Det som är lämnat och godkänt, med datum och namn
home-review-heading = Granska
home-auditor-sentence = Du ser allt och ändrar inget. Här börjar granskningen.
home-reader-sentence = Så går det med det vi har lovat.
home-follow-thread = Följ tråden från vision till vardag
home-in-all = { $count } på tråden
home-came-back = { $parts ->
    [one] En del har kommit tillbaka. Svara och lämna rapporten igen.
   *[other] { $parts } delar har kommit tillbaka. Svara och lämna rapporten igen.
}
home-confirm-money = { $count ->
    [one] Bekräfta en uppgift om ekonomin
   *[other] Bekräfta { $count } uppgifter om ekonomin
}
home-confirm-money-note = Siffrorna är hämtade
home-you-sent-back = Du skickade tillbaka en del
home-no-collection-text = Öppna en uppföljning när enheterna ska rapportera.
home-first-steps = Så kommer ni i gång
home-step-units = Lägg till nämnder, förvaltningar och enheter
home-step-people = Bjud in dem som ska rapportera
home-step-goals = Skriv målen från vision till enhet
home-step-round = Öppna den första uppföljningen
home-step-done = Klart
home-step-administrator = Administratören gör det här
home-no-goals-here = Er enhet har inga mål än
home-no-goals-write = Skriv det första och koppla det till målet ovanför.
home-no-goals-wait = Här visas enhetens mål när de är skrivna.
home-write-goal = Skriv ett mål
home-no-goals = Inga mål är beslutade än
home-no-goals-text = Här syns målen och hur det går när de är beslutade.
home-before-first-meeting = Här läser du uppföljningen inför sammanträdet.
home-share-reached = av målen under är uppnådda
home-share-note = Läget, och hur många av målen under som är uppnådda
home-questions = Frågor att ställa
home-questions-note = Ur siffrorna och analyshjulets frågor
home-to-the-facts = Se underlaget
home-ask-events = Vilka händelser kan ha påverkat resultatet?
home-ask-effect = Vad har vi gjort hittills, och vad av det har gett den effekt vi väntade oss?
home-ask-causes = Vad vet vi om orsakerna, och vad ska vi göra annorlunda?
home-ask-rest = Vad återstår för att nå hela vägen, och vem gör det?
home-ask-known = Vilken information behövs för att vi ska kunna bedöma målet?
home-ask-learn = Vad gjorde vi, och vilka fler kan lära av det?
home-fact-fallen = { $title } bedöms lägre än { $since }.
home-fact-missed = { $title } är inte uppnått.
home-fact-partly = { $title } är delvis uppnått.
home-fact-unknown = { $title } är inte bedömt.
home-things-to-know = { $count ->
    [one] En sak att veta i dag.
   *[other] { $some } saker att veta i dag.
}
home-know = { $count ->
    [one] En sak att veta
   *[other] { $some } saker att veta
}
home-know-and-approve = { $some } { $things ->
    [one] sak
   *[other] saker
} att veta i dag. { $waits ->
    [one] En rapport väntar på dig.
   *[other] { $reports } rapporter väntar på dig.
}
home-know-goals = { $achieved ->
    [one] 1 av { $all } mål är uppnått
   *[other] { $achieved } av { $all } mål är uppnådda
}
home-know-partly = { $count ->
    [one] 1 delvis uppnått
   *[other] { $count } delvis uppnådda
}
home-know-missed = { $count ->
    [one] 1 inte uppnått
   *[other] { $count } inte uppnådda
}
home-know-rest = { $count } inte bedömda
home-stands-out-all = Det här sticker ut i kommunen
home-asked = Frågor till dig
home-asked-reporter = { $more ->
    [0] Vem rapporterar för { $name }?
   *[other] Vem rapporterar för { $name } och { $more } till?
}
home-asked-reporter-note = Ingen där har en roll som lämnar rapporten.
home-asked-proposed = { $count ->
    [one] Ska ett förslag beslutas?
   *[other] Ska { $count } förslag beslutas?
}
home-asked-proposed-note = De väntar på att ett beslut skrivs in.
home-asked-differing = { $count ->
    [one] Håller motiveringen där en bedömning avviker?
   *[other] Håller motiveringen där { $count } bedömningar avviker?
}
home-asked-differing-note = En person har bedömt annorlunda än förslaget, eller två steg olika.
home-asked-model = { $count ->
    [one] Vad gäller i en fråga som styrmodellen lämnar öppen?
   *[other] Vad gäller i { $count } frågor som styrmodellen lämnar öppna?
}
home-asked-model-note = Tills ni bestämmer gäller ett förval.
home-tend = Sköta systemet
home-tend-people = Personer och roller
home-tend-people-note = Bjud in, byt roll och ta bort
home-tend-organisation = Organisationen
home-tend-organisation-note = Lägg till, flytta och slå ihop enheter
home-tend-model = Styrmodellen
home-tend-model-note = Ord, nivåer och regler
home-you-answer-for = Det här ansvarar du för
home-your-results = Era resultat
home-so-it-goes = Så här går det för { $name }.
home-handed-in-all = { $title } är lämnad. Så här går det för er.
home-beside = Jämfört med alla utförare
home-beside-note = Kommunens egna och privata utförare på samma villkor. En skillnad kan vara slump.
home-beside-measure = Mått
home-beside-own = Ert värde
home-beside-half = Hälften ligger mellan
home-beside-words = Läge
home-beside-count = Antal
home-beside-middle = Som de flesta
home-beside-better = Bland den bästa fjärdedelen
home-beside-worse = Bland fjärdedelen längst från det önskade
home-beside-higher = Högre än de flesta
home-beside-lower = Lägre än de flesta
home-since-decided = Beslut: { $decision }
home-since-differs = Bedömt annorlunda än förslaget: { $title }
home-since-none = Inga beslut eller avsteg finns antecknade sedan dess.
home-since-all = Se allt som ändrats
home-not-followed-up = Mål utan uppföljning
home-not-followed-up-note = Inget mäter dem och inget mål under för dem vidare
home-see-all = Se alla { $count }
home-closes = Insamlingen stänger { $day }
home-in-short = I korthet
home-since-last = Vad har ändrats sedan sist
home-judged-the-same = Inget av målen bedöms annorlunda än förra gången.
home-judged-otherwise = var { $before } { $period }, är nu { $after }.
home-no-meeting = Nämndens årshjul har inget sammanträde framåt.
home-answer = Svara på frågan ”{ $title }”
home-answer-assignment = Svara på uppdraget ”{ $title }”
home-say-forecast = Säg hur det går med pengarna
home-leaving = Din roll slutar { $day }: { $role }, { $place }
home-leaving-text = Det här behöver någon annan ta över innan dess. Lämna över själv, eller be den som är administratör göra det i ett steg.
home-leaving-done = Allt du ansvarar för är överlämnat.
home-leaving-elements = { $count ->
    [one] Ett mål, mått eller en aktivitet som du ansvarar för
   *[other] { $count } mål, mått och aktiviteter som du ansvarar för
}
home-leaving-account = Rapporten för { $unit }, { $round }: ingen annan kan lämna den
home-leaving-invitations = { $count ->
    [one] En inbjudan att skriva
   *[other] { $count } inbjudningar att skriva
}
home-step-of = { $title }, { $whose }
