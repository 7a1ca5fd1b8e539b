remodelling-title = Ändra modellen
remodelling-lead = Lämna en modellfil. Du ser vad den ändrar innan något händer.
remodelling-file = Modellfil
remodelling-file-hint = YAML, högst 2 MB. Utan fil ändras bara giltighet och beslut för den modell som gäller.
remodelling-from = Gäller från
remodelling-from-hint = Tomt: den dag som står i filen. Modellen används i Tråden så snart den är inläst, så att nästa år kan planeras i den.
remodelling-decision = Beslut
remodelling-decision-hint = Organ, dag, paragraf och diarienummer, till exempel KF 2026-11-16 § 12, dnr KS 2026/0310. Tomt: det som står i filen.
remodelling-look = Granska
remodelling-no-file = Välj en fil, eller ange giltighet eller beslut
remodelling-same = Filen är den modell som redan gäller
remodelling-too-large = Filen är större än 2 MB
remodelling-ends-before-start = Modellen slutar innan den börjar. Välj en annan dag, eller ändra sista dagen i filen
remodelling-faulty = { $count ->
    [one] Filen går inte att använda. Ett fel behöver rättas
   *[other] Filen går inte att använda. { $count } fel behöver rättas
}
remodelling-faults = Fel i filen
remodelling-line = Rad { $line }
remodelling-more = { $count ->
    [one] En till visas inte.
   *[other] { $count } till visas inte.
}
remodelling-preview-title = Så ändras modellen
remodelling-preview-lead = Inget är ändrat än. Den nya modellen ersätter den gamla, som finns kvar att läsa.
remodelling-in-the-way = { $count ->
    [one] En sak står i vägen för modellen
   *[other] { $count } saker står i vägen för modellen
}
remodelling-obstacles = I vägen
remodelling-obstacles-text = Det här skulle bli utan plats i modellen. Ändra eller avsluta det först, eller låt filen ha kvar samma id.
remodelling-type-gone = Typen { $term } ({ $id }) finns inte i filen
remodelling-role-changed = Typen { $term } ({ $id }) har en annan roll i filen
remodelling-class-gone = Måttklassen { $class } finns inte i filen
remodelling-link-gone = I filen får inte kopplas: { $child } { $link } { $parent }
remodelling-level-gone = Nivån { $name } ({ $level }) finns inte i filen, eller är av ett annat slag
remodelling-again = Modellen har ändrats medan du tittade
remodelling-again-text = Det här är vad filen ändrar mot den modell som gäller nu. Läs in den om det fortfarande är rätt.
remodelling-only-version = Bara giltighet, beslut och anmärkningar ändras.
remodelling-apply = Läs in modellen
remodelling-other-file = Välj en annan fil
remodelling-left-open = { $count ->
    [0] Inget
    [one] En sak
   *[other] { $count } saker
}
remodelling-added = Nytt
remodelling-removed = Tas bort
remodelling-changed = Ändras
remodelling-nothing = inget
remodelling-concerns = { $count ->
    [one] en finns i Tråden
   *[other] { $count } finns i Tråden
}
remodelling-field-changed = { $field }: innehållet ändras
remodelling-field-from-to = { $field }: { $before } → { $after }
remodelling-part = { $part ->
    [element_types] Typer
    [org_levels] Organisationens nivåer
    [terms] Kommunens ord
    [scales] Skalor
    [assessment] Så bedöms det
    [cycle] Årshjulet
    [documents] Dokument
    [glossary] Ordlista
   *[other] { $part }
}
remodelling-field = { $field ->
    [term] Ordet
    [name] Namnet
    [singular] Ental
    [plural] Flertal
    [definite] Bestämd form
    [definite_plural] Bestämt flertal
    [en] På engelska
    [role] Roll
    [owner] Ansvarig nivå
    [decided_by] Beslutas av
    [prepared_by] Bereds av
    [horizon] Gäller
    [parents] Hör ihop med
    [count] Antal
    [formulation] Formulering
    [scale] Skala
    [assess] Bedömning
    [rules] Regler
    [fields] Egna fält
    [classes] Klasser av mått
    [target_kinds] Nivåer som kan sättas
    [breakdowns] Delas upp på
    [items] Ingår
    [kind] Slag
    [use] Används för
    [for] Gäller för
    [levels] Nivåer
    [method] Metod
    [params] Regelns värden
    [stages] Steg
    [months] Månader
    [due] Dag i månaden
    [dates] Dagar
    [per_year] Gånger per år
    [once] En gång
    [opens_days_before] Öppnar dagar före
    [rel_year] År det handlar om
    [level] Nivå
    [doc] Dokument
    [sections] Avsnitt
    [definition] Förklaring
    [source] Källa
   *[other] { $field }
}
remodelling-field-choices = { $name } (välj: { $choices })
remodelling-field-kind = { $kind ->
    [text] några ord
    [long_text] text
    [number] tal
    [date] dag
    [choice] val
    [yes_no] ja eller nej
   *[other] { $kind }
}
remodelling-ahead = Modellen gäller från { $from } men används så snart den läses in
remodelling-ahead-text = Läs in den när planeringen för { $year } börjar. Årshjul, uppföljningar och planer som redan finns ändras inte. Hjul och rapporter som görs därefter följer den nya modellen.
