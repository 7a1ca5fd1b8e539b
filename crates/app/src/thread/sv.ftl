thread-title = Röda tråden
thread-lead = Från vision till vardag. Välj en ruta för att följa tråden uppåt och nedåt.
thread-view = Vy
thread-view-map = Tråd
thread-view-words = I ord
thread-filters-on = { $count ->
    [0] Filter
   *[other] Filter ({ $count })
}
thread-filters = Urval
thread-year = År
thread-all = Alla
thread-perspective = Perspektiv
thread-own-and-providers = Egen regi och utförare
thread-own = Egen regi
thread-providers = Utförare
thread-deviating = Bara det som avviker
thread-as-of = Läge: { $period }
thread-goals-of = { $owners } mål
thread-of = { $on } av { $total }
thread-more = { $count } fler { $things }
thread-more-goals = { $count ->
    [one] Ett mål till
   *[other] { $count } fler mål
}
thread-more-on-thread = { $count ->
    [one] En till på tråden
   *[other] { $count } fler på tråden
}
thread-next-many = Visa nästa { $count }
thread-fewer = Visa färre
thread-shown = { $total ->
    [one] Ett
   *[other] { $total } stycken
}
thread-belongs-to = Hör till { $parents }
thread-loose = Saknar koppling uppåt
thread-loose-text = Tråden är bruten här. Ingen ser vad det här bidrar till.
thread-loose-fix = Koppla det till ett mål
thread-provider = { $name }, utförare
thread-done = Klar { $day }
thread-ongoing = Pågår till { $day }
thread-late = Försenad, { $day }
thread-starts = Startar { $day }
thread-planned = Planerad från { $day }
thread-should-have-begun = Skulle ha börjat { $day }
thread-responsible = Ansvarig: { $name }.
thread-forecast = Prognos för helåret: { $grade }.
thread-reached = { $all ->
    [one] { $some } av ett mål längs tråden är uppnått.
   *[other] { $some } av { $many } mål längs tråden är uppnådda.
}
thread-none-reached = Inget mål längs tråden är uppnått än.
thread-target = Mål { $target }
thread-contributions = Enheternas bidrag
thread-goals-below = Mål längs tråden
thread-open-goal = Öppna målet
thread-open-work = Öppna
thread-read-in-words = Läs tråden i ord
thread-legend = Teckenförklaring
thread-followed = Tråden du följer
thread-others = Övriga samband
thread-empty = Här börjar tråden
thread-empty-text = När kommunen har skrivit sin vision och sina mål syns de här, från vision till vardag.
thread-empty-action = Börja planera
thread-words-title = Tråden i ord
thread-words-lead = Samma tråd i meningar: vad vi vill, hur vi mäter det, hur det går och vem som gör vad.
thread-whole = Läs hela kommunens tråd
thread-branch-of = Gren { $page } av { $last }
thread-left-out = { $count ->
    [one] En gren till. Läs vidare härifrån
   *[other] { $count } grenar till. Läs vidare härifrån
}
thread-owned-by = Ägs av { $name }.
thread-measured-by = Mäts med
thread-target-word = Mål
thread-target-is = { $word }: { $target }.
thread-target-none = Inget { $word } är satt.
thread-method = Så mäter vi: { $method }.
thread-latest = Senast, { $period }: { $value }.
thread-no-value = Inget värde är registrerat än.
thread-values-elsewhere = Värdena finns hos enheterna.
thread-exempt = { $unit }: inget åtagande. { $reason }
thread-view-list = Lista
thread-view-grid = Rutnät
thread-organisation = Organisation
thread-kind = Slag
thread-all-kinds = Alla
thread-state = Läge
thread-all-states = Alla
thread-state-draft = Utkast
thread-state-proposed = Förslag
thread-state-adopted = Beslutat
thread-anyone = Alla
thread-me = Jag
thread-nobody = Ingen
thread-under = Under: { $title } ✕
thread-right-under = Rakt under: { $title } ✕
thread-depth = Öppet
thread-depth-none = Inget
thread-depth-some = { $count ->
    [one] En nivå
   *[other] { $count } nivåer
}
thread-depth-all = Allt
thread-list-lead = Hela tråden rad för rad. Öppna en gren för att se vad som hänger under.
thread-list-caption = Tråden som lista
thread-choose = Välj
thread-column-what = Vad
thread-column-owner = Vems
thread-column-responsible = Ansvarig
thread-column-status = Hur det går
thread-column-changed = Ändrat
thread-open-branch = Öppna grenen
thread-close-branch = Stäng grenen
thread-change-chosen = Ändra de valda
thread-change-chosen-hint = Du ser vad som ändras innan något sker.
thread-none-fit = Inget passar urvalet
thread-none-fit-text = Ta bort något i urvalet, eller visa allt.
thread-show-all = Visa allt
thread-found = { $count ->
    [one] En träff
   *[other] { $count } träffar
}
thread-found-many = Fler än { $count } träffar. Välj snävare för att se alla.
thread-rows = Rad { $first }–{ $last }
thread-grid-lead = Vad nämnderna har gjort av fullmäktiges mål, och hur det går. Tomma rutor säger varför.
thread-grid-wide = { $count } nämnder bredvid varandra. Ser du inte alla: rulla tabellen i sidled, eller välj den med Tabb och använd pilarna.
thread-grid-caption = Fullmäktiges mål efter nämnd
thread-grid-goal = Mål
thread-grid-all = Alla
thread-grid-no-goals = Inga mål
thread-grid-exempt = Inget åtagande
thread-grid-gap = Saknar svar
thread-grid-mend = Svara
thread-grid-not-concerned = Berörs inte
thread-grid-answered = { $has } av { $all } har svar
thread-grid-reasons = Därför finns inget åtagande
thread-saved = Mina vyer
thread-saved-lead = Urval som du har gett ett namn. Skicka adressen till en kollega, så ser ni samma sak.
thread-saved-all = Alla mina vyer
thread-saved-none = Du har inga sparade vyer än
thread-saved-none-text = Gör ett urval i listan och spara det med ett namn. Då hittar du det här och på Min sida.
thread-save-view = Spara den här vyn
thread-tend-views = Hantera
thread-save-button = Spara vyn
thread-view-name = Vad ska vyn heta?
thread-view-name-hint = Till exempel Försenat i vår nämnd.
thread-forget-view = Ta bort { $name }
thread-problem-name = Skriv vad vyn ska heta
thread-problem-many = Du har redan { $count } vyer. Ta bort någon först
thread-as-csv = Hämta listan som CSV
thread-column-number = Nummer
thread-column-outside = Mål utifrån
