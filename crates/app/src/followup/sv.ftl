followup-basis-value = { $met ->
    [yes] Senaste värdet { $value } når målet { $target }.
   *[no] Senaste värdet { $value } når inte målet { $target }.
}
followup-basis-measures = { $compared ->
    [one] { $met } av ett mått når sitt mål.
   *[other] { $met } av { $compared } mått når sina mål.
}
followup-activity-automatic = { $progress }. Skulle vara klar { $end }.
followup-summary = Sammanfattning
