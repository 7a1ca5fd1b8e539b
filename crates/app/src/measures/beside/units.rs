//! Whether org units differ more than chance: the page and the same as a file.

use domain::elements::Element;
use domain::ids::ElementId;
use domain::measures::Measure;
use domain::periods::Period;
use formats::csv_text;

use super::gathered::{Gathered, gathered};
use super::over_time;
use super::standing::Beside;
use super::units_page::UnitsPage;
use super::{number_words, pages, share_words};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::measures::show::chosen;
use crate::measures::store;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;

/// The view of each unit over time.
pub(super) const OVER_TIME: &str = "tid";

/// Shows the page.
pub(in crate::measures) fn show(cx: &mut Cx<'_, '_>) -> Answer<Response> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = cx.find_visible(&structure, id)?;
    let measure = structure.measure(id).or_not_found()?;
    let with_values = store::org_units_with_values(cx.tx, id)?;
    let own = chosen(cx, element, &with_values)?;
    let is_over_time = cx.req.query.text("vy") == OVER_TIME;
    let over_time = if is_over_time { Some(over_time::body(cx, element, measure)?) } else { None };
    let gathered = if is_over_time { None } else { gathered(cx, measure, asked(cx))? };
    let beside = gathered.as_ref().map(|gathered| Beside::of(measure, gathered));
    let page = UnitsPage {
        texts: cx.texts(),
        structure: &structure,
        element,
        measure,
        own,
        now: gathered.as_ref().zip(beside.as_ref()),
        may_plan: cx.can(domain::access::Action::Plan, element.owner),
        page: pages::asked(cx),
    };
    Ok(cx.page(cx.texts().measures_units(), Nav::Measures, &page.body(over_time)))
}

fn asked(cx: &Cx<'_, '_>) -> Option<Period> {
    cx.req.query.text("period").parse().ok()
}

/// Downloads the values, what chance does, and how each org unit stands.
pub(in crate::measures) fn download(cx: &mut Cx<'_, '_>) -> Answer<Response> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = cx.find_visible(&structure, id)?;
    let measure = structure.measure(id).or_not_found()?;
    let gathered = gathered(cx, measure, asked(cx))?.or_not_found()?;
    let beside = Beside::of(measure, &gathered);
    Ok(file(cx, (element, measure), (&gathered, &beside)))
}

fn file(
    cx: &Cx<'_, '_>,
    (element, measure): (&Element, &Measure),
    (gathered, beside): (&Gathered, &Beside),
) -> Response {
    let texts = cx.texts();
    let organisation = &cx.structure.organisation;
    let rows = beside.units.iter().map(|one| {
        let value = match one.value {
            Some(value) => value.normalize().to_string(),
            None => texts.measures_hidden_cell().to_owned(),
        };
        let percent = |share: f64| format!("{:.2}", share * 100.0);
        let (low, high) = one.ends.map(|ends| (percent(ends.low), percent(ends.high))).unzip();
        [
            organisation.name(one.unit).to_owned(),
            gathered.period.to_string(),
            value,
            one.counted.map(|counted| counted.out_of.to_string()).unwrap_or_default(),
            low.unwrap_or_default(),
            high.unwrap_or_default(),
            UnitsPage::verdict(texts, measure, one).to_owned(),
        ]
    });
    let head = [
        texts.measures_org_unit(),
        texts.measures_period(),
        texts.measures_value(),
        texts.measures_people(),
        texts.measures_low(),
        texts.measures_high(),
        texts.measures_verdict(),
    ];
    let name = format!("{}, {}.csv", element.title, gathered.period);
    Response::file("text/csv; charset=utf-8", &name, csv_text::write(&head, rows))
}

/// What the funnel's numbers are, for the fold that tells how it was counted.
pub(super) fn overdispersion_words(
    texts: crate::i18n::Texts,
    funnel: &domain::statistics::funnel::Funnel,
) -> String {
    let centre = share_words(texts, funnel.centre);
    match funnel.overdispersion {
        Some(over) => {
            let between = number_words(texts, over.between, 6);
            texts.measures_units_method_wider(between, centre, number_words(texts, over.ratio, 3))
        }
        None => texts.measures_units_method_binomial(centre),
    }
}
