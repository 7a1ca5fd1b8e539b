settings-lead = Det som bär upp systemet: modellen, organisationen och behörigheterna.
settings-model = Styrmodellen
settings-model-note = { $open ->
    [0] { $municipality }. Alla ord, nivåer och regler är bestämda.
    [one] { $municipality }. En sak är kvar att besluta.
   *[other] { $municipality }. { $open } saker är kvar att besluta.
}
settings-open-model = Visa modellen
settings-organisation-note = { $count ->
    [one] En enhet gäller i dag.
   *[other] { $count } enheter gäller i dag.
}
settings-open-organisation = Visa trädet
settings-people-note = Vem som får göra vad, och inbjudningar.
settings-open-people = Visa personer
settings-trail = Spår
settings-trail-note = Vem som har ändrat vad och när. Går inte att ändra i efterhand utan att det syns.
settings-open-trail = Visa spåret
settings-trail-lead = Alla ändringar, de senaste först. Varje rad är låst till raden före.
settings-trail-none = Inga rader
settings-trail-none-text = Inget har hänt med det du söker. Kontrollera slag och id.
settings-verify = Kontrollera spåret
settings-filter = Visa ett objekt
settings-filter-button = Visa
settings-filter-clear = Visa alla
settings-object-kind = Slag
settings-object-id = Id
settings-object-id-hint = Står sist i objektets adress. Du kan också klicka på slaget i en rad.
settings-when = När
settings-who = Vem
settings-what = Vad
settings-newest = Senaste
settings-older = Äldre
settings-verify-title = Kontroll av spåret
settings-verify-lead = Varje rad räknas om och jämförs med nästa. Kontrollsumman kan jämföras med en som du har sparat tidigare.
settings-whole = Spåret är helt
settings-whole-text = { $rows ->
    [one] En rad stämmer.
   *[other] Alla { $rows } rader stämmer.
}
settings-rows = Rader
settings-erased = Gallrade
settings-head = Kontrollsumma
settings-broken = Spåret stämmer inte
settings-broken-gap = Rad { $found } står där rad { $expected } borde stå. En rad har tagits bort, lagts till eller flyttats.
settings-broken-altered = Rad { $row } har ändrats i efterhand.
settings-broken-payload = Innehållet i rad { $row } har ändrats i efterhand.
settings-broken-missing = Innehållet i rad { $row } saknas fast det inte är gallrat.
settings-broken-stray = Det finns innehåll för rad { $row }, som inte finns.
settings-broken-head = Spåret slutar vid rad { $last } men borde sluta vid rad { $head }. Slutet har tagits bort eller fyllts på.
settings-to-trail = Till spåret
settings-action = { $action ->
    [create] Lade till
    [change] Ändrade
    [rename] Bytte namn
    [move] Flyttade
    [end] Avslutade
    [merge] Slog ihop
    [take_over] Bytte ägare
    [split] Delade
    [split_from] Bildade genom delning
    [link] Kopplade
    [unlink] Tog bort koppling
    [say] Skrev underlag
    [fill_in] Fyllde i
    [discard] Kastade utkast
    [restore] Tog tillbaka utkast
    [copy] Kopierade
    [merge_from] Bildade genom sammanslagning
    [require] Ändrade minimikrav
    [exempt] Sade att målet inte rör dem
    [propose_link] Föreslog koppling
    [propose_unlink] Föreslog att koppling tas bort
    [place_link] Valde plats efter delning
    [settle_link] Avgjorde förslag om koppling
    [define] Beskrev mått
    [redefine] Ändrade mått
    [set_target] Satte nivå
    [record] Registrerade värde
    [correct] Rättade värde
    [mend_decision] Rättade beslut
    [take_back_end] Tog tillbaka avslutande
    [take_away] Tog bort värde
    [count_people] Angav hur många ett värde gäller
    [begin_anew] Började om serie
    [take_back_break] Tog tillbaka brytpunkt
    [answer_pattern] Svarade om ett väntat samband
    [note_event] Noterade händelse
    [grant] Gav roll
    [end_grant] Avslutade roll
    [issue_code] Skapade engångskod
    [set_password] Valde lösenord
    [load] Läste in
    [accept] Accepterade
    [plant] Läste in
    [weigh] Vägde
    [judge] Bedömde
    [progress] Uppdaterade läge
    [adopt] Fastställde
    [propose] Föreslog
    [supersede] Ersatte
    [open] Öppnade
    [close] Stängde
    [save] Sparade
    [submit] Lämnade in
    [return] Skickade tillbaka
    [approve] Godkände
    [import] Läste in fil
    [tell_columns] Sa vad en fil menar
    [choose_source] Valde vilken källas värde som används
    [undo] Ångrade
    [decide] Beslutade
    [begun] Började skriva
    [answer] Besvarade
    [confirm] Bekräftade
    [set_aside] Lade undan
    [write] Skrev
    [tick] Kryssade i
    [remedy] Valde åtgärd
    [submitted] Lämnade in
    [invite] Bjöd in
    [uninvite] Tog tillbaka inbjudan
    [name] Utsåg
    [settle] Fastställde
    [reopen] Öppnade igen
    [quote] Citerade
    [unquote] Tog bort citatet
    [renew] Tog den nya texten
    [keep] Behöll den citerade texten
    [withdraw] Tog tillbaka
    [let_be] Lät vara
    [take_up] Tog upp igen
    [withdrawn] Tog tillbaka
    [returned] Skickade tillbaka
    [approved] Godkände
    [freeze] Frös
    [come_back] Tog tillbaka person
    [leave] Avslutade person
    [tag] Märkte
    [choose] Valde
    [reassign] Bytte ansvarig
    [change_many] Ändrade flera
    [forget] Tog bort
    [succeed] Skrev ny lydelse
    [attach] Lade till bilaga
    [detach] Tog bort bilaga
    [reattach] Tog tillbaka bilaga
    [comment] Skrev
    [remove] Tog bort
    [done] Blev klar med frågan i
    [value] Svarade
    [ask] Ändrade frågorna i
    [take_template] Tog in nya frågor i
    [set] Bestämde
    [begin] Började
    [estimate] Uppskattade
    [place] Placerade
    [use] Använde slutsats
    [write_step] Skrev i steg
    [conclude] Avslutade
    [throw] Slängde
    [take_back] Tog tillbaka
    [let_go] Tog bort en medverkande ur
    [put] Ställde
    [expect] Skrev vad som väntas av
    [tell] Sade
   *[other] { $action }
}
settings-object = { $object ->
    [element] Mål eller mått
    [measure] Mått
    [pattern] Samband
    [target] Nivå
    [link] Koppling
    [fault] Brist i tråden
    [grounds] Underlag
    [own_field] Eget fält
    [requirement] Minimikrav
    [exemption] Inget åtagande
    [outcome] Värde
    [input_weight] Vikt
    [rule_answer] Svar på regelns frågor
    [assessment] Bedömning
    [org_unit] Enhet
    [person] Person
    [grant] Roll
    [account] Konto
    [steering_model] Styrmodell
    [import] Inläsning
    [import_mapping] Kolumner i filer
    [attachment] Bilaga
    [comment] Kommentar
    [annotation] Händelse
    [decision] Beslut
    [round] Uppföljning
    [followup] Rapport
    [part] Fråga
    [part_text] Text
    [part_aside] Text som aldrig gällde
    [part_reason] Skäl
    [follow_up] Redovisning
    [follow_up_invitation] Inbjudan att skriva
    [follow_up_substitute] Ersättare
    [compilation] Sammanställning
    [quote] Citat
    [follow_up_event] Redovisning
    [cause_choices] Orsaker att välja
    [readings] Värden
    [report] Dokument
    [saved_view] Sparad vy
    [framework_tags] Märkning med mål utifrån
    [framework_pack] Egna mål utifrån
    [framework] Mål utifrån
    [bulk_change] Ändring av flera
    [wheel] Årshjul
    [acceptance] Accepterad avvikelse
    [wheel_step] Steg i årshjul
    [calendar_feed] Kalender
    [municipality] Kommun
    [report_template] Rapportmall
    [template_question] Fråga i rapportmall
    [report_point] Redovisningspunkt
    [reminder_choice] Påminnelser
    [action_effect] Effekt
    [analysis_question] Fråga i analys
    [conversation] Samtal
    [analysis] Analys
    [quality_cost] Bristkostnad
    [challenge] Utmaning
    [working_method] Arbetssätt
    [quality_side] Inre och yttre kvalitet
    [action] Åtgärd
    [method_level] Hur långt man kommit
    [action_limit] Dagar utan beslut
   *[other] { $object }
}
settings-in-conversation = Någon i samtalet
settings-row-number = Rad { $number }
settings-version-of = Version { $version }
settings-no-password = I demon väljer du vem du är. Därför frågar systemet inte efter lösenord innan du ändrar behörigheter och organisation, som det annars gör när det har gått en kvart.
