//! Questions that those who lead may ask, made from what is known: each with the fact it rests on.
//! Which question follows on which fact is taken from the steps of the analysis wheel.

use domain::elements::Element;
use domain::fulfilment::Fulfilment;
use domain::statistics::target::Meaning;
use maud::{Markup, html};

use super::goals::Standing;
use super::signals::Seen;
use crate::cx::Cx;
use crate::elements;
use crate::measures::period_words;
use crate::web::ui::section;

/// Questions on the page: more are not asked in one meeting.
const MOST: usize = 4;

/// One question.
struct Question {
    words: String,
    fact: String,
    url: String,
}

/// The questions as a section; nothing where nothing gives reason to ask.
pub(super) fn questions(cx: &Cx<'_, '_>, standing: &Standing, seen: &[Seen]) -> Markup {
    let texts = cx.texts();
    let all = ask(cx, standing, seen);
    if all.is_empty() {
        return html! {};
    }
    let body = html! {
        ul.questions {
            @for one in all.iter().take(MOST) {
                li { q { (one.words) } p.soft { (one.fact) " " a href=(one.url) { (texts.home_to_the_facts()) } } }
            }
        }
    };
    section("fragor", texts.home_questions(), texts.home_questions_note(), &body)
}

/// What gives reason to ask, what is worst first, and one question of each kind before two of any.
fn ask(cx: &Cx<'_, '_>, standing: &Standing, seen: &[Seen]) -> Vec<Question> {
    let texts = cx.texts();
    let of_goal = |goal: &Element, words: String, fact: String| Question {
        words,
        fact,
        url: elements::url(goal),
    };
    let of_measure = |one: &Seen, words: &str| Question {
        words: words.to_owned(),
        fact: one.fact(),
        url: one.url(),
    };
    let goals = || standing.goals.iter();
    let fallen = goals().filter_map(|goal| {
        let (latest, before) = standing.change(goal)?;
        // Grades stand in order from the best; what cannot be judged is no fall.
        let is_worse = before.level < latest.level && latest.level <= Fulfilment::NotAchieved;
        let since = period_words(texts.language, before.period);
        is_worse.then(|| {
            of_goal(
                goal,
                texts.home_ask_events().to_owned(),
                texts.home_fact_fallen(since, &goal.title),
            )
        })
    });
    let worse = seen.iter().filter(|one| one.meaning() == Some(Meaning::Worse));
    let worse = worse.map(|one| of_measure(one, texts.home_ask_effect()));
    let missed = goals().filter(|goal| standing.grade(goal) == Fulfilment::NotAchieved);
    let missed = missed.map(|goal| {
        of_goal(goal, texts.home_ask_causes().to_owned(), texts.home_fact_missed(&goal.title))
    });
    let partly = goals().filter(|goal| standing.grade(goal) == Fulfilment::Partly);
    let partly = partly.map(|goal| {
        of_goal(goal, texts.home_ask_rest().to_owned(), texts.home_fact_partly(&goal.title))
    });
    let unknown = goals().filter(|goal| standing.grade(goal) > Fulfilment::NotAchieved);
    let unknown = unknown.map(|goal| {
        of_goal(goal, texts.home_ask_known().to_owned(), texts.home_fact_unknown(&goal.title))
    });
    let better = seen.iter().filter(|one| one.meaning() == Some(Meaning::Better));
    let better = better.map(|one| of_measure(one, texts.home_ask_learn()));
    let kinds: [Vec<Question>; 6] = [
        fallen.collect(),
        worse.collect(),
        missed.collect(),
        partly.collect(),
        unknown.collect(),
        better.collect(),
    ];
    let longest = kinds.iter().map(Vec::len).max().unwrap_or(0).min(MOST);
    let mut kinds = kinds.map(Vec::into_iter);
    let mut all = Vec::new();
    for _ in 0..longest {
        all.extend(kinds.iter_mut().filter_map(Iterator::next));
    }
    all
}
