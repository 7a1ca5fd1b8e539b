bulk-title = Ändra flera
bulk-hand-over-title = Lämna över ansvaret från { $name }
bulk-lead = { $count ->
    [one] En rad är vald. Inget ändras förrän du har sett vad som händer.
   *[other] { $count } rader är valda. Inget ändras förrän du har sett vad som händer.
}
bulk-hand-over-lead = { $count ->
    [one] Personen ansvarar för en sak. Välj vem som tar över.
   *[other] Personen ansvarar för { $count } saker. Välj vem som tar över.
}
bulk-what = Vad vill du ändra?
bulk-kind-responsible = Ansvarig
bulk-kind-owner = Vems det är
bulk-kind-end = Slutdag
bulk-kind-propose = Lämna som förslag
bulk-kind-parent = Vad det hör till
bulk-choose = Välj
bulk-nobody = Ingen
bulk-no-day = Ingen slutdag
bulk-no-parent = Inget
bulk-new-responsible = Vem ska ansvara?
bulk-new-owner = Vems ska det vara?
bulk-new-parent = Vad ska det höra till?
bulk-new-end = Vilken dag ska det vara klart?
bulk-drafts-only = Gäller utkast och förslag. Det som är beslutat ändras med ett nytt beslut.
bulk-parent-hint = Gäller utkast, förslag och aktiviteter. De kopplingar uppåt som finns ersätts.
bulk-preview = Visa vad som ändras
bulk-problem-value = Välj vad det ska bli
bulk-before = Nu
bulk-after = Blir
bulk-will-change = { $count ->
    [one] En ändras
   *[other] { $count } ändras
}
bulk-will-caption = Det som ändras
bulk-will-not-change = { $count ->
    [one] En ändras inte
   *[other] { $count } ändras inte
}
bulk-will-not-caption = Det som inte ändras
bulk-why-not = Därför
bulk-rest = { $count ->
    [one] Och en till.
   *[other] Och { $count } till.
}
bulk-change = { $count ->
    [one] Ändra en
   *[other] Ändra { $count }
}
bulk-nothing-changes = Inget ändras
bulk-nothing-changes-text = Inget av det valda kan ändras så. Nedan står varför.
bulk-not-yours = Någon annan planerar det.
bulk-decided = Det är beslutat och ändras med ett nytt beslut.
bulk-not-draft = Bara utkast kan lämnas som förslag.
bulk-same = Det är redan så.
bulk-not-in-model = Styrmodellen har ingen sådan plats för det.
bulk-circle = Det skulle hamna under sig självt.
bulk-ends-before-start = Det skulle sluta innan det börjar.
bulk-changed-meanwhile = Någon har ändrat det medan du tittade.
bulk-none = Inget är valt
bulk-none-text = Kryssa i raderna i listan och välj sedan att ändra dem.
bulk-to-list = Till listan
bulk-receipt-title = { $count ->
    [one] En är ändrad
   *[other] { $count } är ändrade
}
bulk-receipt-lead = { $words }. { $name }, { $at }.
bulk-take-back = Ta tillbaka ändringen
bulk-taken-back = Ändringen togs tillbaka { $at }
bulk-cannot-take-back = Något av det har ändrats sedan dess. Därför går det inte att ta tillbaka allt på en gång.
bulk-changed-list = Det som ändrades
bulk-hand-over = Lämna över ansvaret
