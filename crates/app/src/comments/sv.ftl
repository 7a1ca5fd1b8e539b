comments-title = Kommentarer
comments-one = Kommentar
comments-lead = Här frågar och svarar ni som arbetar med det här. Kommentarerna är arbetsmaterial och kommer aldrig med i en rapport.
comments-who-reads = Vem läser det här?
comments-readers = Alla som arbetar med styrningen i kommunen, och revisorerna. Inte förtroendevalda och läsare, och inte privata utförare utanför sin egen del.
comments-readers-of-draft = De som får läsa utkast hos { $owner }. Det som skrivs medan det är ett utkast stannar hos dem också när det har fastställts.
comments-no-personal-data = Skriv inget om enskilda personer. En kommentar kan begäras ut.
comments-text = Vad vill du säga eller fråga?
comments-text-hint = Skriv @ och ett namn för att fråga någon, till exempel @Anna Berg. Frågan syns då på personens Min sida.
comments-change-hint = De gamla orden finns kvar i spåret.
comments-left = { $left } tecken kvar av { $max }
comments-ask = Fråga någon
comments-ask-hint = Välj i listan eller skriv ett namn. Personen måste få läsa det här.
comments-send = Skriv kommentaren
comments-none = Ingen har skrivit något än
comments-none-text = En kommentar är bra för det som inte hör hemma i en rapport: en fråga, ett svar, en påminnelse.
comments-said = { $count ->
    [one] En kommentar
   *[other] { $count } kommentarer
}
comments-first = Skriv en kommentar eller fråga någon
comments-read-all = { $count ->
    [one] Läs och svara
   *[other] Läs alla { $count } och svara
}
comments-edited = ändrad
comments-of-draft = Skrevs om utkastet
comments-asked = Till:
comments-is-done = klar
comments-is-waiting = inte svarat
comments-done = Klar
comments-change-or-remove = Ändra eller ta bort
comments-removed = Kommentaren är borttagen av den som skrev den.
comments-removed-by = Kommentaren togs bort av { $name }: { $reason }
comments-remove = Ta bort
comments-remove-button = Ta bort kommentaren
comments-remove-text = Orden försvinner från sidan. Att något stod här syns, och vad det var finns i spåret.
comments-reason = Varför tas den bort?
comments-reason-hint = Skälet syns där kommentaren stod.
comments-for-you = Frågor till dig
comments-asks = { $name } om ”{ $title }”
comments-problem-many = Du kan fråga högst { $most } personer i en kommentar.
comments-problem-unknown = Ingen med en roll här heter { $name }. Skriv hela namnet, eller välj i listan.
comments-problem-ambiguous = Flera kan heta { $name }: { $people }. Skriv hela namnet med titeln.
comments-problem-cannot-read = { $name } får inte läsa kommentarerna här och kan därför inte frågas.
