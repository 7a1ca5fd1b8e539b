//! Questions to people: asked with a day, shown on their Min sida, and the answer comes back to the
//! analysis.

use domain::analysis::{Circle, LONGEST_QUESTION, MOST_QUESTIONS};
use domain::comments::{TextProblem, clean_text};
use domain::ids::{AnalysisQuestionId, PersonId};
use jiff::Span;
use jiff::civil::Date;
use maud::{Markup, html};

use super::questions_list::question_url;
use super::reach::{Found, find_to_write, reads};
use super::step_page::paragraphs;
use super::store::{self, Analysis, Asked};
use super::unsaved::unsaved;
use super::{step_url, url};
use crate::cx::Cx;
use crate::form_page::FormPage;
use crate::frame::Nav;
use crate::i18n::date;
use crate::identity::store::person_row;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{Button, Field, PageHead, Problem, button, error_summary, form_end};

/// Years ahead that an answer may be asked for.
const YEARS_AHEAD: i8 = 1;

/// Asks somebody.
pub(super) fn ask(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find_to_write(cx)?;
    if found.is_shut() {
        let (texts, form) = (cx.texts(), &cx.req.form);
        let person: Option<PersonId> = form.parsed("person");
        let person = person.map(|id| person_row(cx.tx, id)).transpose()?.flatten();
        let written = [
            (texts.analysis_ask_whom(), person.map(|row| row.name).unwrap_or_default()),
            (texts.analysis_ask_what(), form.text("text").to_owned()),
            (texts.analysis_ask_when(), form.text("dag").to_owned()),
        ];
        let written = written.map(|(label, text)| (label.to_owned(), text));
        return Ok(unsaved(cx, &found.analysis, &written));
    }
    let number = found.method.number_of(domain::analysis::StepKind::Ask);
    let number = number.filter(|one| found.numbers.contains(one)).or_not_found()?;
    let here = step_url(found.analysis.id, number);
    let id: AnalysisQuestionId = cx.client_id();
    if store::question(cx.tx, id)?.is_some() {
        return Ok(Response::see_other(&here));
    }
    let problems = match read(cx, &found, id)? {
        Ok(asked) if !crate::choosing::is_searching(cx) => {
            store::ask(cx.tx, &found.analysis, &asked)?;
            return Ok(Response::see_other(&format!("{here}#fraga-{id}")));
        }
        Ok(_) => Vec::new(),
        Err(problems) => problems,
    };
    let texts = cx.texts();
    let searching = crate::choosing::is_searching(cx);
    let (person, text, day) = ("person", cx.req.form.text("text"), cx.req.form.text("dag"));
    let chosen = cx.req.form.text(person);
    let people = crate::choosing::people(cx, person, chosen, [found.analysis.org_unit])?;
    let shown = if searching { Vec::new() } else { problems };
    let head = PageHead {
        eyebrow: found.analysis.subject_words.clone(),
        title: texts.analysis_ask().to_owned(),
        ..PageHead::default()
    };
    let page = FormPage {
        head,
        problems: &shown,
        action: &format!("{}/fragor", url(found.analysis.id)),
        save: texts.analysis_ask(),
        cancel: &here,
    };
    let wrong = |name: &str| Problem::of(&shown, name);
    let fields = html! {
        (crate::choosing::on_enter(texts))
        input type="hidden" name="id" value=(id);
        (people.field(texts, texts.analysis_ask_whom()).problem(wrong(person)))
        (Field::textarea("text", texts.analysis_ask_what()).rows(3).value(text).problem(wrong("text")))
        (Field::date("dag", texts.analysis_ask_when()).value(day).problem(wrong("dag")))
    };
    let body = page.body(texts, &html! {}, &fields);
    if searching {
        return Ok(cx.page(texts.analysis_ask(), Nav::FollowUp, &body));
    }
    Ok(cx.refused(texts.analysis_ask(), Nav::FollowUp, &body))
}

/// The question that the form holds, or what is wrong with it.
fn read(
    cx: &mut Cx<'_, '_>,
    found: &Found,
    id: AnalysisQuestionId,
) -> Answer<Result<Asked, Vec<Problem>>> {
    let texts = cx.texts();
    let form = &cx.req.form;
    let mut problems = Vec::new();
    let text = clean_text(form.text("text"), LONGEST_QUESTION);
    if let Err(problem) = &text {
        problems.push(Problem::at("text", text_problem(texts, *problem)));
    }
    let due_on: Option<Date> = form.parsed("dag");
    match due_on {
        None => problems.push(Problem::at("dag", texts.web_bad_date())),
        Some(day) if day < cx.today() => {
            problems.push(Problem::at("dag", texts.analysis_day_passed()));
        }
        Some(day) if day > cx.today().saturating_add(Span::new().years(YEARS_AHEAD)) => {
            problems.push(Problem::at("dag", texts.analysis_day_far()));
        }
        Some(_) => {}
    }
    let person: Option<PersonId> = form.parsed("person");
    let known = person.map(|id| person_row(cx.tx, id)).transpose()?.flatten();
    let known = known.filter(|row| row.left_on.is_none_or(|day| day > cx.today()));
    let inside = match (&known, found.analysis.circle) {
        // What is said in a conversation stays among those who take part in it.
        (Some(row), Circle::Conversation) => store::takes_part(cx.tx, found.analysis.id, row.id)?,
        (known, _) => known.is_some(),
    };
    if !inside {
        problems.push(Problem::at("person", texts.web_unknown_choice()));
    }
    if store::questions_of(cx.tx, found.analysis.id)?.len() >= MOST_QUESTIONS {
        problems.push(Problem::at("text", texts.analysis_questions_full()));
    }
    let (Ok(text), Some(due_on), Some(row), true) = (text, due_on, known, problems.is_empty())
    else {
        return Ok(Err(problems));
    };
    Ok(Ok(Asked {
        id,
        analysis: found.analysis.id,
        person: row.id,
        person_name: row.name,
        text,
        due_on,
        asked_by: cx.person()?.name.clone(),
        asked_at: cx.visit.now,
        answer: String::new(),
        answered_at: None,
        version: 1,
    }))
}

fn text_problem(texts: crate::i18n::Texts, problem: TextProblem) -> String {
    match problem {
        TextProblem::Empty => texts.web_required().to_owned(),
        TextProblem::TooLong(letters) => texts.web_too_long(LONGEST_QUESTION, letters),
    }
}

/// The question of the address: for who is asked, and for those who read the analysis.
fn find(cx: &mut Cx<'_, '_>) -> Answer<(Analysis, Asked, bool)> {
    let id: AnalysisQuestionId = cx.req.param("fraga").or_not_found()?;
    let asked = store::question(cx.tx, id)?.or_not_found()?;
    let analysis = store::analysis(cx.tx, asked.analysis)?.or_not_found()?;
    (cx.req.param::<domain::ids::AnalysisId>("id") == Some(analysis.id))
        .then_some(())
        .or_not_found()?;
    let person = cx.person()?;
    let takes_part = store::takes_part(cx.tx, analysis.id, person.id)?;
    let reads = reads(cx, &analysis, takes_part);
    // In a conversation only who still takes part is asked; elsewhere anybody may be.
    let is_asked = asked.person == person.id && analysis.circle == Circle::Organisation;
    (reads || is_asked).then_some(()).or_not_found()?;
    Ok((analysis, asked, reads))
}

/// Shows a question, with the answer where there is one.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find(cx)?;
    let typed = found.1.answer.clone();
    let body = body(cx, &found, (&typed, &[]))?;
    Ok(cx.page(&cx.texts().analysis_asks(&found.1.asked_by), Nav::FollowUp, &body))
}

fn body(
    cx: &Cx<'_, '_>,
    (analysis, asked, reads): &(Analysis, Asked, bool),
    (typed, problems): (&str, &[Problem]),
) -> Answer<Markup> {
    let texts = cx.texts();
    let head = PageHead {
        eyebrow: texts.analysis_due(date(texts.language, asked.due_on)),
        title: texts.analysis_asks(&asked.asked_by),
        lead: analysis.subject_words.clone(),
        end: None,
    };
    let answers = asked.person == cx.person()?.id && asked.answered_at.is_none();
    Ok(html! {
        div.wrap.page {
            (crate::web::ui::page_header(&head))
            (error_summary(texts.analysis_not_kept(), problems))
            div.form {
                (paragraphs(&asked.text))
                @if answers {
                    form method="post" action=(question_url(asked)) {
                        input type="hidden" name="version" value=(asked.version);
                        (Field::textarea("svar", texts.analysis_your_answer()).rows(5).hint(texts.analysis_answer_hint()).value(typed).problem(Problem::of(problems, "svar")))
                        (form_end(&button(Button::Primary, texts.analysis_send_answer(), None), None))
                    }
                } @else if asked.answered_at.is_some() {
                    blockquote.quoted { (paragraphs(&asked.answer)) footer { (asked.person_name) } }
                }
                @if *reads { p { a href=(url(analysis.id)) { (texts.analysis_open_it()) } } }
            }
        }
    })
}

/// Keeps the answer.
pub(super) fn answer(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find(cx)?;
    let (analysis, asked, reads) = &found;
    if asked.person != cx.person()?.id {
        return Err(AppError::Forbidden);
    }
    if asked.answered_at.is_some() || analysis.state != domain::analysis::AnalysisState::Open {
        let label = cx.texts().analysis_your_answer().to_owned();
        let written = [(label, cx.req.form.text("svar").to_owned())];
        return Ok(unsaved(cx, analysis, &written));
    }
    let typed = cx.req.form.text("svar").to_owned();
    let text = match clean_text(&typed, LONGEST_QUESTION) {
        Ok(text) => text,
        Err(problem) => {
            let problems = [Problem::at("svar", text_problem(cx.texts(), problem))];
            let body = body(cx, &found, (&typed, &problems))?;
            return Ok(cx.refused(
                &cx.texts().analysis_asks(&asked.asked_by),
                Nav::FollowUp,
                &body,
            ));
        }
    };
    let answered = Asked {
        answer: text,
        answered_at: Some(cx.visit.now),
        version: asked.version + 1,
        ..asked.clone()
    };
    store::answer(cx.tx, analysis, &answered)?;
    let back = if *reads { question_url(asked) } else { "/".to_owned() };
    Ok(Response::see_other(&back))
}
