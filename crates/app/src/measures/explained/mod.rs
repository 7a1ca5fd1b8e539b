//! How a finding was counted: every figure behind the automatic sentences, so that an auditor can count
//! them again.

use domain::access::Action;
use domain::ids::ElementId;
use domain::measures::Measure;
use domain::statistics::Pattern;
use domain::statistics::assurance::Assurance;
use domain::statistics::finding::{Finding, Reading};
use domain::statistics::forecast::{Basis, Forecast};
use domain::statistics::xmr::{Evidence, Xmr};
use maud::{Markup, html};
use rust_decimal::Decimal;

use super::finding_words::run_of;
use super::show::chosen;
use super::year_end::YearEnd;
use super::{FindingWords, Shown, finding_words, shown, store, target_words, url_for};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::{Texts, decimal};
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{PageHead, Stop, Tone, breadcrumb_thread, page_header, section, tag};

mod figures;
mod lacking;
mod parts;

pub(super) use lacking::PartValues;

/// Everything the page shows.
struct Explained<'a> {
    texts: Texts,
    measure: &'a Measure,
    shown: &'a Shown,
    chart: Option<Xmr>,
    words: FindingWords,
    of_year: YearEnd<'a>,
}

/// Shows the page.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer<Response> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = cx.find_visible(&structure, id)?;
    let measure = structure.measure(id).or_not_found()?;
    let with_values = store::org_units_with_values(cx.tx, id)?;
    let org_unit = chosen(cx, element, &with_values)?;
    let today = cx.today();
    let shown = shown(cx, &structure, id, org_unit, today)?.or_not_found()?;
    let texts = cx.texts();
    let words = finding_words(texts, &element.title, measure, &shown);
    let chart = shown.series.chart(&shown.baselines).ok();
    let parts = parts::section_of(cx, &structure, measure, (org_unit, &shown))?;
    let may_record = cx.can(Action::RecordOutcome, org_unit);
    let of_year =
        YearEnd { texts, structure: &structure, element, measure, shown: &shown, may_record };
    let page = Explained { texts, measure, shown: &shown, chart, words, of_year };
    let stops =
        [Stop::to(url_for(id, org_unit), &element.title), Stop::here(texts.measures_counted_so())];
    let head = PageHead {
        eyebrow: format!("{}, {}", element.title, structure.organisation.name(org_unit)),
        title: texts.measures_counted_so().to_owned(),
        lead: texts.measures_explained_lead().to_owned(),
        ..PageHead::default()
    };
    let body = html! {
        div.wrap.page {
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            (page.sentence())
            (page.limits())
            (page.year())
            (section("varden", texts.measures_explained_values(), texts.measures_explained_values_note(), &page.table()))
            (parts)
        }
    };
    Ok(cx.page(texts.measures_counted_so(), Nav::Measures, &body))
}

impl Explained<'_> {
    /// A computed number, with two decimals more than the measure shows.
    fn number(&self, value: f64) -> String {
        let decimals = u32::from(self.measure.decimals) + 2;
        let value = Decimal::try_from(value).map(|value| value.round_dp(decimals).normalize());
        value.map(|value| decimal(self.texts.language, value)).unwrap_or_default()
    }

    fn reading(&self) -> Option<&Reading> {
        match &self.shown.finding {
            Some(Finding::Observed(reading)) => Some(reading),
            _ => None,
        }
    }

    fn sentence(&self) -> Markup {
        let texts = self.texts;
        let body = html! {
            p { (tag(Tone::Neutral, texts.measures_automatic())) " " b { (self.words.word) ". " } (self.words.sentence) " " (self.words.assurance) }
            p { (self.rule()) }
            @if let Some(target) = self.target() { p { (target) } }
        };
        section("mening", texts.measures_explained_sentence(), "", &body)
    }

    /// Which rule the sentence follows from.
    fn rule(&self) -> String {
        let texts = self.texts;
        let Some(reading) = self.reading() else {
            return match self.shown.finding {
                None => texts.measures_explained_unusable().to_owned(),
                Some(_) => texts.measures_explained_missing().to_owned(),
            };
        };
        if reading.season.is_some() {
            return texts.measures_explained_season().to_owned();
        }
        match (&reading.signal, reading.evidence) {
            (_, Evidence::TooFew { .. }) => texts.measures_explained_too_few().to_owned(),
            (None, _) if reading.never_varied() => texts.measures_explained_alike().to_owned(),
            (None, _) if reading.recent_run.is_some() => {
                texts.measures_explained_recent().to_owned()
            }
            (None, _) => texts.measures_explained_no_rule().to_owned(),
            (Some(signal), _) => {
                let told = run_of(reading, signal);
                if told.pattern == signal.pattern {
                    return self.rule_words(signal.pattern);
                }
                let both = [signal.pattern, told.pattern].map(|one| self.rule_words(one));
                format!("{} {}", both.join(" "), texts.measures_explained_larger())
            }
        }
    }

    fn rule_words(&self, pattern: Pattern) -> String {
        let texts = self.texts;
        let points = |points: usize| i64::try_from(points).unwrap_or(0);
        match pattern {
            Pattern::Outside => texts.measures_explained_outside().to_owned(),
            Pattern::NearLimit => texts.measures_explained_near().to_owned(),
            Pattern::Trend { points: run } => texts.measures_explained_trend(points(run)),
            Pattern::Shift { points: run } => texts.measures_explained_shift(points(run)),
        }
    }

    /// How the target is held against the limits.
    fn target(&self) -> Option<String> {
        let texts = self.texts;
        let target = target_words(texts, self.measure, self.shown.target.as_ref()?);
        let reading = self.reading()?;
        if reading.season.is_some() {
            return Some(texts.measures_explained_target_latest(target));
        }
        Some(match (reading.assurance, reading.limits) {
            (_, None) => texts.measures_explained_target_latest(target),
            (Assurance::NotApplicable, Some(_)) if reading.has_unsteady_baseline() => {
                texts.measures_explained_target_unsteady(target)
            }
            (Assurance::NotApplicable, Some(_)) => texts.measures_explained_target_unsaid(target),
            (Assurance::Moved, Some(_)) => texts.measures_explained_target_moved(target),
            (_, Some(limits)) => {
                let (low, high) = (self.number(limits.lower), self.number(limits.upper));
                texts.measures_explained_target(high, low, target)
            }
        })
    }

    fn year(&self) -> Markup {
        let texts = self.texts;
        let Some((year, Ok(forecast))) = self.of_year.forecast() else { return html! {} };
        let body = html! {
            p { (tag(Tone::Neutral, texts.measures_automatic())) " " (self.of_year.forecast_words(year, &forecast).join(" ")) }
            p { (self.of_year.forecast_basis(&forecast)) }
            p { (self.way(&forecast)) }
        };
        section("prognos", texts.measures_forecast(), "", &body)
    }

    fn way(&self, forecast: &Forecast) -> &'static str {
        match forecast.basis {
            Basis::EarlierYears(_) => self.texts.measures_explained_years(),
            Basis::UsualVariation => self.texts.measures_explained_usual(),
        }
    }
}
