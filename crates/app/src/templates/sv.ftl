templates-title = Rapportmallar
templates-lead = En mall säger vad de som rapporterar ska svara på, vem som läser svaren och ungefär hur lång tid det tar.
templates-link = Rapportmallar
templates-name = Namn
templates-kind-label = Slag
templates-kind = { $kind ->
    [month] Månadsuppföljning
    [part] Delårsrapport
    [year] Helårsrapport
   *[forecast] Prognos
}
templates-answer = { $answer ->
    [text] Med egna ord
    [yes_no] Ja, delvis eller nej
    [number] Med ett tal
   *[choice] Ett val bland några svar
}
templates-stop = { $stop ->
    [economy] Ekonomi och prognos för året
    [usual] Det som går som väntat
    [deviations] Mått som avviker
    [activities] Försenade aktiviteter
    [assignments] Uppdrag som ska redovisas i rapporten
    [goals] Bedömning av målen
    [success] Vad som har gått bra
   *[summary] Sammanfattning
}
templates-column-questions = Frågor
templates-column-time = Tid
templates-minutes = cirka { $minutes } min
templates-minutes-over = cirka { $minutes } min, över gränsen
templates-minutes-each = bara när något finns att svara på
templates-minutes-sentence = Mallen tar cirka { $minutes } min för en enhet med normala avvikelser. Gränsen är { $limit }.
templates-minutes-unit = minuter
templates-new = Gör en ny mall
templates-create = Skapa mallen
templates-removed = Borttagna mallar
templates-restore = Lägg tillbaka
templates-is-removed = Mallen är borttagen. Inga nya uppföljningar öppnas med den.
templates-remove = Ta bort mallen
templates-questions = Frågor
templates-questions-lead = Frågorna ställs efter det som avviker, i den här ordningen. En fråga som ingen läser svaret på kan tas bort.
templates-no-questions = Mallen har inga egna frågor.
templates-add-question = Lägg till en fråga
templates-removed-questions = Borttagna frågor
templates-required = måste besvaras
templates-read-by = Läses av: { $who }.
templates-reported = Svaret kan stå i rapporter som alla läser.
templates-not-reported = Svaret står inte i rapporter som alla läser.
templates-last-read = Senast läst { $day }.
templates-last-quoted = Senast citerad { $day }.
templates-never-read = Svaren har inte lästs än
templates-change = Ändra
templates-move-up = Flytta upp
templates-move-down = Flytta ned
templates-remove-question = Ta bort
templates-asked-of-all = Det som alla rapporterar
templates-stops = Delar i rapporten
templates-stops-hint = Det som systemet hämtar och frågar om utan att någon skriver en fråga.
templates-stops-forecast = En prognos bedömer inget. Mål och mått bedöms i uppföljningen av samma tid.
templates-limit = Längsta tid
templates-limit-hint = För en enhet där två mått avviker och ett mål bedöms.
templates-save = Spara mallen
templates-too-long-title = Mallen tar längre tid än gränsen
templates-too-long-text = Ta bort en fråga som ingen läser svaret på, stäng av en del eller höj gränsen.
templates-used = Mallen används just nu
templates-used-text = Uppföljningar som är öppna behåller frågorna som de öppnades med. På uppföljningens sida kan du låta den som inte har börjat få de nya.
templates-used-begun = { $begun } av { $all } har börjat.
templates-changed-by = { $who } ändrade mallen medan du skrev
templates-now = Nu heter mallen { $title }, gränsen är { $limit } minuter och delarna är: { $stops }.
templates-yours-is-below = Det du skrev står kvar nedanför. Spara igen om det ska gälla.
templates-question = Fråga
templates-question-hint = Skriv den som du skulle säga den.
templates-who-reads = Vem läser svaret?
templates-who-reads-hint = Den som svarar får se det. Svar till en nivå kan stå i rapporter som alla läser. Svar till en roll kan inte det, och citeras inte uppåt. Finns det ingen läsare behövs inte frågan.
templates-reader-choose = Välj vem
templates-reader-manager = Chefen ovanför
templates-reader-controller = Controllern
templates-how-answered = Hur ska den besvaras?
templates-choices = Svar att välja bland
templates-choices-hint = Ett svar på varje rad. Gäller bara ett val bland några svar.
templates-help = Hjälp till den som svarar
templates-levels = Vilka svarar?
templates-levels-hint = Ingen vald betyder alla som rapporterar.
templates-must = Krav
templates-must-answer = Rapporten kan inte lämnas utan svar
templates-how-long = Ungefär hur lång tid tar det att svara?
templates-how-long-hint = Tomt betyder det som är vanligt för sådana svar.
templates-keep-question = Lägg till frågan
templates-save-question = Spara frågan
templates-too-many = Mallen har redan { $most } frågor
templates-too-long = Högst { $most } tecken
templates-bad-limit = Skriv ett antal minuter mellan 1 och 240
templates-asks-nothing = Välj minst en del. Mallen frågar inte om något.
templates-few-choices = Skriv minst två svar, ett på varje rad
templates-bad-choices = Högst { $most } olika svar, vart och ett med högst { $longest } tecken
templates-no-reader = Säg vem som läser svaret
templates-bad-minutes = Skriv ett antal minuter mellan 1 och { $most }
templates-usual-methods = Hur långt har ni kommit med att utveckla arbetssättet?
templates-usual-methods-help = Arbetssättet är att mäta, jämföra, analysera och förbättra tillsammans på arbetsplatsen.
templates-usual-methods-choices = Vi har inte börjat; Vi planerar; Vi prövar; Vi arbetar så; Vi sprider det till andra
