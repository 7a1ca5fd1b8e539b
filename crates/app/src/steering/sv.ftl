steering-title = Styrmodellen
steering-contents = På sidan
steering-valid-from-to = Gäller { $from } till { $to }.
steering-valid-from = Gäller från { $from }.
steering-based-on = Bygger på { $whose } modell.
steering-based-on-year = Bygger på { $whose } modell { $year }.
steering-origin = Ursprung
steering-no-decision = Inget beslut är angivet.
steering-versions = Versioner
steering-version-number = Version { $number }
steering-first-day = Från
steering-last-day = Till
steering-loaded-at = Inläst
steering-loaded-by = Av
steering-older = Du läser version { $version }, som har ersatts
steering-show-newest = Visa modellen som gäller
steering-change = Ändra modellen
steering-download = Hämta som fil
steering-settle = Så avgörs det: hämta modellen som fil, ändra på stället som står under frågan och ta bort frågan ur listan open_decisions. Läs sedan in filen.
steering-not-in-force = Från vilken dag modellen gäller är inte beslutat.
steering-types = Tråden, uppifrån och ned
steering-other-types = Vid sidan av tråden
steering-scales = Skalor
steering-assessments = Så bedöms det
steering-document-decided-by = beslutas av { $level }
steering-note = { $part ->
    [coverage] Hur mycket källorna täcker
    [dialogues] Dialoger
    [analysis] Analys
    [internal_control] Intern kontroll
    [declarations] Deklarationer
    [feedback] Synpunkter
    [providers] Utförare
    [frameworks] Ramverk
    [public] Öppenhet
    [map_to] Kopplingar till andra modeller
    [misfits] Det som inte passar in
    [notes] Anteckningar
   *[other] { $part }
}
steering-phases = Så går arbetet runt
steering-phases-text = Det vi lär oss ett år blir det vi planerar nästa.
steering-phase = { $phase ->
    [plan] Planera
    [act] Genomföra
    [follow_up] Följa upp och analysera
    [improve] Åtgärda och utveckla
   *[other] { $phase }
}
steering-phase-text = { $phase ->
    [plan] Mål, uppdrag och pengar för året som kommer.
    [act] Aktiviteter i vardagen, med ansvarig och slutdatum.
    [follow_up] Utfall mot mål, varför det blev så och vad det betyder för invånarna.
    [improve] Åtgärder vid avvikelser, och det som ska göras annorlunda.
   *[other] { $phase }
}
steering-calendar = Årshjulet
steering-documents = Dokument
steering-levels = Organisationens nivåer
steering-terms = Kommunens ord
steering-glossary = Ordlista
steering-open = Att besluta
steering-open-text = Modellen fungerar ändå. Det som står som tills vidare gäller till dess att någon bestämmer.
steering-open-show = Visa vad som är kvar
steering-all-decided = Allt i modellen är bestämt.
steering-version = Version och beslut
steering-notes = Mer ur modellen
steering-sources = Källor
steering-validity = Giltighet
steering-decision = Beslut
steering-replaces = Ersätter
steering-remark = Anmärkning
steering-id = Beteckning
steering-forms = Ordet
steering-owner = Ansvarig nivå
steering-prepared-by = Bereds av
steering-decided-by = Beslutas av
steering-horizon = Gäller
steering-linked-to = Hör ihop med
steering-count = Antal
steering-formulation = Formulering
steering-judged = Bedömning
steering-never-judged = Bedöms inte
steering-scale = Skala
steering-rules = Regler
steering-fields = Egna fält
steering-breakdowns = Delas upp på
steering-items = Ingår
steering-target-kinds = Nivåer som kan sättas
steering-voluntary = frivilligt
steering-at-least = minst { $min }
steering-at-most = högst { $max }
steering-exactly = { $count } stycken
steering-between = { $min } till { $max }
steering-years = { $years } år
steering-yes = Ja
steering-no = Nej
steering-class = Klass
steering-classes = Klasser av mått
steering-counts = Räknas i bedömningen
steering-controllable = Kommunen kan påverka
steering-for = för { $roles }
steering-missing = Räknas aldrig som en bedömning.
steering-together = Vägs ihop
steering-counted-classes = Klasser som räknas
steering-from = Utgår från
steering-measured-share = Minst mätt
steering-per-cent = { $share } procent
steering-from-share = från { $share } procent
steering-coverage-question = Fråga om täckning
steering-fulfilment-question = Fråga om uppfyllelse
steering-reason = Motivering
steering-reason-required = Ska alltid lämnas
steering-stages = Steg
steering-no-day = Utan fast dag
steering-times = { $times ->
    [one] 1 gång
   *[other] { $times } ggr
}
steering-opens = { $days ->
    [one] öppnar dagen före
   *[other] öppnar { $days } dagar före
}
steering-about-last-year = gäller förra året
steering-about-next-year = gäller nästa år
steering-about-year = gäller { $year }
steering-document-level = Hör till
steering-sections = Avsnitt
steering-level = Nivå
steering-kind = Slag
steering-no-definition = Inte förklarat än.
steering-rule-max-per-owner = Högst { $most } per ansvarig.
steering-rule-max-total = Högst { $most } sammanlagt.
steering-rule-cover-all = Varje ansvarig svarar mot allt ovanför eller säger varför inte.
steering-rule-cover = Varje ansvarig svarar mot alla { $types } eller säger varför inte.
steering-rule-parent-optional = Får stå för sig själv.
steering-rule-measure = Ska ha minst ett mått.
steering-rule-unmeasurable = Det som inte går att mäta skrivs som { $types }.
steering-rule-decision = Beslutet ska anges.
steering-rule-variants = Finns som { $variants }.
steering-rule-inherits = Binder också { $levels }.
steering-rule-proposals = Förslag får läggas in.
steering-rule-proposals-by = Förslag får läggas in av { $levels }.
steering-rule-not-assessed = Bedöms aldrig.
steering-rule-view = Sammanställs av { $types }.
steering-role = { $role ->
    [direction] Inriktning
    [grouping] Rubrik
    [goal] Mål
    [mission] Grunduppdrag
    [assignment] Uppdrag
    [criterion] Kriterium
    [measure] Mått
    [activity] Aktivitet
    [promise] Löfte
    [risk] Risk
    [control] Kontroll
    [external] Utifrån
   *[other] { $role }
}
steering-link = { $link ->
    [groups] sorteras under
    [contributes] bidrar till
    [decomposes] är en del av
    [specifies] preciserar
    [measures] mäter
    [executes] genomför
    [threatens] hotar
    [mitigates] minskar
   *[other] { $link }
}
steering-formulation-word = { $formulation ->
    [smart] Specifikt, mätbart, accepterat, realistiskt och tidsatt
    [smarta] Specifikt, mätbart, accepterat, realistiskt, tidsatt och med ansvarig
    [takt] Tydligt, ansvarsfördelat, kvantifierbart och tidsatt
    [yes_no] Det ska gå att svara ja eller nej på om målet är nått
    [activity3] Konkret, med ansvarig och slutdatum
   *[other] { $formulation }
}
steering-horizon-word = { $horizon ->
    [open] Tills vidare
    [long_years] Många år, utan slutdatum
    [term] Mandatperioden
    [years] Några år
    [year] Ett år
    [period] En period som inte är ett kalenderår
    [project] Så länge projektet pågår
   *[other] { $horizon }
}
steering-target-kind = { $kind ->
    [at_least] minst
    [at_most] högst
    [equal] exakt
    [range] mellan två värden
    [increase] öka
    [decrease] minska
    [rank_share] bland de bästa
    [milestone_text] i ord
    [yes_no] ja eller nej
    [none] följs utan nivå
   *[other] { $kind }
}
steering-method = { $method ->
    [manual] En person bedömer
    [from_measures] Från mått
    [from_children] Från nivån under
    [from_criteria] Från kriterier
    [coverage_x_fulfilment] Täckning gånger uppfyllelse
    [forecast] Prognos
    [none] Bedöms inte
   *[other] { $method }
}
steering-method-text = { $method ->
    [manual] Den som är ansvarig väljer nivå och motiverar.
    [from_measures] Systemet jämför utfall med satta nivåer och föreslår. En person bestämmer.
    [from_children] Systemet läser bedömningarna på nivån under och föreslår. En person bestämmer.
    [from_criteria] Systemet läser bedömningarna av kriterierna och föreslår. En person bestämmer.
    [coverage_x_fulfilment] Hur mycket av målet som täcks vägs ihop med hur väl den delen är uppfylld.
    [forecast] Det väntade utfallet vid periodens slut, på en egen skala.
    [none] Ingen bedömning görs.
   *[other] { $method }
}
steering-aggregate = { $aggregate ->
    [all] Alla ska nå nivån
    [majority] Mer än hälften ska nå nivån
    [share] Efter andelen som når nivån
    [weighted] Efter den vägda andelen
    [worst] Det sämsta avgör
   *[other] { $aggregate }
}
steering-scale-use = { $purpose ->
    [outcome] Hur det gick
    [forecast] Hur det väntas gå
    [progress] Hur långt arbetet har kommit
   *[other] { $purpose }
}
steering-cycle-kind = { $kind ->
    [omvarldsanalys] Omvärldsanalys
    [directive] Direktiv
    [frames] Ramar
    [plan] Plan
    [budget] Budget
    [decide] Beslut
    [workplan] Arbetsplan
    [followup_month] Månadsuppföljning
    [followup_part] Delårsuppföljning
    [followup_year] Årsuppföljning
    [forecast] Prognos
    [dialogue] Dialog
    [citizen_dialogue] Medborgardialog
    [evaluate] Utvärdering
    [survey] Undersökning
    [review_model] Översyn av modellen
    [external_evaluation] Extern utvärdering
   *[other] { $kind }
}
steering-document-kind = { $kind ->
    [vision] Vision
    [strategy] Strategi
    [programme] Program
    [budget] Budget
    [directive] Direktiv
    [plan] Plan
    [workplan] Arbetsplan
    [month_report] Månadsrapport
    [part_report] Delårsrapport
    [annual_report] Årsredovisning
    [quality_report] Kvalitetsredovisning
    [control_plan] Plan för intern kontroll
    [control_report] Uppföljning av intern kontroll
    [declaration] Deklaration
    [owner_directive] Ägardirektiv
    [policy] Policy
    [handbook] Handbok
    [register] Register
   *[other] Annat
}
steering-level-kind = { $kind ->
    [council] Fullmäktige
    [executive_board] Kommunstyrelse
    [executive_subcommittee] Utskott
    [committee] Nämnd
    [programme_committee] Programnämnd
    [company] Bolag
    [joint_body] Gemensamt organ
    [administration] Förvaltning
    [sector] Sektor
    [unit] Enhet
    [employee] Medarbetare
    [provider] Utförare
    [party] Parti
    [citizens] Invånare
   *[other] { $kind }
}
steering-concept = { $concept ->
    [target] Värdet att nå
    [outcome] Det mätta värdet
    [baseline] Värdet före arbetet
    [forecast] Det väntade värdet
    [assessment] Omdömet om hur det gick
    [analysis] Förklaringen av resultatet
    [feedback] Det invånare tycker
    [year_wheel] Årets gång
   *[other] { $concept }
}
steering-evaluate = Utvärdera styrmodellen
