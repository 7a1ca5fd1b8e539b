//! The groups beside each other as a file: the figures of the pictures that tell whether they differ.

use domain::access::Action;
use domain::ids::ElementId;
use formats::csv_text;

use super::super::{Few, show, store};
use super::{Groups, breakdowns};
use crate::cx::Cx;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;

/// Downloads the groups of each breakdown that can be compared, with their intervals.
pub(in crate::measures) fn download(cx: &mut Cx<'_, '_>) -> Answer {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let structure = cx.structure.clone();
    let element = cx.find_visible(&structure, id)?;
    let measure = structure.measure(id).or_not_found()?;
    let with_values = store::org_units_with_values(cx.tx, id)?;
    let org_unit = show::chosen(cx, element, &with_values)?;
    let few = Few::of(cx, &[id])?;
    let sees_few = cx.can(Action::RecordOutcome, org_unit);
    let groups = Groups::of(cx, measure, org_unit, (!sees_few).then_some(&few))?;
    let texts = cx.texts();
    let all = breakdowns(texts, measure, &groups);
    let lines = all.iter().flat_map(|(_, shown)| shown.apart().lines());
    let head = [
        texts.measures_group(),
        texts.measures_period(),
        texts.measures_value(),
        texts.measures_people(),
        texts.measures_low(),
        texts.measures_high(),
    ];
    let name = format!("{}, {}.csv", element.title, texts.measures_groups());
    Ok(Response::file("text/csv; charset=utf-8", &name, csv_text::write(&head, lines)))
}
