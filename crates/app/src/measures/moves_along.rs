//! Which measures move along with one, period by period: candidates to think about, never causes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::elements::{Element, Structure};
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::Series;
use domain::periods::Period;
use domain::statistics::association::{Association, FEWEST, changes};
use domain::statistics::chance::{share_of_chance, worth_telling};
use domain::steering::Role;
use maud::{Markup, PreEscaped, html};
use rust_decimal::Decimal;

use super::show::chosen;
use super::{Shown, finding_words, shown_together, sparkline, store, url, url_for, value_words};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::{Texts, decimal};
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Column, PageHead, Row, Signal, Stop, Table, breadcrumb_thread, details_section, empty_state,
    page_header, section, signal_row,
};

/// Measures that are looked at: of the same goals, of the goals beside and below, of what the org unit
/// reports, and of the same owner. More would mostly find chance.
const MOST: usize = 40;
/// Measures of the org unit that are asked for.
const MOST_REPORTED: i64 = 60;
const MOST_GOALS: usize = 60;
/// Of those that are told, about one in twenty is expected to be chance.
const RATE: f64 = 0.05;

/// One measure that was looked at.
struct Looked {
    element: Arc<Element>,
    shown: Shown,
    association: Association,
    /// Whether it is told although so many were looked at.
    is_told: bool,
}

/// Shows the page.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer<Response> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = cx.find_visible(&structure, id)?.clone();
    structure.measure(id).or_not_found()?;
    let with_values = store::org_units_with_values(cx.tx, id)?;
    let org_unit = chosen(cx, &element, &with_values)?;
    let reported = store::measures_reported_by(cx.tx, org_unit, MOST_REPORTED)?;
    let candidates = candidates(cx, &structure, &element, &reported);
    let asked: Vec<ElementId> = std::iter::once(id).chain(candidates).collect();
    let today = cx.today();
    let mut shown = shown_together(cx, &structure, &asked, org_unit, today)?;
    let own = shown.remove(&id).or_not_found()?;
    let looked: Vec<(Arc<Element>, Shown, Association)> = shown
        .into_iter()
        .filter_map(|(id, shown)| {
            let association = associate(&own.series, &shown.series)?;
            Some((structure.element(id)?.clone(), shown, association))
        })
        .collect();
    let shares: Vec<Option<f64>> = looked
        .iter()
        .map(|(_, _, found)| share_of_chance(found.coefficient?, found.pairs))
        .collect();
    let told = worth_telling(&shares, RATE);
    let mut all: Vec<Looked> = looked
        .into_iter()
        .zip(told)
        .map(|((element, shown, association), is_told)| Looked {
            element,
            shown,
            association,
            is_told,
        })
        .collect();
    let size = |one: &Looked| one.association.coefficient.unwrap_or(0.0).abs();
    all.sort_by(|one, other| size(other).total_cmp(&size(one)));
    let page = Page { texts: cx.texts(), structure: &structure, element: &element, org_unit, own };
    Ok(cx.page(cx.texts().measures_along(), Nav::Measures, &page.body(&all)))
}

/// The measures to look at, those nearest on the thread first.
pub(super) fn candidates(
    cx: &Cx<'_, '_>,
    structure: &Structure,
    element: &Element,
    reported: &[ElementId],
) -> Vec<ElementId> {
    let goals: Vec<ElementId> = structure.parents(element.id).map(|goal| goal.id).collect();
    let above = goals.iter().flat_map(|goal| structure.parents(*goal)).map(|one| one.id);
    let around: Vec<ElementId> = goals.iter().copied().chain(above).collect();
    let near = around.iter().flat_map(|goal| {
        let children = structure.children_with(*goal, Role::Goal).into_iter();
        children.take(MOST_GOALS).map(|child| child.id).collect::<Vec<_>>()
    });
    let mut seen = BTreeSet::from([element.id]);
    let of_goals = around.iter().copied().chain(near).take(MOST_GOALS * 2);
    let of_goals = of_goals.flat_map(|goal| structure.measures_of(goal)).map(|(one, _)| one);
    let of_owner = structure.owned_by(element.owner).filter(|one| one.role == Role::Measure);
    let of_unit = reported.iter().filter_map(|id| structure.element(*id));
    of_goals
        .chain(of_unit)
        .chain(of_owner)
        .filter(|one| one.is_current() && cx.may_see(one))
        .map(|one| one.id)
        .filter(|id| seen.insert(*id))
        .take(MOST)
        .collect()
}

/// How two series go together: their changes from one period to the next, where they are measured as
/// often and both are known. None where too little is shared to be looked at.
fn associate(own: &Series, other: &Series) -> Option<Association> {
    let known = |series: &Series| {
        let periods = series.points.iter().map(|point| point.period);
        periods.zip(series.numbers()).collect::<BTreeMap<Period, Option<Decimal>>>()
    };
    let beside = known(other);
    let pairs: Vec<_> = known(own)
        .into_iter()
        .map(|(period, value)| (value, beside.get(&period).copied().flatten()))
        .collect();
    let changes = changes(&pairs);
    (changes.len() >= FEWEST).then(|| Association::of(&changes))
}

struct Page<'a> {
    texts: Texts,
    structure: &'a Structure,
    element: &'a Element,
    org_unit: OrgUnitId,
    own: Shown,
}

impl Page<'_> {
    fn body(&self, all: &[Looked]) -> Markup {
        let texts = self.texts;
        let stops = [
            Stop::to(url(self.element.id), &self.element.title),
            Stop::here(texts.measures_along()),
        ];
        let name = self.structure.organisation.name(self.org_unit);
        let head = PageHead {
            eyebrow: format!("{}, {name}", self.element.title),
            title: texts.measures_along().to_owned(),
            lead: texts.measures_along_lead().to_owned(),
            ..PageHead::default()
        };
        let told: Vec<&Looked> = all.iter().filter(|one| one.is_told).collect();
        let count = i64::try_from(all.len()).unwrap_or(0);
        html! {
            div.wrap.page {
                (breadcrumb_thread(texts.web_thread_label(), &stops))
                (page_header(&head))
                @if all.is_empty() {
                    (empty_state(texts.measures_along_too_few(), texts.measures_along_too_few_text(), Some(&html! { a href=(url_for(self.element.id, self.org_unit)) { (self.element.title) } })))
                } @else {
                    (section("samband-matt", &self.element.title, "", &self.row("egen", self.element, &self.own, (String::new(), ""))))
                    (section("samband", texts.measures_along_found(), &texts.measures_along_looked(count), &html! {
                        @if told.is_empty() { p { (texts.measures_along_none()) } }
                        @for (nth, one) in told.iter().enumerate() { (self.told(nth, one)) }
                        p.soft { (texts.measures_along_note()) }
                        @if !told.is_empty() { p { b { (texts.measures_along_expected()) } } }
                    }))
                    (details_section(None, texts.measures_along_all(), "", told.is_empty(), &self.table(all)))
                }
            }
        }
    }

    fn told(&self, nth: usize, one: &Looked) -> Markup {
        let texts = self.texts;
        let pairs = i64::try_from(one.association.pairs).unwrap_or(0);
        let (own, other) = (&self.element.title, &one.element.title);
        let sentence = if one.association.coefficient.unwrap_or(0.0) > 0.0 {
            texts.measures_along_together(other, own, pairs)
        } else {
            texts.measures_along_opposed(other, own, pairs)
        };
        self.row(&format!("samband-{nth}"), &one.element, &one.shown, (sentence, self.word(one)))
    }

    /// A measure with its picture; of the subject itself what it says, of others how it goes along.
    fn row(
        &self,
        id: &str,
        element: &Element,
        shown: &Shown,
        (sentence, along): (String, &str),
    ) -> Markup {
        let texts = self.texts;
        let Some(measure) = self.structure.measure(element.id) else { return html! {} };
        let words = finding_words(texts, &element.title, measure, shown);
        let value = shown.series.latest();
        let value = value.map(|(_, value)| value_words(texts.language, measure, value));
        signal_row(&Signal {
            title: element.title.clone(),
            url: url_for(element.id, self.org_unit),
            symbol: words.symbol,
            tone: words.tone,
            word: words.word.clone(),
            sentence: if sentence.is_empty() { words.sentence.clone() } else { sentence },
            sparkline: PreEscaped(sparkline(texts, id, &element.title, measure, shown)),
            value: value.unwrap_or_default(),
            target: along.to_owned(),
        })
    }

    fn word(&self, one: &Looked) -> &'static str {
        let texts = self.texts;
        match (one.is_told, one.association.coefficient) {
            (true, Some(found)) if found > 0.0 => texts.measures_along_same_way(),
            (true, Some(_)) => texts.measures_along_other_way(),
            _ => texts.measures_along_no_clear(),
        }
    }

    fn table(&self, all: &[Looked]) -> Markup {
        let texts = self.texts;
        let rows = all
            .iter()
            .map(|one| {
                let coefficient = one.association.coefficient.and_then(|found| {
                    Decimal::try_from(found).ok().map(|found| found.round_dp(2))
                });
                let coefficient = coefficient.map(|found| decimal(texts.language, found));
                Row::new(vec![
                    html! { a href=(url_for(one.element.id, self.org_unit)) { (one.element.title) } },
                    html! { (self.word(one)) },
                    html! { (one.association.pairs) },
                    html! { (coefficient.unwrap_or_else(|| texts.measures_along_still().to_owned())) },
                ])
            })
            .collect();
        let columns = vec![
            Column::text(texts.measures_along_measure()),
            Column::text(texts.measures_along_how()),
            Column::number(texts.measures_along_pairs()),
            Column::number(texts.measures_along_coefficient()),
        ];
        let table = Table::new("alla-samband", texts.measures_along_all(), columns, rows);
        html! { (table.hide_caption()) p.fine { (texts.measures_along_method()) } }
    }
}
