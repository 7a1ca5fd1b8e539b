//! What several sources say of the same value, side by side: which is used, and how they differ.

use std::collections::BTreeMap;

use domain::access::Action;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{Difference, Measure, Standing, difference};
use domain::periods::Period;
use maud::{Markup, html};

use super::restated::Dated;
use super::show::MeasurePage;
use super::store::{self, Said};
use super::terms::quality_word;
use super::{Few, outcome_words, period_words, value_words, whose_value};
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::web::error::AppError;
use crate::web::ui::{Column, Row, Table, section};

/// Places shown, newest first.
const MOST_SHOWN: usize = 24;

/// A source where it stands alone.
pub(super) fn source_name(texts: Texts, origin: &str) -> &str {
    if origin.is_empty() { texts.measures_source_own() } else { origin }
}

/// A value with how far it can be trusted.
pub(super) fn standing_words(texts: Texts, measure: &Measure, standing: Standing) -> String {
    let quality = quality_word(texts, standing.quality).to_lowercase();
    format!("{} ({quality})", outcome_words(texts, measure, standing.value))
}

/// What sources say where more than one says something.
pub(super) struct Sources {
    said: Vec<Dated<Said>>,
    /// Whether the visitor answers for that values are checked, and so may choose.
    may_choose: bool,
}

/// What several sources say of a period and group.
type AtPlace<'s> = ((Period, &'s str), Vec<&'s Dated<Said>>);

impl Sources {
    /// Reads what they say of a measure at an org unit. Who does not record values there sees nothing
    /// of groups, since they may be few, and nothing of what `few` hides.
    pub(super) fn of(
        cx: &mut Cx<'_, '_>,
        measure: ElementId,
        org_unit: OrgUnitId,
        few: Option<&Few>,
    ) -> Result<Self, AppError> {
        let mut all = store::sources_of(cx.tx, measure, org_unit)?;
        all.retain(|one| {
            let hides = |few: &Few| few.hides_past(measure, (org_unit, one.period));
            few.is_none_or(|few| one.breakdown.is_empty() && !hides(few))
        });
        let may_choose = cx.can(Action::Verify, org_unit);
        Ok(Self { said: Dated::all(cx, all, |one| one.at), may_choose })
    }

    /// The places, newest first, each with what is used before what stands beside.
    fn places(&self) -> Vec<AtPlace<'_>> {
        let mut places: BTreeMap<(Period, &str), Vec<&Dated<Said>>> = BTreeMap::new();
        for one in &self.said {
            places.entry((one.what.period, &one.what.breakdown)).or_default().push(one);
        }
        places.into_iter().rev().take(MOST_SHOWN).collect()
    }
}

/// How a value beside differs from the one that is used, in words.
pub(super) fn difference_words(
    texts: Texts,
    measure: &Measure,
    one: &Said,
    used: Option<&Said>,
) -> String {
    let Some(used) = used else { return texts.measures_source_unused().to_owned() };
    let whose = whose_value(texts, &used.origin);
    let number = |by| value_words(texts.language, measure, by);
    match difference(one.standing.value, used.standing.value) {
        Difference::None => texts.measures_source_same(whose),
        Difference::Higher(by) => texts.measures_source_higher(number(by), whose),
        Difference::Lower(by) => texts.measures_source_lower(number(by), whose),
        Difference::Other => texts.measures_source_other(whose),
    }
}

impl MeasurePage<'_> {
    /// The values of several sources beside each other; nothing where one alone speaks.
    pub(super) fn side_by_side(&self) -> Markup {
        let texts = self.texts;
        let places = self.sources.places();
        if places.is_empty() {
            return html! {};
        }
        let rows = places.iter().flat_map(|(place, all)| {
            let used = all.iter().map(|one| &one.what).find(|one| one.is_used);
            all.iter().map(move |one| self.source_row(*place, one, used))
        });
        let columns = vec![
            Column::text(texts.measures_period()),
            Column::text(texts.measures_source()),
            Column::number(texts.measures_value()),
            Column::text(texts.measures_said_on()),
            Column::text(texts.measures_source_standing()),
        ];
        let table = Table::new("kallor", texts.measures_sources(), columns, rows.collect());
        let note = texts.measures_sources_note();
        section("kallor-del", texts.measures_sources(), note, &html! { (table.hide_caption()) })
    }

    fn source_row(
        &self,
        (period, group): (Period, &str),
        Dated { what: one, on }: &Dated<Said>,
        used: Option<&Said>,
    ) -> Row {
        let texts = self.texts;
        let when = period_words(texts.language, period);
        let place = if group.is_empty() { when } else { format!("{when}, {group}") };
        let address = format!(
            "{}/kalla?enhet={}&period={period}&grupp={}",
            super::url(self.element.id),
            self.shown.org_unit,
            crate::web::fields::encode(group)
        );
        Row::new(vec![
            html! { (place) },
            html! { (source_name(texts, &one.origin)) },
            html! { (standing_words(texts, self.measure, one.standing)) },
            html! { (crate::i18n::date(texts.language, *on)) },
            html! {
                @if one.is_used { strong { (texts.measures_source_used()) } }
                @else {
                    (difference_words(texts, self.measure, one, used))
                    @if self.sources.may_choose { " " a href=(address) { (texts.measures_source_choose()) } }
                }
            },
        ])
    }
}
