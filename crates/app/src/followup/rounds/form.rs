//! The form that opens a round, as it is typed and with what is wrong at each field.

use domain::periods::{Frequency, Period};
use domain::steering::OrgLevelId;
use jiff::civil::Date;
use maud::{Markup, html};

use super::open::taking_part;
use crate::cx::Cx;
use crate::i18n::Texts;
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

/// Longest title.
pub(super) const LONGEST_TITLE: usize = 120;

/// The days of a round, once nothing is wrong with them: it opens, is due and closes.
pub(super) fn read_days(
    texts: Texts,
    typed: &Typed,
    problems: &mut Vec<Refused>,
) -> Option<[Date; 3]> {
    let days =
        [("oppnar", &typed.opens_on), ("lamnas", &typed.due_on), ("stanger", &typed.closes_on)]
            .map(|(field, text)| {
                let day: Option<Date> = text.parse().ok();
                if day.is_none() {
                    problems.push((field, texts.web_bad_date().to_owned()));
                }
                day
            });
    let [Some(opens), Some(due), Some(closes)] = days else { return None };
    if due < opens {
        problems.push(("lamnas", texts.followup_due_before_open().to_owned()));
    }
    if closes < due {
        problems.push(("stanger", texts.followup_close_before_due().to_owned()));
    }
    Some([opens, due, closes])
}

/// What is wrong with the title.
pub(super) fn check_title(texts: Texts, title: &str, problems: &mut Vec<Refused>) {
    let written = title.chars().count();
    if written == 0 {
        problems.push(("titel", texts.web_required().to_owned()));
    } else if written > LONGEST_TITLE {
        problems.push(("titel", texts.web_too_long(LONGEST_TITLE, written)));
    }
}

/// The periods that a round may be about.
fn periods(today: Date) -> impl Iterator<Item = Period> {
    let recent = move |frequency| {
        std::iter::successors(Some(Period::containing(today, frequency)), |period| {
            Some(period.previous())
        })
        .take(3)
    };
    [Frequency::Tertial, Frequency::Month, Frequency::Year].into_iter().flat_map(recent)
}

/// The period that a text says, if the form offers it.
pub(super) fn read_period(today: Date, text: &str) -> Option<Period> {
    periods(today).find(|period| period.to_string() == text)
}

fn period_choices(cx: &Cx<'_, '_>, chosen: &str) -> Vec<Choice> {
    periods(cx.today())
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

/// The field of the title.
pub(super) fn title_field<'f>(texts: Texts, typed: &'f Typed, wrong: Option<&'f str>) -> Markup {
    let field = Field::text("titel", texts.followup_round_title())
        .hint(texts.followup_round_title_hint())
        .value(&typed.title)
        .problem(wrong);
    html! { (field) }
}

/// The fields of the days.
pub(super) fn day_fields<'f>(
    texts: Texts,
    typed: &'f Typed,
    wrong: &dyn Fn(&str) -> Option<&'f str>,
) -> Markup {
    html! {
        (Field::date("oppnar", texts.followup_round_opens()).value(&typed.opens_on).problem(wrong("oppnar")))
        (Field::date("lamnas", texts.followup_round_due()).value(&typed.due_on).problem(wrong("lamnas")))
        (Field::date("stanger", texts.followup_round_closes()).hint(texts.followup_round_closes_hint()).value(&typed.closes_on).problem(wrong("stanger")))
    }
}

/// The page with the form; `first` stands before it.
pub(super) fn form(cx: &Cx<'_, '_>, typed: &Typed, problems: &[Refused], first: &Markup) -> Markup {
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
            (first)
            form.form method="post" action="/folja-upp" {
                input type="hidden" name="id" value=(typed.id);
                (title_field(texts, typed, wrong("titel")))
                (Field::select("period", texts.followup_round_period(), period_choices(cx, &typed.period)).problem(wrong("period")))
                (day_fields(texts, typed, &wrong))
                (Field::checkboxes("niva", texts.followup_round_levels(), level_choices(cx, &typed.levels)).hint(texts.followup_round_levels_hint()).problem(wrong("niva")))
                (form_end(&submit, None))
            }
        }
    }
}
