//! The form that opens a round, as it is typed and with what is wrong at each field.

use domain::periods::{Frequency, Period};
use domain::steering::OrgLevelId;
use maud::{Markup, html};

use super::open_round::taking_part;
use crate::cx::Cx;
use crate::measures::period_words;
use crate::web::ui::{
    Button, Choice, Field, PageHead, Problem, button, error_summary, form_end, page_header,
};

/// The form as typed.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) period: String,
    pub(super) opens_on: String,
    pub(super) due_on: String,
    pub(super) closes_on: String,
    pub(super) levels: Vec<String>,
}

/// What is wrong, at the field where it is.
pub(super) type Refused = (&'static str, String);

fn period_choices(cx: &Cx<'_, '_>, chosen: &str) -> Vec<Choice> {
    let today = cx.today();
    let recent = |frequency| {
        std::iter::successors(Some(Period::containing(today, frequency)), |period| {
            Some(period.previous())
        })
        .take(3)
    };
    [Frequency::Tertial, Frequency::Month, Frequency::Year]
        .into_iter()
        .flat_map(recent)
        .map(|period| {
            let code = period.to_string();
            let here = code == chosen;
            Choice::new(code, period_words(cx.language(), period)).chosen(here)
        })
        .collect()
}

fn level_choices(cx: &Cx<'_, '_>, chosen: &[String]) -> Vec<Choice> {
    let model = &cx.structure.model;
    model
        .org_levels
        .iter()
        .filter(|level| !taking_part(cx, &[level.id.as_str().to_owned()]).is_empty())
        .map(|level| {
            let count = taking_part(cx, &[level.id.as_str().to_owned()]).len();
            let name = model
                .org_level(&OrgLevelId::from(level.id.as_str()))
                .map_or("", |level| &level.name.singular);
            let name = domain::steering::capitalised(name);
            let here = chosen.iter().any(|one| one == level.id.as_str());
            Choice::new(level.id.as_str(), format!("{name} ({count})")).chosen(here)
        })
        .collect()
}

/// The page with the form.
pub(super) fn form(cx: &Cx<'_, '_>, typed: &Typed, problems: &[Refused]) -> Markup {
    let texts = cx.texts();
    let wrong =
        |name: &str| problems.iter().find(|(at, _)| *at == name).map(|(_, words)| words.as_str());
    let summary: Vec<Problem> =
        problems.iter().map(|(at, words)| Problem::at(*at, words)).collect();
    let head = PageHead {
        title: texts.followup_new_round().to_owned(),
        lead: texts.followup_new_round_lead().to_owned(),
        ..PageHead::default()
    };
    let submit = html! { (button(Button::Primary, texts.followup_open_round(), None)) };
    html! {
        div.wrap.page {
            @if !summary.is_empty() { (error_summary(texts.web_problems(), &summary)) }
            (page_header(&head))
            form.form method="post" action="/folja-upp" {
                input type="hidden" name="id" value=(typed.id);
                (Field::text("titel", texts.followup_round_title()).hint(texts.followup_round_title_hint()).value(&typed.title).problem(wrong("titel")))
                (Field::select("period", texts.followup_round_period(), period_choices(cx, &typed.period)).problem(wrong("period")))
                (Field::date("oppnar", texts.followup_round_opens()).value(&typed.opens_on).problem(wrong("oppnar")))
                (Field::date("lamnas", texts.followup_round_due()).value(&typed.due_on).problem(wrong("lamnas")))
                (Field::date("stanger", texts.followup_round_closes()).hint(texts.followup_round_closes_hint()).value(&typed.closes_on).problem(wrong("stanger")))
                (Field::checkboxes("niva", texts.followup_round_levels(), level_choices(cx, &typed.levels)).problem(wrong("niva")))
                (form_end(&submit, None))
            }
        }
    }
}
