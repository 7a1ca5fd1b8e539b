comments-title = Comments
comments-one = Comment
comments-lead = Here those who work with this ask and answer. Comments are working material and never part of a report.
comments-who-reads = Who reads this?
comments-readers = Everyone who works with the steering in the municipality, and the auditors. Not elected members and readers, and not private providers outside their own part.
comments-readers-of-draft = Those who may read drafts at { $owner }. What is written while it is a draft stays with them also when it has been adopted.
comments-no-personal-data = Write nothing about individuals. A comment can be requested by the public.
comments-text = What do you want to say or ask?
comments-text-hint = Write @ and a name to ask somebody, such as @Anna Berg. The question then shows on that person's My page.
comments-change-hint = The old words stay in the trail.
comments-left = { $left } characters left of { $max }
comments-ask = Ask somebody
comments-ask-hint = Choose in the list or write a name. The person must be allowed to read this.
comments-send = Write the comment
comments-none = Nobody has written anything yet
comments-none-text = A comment is good for what does not belong in a report: a question, an answer, a reminder.
comments-said = { $count ->
    [one] One comment
   *[other] { $count } comments
}
comments-first = Write a comment or ask somebody
comments-read-all = { $count ->
    [one] Read and answer
   *[other] Read all { $count } and answer
}
comments-edited = changed
comments-of-draft = Written about the draft
comments-asked = To:
comments-is-done = done
comments-is-waiting = not answered
comments-done = Done
comments-change-or-remove = Change or remove
comments-removed = The comment was removed by the one who wrote it.
comments-removed-by = The comment was removed by { $name }: { $reason }
comments-remove = Remove
comments-remove-button = Remove the comment
comments-remove-text = The words leave the page. That something stood here is seen, and what it was stays in the trail.
comments-reason = Why is it removed?
comments-reason-hint = The reason shows where the comment stood.
comments-for-you = Questions for you
comments-asks = { $name } about “{ $title }”
comments-problem-many = You can ask at most { $most } people in one comment.
comments-problem-unknown = Nobody with a role here is called { $name }. Write the whole name, or choose in the list.
comments-problem-ambiguous = Several can be called { $name }: { $people }. Write the whole name with the title.
comments-problem-cannot-read = { $name } may not read the comments here and can therefore not be asked.
