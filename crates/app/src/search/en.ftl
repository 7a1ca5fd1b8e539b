search-title = Search
search-lead = Goals, measures, activities, units and pages.
search-field = Search
search-button = Search
search-none = Nothing fits “{ $words }”
search-none-text = Try another word or a part of the word. Drafts that you may not see are not searched.
search-count = { $count ->
    [one] One hit for “{ $words }”
   *[other] { $count } hits for “{ $words }”
}
search-more = The { $count } best hits are shown. Write more words to narrow down.
search-what = Hit
search-kind = What it is
search-where = Where
search-doing = Page
search-hint = Write a few letters. Arrows choose, Enter opens.
search-nothing = Nothing fits. Try another word.
search-shortcut = Ctrl K
search-go-home = My page
search-go-thread = The red thread
search-go-words = Read the thread in words
search-go-health = Health of the thread
search-do-plan = Plan
search-go-follow-up = Follow up and report
search-do-import = Read values from a file
search-do-measure = New measure
search-go-activities = Activities
search-go-assignments = Assignments
search-go-model = The steering model and glossary
search-go-organisation = The organisation
search-go-trail = The trail: who changed what
search-go-people = People and roles
search-term = What it is called here
search-earlier = Search
search-recent = Lately
search-recent-note = The list stands in this browser only, and only you see it.
search-forget = Forget these
search-go-analyses = Analyses: why did it become as it became?
