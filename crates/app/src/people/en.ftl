people-title = People
people-lead = Everyone who works with the steering, and what they may do where.
people-person = Person
people-new = Add a person
people-new-lead = Add the person first. Then give a role and send an invitation.
people-create = Add
people-name = Name
people-post = Title
people-post-hint = Such as head teacher or committee secretary.
people-roles = Roles
people-search = Search by name
people-search-button = Search
people-none = Nobody has that name
people-none-text = Try a part of the name, or clear the search.
people-to-first = To the beginning
people-no-role = No role
people-no-role-text = Without a role the person can sign in but see nothing. Give a role below.
people-role-at = { $role }, { $place }
people-email-taken = The address is known already. Look the person up in the list instead.
people-account-taken = Somebody else signs in with { $email } already. No code has been made.
people-email-hint = Used for signing in.
people-bad-email = Write an e-mail address, such as anna.berg@kommunen.se
people-contact = Contact
people-roles-now = Roles
people-roles-past = Earlier roles
people-role = Role
people-org-unit = Org unit
people-where = Holds for
people-where-hint = The role holds for the org unit and everything under it.
people-first-day = First day
people-last-day = Last day
people-from = From { $from }
people-from-to = { $from } to { $to }
people-give = Give a role
people-give-button = Give the role
people-choose-role = Choose a role
people-end = End
people-last-administrator = Somebody must remain who can give roles here. Make somebody else administrator first.
people-invite = Invitation
people-invite-text = With a one-time code the person chooses a password. The same helps somebody who has forgotten theirs.
people-invite-button = Make a one-time code
people-new-code = The person needs a new one-time code
people-new-code-text = The password was chosen with a code from somebody who may not give the new role. It is no longer valid. Make a new one-time code.
people-invite-refused = You can make a code only for someone who holds a role, and only if you can give all of their roles yourself. Ask the administrator of the whole municipality for a code.
people-code-title = One-time code for { $name }
people-code-lead = Give the link to the person in a safe way. For now the system sends no e-mail to { $email }.
people-code-link = Link with a one-time code
people-code-until = Holds until { $until } and can be used once.
people-code-once = The link is shown only now
people-code-once-text = The system does not keep the code. If the link is lost, make a new one.
people-code-back = To the person
people-role-line = { $role ->
    [administrator] Looks after steering model, organisation and permissions.
    [controller] Leads planning and follow-up.
    [manager] Plans, follows up and approves for their org unit.
    [staff] Records values and helps with writing.
    [elected] Reads what is handed in and decided.
    [provider] Hands in information for a provider.
    [auditor] Reads everything and sees what has changed.
   *[other] Reads goals, measures and decided plans.
}
people-choose-place = Choose an org unit
people-email-taken-elsewhere = The address is there already. Ask the administrator of the whole municipality to give the person a role with you.
people-email-other = Somebody else has the address. Write another.
people-change = Change details
people-change-title = Change details about { $name }
people-change-conflict = This is what the register says now. If you save again, what you have written below holds.
people-register = The register
people-leave = The person leaves
people-leave-title = { $name } leaves
people-leave-happens = This will happen
people-leave-signed-out = The person is signed out everywhere and the password no longer works.
people-leave-role = The role ends: { $role }.
people-leave-history = The name stays in the history and at what the person has done.
people-leave-button = End the account now
people-over-choose = Choose who takes over
people-over-nobody = Choose a person
people-over-text = All of this is handed over in one step: answering for goals and measures, the reports that only this person can hand in, and the invitations to write.
people-over-to = Who takes over?
people-over-hint = Those who write in the unit, above it or beside it. The new one hands in the report until the round closes.
people-over-button = Hand everything over
people-over-done = Handed over
people-over-receipt = See which goals and measures changed hands, or undo
people-over-accounts = Reports to hand in
people-over-instead = { $name } hands it in instead, until { $day }
people-over-also = { $name } answers for it too
people-over-due = by { $day }
people-over-until = until { $day }
people-over-stands-in = Hands in a report in somebody else’s place
people-over-invitations = Invited to write
people-over-elements = Goals, measures and activities
people-over-some = Choose yourself what is handed over
people-last-day-hint = The roles end after that day. Until then the person sees on the first page what needs to be handed over.
people-last-day-wrong = Choose a day from today and at most one year ahead
people-last-day-title = When does the person leave?
people-last-day-button = Save the last day
people-last-day-saved = The last day is saved
people-last-day-saved-text = The roles end after { $day }. The person sees it on the first page.
people-last-day-later = The roles already end on { $day }. Give the role anew if the person stays longer.
people-leave-now = Or end the account now
people-leave-answers = To hand over
people-leave-more = { $count ->
    [one] and one more thing
   *[other] and { $count } more things
}
people-left = Has left
people-has-left = Left { $day }
people-has-left-text = The person cannot sign in and cannot get a role. Take the person back into the register first.
people-come-back = Take the person back
