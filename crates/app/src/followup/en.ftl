followup-basis-value = { $met ->
    [yes] The latest value { $value } meets the target { $target }.
   *[no] The latest value { $value } does not meet the target { $target }.
}
followup-basis-measures = { $compared ->
    [one] { $met } of one measure meets its target.
   *[other] { $met } of { $compared } measures meet their targets.
}
followup-activity-automatic = { $progress }. Should have been done { $end }.
followup-summary = Summary
