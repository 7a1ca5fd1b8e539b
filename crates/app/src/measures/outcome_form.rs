//! The form of a value: a number, missing, or not applicable.

use domain::elements::Element;
use domain::ids::OrgUnitId;
use domain::measures::{Measure, Outcome, OutcomeQuality, OutcomeValue};
use domain::periods::Period;
use jiff::civil::Date;
use maud::{Markup, html};

use super::count_of_value::protected_field;
use super::history::history_table;
use super::period_words;
use super::restated::{Dated, HiddenPlaces};
use super::store::Turn;
use super::terms::quality_word;
use crate::i18n::Texts;
use crate::web::ui::{
    Button, Choice, Field, PageHead, Problem, button, error_summary, form_end, page_header, section,
};

/// How many periods back the form offers.
const PERIODS_BACK: usize = 36;

/// The periods that a form about a measure offers, newest first.
pub(super) fn recent_periods(measure: &Measure, today: Date) -> impl Iterator<Item = Period> {
    let latest = Period::containing(today, measure.frequency);
    std::iter::successors(Some(latest), |period| Some(period.previous())).take(PERIODS_BACK)
}

/// The fields as typed.
#[derive(Clone, Default)]
pub(super) struct Fields {
    pub(super) period: String,
    pub(super) state: String,
    pub(super) value: String,
    pub(super) quality: String,
    /// The period that the version is about.
    pub(super) seen: String,
    pub(super) version: String,
    /// Why what stands there is changed.
    pub(super) reason: String,
    /// How many people the value is about; none where the form does not ask.
    pub(super) count: Option<String>,
    /// Whether what has been said of how many was wrong from the beginning.
    pub(super) count_was_wrong: bool,
}

impl Fields {
    /// What is kept for a period, as the form shows it.
    pub(super) fn of(
        (period, today): (Period, Date),
        kept: Option<&Outcome>,
        may_verify: bool,
    ) -> Self {
        let state = match kept.map(|outcome| outcome.value) {
            None | Some(OutcomeValue::Measured(_)) => "matt",
            Some(OutcomeValue::Missing) => "saknas",
            Some(OutcomeValue::NotApplicable) => "ej",
        };
        let number = kept.and_then(|outcome| outcome.value.number());
        let quality = match kept.map(|outcome| outcome.quality) {
            Some(OutcomeQuality::Verified) if may_verify => OutcomeQuality::Verified,
            // What goes on still may change, whoever answers for that values are checked.
            None if may_verify && period.last_day() < today => OutcomeQuality::Verified,
            None => OutcomeQuality::Preliminary,
            // Whoever does not answer for that values are checked leaves another one to be checked.
            Some(OutcomeQuality::Verified) => OutcomeQuality::Corrected,
            Some(quality) => quality,
        };
        Self {
            period: period.to_string(),
            state: state.to_owned(),
            value: number.map(|number| number.to_string().replace('.', ",")).unwrap_or_default(),
            quality: quality.code().to_owned(),
            seen: period.to_string(),
            version: kept.map_or(0, |outcome| outcome.version).to_string(),
            reason: String::new(),
            count: None,
            count_was_wrong: false,
        }
    }

    /// The version that was seen: of another period than the form was shown for, nothing was.
    pub(super) fn known(&self, period: Period) -> i64 {
        let seen = self.seen == period.to_string();
        let known = self.version.parse().ok();
        known.filter(|known| seen && (0..i64::MAX).contains(known)).unwrap_or(0)
    }

    /// What the form holds.
    pub(super) fn sent(form: &crate::web::fields::Fields) -> Self {
        let text = |name| form.text(name).to_owned();
        Self {
            period: text("period"),
            state: text("tillstand"),
            value: text("varde"),
            quality: text("kvalitet"),
            seen: text("sedd"),
            version: text("version"),
            reason: text("skal"),
            count: form.has("antal").then(|| text("antal")),
            count_was_wrong: form.has("antal_fel"),
        }
    }
}

/// The form with what was typed, what is wrong with it, and what has happened since it was shown.
pub(super) struct Form<'a> {
    pub(super) texts: Texts,
    pub(super) element: &'a Element,
    pub(super) measure: &'a Measure,
    pub(super) org_unit: OrgUnitId,
    pub(super) org_unit_name: &'a str,
    pub(super) periods: Vec<Period>,
    pub(super) fields: Fields,
    /// Whether the visitor may say that a value is checked.
    pub(super) may_verify: bool,
    /// What has stood for the period, newest first.
    pub(super) history: Vec<Dated<Turn>>,
    /// The fewest that the place has been known to be about, where that is too few.
    pub(super) fewest: Option<u32>,
    /// Whether the period has been handed in or frozen, so that a reason is owed.
    pub(super) is_closed: bool,
    pub(super) problem: Option<(&'static str, String)>,
    /// What has happened since the form was shown.
    pub(super) news: Option<Markup>,
}

impl Form<'_> {
    /// The page.
    pub(super) fn body(&self) -> Markup {
        let texts = self.texts;
        let head = PageHead {
            eyebrow: self.org_unit_name.to_owned(),
            title: texts.measures_record_title(&self.element.title),
            lead: self.measure.method.clone(),
            end: None,
        };
        let problem = |field: &str| {
            self.problem.as_ref().filter(|(at, _)| *at == field).map(|(_, words)| words.clone())
        };
        let problems: Vec<Problem> =
            self.problem.iter().map(|(field, words)| Problem::at(*field, words)).collect();
        html! {
            div.wrap.page {
                @if !problems.is_empty() { (error_summary(texts.web_problems(), &problems)) }
                (page_header(&head))
                @if let Some(news) = &self.news { (news) }
                form.form method="post" action={(super::url(self.element.id)) "/varde"} {
                    input type="hidden" name="enhet" value=(self.org_unit);
                    input type="hidden" name="sedd" value=(self.fields.seen);
                    input type="hidden" name="version" value=(self.fields.version);
                    (Field::select("period", texts.measures_period(), self.period_choices()).problem(problem("period").as_deref()))
                    (Field::radios("tillstand", texts.measures_state(), self.state_choices()).problem(problem("tillstand").as_deref()))
                    (Field::number("varde", texts.measures_value()).value(&self.fields.value).unit(&self.measure.measure_unit).hint(texts.measures_value_hint()).problem(problem("varde").as_deref()))
                    @if let Some(count) = self.fields.count.as_ref().filter(|_| self.measure.least_count > 1) {
                        (Field::number("antal", texts.measures_count()).value(count).hint(texts.measures_count_hint(i64::from(self.measure.least_count))).problem(problem("antal").as_deref()))
                        (protected_field(texts, self.fewest, (self.may_verify, self.fields.count_was_wrong)))
                    }
                    (Field::radios("kvalitet", texts.measures_quality(), self.quality_choices()).problem(problem("kvalitet").as_deref()))
                    @if self.stands() || self.is_closed {
                        (Field::textarea("skal", texts.measures_why_changed()).rows(2).hint(texts.measures_why_changed_hint()).value(&self.fields.reason).problem(problem("skal").as_deref()))
                    }
                    (form_end(&button(Button::Primary, texts.measures_record_button(), None), None))
                }
                @if !self.history.is_empty() {
                    (section("historik", texts.measures_history(), "", &history_table(texts, self.measure, &self.history, None, &HiddenPlaces::default())))
                }
            }
        }
    }

    /// Whether something stands already where the value goes.
    fn stands(&self) -> bool {
        !matches!(self.fields.version.as_str(), "" | "0")
    }

    fn period_choices(&self) -> Vec<Choice> {
        self.periods
            .iter()
            .map(|period| {
                let code = period.to_string();
                let chosen = code == self.fields.period;
                Choice::new(code, period_words(self.texts.language, *period)).chosen(chosen)
            })
            .collect()
    }

    fn state_choices(&self) -> Vec<Choice> {
        let texts = self.texts;
        [
            ("matt", texts.measures_state_measured()),
            ("saknas", texts.measures_state_missing()),
            ("ej", texts.measures_state_not_applicable()),
        ]
        .map(|(code, word)| Choice::new(code, word).chosen(code == self.fields.state))
        .to_vec()
    }

    fn quality_choices(&self) -> Vec<Choice> {
        let offered = |quality: &&OutcomeQuality| match quality {
            OutcomeQuality::Preliminary => true,
            OutcomeQuality::Corrected => self.stands(),
            OutcomeQuality::Verified => self.may_verify,
        };
        OutcomeQuality::ALL
            .iter()
            .filter(offered)
            .map(|quality| {
                Choice::new(quality.code(), quality_word(self.texts, *quality))
                    .chosen(quality.code() == self.fields.quality)
            })
            .collect()
    }
}
