frameworks-title = Mål utifrån
frameworks-lead = Mål som andra har beslutat och som kommunens egna mål kan bidra till. Texten är deras och ändras inte här.
frameworks-chosen = { $goals } mål. { $count ->
    [0] Inget av våra mål bidrar än.
    [one] Ett av våra mål bidrar.
   *[other] { $count } kopplingar från våra mål.
}
frameworks-not-chosen = { $goals } mål. Används inte än.
frameworks-open = Öppna
frameworks-source = { $source }. { $date }.
frameworks-goal = Mål
frameworks-contributes = Bidrar
frameworks-choose = Använd i kommunen
frameworks-choose-text = När ni använder målen kan den som planerar märka egna mål med dem.
frameworks-newer = Det finns en nyare lydelse av målen.
frameworks-leave = Sluta använda
frameworks-in-use = Något av kommunens mål bidrar till dem. Ta bort kopplingarna och märkningarna först.
frameworks-settings-note = Agenda 2030 och miljökvalitetsmålen: välj vilka ni använder
frameworks-no-tags = Inte märkt med något mål utifrån.
frameworks-tag = Märk med mål utifrån
frameworks-tag-title = Märk med mål utifrån
frameworks-tag-lead = Kryssa för de mål som detta bidrar till. Märkningen ändrar inte det som är beslutat.
frameworks-save-tags = Spara märkningen
frameworks-cancel = Avbryt
frameworks-none-chosen = Kommunen använder inga mål utifrån än
frameworks-none-chosen-text = Den som sköter styrmodellen väljer vilka.
frameworks-tagged = Märkta
frameworks-read-in = Läs in egna mål utifrån
frameworks-read-in-lead = Nationella mål eller andra mål som kommunen vill märka sina egna med. Klistra in dem som i exemplet.
frameworks-read-in-button = Läs in
frameworks-content = Målen
frameworks-example-title = Så skriver du
frameworks-unreadable = Texten går inte att läsa. Jämför med exemplet.
frameworks-unreadable-at = Texten går inte att läsa. Jämför rad { $line } med exemplet.
frameworks-bad-id = Raden id får bara ha små bokstäver a–z, siffror och bindestreck, högst 40.
frameworks-no-source = Raderna namn, version, kalla och datum behövs, högst 300 tecken var.
frameworks-goal-count = Det behövs minst ett mål och högst 300.
frameworks-bad-goal = Mål { $number } saknar ord, har fler än 300 tecken eller har samma nummer som ett annat.
frameworks-too-large = Texten får vara högst 200 kB.
frameworks-id-taken = Ett ramverk med samma id följer med programmet. Välj ett annat id.
