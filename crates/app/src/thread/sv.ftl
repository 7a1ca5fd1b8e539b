thread-title = Röda tråden
thread-lead = Från vision till vardag. Välj en ruta för att följa tråden uppåt och nedåt.
thread-view = Vy
thread-view-map = Tråd
thread-view-words = I ord
thread-filters = Urval
thread-year = År
thread-committee = Nämnd
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
