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
frameworks-choose-text = När ni använder målen kan den som planerar koppla egna mål till dem med ”bidrar till”.
frameworks-newer = Det finns en nyare lydelse av målen.
frameworks-leave = Sluta använda
frameworks-no-type = Styrmodellen har ingen nivå för mål som kommer utifrån. Lägg till en i styrmodellen först.
frameworks-in-use = Något av kommunens mål bidrar till dem. Ta bort de kopplingarna först.
frameworks-settings-note = Agenda 2030 och miljökvalitetsmålen: välj vilka ni använder
