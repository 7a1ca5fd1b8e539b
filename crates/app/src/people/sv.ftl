people-title = Personer
people-lead = Alla som arbetar med styrningen, och vad de får göra var.
people-person = Person
people-new = Lägg till person
people-new-lead = Lägg först till personen. Sedan ger du en roll och skickar en inbjudan.
people-create = Lägg till
people-name = Namn
people-post = Titel
people-post-hint = Till exempel rektor eller nämndsekreterare.
people-roles = Roller
people-search = Sök på namn
people-search-button = Sök
people-none = Ingen heter så
people-none-text = Prova en del av namnet, eller rensa sökningen.
people-to-first = Till början
people-no-role = Ingen roll
people-no-role-text = Utan roll kan personen logga in men inte se något. Ge en roll här under.
people-role-at = { $role }, { $place }
people-email-taken = Adressen finns redan. Sök upp personen i listan i stället.
people-account-taken = Någon annan loggar redan in med { $email }. Ingen kod har skapats.
people-email-hint = Används för att logga in.
people-bad-email = Skriv en e-postadress, till exempel anna.berg@kommunen.se
people-contact = Kontakt
people-roles-now = Roller
people-roles-past = Tidigare roller
people-role = Roll
people-org-unit = Enhet
people-where = Gäller för
people-where-hint = Rollen gäller enheten och allt som ligger under den.
people-first-day = Första dag
people-last-day = Sista dag
people-from = Från { $from }
people-from-to = { $from } till { $to }
people-give = Ge en roll
people-give-button = Ge rollen
people-choose-role = Välj en roll
people-end = Avsluta
people-last-administrator = Det måste finnas någon kvar som kan ge roller här. Gör någon annan till administratör först.
people-invite = Inbjudan
people-invite-text = Med en engångskod väljer personen själv sitt lösenord. Samma sak hjälper den som har glömt sitt.
people-invite-button = Skapa engångskod
people-new-code = Personen behöver en ny engångskod
people-new-code-text = Lösenordet valdes med en kod från någon som inte får ge den nya rollen. Därför gäller det inte längre. Skapa en ny engångskod.
people-invite-refused = Du kan skapa en kod bara för den som har en roll, och bara om du själv kan ge alla personens roller. Be den som är administratör för hela kommunen om en kod.
people-code-title = Engångskod för { $name }
people-code-lead = Ge länken till personen på ett säkert sätt. Tills vidare skickar systemet ingen e-post till { $email }.
people-code-link = Länk med engångskod
people-code-until = Gäller till { $until } och kan användas en gång.
people-code-once = Länken visas bara nu
people-code-once-text = Systemet sparar inte koden. Försvinner länken skapar du en ny.
people-code-back = Till personen
people-role-line = { $role ->
    [administrator] Sköter styrmodell, organisation och behörigheter.
    [controller] Leder planering och uppföljning.
    [manager] Planerar, följer upp och godkänner för sin enhet.
    [staff] Registrerar värden och hjälper till att skriva.
    [elected] Läser det som är inlämnat och beslutat.
    [provider] Lämnar uppgifter för en utförare.
    [auditor] Läser allt och ser vad som har ändrats.
   *[other] Läser mål, mått och beslutade planer.
}
people-choose-place = Välj enhet
people-email-taken-elsewhere = Adressen finns redan. Be den som är administratör för hela kommunen att ge personen en roll hos er.
people-email-other = Någon annan har adressen. Skriv en annan.
people-change = Ändra uppgifter
people-change-title = Ändra uppgifter om { $name }
people-change-conflict = Det här står i registret nu. Sparar du igen gäller det du har skrivit här under.
people-register = Registret
people-leave = Personen slutar
people-leave-title = { $name } slutar
people-leave-happens = Det här händer
people-leave-signed-out = Personen loggas ut överallt och lösenordet slutar gälla.
people-leave-role = Rollen avslutas: { $role }.
people-leave-history = Namnet står kvar i historiken och vid det personen har gjort.
people-leave-button = Avsluta kontot nu
people-over-choose = Välj vem som tar över
people-over-nobody = Välj en person
people-over-text = Allt det här lämnas över i ett steg: ansvaret för mål och mått, rapporterna som bara den här personen kan lämna och inbjudningarna att skriva.
people-over-to = Vem tar över?
people-over-hint = De som skriver i enheten, ovanför den eller bredvid. Rapporten lämnas av den nya tills omgången stänger.
people-over-button = Lämna över allt
people-over-done = Överlämnat
people-over-receipt = Se vilka mål och mått som bytte ansvarig, eller ångra
people-over-accounts = Rapporter att lämna
people-over-instead = { $name } lämnar den i stället, till { $day }
people-over-also = { $name } svarar också för den
people-over-due = senast { $day }
people-over-until = till { $day }
people-over-stands-in = Lämnar rapport i någon annans ställe
people-over-invitations = Inbjuden att skriva
people-over-elements = Mål, mått och aktiviteter
people-over-some = Välj själv vad som lämnas över
people-last-day-hint = Rollerna slutar efter den dagen. Till dess ser personen på Min sida vad som behöver lämnas över.
people-last-day-wrong = Välj en dag från i dag och högst ett år framåt
people-last-day-title = När slutar personen?
people-last-day-button = Spara sista dagen
people-last-day-saved = Sista dagen är sparad
people-last-day-saved-text = Rollerna slutar efter { $day }. Personen ser det på Min sida.
people-last-day-later = Rollerna slutar redan { $day }. Ge rollen på nytt om personen ska vara kvar längre.
people-leave-now = Eller avsluta kontot nu
people-leave-answers = Att lämna över
people-leave-more = { $count ->
    [one] och en sak till
   *[other] och { $count } saker till
}
people-left = Har slutat
people-has-left = Slutade { $day }
people-has-left-text = Personen kan inte logga in och inte få en roll. Ta tillbaka personen i registret först.
people-come-back = Ta tillbaka personen
