wheel-all = Årshjul
wheel-all-lead = När var och en planerar, följer upp och beslutar. Varje nivå har sitt hjul, och det ska passa ihop med nivån ovanför.
wheel-years = År
wheel-your-way = Vägen till dig
wheel-under = Under { $name }
wheel-down = nivån under
wheel-page-of = Sida { $page } av { $last }
wheel-without = { $count ->
    [one] En har inget hjul
   *[other] { $count } har inget hjul
}
wheel-no-wheel = Inget hjul
wheel-fits = Passar ihop
wheel-clash-count = { $count ->
    [0] Inga krockar
    [one] En krock
   *[other] { $count } krockar
}
wheel-column-step = Steg
wheel-column-steps = Steg
wheel-column-whose = Vems
wheel-column-when = När
wheel-column-day = Dag
wheel-column-about = Rör år
wheel-column-rule = Flyttas så här
wheel-column-next = Närmast
wheel-column-fits = Mot nivån ovanför
wheel-title = Årshjul { $year }, { $name }
wheel-of-year = Årshjul { $year }
wheel-lead = När ni planerar, följer upp och beslutar under året.
wheel-steps-title = Stegen månad för månad
wheel-steps = { $count ->
    [one] 1 steg
   *[other] { $count } steg
}
wheel-about = rör { $year }
wheel-from = från { $day }
wheel-needs = behöver underlag { $day }
wheel-span = { $first } till { $last }
wheel-clashes = Krockar med nivån ovanför
wheel-is-closed = Ledig dag: { $why }
wheel-none = Inget årshjul för { $year }
wheel-none-text = Den som planerar här har inte gjort årets hjul än.
wheel-none-yours = Gör hjulet från förra året eller från styrmodellen. Du ser alla dagar innan något sparas.
wheel-empty = Hjulet har inga steg än
wheel-add = Lägg till ett steg
wheel-poster = Affisch för utskrift
wheel-poster-lead = Ett ark i A3 med hjulet, stegen och nivåerna ovanför.
wheel-poster-download = Hämta som PDF, A3
wheel-poster-alt = { $title } ritat som ringar, januari överst och medsols. { $key } Stegen står med dag och månad till höger.
wheel-poster-foot = { $municipality } · Utskrivet { $day }
wheel-key-innermost = Innerst: { $name }
wheel-segment = { $title }, { $span }
wheel-segment-above = { $title }, { $span }, { $owner }
wheel-subscribe = Prenumerera i din kalender
wheel-below = Hjulen på nivån under
wheel-made = { $steps ->
    [one] { $name } har gjort hjulet med ett steg. Inget är ändrat sedan dess.
   *[other] { $name } har gjort hjulet med { $steps } steg. Inget är ändrat sedan dess.
}
wheel-undo = Ångra hela hjulet
wheel-undo-too-late = Hjulet har ändrats sedan det gjordes och kan inte ångras. Ta bort de steg du inte vill ha.
wheel-ring = Året som hjul
wheel-table = Stegen i hjulet, nivå för nivå
wheel-needle = i dag
wheel-next = Närmast: { $title }, { $day }.
wheel-nothing-next = Inget mer under året.
wheel-key-above = Ovanför: { $names }
wheel-key-patterns = Fylld båge rör { $at }, prickad { $before } eller tidigare, streckad { $after } eller senare. Pricken är sista dagen.
wheel-above = Nivåerna ovanför
wheel-instructions = Direktiv och anvisningar
wheel-instructions-here = Direktiv och anvisningar
wheel-instruction-note = { $owner }, { $due }, rör { $about }
wheel-to-step = Till steget
wheel-today = i dag
wheel-days-left = { $days ->
    [one] i morgon
   *[other] om { $days } dagar
}
wheel-passed = har varit
wheel-clash-title = { $count ->
    [one] Ett steg passar inte med nivån ovanför
   *[other] { $count } steg passar inte med nivån ovanför
}
wheel-clash-late = { $kind ->
    [plan] { $owner } behöver er plan { $wanted }, ni har satt { $set }.
    [budget] { $owner } behöver er plan { $wanted }, ni har satt { $set }.
    [workplan] { $owner } behöver er arbetsplan { $wanted }, ni har satt { $set }.
    [followup_month] { $owner } behöver er månadsuppföljning { $wanted }, ni har satt { $set }.
    [followup_part] { $owner } behöver er delårsuppföljning { $wanted }, ni har satt { $set }.
    [followup_year] { $owner } behöver er årsuppföljning { $wanted }, ni har satt { $set }.
    [forecast] { $owner } behöver er prognos { $wanted }, ni har satt { $set }.
   *[other] { $owner } behöver ert underlag { $wanted }, ni har satt { $set }.
}
wheel-clash-early = Ni har satt { $set }, men det bygger på { $owner }: { $title }, som kommer först { $wanted }.
wheel-clash-missing = { $kind ->
    [plan] { $owner } behöver er plan { $wanted }, men ert hjul har inget steg för den.
    [budget] { $owner } behöver er plan { $wanted }, men ert hjul har inget steg för den.
    [workplan] { $owner } behöver er arbetsplan { $wanted }, men ert hjul har inget steg för den.
    [followup_month] { $owner } behöver er månadsuppföljning { $wanted }, men ert hjul har inget steg för den.
    [followup_part] { $owner } behöver er delårsuppföljning { $wanted }, men ert hjul har inget steg för den.
    [followup_year] { $owner } behöver er årsuppföljning { $wanted }, men ert hjul har inget steg för den.
    [forecast] { $owner } behöver er prognos { $wanted }, men ert hjul har inget steg för den.
   *[other] { $owner } behöver ert underlag { $wanted }, men ert hjul har inget steg för det.
}
wheel-change = Ändra
wheel-change-step = Ändra steget
wheel-change-named = Ändra { $title }
wheel-law = Lagens dagar
wheel-law-text = Kommunallagen
wheel-law-clash-title = Hjulet stämmer inte med lagen
wheel-law-duty = { $duty ->
    [annual_report] Årsredovisningen lämnas till fullmäktige och revisorer
    [part_report] Delårsrapporten lämnas till fullmäktige och revisorer
    [budget_proposal] Styrelsen lägger sitt förslag till budget
    [budget] Fullmäktige fastställer budgeten
    [budget_at_last] Sista dagen för budgeten, om särskilda skäl har hindrat fullmäktige
   *[other] { $duty }
}
wheel-law-source = kommunallagen ({ $act }) { $chapter } kap. { $section } §
wheel-law-closed = Dagen är ledig ({ $why }). Sista arbetsdagen före är { $last }.
wheel-law-election = { $year } är valår. Då fastställer de nyvalda fullmäktige budgeten.
wheel-law-note-part = Inom två månader efter perioden. Dagen gäller en rapport för januari till augusti; en för januari till juni ska vara inne 31 augusti.
wheel-law-note-proposal = Med särskilda skäl får förslaget vänta till november. Då föreslås skattesatsen senast den här dagen.
wheel-law-note-at-last = Skattesatsen fastställs ändå före november månads utgång.
wheel-law-late = { $duty }: senast { $day } enligt lagen, ni har satt { $set }.
wheel-law-missing = { $duty }: senast { $day } enligt lagen, men hjulet har inget steg för det.
wheel-holiday = { $holiday ->
    [new_year] nyårsdagen
    [epiphany] trettondedag jul
    [good_friday] långfredagen
    [easter_sunday] påskdagen
    [easter_monday] annandag påsk
    [may_day] första maj
    [ascension] Kristi himmelsfärds dag
    [pentecost] pingstdagen
    [national_day] Sveriges nationaldag
    [midsummer_eve] midsommarafton
    [midsummer] midsommardagen
    [all_saints] alla helgons dag
    [christmas_eve] julafton
    [christmas] juldagen
    [boxing_day] annandag jul
    [new_years_eve] nyårsafton
   *[other] { $holiday }
}
wheel-rule-kind = { $kind ->
    [nearest] Samma veckodag, nära samma datum
    [same_date] Samma datum, eller vardagen före
    [nth] Samma veckodag i ordningen, som tredje måndagen
    [last_weekday] Månadens sista av veckodagen
    [first_working] Månadens första vardag
    [last_working] Månadens sista vardag
    [last_day] Månadens sista dag
   *[other] { $kind }
}
wheel-rule-nearest = Den { $weekday } som är närmast { $day } { $month }
wheel-rule-same-date = { $day } { $month }, eller vardagen före
wheel-rule-nth = { $ordinal } { $weekday } i { $month }
wheel-rule-last-weekday = Sista { $weekday } i { $month }
wheel-rule-first-working = Första vardagen i { $month }
wheel-rule-last-working = Sista vardagen i { $month }
wheel-rule-last-day = Sista dagen i { $month }
wheel-rule-and-next = { $rule }. Nästa år: { $next }.
wheel-weekday = { $weekday ->
    [monday] måndagen
    [tuesday] tisdagen
    [wednesday] onsdagen
    [thursday] torsdagen
    [friday] fredagen
    [saturday] lördagen
   *[other] söndagen
}
wheel-weekday-one = { $weekday ->
    [monday] måndag
    [tuesday] tisdag
    [wednesday] onsdag
    [thursday] torsdag
    [friday] fredag
    [saturday] lördag
   *[other] söndag
}
wheel-ordinal = { $ordinal ->
    [first] Första
    [second] Andra
    [third] Tredje
   *[other] Fjärde
}
wheel-begin = Gör årshjul { $year }
wheel-begin-last-year = Stegen från { $year } med nya dagar. Varje dag är flyttad efter sin regel. Kryssa bort det du inte vill ha med.
wheel-begin-model = Stegen ur styrmodellen, och det som nivåerna ovanför behöver av er. Kryssa bort det du inte vill ha med.
wheel-begin-other-model = Börja från styrmodellen i stället
wheel-begin-other-last-year = Börja från hjulet { $year } i stället
wheel-begin-keep = Spara hjulet
wheel-begin-nothing = Inga steg att börja med
wheel-begin-nothing-text = Styrmodellen har inga steg för den här nivån. Spara ett tomt hjul och lägg till stegen själv.
wheel-begin-table = Föreslagna steg
wheel-offer-changed = Förslaget har ändrats sedan du öppnade sidan. Se igenom det en gång till.
wheel-model-decided = Styrmodellen är beslutad { $decision } och gäller från { $from }.
wheel-model-from = Styrmodellen gäller från { $from }.
wheel-applies-not = Rör { $year }, innan styrmodellen började gälla
wheel-loose = Utan dag
wheel-loose-text = De här stegen har ingen dag i styrmodellen. Lägg till dem själv när hjulet är sparat.
wheel-below-title = Gör årshjul { $year } för alla under { $name }
wheel-below-lead = Så blir hjulen för dem som inte har något. Inget sparas förrän du trycker på knappen. Kryssa bort dem som gör sitt eget.
wheel-below-made = { $count ->
    [one] { $name } har gjort ett hjul här.
   *[other] { $name } har gjort { $count } hjul här, och ingen har ändrat dem sedan dess.
}
wheel-below-undo = Ångra hjulen
wheel-below-none = Alla under har ett hjul
wheel-below-none-text = Det finns ingen kvar att göra hjul för.
wheel-below-nothing-chosen = Kryssa för minst en
wheel-below-wheels = { $count ->
    [one] Ett hjul
   *[other] { $count } hjul
}
wheel-below-moved = { $count ->
    [0] ingen dag flyttad
    [one] en dag flyttad
   *[other] { $count } dagar flyttade
}
wheel-below-left = { $count ->
    [one] En till kommer när de här är gjorda.
   *[other] { $count } till kommer när de här är gjorda.
}
wheel-below-make = Gör hjulen
wheel-below-table = Hjulen som görs
wheel-below-way = Gör hjulen för alla under
wheel-column-from = Görs från
wheel-column-moved = Flyttat
wheel-from-last-year = Hjulet { $year }
wheel-from-model = Styrmodellen och nivån ovanför
wheel-gave-way = { $title }: { $day }, före { $why }
wheel-fitted = { $title }: { $day }, då { $owner } behöver det
wheel-and-more = { $count ->
    [one] och en till
   *[other] och { $count } till
}
wheel-field-title = Vad som görs
wheel-field-kind = Slag
wheel-field-due = Sista dagen
wheel-field-due-hint = Dagen då det är klart, lämnat eller beslutat.
wheel-field-opens = Börjar
wheel-field-opens-hint = Om arbetet tar mer än en dag.
wheel-field-needed = Underlag behövs senast
wheel-field-needed-hint = Om nivån under ska lämna något. Deras hjul jämförs med dagen.
wheel-field-rule = Så flyttas dagen nästa år
wheel-field-rule-hint = Används när nästa års hjul görs från det här.
wheel-field-about = Året det rör
wheel-field-about-hint = Årsredovisningen rör förra året, budgeten nästa.
wheel-field-document = Dokument
wheel-field-instructions = Direktiv och anvisningar
wheel-field-instructions-hint = Visas för dem under er som planerar eller redovisar.
wheel-no-document = Inget dokument
wheel-characters = Högst { $max } tecken, { $left } kvar
wheel-save = Spara steget
wheel-conflict = Någon annan har ändrat steget medan du skrev. Det som gäller nu står här. Sparar du igen gäller ditt.
wheel-another-year = Sista dagen ska ligga i { $year }
wheel-opens-after-due = Steget börjar efter sin sista dag
wheel-opens-too-early = Steget kan börja högst ett år före sin sista dag
wheel-needed-after-due = Underlaget behövs efter stegets sista dag
wheel-rule-says = Med den regeln blir dagen { $day }. Ändra dagen eller välj en annan regel.
wheel-rule-fits-not = Dagen passar inte regeln: alla månader har inte en femte av veckodagen
wheel-step-lead = { $day }, { $left }.
wheel-facts = Om steget
wheel-fact-needed = Underlag behövs
wheel-fact-closed = Ledig dag
wheel-to-answer = Uppdrag
wheel-to-answer-title = Uppdrag som ska redovisas här
wheel-to-answer-count = { $count ->
    [one] Ett uppdrag
   *[other] { $count } uppdrag
}
wheel-answers = Nivån under
wheel-answers-count = { $with } av { $all } har ett steg
wheel-no-step = Inget steg
wheel-too-late = För sent
wheel-in-time = I tid
wheel-open-round = Öppna en uppföljning
wheel-remove = Ta bort steget
wheel-removed = Steget är borttaget ur hjulet
wheel-restore = Lägg tillbaka steget
wheel-subscribe-lead = Stegen kommer i Outlook, Google eller telefonen och uppdateras av sig själva.
wheel-feed-new = Ny prenumeration
wheel-feed-yours = Dina årshjul
wheel-feed-own-text = Hjulen där du har en roll, och det som nivåerna ovanför säger, beslutar och behöver.
wheel-feed-unit-text = Bara det här hjulet, med nivåerna ovanför.
wheel-feed-make = Skapa adress
wheel-feed-again = Byt adress
wheel-feed-open = Öppna prenumerationer
wheel-feed-open-text = Vi sparar inte själva adressen. Har du tappat den skapar du en ny, och då slutar den gamla att fungera.
wheel-feed-since = Skapad { $day }
wheel-feed-close = Stäng
wheel-feed-made = Adressen till din kalender
wheel-feed-made-lead = Klistra in den i kalendern där du lägger till en prenumeration från internet.
wheel-feed-address = Kalenderns adress
wheel-feed-once = Adressen visas bara nu
wheel-feed-once-text = Den som har adressen ser årshjulet utan att logga in. Den slutar fungera när du stänger prenumerationen eller inte längre har någon roll.
wheel-feed-back = Till årshjulet
wheel-feed-name = Årshjul: { $name }
wheel-own-plan = Vårt förslag till plan lämnas till { $owner }
wheel-was = förra året { $day }
wheel-before-model = Styrmodellen gäller från { $from }, efter årshjulet { $year }
wheel-before-model-text = Dagarna nedan är den nya modellens. Ändra dem som hör till det gamla arbetssättet, eller gör hjulet från förra årets.
