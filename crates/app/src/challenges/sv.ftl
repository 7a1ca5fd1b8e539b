challenges-title = Kommunens största utmaningar
challenges-lead = Det som är svårast för kommunen som helhet, varför, och vad som görs åt det.
challenges-new = Lägg till en utmaning
challenges-change = Ändra utmaningen
challenges-none = Inga utmaningar är utpekade än
challenges-none-text = När kommunen har enats om sina största utmaningar står de här med mål, mått och åtgärder.
challenges-before = Tidigare utmaningar
challenges-headway = { $all ->
    [0] Inga åtgärder än
   *[other] { $done } av { $all } åtgärder är klara
}
challenges-answers = Håller ihop planen: { $unit }
challenges-goals = Mål
challenges-measures = Mått
challenges-actions = Åtgärdsplan
challenges-no-actions = Inga åtgärder är kopplade än.
challenges-form-lead = Skriv utmaningen i en mening och koppla det som svarar på den.
challenges-field-title = Utmaningen i en mening
challenges-why = Varför är den en av de största?
challenges-why-hint = Skriv vad ni bygger det på, till exempel en självvärdering, en prognos eller ett mått.
challenges-owner = Vem håller ihop åtgärdsplanen?
challenges-elements = Det här svarar på utmaningen
challenges-more = Koppla ett mål, ett mått eller en åtgärd
challenges-more-hint = Aktiviteter under ett kopplat mål följer med.
challenges-nothing-more = Inget mer just nu
challenges-too-many = Högst { $most } kan kopplas. Koppla målet så följer dess aktiviteter med.
challenges-holds = Hör den fortfarande till de största?
challenges-is-one = Ja
challenges-no-longer = Nej, den är hanterad eller mindre nu
challenges-save = Spara
