methods-title = Arbetssätt
methods-lead = Hur långt varje enhet har kommit med de arbetssätt som kommunen vill se, enligt enheten själv.
methods-new = Lägg till ett arbetssätt
methods-change = Ändra arbetssättet
methods-define-lead = Beskriv arbetssättet så att en enhet kan säga hur långt den har kommit.
methods-name = Namn
methods-meaning = Vad innebär det?
methods-meaning-hint = Skriv vad man ser när arbetssättet är på plats.
methods-is-wanted = Ska enheterna arbeta så?
methods-holds = Ja, det gäller
methods-let-go = Nej, det gäller inte längre
methods-save = Spara
methods-none = Inga arbetssätt är valda än
methods-none-text = När kommunen har bestämt vilka arbetssätt enheterna ska utveckla står de här.
methods-no-units = Inga enheter här
methods-no-units-text = Ändra urvalet för att se fler.
methods-not-said = Inte sagt
methods-unit = Enhet
methods-method = Arbetssätt
methods-level = Hur långt
methods-who = Vem
methods-when = När
methods-everywhere = Hela kommunen
methods-all-levels = Alla
methods-filter = Välj bland enheterna
methods-count = { $count ->
    [one] 1 enhet
   *[other] { $count } enheter
}
methods-page = Sida { $number } av { $last }
methods-more = { $count ->
    [one] Ett arbetssätt till finns i filen och på varje enhets sida.
   *[other] { $count } arbetssätt till finns i filen och på varje enhets sida.
}
methods-what = Vad arbetssätten innebär
methods-how-far = Så långt har vi kommit
methods-how-far-lead = Säg själva hur långt ni har kommit. Det som sagts tidigare står kvar.
methods-how-far-now = Hur långt har ni kommit?
methods-rests-on = Vad bygger ni det på?
methods-rests-on-hint = Ett exempel eller två räcker.
methods-say = Säg hur långt ni har kommit nu
methods-before = Tidigare
methods-nothing-said = Enheten har inte sagt något än.
methods-choose-level = Välj något i listan
methods-said-meanwhile = Någon annan sparade medan du skrev. Läs igenom och spara igen om du vill.
