activities-not-started = Inte startad
activities-ongoing = Pågår
activities-late = Försenad
activities-done = Klar
activities-cancelled = Avbruten
activities-paused = Pausad
activities-title = Aktiviteter
activities-lead = Det vi gör för att nå målen: vem som ansvarar, när det ska vara klart och hur det går.
activities-progress = Läge
activities-due = Klar senast
activities-belongs-to = Hör till
activities-owner = Enhet
activities-all = Alla
activities-everywhere = Hela kommunen
activities-filter = Visa
activities-none = Inga aktiviteter matchar
activities-none-text = Välj en annan enhet eller ett annat läge.
activities-count = { $count ->
    [one] en rad
   *[other] { $count } rader
}
activities-progress-title = Så går det: { $title }
activities-progress-question = Hur långt har ni kommit?
activities-progress-button = Spara läget
activities-note = Vad har hänt?
activities-note-hint = Skriv det viktigaste i en eller två meningar.
activities-problem-progress = Välj hur långt ni har kommit
activities-conflict = Någon annan har berättat om läget medan du skrev
activities-conflict-theirs = Där står nu: { $word }.
activities-conflict-yours = Det du skrev står kvar här nedanför. Spara igen om det ska gälla. Det andra finns kvar i historiken.
activities-assignments = Uppdrag
activities-assignments-lead = Det som någon har fått i uppdrag att göra, och vad som har kommit ut av det.
activities-receiver = Mottagare
activities-given-by = Beslutat
activities-report-by = Redovisas senast
activities-report-back = Återrapport
activities-no-assignments = Inga uppdrag är givna
activities-no-assignments-text = Här visas de uppdrag som fullmäktige och styrelser har beslutat om.
