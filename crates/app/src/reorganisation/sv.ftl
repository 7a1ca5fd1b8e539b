reorganisation-title = Organisationen
reorganisation-lead = { $count ->
    [one] En enhet, från fullmäktige och nedåt.
   *[other] { $count } nämnder, förvaltningar, enheter och utförare, från fullmäktige och nedåt.
}
reorganisation-new = Lägg till enhet
reorganisation-new-under = Lägg till enhet under
reorganisation-show-now = Gäller nu
reorganisation-show-all = { $ended ->
    [one] Med en som har upphört
   *[other] Med { $ended } som har upphört
}
reorganisation-view = Vad som visas
reorganisation-below = Under { $name }
reorganisation-ended = Upphörde { $day }
reorganisation-ends = Upphör { $day }
reorganisation-begins = Börjar { $day }
reorganisation-name = Namn
reorganisation-level = Nivå
reorganisation-first-day = Första dag
reorganisation-last-day = Sista dag
reorganisation-create = Lägg till
reorganisation-consequences = Det här händer
reorganisation-rename = Byt namn
reorganisation-rename-keeps = Mål, mått och serier påverkas inte. Det gamla namnet finns kvar i historiken.
reorganisation-rename-button = Byt namn
reorganisation-move = Flytta
reorganisation-move-under = Lägg under
reorganisation-move-below = { $count ->
    [one] Enheten under följer med.
   *[other] { $count } enheter under följer med.
}
reorganisation-move-series = Mål, mått och serier följer med. Summor högre upp räknas efter den nya platsen, också bakåt i tiden.
reorganisation-move-accounts = { $count ->
    [one] En rapport i { $round } följer med. Från och med nu läses och godkänns den under { $to }, inte under { $from }.
   *[other] { $count } rapporter i { $round } följer med. Från och med nu läses och godkänns de under { $to }, inte under { $from }.
}
reorganisation-move-button = Flytta
reorganisation-end = Avsluta
reorganisation-end-keeps = Allt som har registrerats finns kvar och går att läsa. Inget nytt kan läggas under enheten.
reorganisation-end-account = Rapporten i { $round } finns kvar och kan lämnas till och med { $last }.
reorganisation-end-owned = { $count ->
    [0] Enheten äger inga mål eller mått.
    [one] Ett mål eller mått ligger kvar hos enheten. Flytta det, eller slå ihop enheten med en annan i stället.
   *[other] { $count } mål, mått och aktiviteter ligger kvar hos enheten. Slå ihop enheten med en annan i stället om någon ska ta över dem.
}
reorganisation-end-button = Avsluta enheten
reorganisation-merge = Slå ihop
reorganisation-merge-into = Slå ihop med
reorganisation-merge-last-day = Sista dag för { $name }
reorganisation-merge-owned = { $count ->
    [0] Enheten äger inga mål eller mått som byter ägare.
    [one] Ett mål eller mått byter ägare. Den gamla versionen finns kvar i historiken.
   *[other] { $count } mål, mått och aktiviteter byter ägare. De gamla versionerna finns kvar i historiken.
}
reorganisation-merge-series = Värdena för { $name } ligger kvar där de registrerades. Den som tar över visar dem för perioder där den saknar egna värden.
reorganisation-merge-roles = Roller flyttas inte av sig själva. De syns på den gamla enhetens sida tills någon flyttar dem.
reorganisation-merge-account = Rapporten i { $round } finns kvar och kan lämnas till och med { $last }. { $heir } tas inte med i uppföljningen av sig själv.
reorganisation-merge-button = Slå ihop
reorganisation-split = Dela
reorganisation-split-names = De nya enheterna
reorganisation-split-names-hint = Ett namn på varje rad.
reorganisation-split-old = Den gamla enheten
reorganisation-split-ends = Upphör dagen före
reorganisation-split-series = De nya enheternas serier börjar tomma. Ingen vet hur gamla värden skulle delas, så de stannar hos den gamla enheten.
reorganisation-split-button = Dela enheten
reorganisation-problem-under-itself = En enhet kan inte ligga under sig själv eller något som ligger under den. Välj en annan plats.
reorganisation-problem-ended = Enheten har upphört eller går inte att ändra så. Välj en som gäller.
reorganisation-problem-same = En enhet kan inte slås ihop med sig själv. Välj en annan.
reorganisation-problem-children = Det ligger andra enheter under. Flytta eller avsluta dem först.
reorganisation-problem-before-start = Dagen ligger före enhetens första dag. Välj en senare dag.
reorganisation-problem-future = Välj dagens datum eller ett tidigare. Målen byter ägare med en gång.
reorganisation-problem-parts = Skriv minst två och högst { $most } namn, ett på varje rad.
reorganisation-valid-from = Gäller från { $from }.
reorganisation-valid-from-to = Gäller { $from } till { $to }.
reorganisation-below-title = Enheter under
reorganisation-nothing-below = Inget ligger under.
reorganisation-under-count = Under
reorganisation-answers-for = Mål och mått
reorganisation-owns-nothing = Inga mål eller mått än
reorganisation-owns-nothing-text = Här visas det som enheten äger.
reorganisation-and-more = { $count ->
    [one] och ett till
   *[other] och { $count } till
}
reorganisation-place = Plats
reorganisation-under = Ligger under
reorganisation-carries-on = För vidare
reorganisation-people = Roller här
reorganisation-no-people = Ingen har en roll just här. Den som har en roll högre upp når också hit.
reorganisation-move-grants = Enheten har upphört. De här rollerna behöver flyttas.
reorganisation-change = Ändra
reorganisation-history = Historik
reorganisation-when = När
reorganisation-what = Vad
reorganisation-who = Vem
reorganisation-succeeded = Enheten har gått upp i en annan
reorganisation-succeeded-text = Mål och serier fortsätter hos
reorganisation-was-created = Lades upp.
reorganisation-was-changed = Ändrades.
reorganisation-was-renamed = Bytte namn från { $before } till { $after }.
reorganisation-was-moved = Flyttades från { $before } till { $after }.
reorganisation-was-merged = Gick upp i { $heir }.
reorganisation-was-ended = Sista dag blev { $day }.
reorganisation-was-split-from = Bildades genom delning av { $name }.
reorganisation-choose = Välj enhet
reorganisation-choose-level = Välj nivå
reorganisation-look = Visa vad som händer
reorganisation-preview-lead = Inget är ändrat än. Läs igenom, och gör det sedan.
reorganisation-preview-again = Ändra
reorganisation-move-hint = Här visas de platser som styrmodellen tillåter för nivån.
reorganisation-move-from = { $name } flyttas från { $from } till { $to }.
reorganisation-move-gains = { $person } når enheten efter flytten.
reorganisation-move-loses = { $person } når inte längre enheten.
reorganisation-holder = { $name } ({ $role })
reorganisation-merge-ends = { $name } upphör efter { $day } och pekar på { $heir }.
reorganisation-merge-targets = { $taken ->
    [0] Inga målnivåer följer med.
    [one] En målnivå följer med som den är.
   *[other] { $taken } målnivåer följer med som de är.
} { $undecided ->
    [0] {""}
    [one] En finns hos båda och är kvar att besluta.
   *[other] { $undecided } finns hos båda och är kvar att besluta.
}
reorganisation-merge-note = Tog över { $name }
reorganisation-merge-owner-title = Byter ägare
reorganisation-merge-taken-over-title = Målnivåer som följer med
reorganisation-merge-to-decide-title = Målnivåer att besluta
reorganisation-merge-to-decide-text = Båda enheterna har en nivå för perioden. Den som { $heir } har gäller tills någon ändrar den på måttets sida.
reorganisation-sort = Slag
reorganisation-measure = Mått
reorganisation-period = Period
reorganisation-level-taken-over = Målnivå
reorganisation-split-begin = { $names } börjar { $day } på samma plats och nivå. Deras historik säger vad de kommer ur.
reorganisation-split-old-ends = { $name } upphör dagen före { $day }.
reorganisation-split-old-stays = { $name } finns kvar.
reorganisation-split-targets = { $count ->
    [one] En målnivå gäller { $name }. De nya enheterna får ingen egen förrän någon sätter den på måttets sida.
   *[other] { $count } målnivåer gäller { $name }. De nya enheterna får inga egna förrän någon sätter dem på måttens sidor.
}
reorganisation-split-roles = Roller flyttas inte av sig själva. De syns på sidan för { $name } tills någon ger nya.
reorganisation-places = Var allt ska ligga
reorganisation-goes-to = Läggs hos
reorganisation-place-all = Det som inte får en egen plats
reorganisation-place-all-hint = Den som är ansvarig följer med. Värden ligger kvar där de registrerades.
reorganisation-place-choose = Välj enhet
reorganisation-place-as-above = Som ovan
reorganisation-place-stays = Stannar hos { $name }
reorganisation-place-ended = Blir kvar hos { $name }, som upphör
reorganisation-place-of = Var { $title } ska ligga
reorganisation-problem-place = Välj var det ska ligga som inte har fått en egen plats.
reorganisation-problem-wrong-place = Styrmodellen låter inte enheten ligga där. Välj en annan plats.
reorganisation-problem-place-top = Nivån { $level } ligger överst och under ingenting.
reorganisation-problem-place-under = Nivån { $level } kan inte ligga under { $parent }. Den kan ligga under: { $allowed }.
