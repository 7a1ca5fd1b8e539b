settings-lead = What carries the system: the model, the organisation and the permissions.
settings-model = The steering model
settings-model-note = { $open ->
    [0] { $municipality }. All words, levels and rules are decided.
    [one] { $municipality }. One thing is left to decide.
   *[other] { $municipality }. { $open } things are left to decide.
}
settings-open-model = Show the model
settings-organisation-note = { $count ->
    [one] One org unit is in force today.
   *[other] { $count } org units are in force today.
}
settings-open-organisation = Show the tree
settings-people-note = Who may do what, and invitations.
settings-open-people = Show people
settings-trail = Trail
settings-trail-note = Who has changed what and when. It cannot be altered afterwards without that being seen.
settings-open-trail = Show the trail
settings-trail-lead = All changes, the latest first. Each row is locked to the one before.
settings-trail-none = No rows
settings-trail-none-text = Nothing has happened to what you look for. Check kind and id.
settings-verify = Verify the trail
settings-filter = Show one object
settings-filter-button = Show
settings-filter-clear = Show all
settings-object-kind = Kind
settings-object-id = Id
settings-object-id-hint = The last part of the object's address. You can also click the kind in a row.
settings-when = When
settings-who = Who
settings-what = What
settings-newest = Latest
settings-older = Older
settings-verify-title = Verification of the trail
settings-verify-lead = Each row is computed again and compared with the next. The checksum can be compared with one you kept before.
settings-whole = The trail is whole
settings-whole-text = { $rows ->
    [one] One row is right.
   *[other] All { $rows } rows are right.
}
settings-rows = Rows
settings-erased = Erased by law
settings-head = Checksum
settings-broken = The trail is not right
settings-broken-gap = Row { $found } stands where row { $expected } should. A row was removed, added or moved.
settings-broken-altered = Row { $row } was altered afterwards.
settings-broken-payload = The content of row { $row } was altered afterwards.
settings-broken-missing = The content of row { $row } is missing though it was not erased by law.
settings-broken-stray = There is content for row { $row }, which does not exist.
settings-broken-head = The trail ends at row { $last } but should end at row { $head }. The end was cut off or added to.
settings-to-trail = To the trail
settings-action = { $action ->
    [create] Added
    [change] Changed
    [rename] Renamed
    [move] Moved
    [end] Ended
    [merge] Merged
    [take_over] Changed owner
    [split] Split
    [split_from] Formed by a split
    [link] Linked
    [unlink] Removed a link
    [say] Wrote grounds
    [fill_in] Filled in
    [discard] Threw a draft away
    [restore] Took a draft back
    [copy] Copied
    [merge_from] Formed by merging
    [require] Changed the minimum
    [exempt] Said that the goal does not concern them
    [propose_link] Proposed a link
    [propose_unlink] Proposed to remove a link
    [place_link] Chose a place after a split
    [settle_link] Settled a proposed link
    [define] Described a measure
    [redefine] Changed a measure
    [set_target] Set a level
    [record] Recorded a value
    [correct] Corrected value
    [mend_decision] Mended a decision
    [take_back_end] Took an ending back
    [take_away] Took a value away
    [count_people] Said how many a value is about
    [begin_anew] Began a series anew
    [take_back_break] Took a break in series back
    [answer_pattern] Answered whether a pattern was expected
    [note_event] Noted an event
    [grant] Gave a role
    [end_grant] Ended a role
    [issue_code] Made a one-time code
    [set_password] Chose a password
    [load] Loaded
    [accept] Accepted
    [plant] Loaded
    [weigh] Weighed
    [judge] Assessed
    [progress] Updated the state
    [adopt] Adopted
    [propose] Proposed
    [supersede] Superseded
    [open] Opened
    [close] Closed
    [save] Saved
    [submit] Handed in
    [return] Returned
    [approve] Approved
    [import] Read a file in
    [tell_columns] Told what a file means
    [choose_source] Chose which source's value is used
    [undo] Undid
    [decide] Decided
    [begun] Began writing
    [answer] Answered
    [confirm] Confirmed
    [set_aside] Set aside
    [write] Wrote
    [tick] Ticked
    [remedy] Chose an action
    [submitted] Handed in
    [invite] Invited
    [uninvite] Took the invitation back
    [name] Named
    [settle] Settled
    [reopen] Opened again
    [quote] Quoted
    [unquote] Removed the quote
    [renew] Took the new text
    [keep] Kept the quoted text
    [withdraw] Took back
    [let_be] Let be
    [take_up] Took up again
    [withdrawn] Took back
    [returned] Sent back
    [approved] Approved
    [freeze] Froze
    [come_back] Took person back
    [leave] Ended person
    [tag] Tagged
    [choose] Chose
    [reassign] Changed responsible
    [change_many] Changed several
    [forget] Removed
    [succeed] Wrote a new wording
    [attach] Added attachment
    [detach] Removed attachment
    [reattach] Took back attachment
    [comment] Wrote
    [remove] Removed
    [done] Was done with the question in
    [value] Answered
    [ask] Changed the questions of
    [take_template] Took new questions into
    [set] Set
    [begin] Began
    [estimate] Estimated
    [place] Placed
    [use] Used the conclusion
    [write_step] Wrote in a step
    [conclude] Concluded
    [throw] Threw away
    [take_back] Took back
    [let_go] Removed a participant from
    [put] Put
    [expect] Wrote what is expected of
    [tell] Told
   *[other] { $action }
}
settings-object = { $object ->
    [element] Goal or measure
    [measure] Measure
    [pattern] Pattern
    [target] Level
    [link] Link
    [fault] Fault in the thread
    [grounds] Grounds
    [own_field] Field of your own
    [requirement] Minimum requirement
    [exemption] No commitment
    [outcome] Value
    [input_weight] Weight
    [rule_answer] Answers to the rule
    [assessment] Assessment
    [org_unit] Org unit
    [person] Person
    [grant] Role
    [account] Account
    [steering_model] Steering model
    [import] Import
    [import_mapping] Columns of files
    [attachment] Attachment
    [comment] Comment
    [annotation] Event
    [decision] Decision
    [round] Follow-up
    [followup] Report
    [part_text] Text
    [part_aside] Text that never held
    [part_reason] Reason
    [follow_up] Account
    [follow_up_invitation] Invitation to write
    [follow_up_substitute] Substitute
    [compilation] Compilation
    [quote] Quote
    [follow_up_event] Account
    [cause_choices] Causes to choose
    [readings] Values
    [part] Question
    [report] Document
    [saved_view] Saved view
    [framework_tags] Tags with goals from outside
    [framework_pack] Goals of our own from outside
    [framework] Goals from outside
    [bulk_change] Change of several
    [wheel] Year wheel
    [acceptance] Accepted deviation
    [wheel_step] Step of a year wheel
    [calendar_feed] Calendar
    [municipality] Municipality
    [report_template] Report template
    [template_question] Question of a report template
    [report_point] Reporting point
    [reminder_choice] Reminders
    [action_effect] Effect
    [analysis_question] Question of an analysis
    [conversation] Conversation
    [analysis] Analysis
    [quality_cost] Cost of poor quality
    [challenge] Challenge
    [working_method] Working method
    [quality_side] Inner and outer quality
    [action] Action
    [method_level] How far it has come
    [action_limit] Days without decision
   *[other] { $object }
}
settings-in-conversation = Somebody in the conversation
settings-row-number = Row { $number }
settings-version-of = Version { $version }
settings-no-password = In the demo you choose who you are. That is why the system does not ask for a password before you change roles and the organisation, as it otherwise does after a quarter of an hour.
