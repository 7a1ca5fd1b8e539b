//! Why a computed value is missing, or is not what the values beside it give: period by period, from
//! nothing but what the visitor is shown.

use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use domain::measures::Measure;
use domain::measures::formula::{Joined, Lacking};
use domain::periods::Period;
use rust_decimal::Decimal;

use crate::cx::Cx;
use crate::i18n::Texts;
use crate::measures::{Shown, shown_together};
use crate::web::error::AppError;

/// The parts of a computed measure that the visitor may know of, with their values.
pub(in crate::measures) struct PartValues {
    pub(super) parts: Vec<(ElementId, String, Shown)>,
}

fn value(shown: &Shown, period: Period) -> Option<Decimal> {
    let points = &shown.series.points;
    let at = points.binary_search_by_key(&period, |point| point.period).ok()?;
    points.get(at)?.outcome.as_ref()?.value.number()
}

impl PartValues {
    /// Reads them; none of what is reported.
    pub(in crate::measures) fn of(
        cx: &mut Cx<'_, '_>,
        structure: &Structure,
        measure: &Measure,
        org_unit: OrgUnitId,
    ) -> Result<Option<Self>, AppError> {
        let Some(formula) = &measure.formula else { return Ok(None) };
        let seen = |id: ElementId| structure.element(id).filter(|one| cx.may_see(one));
        let parts = formula.measures().into_iter().filter_map(|id| seen(*id));
        let parts: Vec<(ElementId, String)> =
            parts.map(|one| (one.id, one.title.clone())).collect();
        let ids: Vec<ElementId> = parts.iter().map(|(id, _)| *id).collect();
        let today = cx.today();
        let mut shown = shown_together(cx, structure, &ids, org_unit, today)?;
        let parts =
            parts.into_iter().filter_map(|(id, title)| Some((id, title, shown.remove(&id)?)));
        Ok(Some(Self { parts: parts.collect() }))
    }

    fn of_part(&self, id: ElementId) -> Option<&(ElementId, String, Shown)> {
        self.parts.iter().find(|(part, ..)| *part == id)
    }

    /// What there is to say of a period; nothing where the value follows from those beside it, and
    /// where something is not for the visitor to see.
    pub(in crate::measures) fn remark(
        &self,
        texts: Texts,
        (measure, whole): (&Measure, &Shown),
        period: Period,
    ) -> String {
        let Some(formula) = &measure.formula else { return String::new() };
        let parts = formula.measures().into_iter().map(|id| self.of_part(*id));
        let Some(parts) = parts.collect::<Option<Vec<_>>>() else { return String::new() };
        let is_withheld = |shown: &Shown| shown.withheld.contains(&period);
        if is_withheld(whole) || parts.iter().any(|(.., shown)| is_withheld(shown)) {
            return String::new();
        }
        let of = |id: &ElementId| self.of_part(*id).and_then(|(.., shown)| value(shown, period));
        let computed = value(whole, period);
        let lacks = formula.lacks(&of);
        let joined = whole.joined.get(&period);
        let Some(computed) = computed else {
            return match (lacks, joined) {
                (Some(Lacking::Parts(missing)), _) => {
                    let titles = missing.iter().filter_map(|id| self.of_part(*id));
                    let titles: Vec<&str> = titles.map(|(_, title, _)| title.as_str()).collect();
                    texts.measures_lacks_parts(titles.join(", "))
                }
                (_, Some(Joined::Nobody)) => texts.measures_lacks_together().to_owned(),
                (_, Some(Joined::Apart)) => texts.measures_lacks_apart().to_owned(),
                (Some(Lacking::DividedByZero), _) => texts.measures_lacks_zero().to_owned(),
                (Some(Lacking::TooLarge), _) => texts.measures_lacks_room().to_owned(),
                (None, Some(Joined::WithoutSome)) => texts.measures_lacks_some().to_owned(),
                (None, Some(Joined::All) | None) => String::new(),
            };
        };
        // Where everybody is included, what differs is that the parts are shown rounded.
        let rounded = |value: Decimal| value.round_dp(u32::from(measure.decimals));
        let again = formula.value(&mut |id| of(id)).map(rounded);
        if joined == Some(&Joined::WithoutSome) && again != Some(rounded(computed)) {
            texts.measures_lacks_some().to_owned()
        } else {
            String::new()
        }
    }
}
