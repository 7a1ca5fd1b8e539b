reminders-title = Reminders
reminders-page-lead = At most one letter a day about what waits for you, at { $at } on working days. What is done is left out.
reminders-pace = How often do you want the letter?
reminders-pace-rhythm = When it is needed
reminders-pace-rhythm-note = When something is new, seven days before, the day before and the same day. Then once a week while anything waits.
reminders-pace-weekdays = Every working day
reminders-pace-weekdays-note = When something waits for you. Otherwise none comes.
reminders-pace-near = Only when something is near
reminders-pace-near-note = When something is due within three days, or was due at most three days ago.
reminders-pace-never = Never
reminders-pace-never-note = Everything is on My page anyway.
reminders-same-day = What is due the same day
reminders-same-day-yes = Send another letter if something comes during the day and is due the same day
reminders-language = Language of the letter
reminders-swedish = Swedish
reminders-english = English
reminders-save = Save
reminders-next = The next letter
reminders-next-to = This is what it looks like now. It goes to { $address }.
reminders-not-sent-never = You have chosen no letters, so it is not sent.
reminders-not-sent-near = None of it is near yet, so it is not sent today.
reminders-not-sent-told = You have had a letter about it already. The next comes when something is new or near, otherwise a week after the last.
reminders-nothing = Nothing waits for you
reminders-nothing-text = When nothing waits, no letter is sent.
reminders-last = { $things ->
    [one] You last got a letter { $at }, about one thing.
   *[other] You last got a letter { $at }, about { $things } things.
}
reminders-never-sent = You have had no letter in the last months.
reminders-no-server = No mail is sent
reminders-no-server-text = No mail server is set. Your choice holds from the day there is one.
reminders-no-server-admin = No mail server is set. It is named when the program starts, with --smtp-url and --smtp-from. The document on operations says how.
reminders-server-title = Mail
reminders-server-lead = How the reminders are sent.
reminders-server-note = Which server the reminders go to, and whether they arrive.
reminders-own-note = How often you get a letter about what waits for you.
reminders-open = Choose
reminders-open-server = Show mail
reminders-server-named = A server is set
reminders-server-text = Letters are sent at { $at } on working days.
reminders-server = Server
reminders-sender = Sender
reminders-test = Send me a test letter
reminders-test-subject = Test letter from Tråden, { $municipality }
reminders-test-text = This letter shows that Tråden in { $municipality } can send mail. You need not do anything.
reminders-test-sent = The server took the test letter to { $address }
reminders-test-refused = The test letter was not sent
reminders-back = To mail
reminders-failure = Not all letters have gone
reminders-failure-waits = A letter was not taken { $at }. It will be sent again.
reminders-failure-ended = A letter was not taken { $at } and is not sent again that day.
reminders-failure-unsure = A letter was interrupted { $at }, and nobody knows whether it arrived.
reminders-failure-said = The server answered:
reminders-sent-title = The last two weeks
reminders-none-sent = No letters
reminders-none-sent-text = No letters have been sent in the last two weeks.
reminders-column-day = Day
reminders-column-sent = Sent
reminders-column-waiting = Waiting
reminders-column-failed = Not sent
reminders-chosen-title = What people have chosen
reminders-people = { $count ->
    [one] One person has chosen it
   *[other] { $count } people have chosen it
}
reminders-subject = { $count ->
    [one] One thing waits for you
   *[other] { $count } things wait for you
}
reminders-subject-now = , something is due today
reminders-subject-next = , the next on { $day }
reminders-subject-late = , something is overdue
reminders-subject-today = Due today: { $title }
reminders-subject-today-many = { $count ->
    [one] One thing is due today
   *[other] { $count } things are due today
}
reminders-hello = Hello { $name },
reminders-lead = This waits for you on { $day }.
reminders-lead-today = This came during the day and is due today.
reminders-why = This letter is written by Tråden, { $municipality }. What is done is left out of the next one.
reminders-stop = You choose here how often it comes:
reminders-stop-all = If you want no more letters:
reminders-stop-title = Do you want no more letters?
reminders-stop-text = You will get no more reminders. Everything that waits for you is on My page anyway.
reminders-stop-press = Send no more letters
reminders-stop-choose = Choose how often the letter comes
reminders-off = You get no more letters
reminders-off-text = Everything that waits for you is on My page. You can turn the letters on again whenever you want.
reminders-on-again = Send letters again
reminders-stop-gone = The link no longer works
reminders-stop-gone-text = The link in a letter works for three months. Sign in to choose whether and how often the letter comes.
reminders-kind-returned = Back to you
reminders-kind-report = To write and hand in
reminders-kind-approve = To read and approve
reminders-kind-late = Reports that have not come
reminders-late = { $count ->
    [one] One report has not come: { $round }
   *[other] { $count } reports have not come: { $round }
}
reminders-late-more = { $rest ->
    [one] { $names } and one more
   *[other] { $names } and { $rest } more
}
reminders-instead = You report instead of { $name }
reminders-instead-of-nobody = You report for the unit
reminders-write = Write in the report of { $unit }
reminders-write-part = Write about { $part }, { $unit }
reminders-asks = { $name } asks you
reminders-kind-question = Questions to you
reminders-kind-work = Work you answer for
reminders-kind-values = Values missing
reminders-kind-step = Soon in the year wheel
reminders-report = { $round }, { $name }
reminders-not-begun = Not begun
reminders-ready = Everything is written. Read through and hand in
reminders-left = { $count ->
    [one] One part left, about { $minutes } minutes
   *[other] { $count } parts left, about { $minutes } minutes
}
reminders-piece = { $title } ({ $minutes } min)
reminders-returned = Answer about { $title }
reminders-says = { $name } writes: “{ $comment }”
reminders-more = { $count ->
    [one] And one more
   *[other] And { $count } more
}
reminders-asked-on = Asked { $day }
reminders-work = Tell how far it has come: { $title }
reminders-work-late = Was due { $day }
reminders-work-soon = Due { $day }
reminders-values = Values of { $title }
reminders-values-count = { $series ->
    [one] One value for { $period } is missing, last day { $due }
   *[other] { $series } values are missing, the first for { $period }, last day { $due }
}
reminders-value-of = { $name }: the value for { $period } is missing, last day { $due }
reminders-step = The year wheel: { $title }
reminders-due = Due { $day }
reminders-was-due = Was due { $day }
reminders-due-today = Due today
reminders-effect = Did the action have effect? { $title }
