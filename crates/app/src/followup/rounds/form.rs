//! The form that opens a round, as it is typed and with what is wrong at each field.

use domain::followup::{ReportTemplate, Round, RoundKind};
use domain::periods::Period;
use jiff::civil::Date;
use maud::{Markup, html};

use super::taking_part::{body_choices, level_choices};
use super::{days, periods};
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::templates::{LIST, kind_word};
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
    /// The day of each level, as typed.
    pub(super) days: Vec<(String, String)>,
    pub(super) template: String,
    /// The body under which org units are asked; empty for all.
    pub(super) under: String,
    /// The step of a year wheel that it is opened for; empty for none.
    pub(super) step: String,
    /// What that step is about, which can be a time to come.
    pub(super) of_step: Option<Period>,
}

impl Typed {
    /// The day typed for a level.
    pub(super) fn day_of(&self, level: &str) -> &str {
        self.days.iter().find(|(of, _)| of == level).map_or("", |(_, day)| day.as_str())
    }

    /// As a form sent it.
    pub(super) fn sent(cx: &Cx<'_, '_>) -> Self {
        let sent = &cx.req.form;
        let text = |name: &str| sent.text(name).to_owned();
        let day = |level: &domain::steering::OrgLevel| {
            let id = level.id.as_str();
            (id.to_owned(), text(&days::field_of(id)))
        };
        Self {
            id: text("id"),
            title: text("titel"),
            period: text("period"),
            opens_on: text("oppnar"),
            due_on: text("lamnas"),
            closes_on: text("stanger"),
            levels: sent.all("niva").map(str::to_owned).collect(),
            days: days::levels_in_use(cx).into_iter().map(day).collect(),
            template: text("mall"),
            under: text("under"),
            step: text("steg"),
            of_step: None,
        }
    }
}

/// What is wrong, at the field where it is.
pub(super) type Refused = (String, String);

/// What is wrong with one of the fields that are always there.
pub(super) fn refuse(problems: &mut Vec<Refused>, field: &str, words: impl Into<String>) {
    problems.push((field.to_owned(), words.into()));
}

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
                    refuse(problems, field, texts.web_bad_date());
                }
                day
            });
    let [Some(opens), Some(due), Some(closes)] = days else { return None };
    if due < opens {
        refuse(problems, "lamnas", texts.followup_due_before_open());
    }
    Some([opens, due, closes])
}

/// What the days cannot be today: past when nothing could be handed in any more, or to come for what
/// has opened, or out of order. `before` is the round as it was; what it had may stay, as when it was
/// closed before its last day.
pub(super) fn check_days_now(
    (texts, today): (Texts, Date),
    [opens, due, closes]: [Date; 3],
    before: Option<&Round>,
    problems: &mut Vec<Refused>,
) {
    let stays_closed = closes < today && before.is_some_and(|round| round.closes_on == closes);
    if closes < due && !stays_closed {
        refuse(problems, "stanger", texts.followup_close_before_due());
    }
    if closes < today && !stays_closed {
        let words = match before {
            None => texts.followup_closes_in_the_past(),
            Some(_) => texts.followup_close_with_button(),
        };
        refuse(problems, "stanger", words);
    }
    if opens > today && before.is_some_and(|round| round.opens_on <= today) {
        refuse(problems, "oppnar", texts.followup_has_opened());
    }
}

/// What is wrong with the title.
pub(super) fn check_title(texts: Texts, title: &str, problems: &mut Vec<Refused>) {
    let written = title.chars().count();
    if written == 0 {
        refuse(problems, "titel", texts.web_required());
    } else if written > LONGEST_TITLE {
        refuse(problems, "titel", texts.web_too_long(LONGEST_TITLE, written));
    }
}

/// The templates to choose among, each with its kind and about how long it takes.
fn template_choices(cx: &Cx<'_, '_>, templates: &[ReportTemplate], chosen: &str) -> Vec<Choice> {
    let texts = cx.texts();
    let choice = |template: &ReportTemplate| {
        let id = template.id.to_string();
        let kind = kind_word(texts, &cx.structure.model, template.kind);
        let minutes = texts.templates_minutes(template.minutes());
        let name = if kind == template.title {
            format!("{kind}, {minutes}")
        } else {
            format!("{} ({kind}), {minutes}", template.title)
        };
        let here = id == chosen;
        Choice::new(id, name).chosen(here)
    };
    templates.iter().map(choice).collect()
}

/// The template that is usual for a kind, among those there are.
pub(super) fn usual_template(templates: &[ReportTemplate], kind: RoundKind) -> String {
    let of_kind = templates.iter().find(|template| template.kind == kind);
    of_kind.or(templates.first()).map(|template| template.id.to_string()).unwrap_or_default()
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
pub(super) fn form(
    cx: &Cx<'_, '_>,
    typed: &Typed,
    templates: &[ReportTemplate],
    problems: &[Refused],
    first: &Markup,
) -> Markup {
    let texts = cx.texts();
    let wrong =
        |name: &str| problems.iter().find(|(at, _)| *at == name).map(|(_, words)| words.as_str());
    let summary: Vec<Problem> = problems.iter().map(|(at, words)| Problem::at(at, words)).collect();
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
                input type="hidden" name="steg" value=(typed.step);
                (title_field(texts, typed, wrong("titel")))
                (Field::select("mall", texts.followup_round_template(), template_choices(cx, templates, &typed.template)).problem(wrong("mall")))
                p { a href=(LIST) { (texts.followup_round_templates()) } }
                (Field::select("period", texts.followup_round_period(), periods::choices(cx, typed)).problem(wrong("period")))
                (day_fields(texts, typed, &wrong))
                (Field::checkboxes("niva", texts.followup_round_levels(), level_choices(cx, &typed.levels)).hint(texts.followup_round_levels_hint()).problem(wrong("niva")))
                (Field::select("under", texts.followup_round_under(), body_choices(cx, &typed.under)).hint(texts.followup_round_under_hint()).problem(wrong("under")))
                (days::fields(cx, typed, &wrong))
                (form_end(&submit, None))
            }
        }
    }
}
