templates-title = Report templates
templates-lead = A template says what those who report answer, who reads the answers and about how long it takes.
templates-link = Report templates
templates-name = Name
templates-kind-label = Kind
templates-kind = { $kind ->
    [month] Monthly follow-up
    [part] Interim report
    [year] Annual report
   *[forecast] Forecast
}
templates-answer = { $answer ->
    [text] In their own words
    [yes_no] Yes, partly or no
    [number] With a number
   *[choice] One of a few answers
}
templates-stop = { $stop ->
    [economy] Finances and forecast of the year
    [usual] What goes as expected
    [deviations] Measures that deviate
    [activities] Activities that are late
    [assignments] Assignments to be answered in the report
    [goals] Judging the goals
    [success] What has gone well
   *[summary] Summary
}
templates-column-questions = Questions
templates-column-time = Time
templates-minutes = about { $minutes } min
templates-minutes-over = about { $minutes } min, above the limit
templates-minutes-each = only when there is something to answer
templates-minutes-sentence = The template takes about { $minutes } min for a unit with normal deviations. The limit is { $limit }.
templates-minutes-unit = minutes
templates-new = Make a new template
templates-create = Create the template
templates-removed = Removed templates
templates-restore = Put back
templates-is-removed = The template is removed. No new follow-ups are opened with it.
templates-remove = Remove the template
templates-questions = Questions
templates-questions-lead = The questions come after what deviates, in this order. A question whose answer nobody reads can be removed.
templates-no-questions = The template has no questions of its own.
templates-add-question = Add a question
templates-removed-questions = Removed questions
templates-required = must be answered
templates-read-by = Read by: { $who }.
templates-reported = The answer may stand in reports that everybody reads.
templates-not-reported = The answer stands in no report that everybody reads.
templates-last-read = Last read { $day }.
templates-last-quoted = Last quoted { $day }.
templates-never-read = The answers have not been read yet
templates-change = Change
templates-move-up = Move up
templates-move-down = Move down
templates-remove-question = Remove
templates-asked-of-all = What everybody reports
templates-stops = Parts of the report
templates-stops-hint = What the system fetches and asks about without anybody writing a question.
templates-stops-forecast = A forecast judges nothing. Goals and measures are judged in the follow-up of the same time.
templates-limit = Longest time
templates-limit-hint = For a unit where two measures deviate and one goal is judged.
templates-save = Save the template
templates-too-long-title = The template takes longer than the limit
templates-too-long-text = Remove a question whose answer nobody reads, turn a part off or raise the limit.
templates-used = The template is in use
templates-used-text = Open follow-ups keep the questions they were opened with. On the page of the follow-up you can give the new ones to those who have not begun.
templates-used-begun = { $begun } of { $all } have begun.
templates-changed-by = { $who } changed the template while you were writing
templates-now = The template is now called { $title }, the limit is { $limit } minutes and the parts are: { $stops }.
templates-yours-is-below = What you wrote is still below. Save again if it shall hold.
templates-question = Question
templates-question-hint = Write it as you would say it.
templates-who-reads = Who reads the answer?
templates-who-reads-hint = Whoever answers is told. An answer to a level may stand in reports that everybody reads. An answer to a role may not, and is not quoted upward. Without a reader the question is not needed.
templates-reader-choose = Choose who
templates-reader-manager = The manager above
templates-reader-controller = The controller
templates-how-answered = How is it answered?
templates-choices = Answers to choose among
templates-choices-hint = One answer on each line. Only for one of a few answers.
templates-help = Help for those who answer
templates-levels = Who answers?
templates-levels-hint = None chosen means everybody who reports.
templates-must = Demand
templates-must-answer = The report cannot be handed in without an answer
templates-how-long = About how long does it take to answer?
templates-how-long-hint = Empty means what is usual for such answers.
templates-keep-question = Add the question
templates-save-question = Save the question
templates-too-many = The template already has { $most } questions
templates-too-long = At most { $most } characters
templates-bad-limit = Write a number of minutes between 1 and 240
templates-asks-nothing = Choose at least one part. The template asks for nothing.
templates-few-choices = Write at least two answers, one on each line
templates-bad-choices = At most { $most } different answers, each with at most { $longest } characters
templates-no-reader = Say who reads the answer
templates-bad-minutes = Write a number of minutes between 1 and { $most }
templates-usual-methods = How far have you come in developing how you work?
templates-usual-methods-help = The way of working is to measure, compare, analyse and improve together at the workplace.
templates-usual-methods-choices = We have not begun; We are planning; We are trying it; We work this way; We spread it to others
