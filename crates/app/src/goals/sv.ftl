goals-state = Läge
goals-state-draft = Utkast
goals-state-proposed = Förslag
goals-state-adopted = Beslutat
goals-state-superseded = Ersatt
goals-state-ended = Avslutat
goals-link-groups = sorteras under
goals-link-contributes = bidrar till
goals-link-decomposes = är en del av
goals-link-specifies = preciserar
goals-link-measures = mäter
goals-link-executes = genomför
goals-link-threatens = kan hindra
goals-link-mitigates = minskar risken
goals-problem-link-model = Styrmodellen tillåter inte den kopplingen. Välj något på en nivå högre upp.
goals-problem-link-circle = Tråden skulle gå i cirkel: det du valde hör redan till det här.
goals-problem-link-twice = De är redan kopplade
goals-problem-title = Skriv i en mening vad det gäller
goals-problem-ends-too-early = Sista dagen kan tidigast vara { $day }, för från den dagen gäller måttet
goals-problem-order = Sista dagen ligger före den första
goals-problem-responsible = Välj vem som ansvarar. En aktivitet utan ansvarig blir sällan gjord.
goals-problem-end = Skriv när det ska vara klart. En aktivitet ska vara tidssatt.
goals-problem-parent = Välj vad det hör till, annars bryts tråden
goals-problem-owner = Du kan inte planera för den enheten. Välj en annan.
goals-problem-adopted = Det här är beslutat och ändras inte. Skriv en ny lydelse som ersätter det när den är beslutad.
goals-new = Skriv nytt
goals-new-lead = Välj vad du vill skriva. Orden kommer från styrmodellen.
goals-edit-title = Ändra { $term }
goals-lead = Skriv så att alla förstår vad som ska vara uppnått och kan svara på om det är det.
goals-lead-activity = En aktivitet är konkret, har en ansvarig och ska vara klar en viss dag.
goals-nobody = Välj person
goals-no-parent = Välj vad det hör till
goals-no-owner = Välj vem som äger det
goals-problem-no-owner = Välj vem som äger det.
goals-unusual-owner = Enligt styrmodellen skrivs { $terms } av { $level }. { $owner } kan äga den om arbetet görs där, men kontrollera att det är rätt.
goals-problem-level = Enligt styrmodellen hör { $terms } till { $level }. Välj den som ansvarar där.
goals-owned-by = Skrivs av { $level }
goals-nothing-to-write = Inget kan skrivas här
goals-nothing-to-write-text = Styrmodellen tillåter inget under det du valde, eller så har du inte behörighet.
goals-save = Spara utkastet
goals-field-title = Vad ska uppnås?
goals-field-title-activity = Vad ska göras?
goals-field-title-hint = En kort mening med aktivt verb.
goals-field-text = Förklaring
goals-field-text-hint = Vad betyder det i praktiken, och för vem?
goals-left = { $left } tecken kvar av { $max }
goals-field-owner = Vem äger det?
goals-field-parent = Vad hör det till?
goals-field-parent-hint = Tråden går härifrån och uppåt.
goals-field-responsible = Vem ansvarar?
goals-field-from = Första dagen
goals-field-to = Sista dagen
goals-field-done = När ska det vara klart?
goals-field-number = Nummer
goals-field-number-hint = Till exempel 3 eller 3.2, om ni numrerar.
goals-conflict = Det har ändrats medan du skrev
goals-conflict-with = { $who } ändrade medan du skrev
goals-conflict-text = Så här står det nu. Det du skrev finns kvar i formuläret. Spara igen om ditt ska gälla.
goals-conflict-difference = Det här skiljer:
goals-belongs-to = Hör till
goals-period = Gäller
goals-from-to = { $first } till { $last }
goals-from = från { $first }
goals-to = till { $last }
goals-connect = Koppla
goals-connect-title = Koppla: { $title }
goals-connect-lead = Kopplingarna visar vad det här är till för. De går alltid uppåt i tråden.
goals-links-now = Hör till i dag
goals-no-links = Inget än
goals-no-links-text = Tråden är bruten här. Välj vad det hör till.
goals-unlink = Ta bort kopplingen
goals-link-new = Ny koppling
goals-no-parents = Det finns inget mer att koppla till
goals-no-parents-text = Styrmodellen bestämmer vad som får kopplas ihop.
goals-link-to = Hör till
goals-link-kind = På vilket sätt?
goals-link-as-model = som styrmodellen säger
goals-link-button = Spara kopplingen
goals-done = Klar
goals-adopt = Registrera beslut
goals-adopt-title = Beslut: { $title }
goals-adopt-plan-title = Beslut om planen för { $name }
goals-adopt-lead = Skriv in beslutet som det står i protokollet. Från och med nu gäller texten och ändras inte.
goals-adopt-which = Vad beslutades?
goals-adopt-body = Vem beslutade?
goals-adopt-day = Vilken dag?
goals-adopt-paragraph = Paragraf
goals-adopt-paragraph-hint = Bara numret, till exempel 112.
goals-adopt-reference = Diarienummer
goals-adopt-reference-hint = Till exempel KS 2025/0417.
goals-adopt-button = Spara beslutet
goals-problem-future = Dagen har inte kommit än
goals-problem-paragraph = Skriv paragrafen i protokollet, till exempel 112
goals-problem-none-chosen = Välj vad beslutet gäller
goals-plan-title = Planera
goals-plan-lead = Svara på målen ovanför, skriv egna mål och lämna förslag till beslut.
goals-plan-unit = Enhet
goals-plan-own = Det ni har skrivit
goals-plan-nothing = Ni har inte skrivit något än
goals-plan-nothing-text = Börja med att svara på ett mål ovanför, eller skriv ett eget.
goals-plan-unanswered = Mål som väntar på svar
goals-plan-unanswered-text = Nivån ovanför har beslutat om målen. Inget av era egna är kopplat till dem än. Svara på dem som rör er.
goals-plan-unanswered-count = { $count ->
    [one] ett mål
   *[other] { $count } mål
}
goals-plan-answer = { $above }. Svara med { $answer }.
goals-plan-drafts = { $drafts ->
    [0] { $all } st
   *[other] { $all } st, varav { $drafts } inte är beslutade
}
goals-plan-new = Lägg till { $term }
goals-plan-write = Skriv mer
goals-plan-decide = { $count ->
    [one] Registrera beslut om ett förslag
   *[other] Registrera beslut om { $count } förslag
}
goals-facts = Fakta
goals-facts-label = Fakta och nästa steg
goals-upward = Hör till
goals-responsible = Ansvarig
goals-owner = Ägare
goals-decided = Beslutat
goals-nobody-said = Ingen angiven
goals-plan-on = Planera vidare
goals-supersede = Skriv ny lydelse
goals-supersede-text = Det som är beslutat ändras inte. En ny lydelse ersätter den här när den är beslutad.
goals-edit = Ändra
goals-report-progress = Berätta hur det går
goals-is-draft = Utkast
goals-is-draft-text = Gäller inte än. Lämna det som förslag när det är färdigt.
goals-is-proposed = Förslag
goals-is-proposed-text = Väntar på beslut.
goals-propose = Lämna som förslag
goals-withdraw = Ta tillbaka till utkast
goals-replaces = Ersätter vid beslut:
goals-is-superseded = Gäller inte längre
goals-is-superseded-text = Det finns kvar för historikens skull.
goals-superseded-by = Ersatt av
goals-new-wording = En ny lydelse är på väg
goals-due = Ska vara klar { $day }.
goals-was-due = Skulle vara klar { $day }.
goals-should-be-done = Skulle ha varit klar { $day }.
goals-chain = Kedjan
goals-chain-note = Från resurser till resultat
goals-class-counts = Räknas när målet bedöms.
goals-class-tells = { $tells } av { $answered } säger något om kvalitet för invånarna.
goals-class-shown = Visas, men räknas inte när målet bedöms.
goals-class-more = { $count ->
    [one] Ett till finns.
   *[other] { $count } till finns.
}
goals-class-none = Inget mått av det slaget än.
goals-no-measures = Inget mått visar målet än
goals-no-measures-text = Utan mått går det inte att se om målet nås.
goals-target = Mål { $words }
goals-whole-and-below = Så bedöms helheten. Bland dem som bidrar: { $below }
goals-children = { $what ->
    [units] { $achieved ->
        [0] ingen av { $all } enheter har nått sina mål.
        [one] en av { $all } enheter har nått sina mål.
       *[other] { $words } av { $all } enheter har nått sina mål.
    }
   *[goals] { $achieved ->
        [0] inget av { $all } mål är uppnått.
        [one] ett av { $all } mål är uppnått.
       *[other] { $words } av { $all } mål är uppnådda.
    }
}
goals-children-behind = { $what ->
    [units] { $count ->
        [one] en ligger tydligt efter.
       *[other] { $words } ligger tydligt efter.
    }
   *[goals] { $count ->
        [one] ett är inte uppnått.
       *[other] { $words } är inte uppnådda.
    }
}
goals-children-pending = { $what ->
    [units] { $count ->
        [one] en är inte bedömd än.
       *[other] { $words } är inte bedömda än.
    }
   *[goals] { $count ->
        [one] ett är inte bedömt än.
       *[other] { $words } är inte bedömda än.
    }
}
goals-children-unassessed = { $what ->
    [units] inget av de { $all } enheternas mål är bedömt än.
   *[goals] inget av de { $all } målen är bedömt än.
}
goals-contributions = Bidrag
goals-no-contributions = Ingen har tagit upp målet än
goals-no-contributions-text = När någon längre ner i organisationen svarar med ett eget mål visas det här.
goals-name = Namn
goals-status = Status
goals-pieces = { $count } st
goals-show-all = Visa alla { $count }
goals-show-fewer = Visa färre
goals-late = { $count ->
    [one] en försenad
   *[other] { $words } försenade
}
goals-no-activities = Inga aktiviteter än
goals-no-activities-text = Här visas vad som görs för att nå målet, av vem och till när.
goals-more-activities = { $count ->
    [one] En aktivitet till
   *[other] { $count } aktiviteter till
}
goals-history = Historik
goals-history-earlier = { $count ->
    [one] Ändrat en gång
   *[other] Ändrat { $count } gånger
}
goals-history-latest = De { $count } senaste händelserna
goals-history-older = { $count ->
    [one] en äldre händelse
   *[other] { $count } äldre händelser
}
goals-history-lines = { $count ->
    [one] en händelse
   *[other] { $count } händelser
}
goals-reworded = Ny lydelse { $since }
goals-earlier = Tidigare lydelse { $years }:
goals-did-create = Skrivet
goals-did-change = Ändrat
goals-did-propose = Lämnat som förslag
goals-did-withdraw = Taget tillbaka till utkast
goals-did-adopt = Beslutat
goals-did-supersede = Ersatt
goals-did-succeed = Skrivet för att ersätta en tidigare lydelse
goals-did-progress = Läget rapporterat
goals-did-other = Ändrat
goals-exempt = Inget åtagande
goals-exempt-title = Inget åtagande: { $goal }
goals-exempt-lead = Säg varför målet inte rör er. När det är beslutat visas skälet i tråden som ert svar.
goals-exempt-reason = Varför rör målet inte er?
goals-exempt-hint = Till exempel: Nämnden planerar eller bygger inte.
goals-exempt-save = Lämna som förslag
goals-exempt-back = Ta tillbaka
goals-exempt-goal = Mål
goals-exempt-question = Rör något av målen inte er?
goals-exempt-which = Välj målet och säg varför. Det beslutas tillsammans med resten av planen.
goals-problem-reason = Skriv varför målet inte rör er
goals-problem-exempted = Det är beslutat att målet inte rör er. Vill ni ändra det, svara med ett eget mål.
goals-problem-answered = Ni har redan svarat med ett eget mål
goals-impact = Genomslag
goals-impact-note = Svar i varje led
goals-impact-answer = Svar
goals-impact-with-goal = Svarar med mål
goals-impact-none = Har inte svarat
goals-impact-first = { $names }: { $answered } av { $all } har svarat, { $own } med egna mål och { $exempt } med inget åtagande
goals-impact-next = Led { $step }: { $answered } av { $all } mål har fått svar längre ner
goals-effect = Effektivitet
goals-effect-note = Måluppfyllelse i förhållande till resurser
goals-effect-known = Målet nås till { $reached } med { $used } av de planerade resurserna. Kvoten är { $ratio }, där 1 är som planerat.
goals-effect-no-resources = Målet nås till { $reached }. Kvoten går inte att räkna, för inget { $class } i belopp eller antal har både utfall och målnivå.
goals-effect-no-results = Resurserna har använts till { $used } av det planerade. Kvoten går inte att räkna, för inget mått som räknas i bedömningen har både utfall och målnivå.
goals-effect-nothing = Kvoten går inte att räkna. Det saknas både mått som räknas i bedömningen och { $class } i belopp eller antal, med utfall och målnivå.
goals-effect-times = Delarna gäller olika år, så läs kvoten med försiktighet.
goals-effect-attainment = Måluppfyllelse
goals-effect-resources = Använda resurser
goals-effect-ratio = Kvot
goals-effect-part = Del
goals-effect-outcome = Utfall
goals-effect-level = Målnivå
goals-effect-share = Andel
goals-effect-how = Så räknas kvoten
goals-effect-how-attainment = Måluppfyllelsen är medelvärdet av hur stor del av målnivån varje mått som räknas i bedömningen når, högst 100 % för varje mått.
goals-effect-how-resources = Använda resurser är medelvärdet av resursmåttens utfall delat med den planerade nivån. Andelar, till exempel sjukfrånvaro i procent, är villkor och inte resurser som förbrukas, så de räknas inte.
goals-effect-how-ratio = Kvoten är måluppfyllelsen delad med de använda resurserna. Mer än 1 betyder att mer nås än resurserna lät vänta.
goals-effect-source = Efter styrmodellens definition: graden av måluppfyllelse i förhållande till resursanvändningen.
goals-problem-link-proposed = En föreslagen koppling från ”{ $title }” går inte att besluta. { $why } Ta tillbaka förslaget under Kopplingar.
goals-problem-link-gone = Det som den skulle höra till gäller inte längre.
goals-links-proposed = Ändringar som väntar på beslut
goals-links-wait = Det här är beslutat, så kopplingarna ändras först genom ett nytt beslut. Till dess gäller de som står ovan.
goals-link-to-come = Ny koppling
goals-link-to-go = Kopplingen tas bort
goals-problem-body = { $owner } lyder inte under det organet. Välj den som beslutar för { $owner }.
goals-decided-words = Det här beslutas
goals-decided-words-note = Ord för ord
goals-decided-difference = Det som är struket gällde förut. Det som är understruket är nytt.
goals-decided-ends = Upphör när det här beslutas
goals-decided-no-text = Ingen förklaring är skriven.
goals-advice-lead = Råd om formuleringen
goals-advice-work = ”{ $word }” säger vad ni ska göra. Skriv vad som är annorlunda när det är gjort, och lägg arbetet som en aktivitet.
goals-advice-endless = ”{ $word }” tar aldrig slut. Skriv målet så att man kan svara ja eller nej på om det är nått.
goals-advice-several = ”{ $word }” inleder en sak till. Ett mål är en sak. Dela det i två.
goals-advice-sentences = Det är flera meningar. Ett mål är en sak. Lägg resten i förklaringen.
goals-advice-vague = ”{ $word }” kan betyda olika saker. Säg hur ni ser att det är så, eller koppla ett mått.
goals-advice-measurable = Inget i meningen går att räkna. Skriv hur mycket, hur många eller vilka, eller koppla ett mått.
goals-advice-dated = Det står inte när. Fyll i sista dagen eller skriv året.
goals-advice-responsible = Ingen ansvarar. Välj en person.
goals-advice-long = Meningen har { $words } ord. Korta den, och lägg resten i förklaringen.
goals-checklist-smart = Styrmodellen vill att det är SMART: specifikt, mätbart, accepterat, realistiskt och tidsatt.
goals-checklist-smarta = Styrmodellen vill att det är SMARTA: specifikt, mätbart, accepterat, realistiskt, tidsatt och ansvarsfördelat.
goals-checklist-takt = Styrmodellen följer TAKT: tydligt, ansvarsfördelat, kvantifierbart och tidssatt.
goals-checklist-yes-no = Det ska gå att svara ja eller nej på om det är nått.
goals-checklist-activity = En aktivitet är konkret, har en ansvarig och är tidssatt.
goals-control-question = Kontrollfråga: vad märker de som bor och verkar här när det är nått?
goals-state-discarded = Kastat
goals-did-discard = Kastades
goals-did-restore = Togs tillbaka
goals-did-copy = Kopierades från perioden före
goals-did-end = Avslutades
goals-did-merge = Slås ihop av flera
goals-link-instead = I stället för
goals-link-instead-hint = Välj en koppling om det ska flyttas dit i stället.
goals-link-instead-none = Behåll de kopplingar som finns
goals-discard = Kasta utkastet
goals-is-discarded = Kastat utkast
goals-is-discarded-text = Det kan tas tillbaka i { $days } dagar, med det som hängde under.
goals-is-ended = Avslutat
goals-trash-title = Papperskorg
goals-trash-lead = Utkast som ni har kastat. De kan tas tillbaka i { $days } dagar. Det som hängde under dem följer med.
goals-trash-back = Till planen
goals-trash-empty = Papperskorgen är tom
goals-trash-empty-text = Här hamnar utkast som ni kastar.
goals-trash-thrown = Kastades
goals-trash-until = Kan tas tillbaka till
goals-trash-action = Gör
goals-trash-restore = Ta tillbaka
goals-trash-below = { $count ->
    [one] med ett under
   *[other] med { $count } under
}
goals-renew-title = Kopiera till nästa period
goals-renew-one = Kopiera till nästa period
goals-renew-plan = Kopiera planen till nästa period
goals-renew-lead = Det ni väljer blir utkast som gäller perioden efter. Det som är beslutat ändras inte.
goals-renew-which = Vad ska följa med?
goals-renew-which-hint = Det som slutar i år är valt. Underlaget kopieras. Måtten kopieras inte, de mäter det nya också.
goals-renew-button = Skapa utkasten
goals-renew-nothing = Det finns inget att kopiera
goals-renew-nothing-text = Det ska vara beslutat, ha en sista dag och inte redan vara kopierat.
goals-renew-nothing-chosen = Välj vad som ska följa med
goals-renew-period = Gäller { $first } till { $last }
goals-renew-same = Hör till ”{ $title }”.
goals-renew-copy = Hör till kopian av ”{ $title }”.
goals-renew-copy-if = Hör till kopian av ”{ $title }” om du väljer den också.
goals-renew-copy-or-old = Hör till kopian av ”{ $title }” om du väljer den också, annars till den som finns nu.
goals-renew-old = Hör kvar till ”{ $title }”, som inte gäller då. Koppla om när det nya finns.
goals-renew-broken = ”{ $title }” gäller inte då, så koppla det senare.
goals-renew-measures = { $count ->
    [one] Ett mått följer med.
   *[other] { $count } mått följer med.
}
goals-split = Dela i flera
goals-split-title = Dela: { $title }
goals-split-lead = Skriv vad varje del ska heta. Delarna blir utkast. Det gamla gäller tills alla delar är beslutade.
goals-split-part = Del { $number }
goals-split-button = Skapa delarna
goals-split-too-few = Skriv minst två delar
goals-split-children = Vart ska det som hänger här?
goals-split-children-count = { $count } st, till del 1 om du inte väljer något annat
goals-split-children-rest = { $count } till visas inte här och går till del 1.
goals-split-children-hint = Det hänger kvar här tills delarna är beslutade.
goals-merge = Slå ihop med andra
goals-merge-title = Slå ihop: { $title }
goals-merge-lead = Välj vad det ska slås ihop med och skriv den nya meningen. De gamla gäller tills den nya är beslutad.
goals-merge-with = Slå ihop med
goals-merge-button = Skapa utkastet
goals-merge-none = Välj minst ett att slå ihop med
goals-merge-busy = ”{ $title }” har redan en ny lydelse på väg
goals-merge-nothing = Det finns inget att slå ihop med
goals-merge-nothing-text = Det ska vara av samma slag, ha samma ägare och vara beslutat.
goals-end = Avsluta
goals-end-title = Avsluta: { $title }
goals-end-lead = Skriv in beslutet om att det inte längre ska gälla. Det finns kvar för historikens skull.
goals-end-button = Avsluta enligt beslutet
goals-end-last-day = Sista dagen
goals-end-last-day-hint = Efter den dagen frågas inte efter värden. De värden som finns går att läsa.
goals-end-unmeasured = Mål som blir utan mått
goals-end-unmeasured-text = Inget annat mått visar om de här målen nås.
goals-end-computed = Mått som räknas ut av det här
goals-end-computed-text = De får inga nya värden efter sista dagen. Ändra formlerna eller avsluta dem också.
goals-ends = Avslutas enligt beslut
goals-ended-last-day = Sista dagen är { $day }.
goals-end-loose = Det här hänger bara här
goals-end-loose-text = Koppla det till något annat, annars bryts tråden.
goals-end-loose-more = { $count ->
    [one] Och ett till.
   *[other] Och { $count } till.
}
goals-plan-limit = Styrmodellen råder till högst { $most }
goals-track-goals = Målspåret
goals-track-quality = Kvalitetsspåret
goals-track-nothing = inget än
goals-to-wheel = Årshjulet
goals-to-minimum = Minimikrav på planen
goals-parts-decided = Det här gäller också än
goals-parts-decided-text = Det delades, och de delar som är kvar är beslutade. Registrera beslutet att det upphör, så flyttas det som hänger här till dem.
goals-parts-decided-end = Registrera att det upphör
goals-end-to-parts = Det som hänger här flyttas
goals-end-to-parts-text = Det hänger sedan på delarna, där det var sagt när det delades. Resten hänger på den första.
goals-problem-under-itself = ”{ $title }” skulle stå både över och under det som det ersätter. Ändra kopplingarna först.
goals-problem-formula-circle = Ett mått skulle räknas ut från sig självt: { $way }. Ändra en av uträkningarna först.
goals-problem-formula-large = Uträkningen av ”{ $title }” bygger på för många mått, eller gör att ett annat mått gör det. Dela upp den först.
goals-being-split = Delas upp. Det här tar platsen när delarna är beslutade
goals-choose-parent = Välj

goals-trash-overtaken = Något annat är redan på väg i stället
goals-trash-overtaken-text = { $instead } ska redan ersätta { $replaced }. Kasta det först om det här ska gälla i stället.
goals-links-wait-decision = Kopplingar som väntar på beslut
goals-links-wait-decide = Besluta
goals-also-replaced = Ersatte också:
goals-adopt-nothing = Inget väntar på beslut
goals-adopt-nothing-text = Det som föreslås i planen visas här.
goals-did-reopen = Avslutandet togs tillbaka
goals-reopen = Ta tillbaka avslutandet
goals-reopen-replaced = Det kan inte tas tillbaka
goals-reopen-replaced-text = Något annat har kommit i dess ställe.
goals-end-held = Det här hänger också på annat
goals-end-reports = { $count ->
    [one] En rapport som skrivs nu handlar om det
   *[other] { $count } rapporter som skrivs nu handlar om det
}
goals-end-reports-text = Det som är skrivet står kvar i rapporterna.
goals-end-seen = Det som hänger under
goals-end-seen-choice = Jag har sett vad som hänger under
goals-problem-not-seen = Läs vad som hänger under och kryssa i rutan
goals-problem-long-ago = Dagen är mer än ett år före det som beslutades. Ändra den, eller kryssa i att den stämmer.
goals-adopt-long-ago = Är dagen rätt?
goals-adopt-long-ago-choice = Ja, beslutet är så gammalt
goals-mend = Rätta beslutet
goals-mend-title = Rätta beslutet: { $title }
goals-mend-lead = Rätta dagen, paragrafen eller diarienumret om det blev fel. Det som beslutades ändras inte.
goals-mend-why = Varför rättar du?
goals-mend-meanwhile = Någon annan har rättat beslutet medan du skrev. Så står det nu överst på sidan. Spara igen om du vill skriva över det.
goals-mend-button = Spara rättelsen
goals-limit = Det blir { $count } { $terms } som gäller samtidigt. Styrmodellen råder till högst { $most }.
goals-limit-of-owner = { $name } får { $count } { $terms } som gäller samtidigt. Styrmodellen råder till högst { $most }.
goals-split-same = Två delar heter likadant. Ge dem olika namn.
goals-busy-nothing-kept = Inget av det du skrev nu har sparats. Ändra eller kasta det som är på väg först.
goals-decided-by = Beslutas av { $body }. Beslutet skrivs in av den som har rätt att registrera beslut.
goals-busy-stands = Det här är på väg
goals-busy-written = Det här skrev du
goals-history-links = Kopplingar och värden som har ändrats visas på sidan om vad som har ändrats.
