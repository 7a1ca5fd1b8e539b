acceptance-accept = Acceptera avvikelsen
acceptance-lead = Någon med rätt att besluta vet om avvikelsen och låter den vara så en tid. Bedömningen ändras inte, och när dagen har passerat räknas avvikelsen igen.
acceptance-reason = Varför accepteras den?
acceptance-reason-hint = Skriv så att den som läser om ett år förstår. Vad väntar ni på?
acceptance-body = Vem har beslutat?
acceptance-day = När togs beslutet?
acceptance-paragraph = Paragraf
acceptance-paragraph-hint = Till exempel 112. Ange paragraf eller diarienummer.
acceptance-reference = Diarienummer
acceptance-reference-hint = Till exempel KS 2026/0417
acceptance-until = Till och med vilken dag?
acceptance-until-hint = Högst två år framåt. Sedan upphör det av sig självt.
acceptance-save = Spara
acceptance-end = Acceptera inte längre
acceptance-holds = Avvikelsen är accepterad till och med { $until }
acceptance-by = Beslut: { $decision }.
acceptance-before = Har varit accepterad
acceptance-count = { $count ->
    [one] en gång
   *[other] { $count } gånger
}
acceptance-ran-out = Gällde till och med { $day }.
acceptance-ended-early = Avslutades { $day }, före sin tid.
acceptance-problem-reference = Ange paragraf eller diarienummer, så att beslutet går att hitta
acceptance-problem-ahead = Beslutet kan inte vara taget en dag som inte har kommit
acceptance-problem-past = Dagen har redan varit
acceptance-problem-long = Dagen kan vara { $latest } som senast
acceptance-problem-already = Avvikelsen är redan accepterad till och med { $until }. Avsluta det först.
acceptance-problem-ended = Den är redan avslutad
