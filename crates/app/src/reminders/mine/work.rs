//! Activities and assignments that the visitor answers for, when their last day is near or past.

use domain::fulfilment::Progress;
use domain::ids::ElementId;
use domain::reminders::Kind;
use domain::steering::Role;

use super::{Line, is_near};
use crate::actions::{effect_url, waiting_of};
use crate::activities::store::progress_of;
use crate::activities::{may_report_progress, progress_url};
use crate::cx::Cx;
use crate::i18n::date;
use crate::web::error::AppError;

/// The questions about effect that wait for the visitor.
pub(super) fn effects(cx: &mut Cx<'_, '_>) -> Result<Vec<Line>, AppError> {
    let (structure, texts) = (cx.structure.clone(), cx.texts());
    let me = cx.person_id()?;
    let all = waiting_of(cx, &structure, me)?;
    let lines = all.into_iter().map(|(element, since)| {
        let title = texts.reminders_effect(&element.title);
        let key = format!("effekt:{}", element.id);
        Line { due: Some(since), ..Line::new(Kind::Work, key, title, effect_url(element)) }
    });
    Ok(lines.collect())
}

/// What of the visitor's own elements is work to be done. What rests has been let rest.
pub(super) fn lines(cx: &mut Cx<'_, '_>, own: &[ElementId]) -> Result<Vec<Line>, AppError> {
    let (structure, today, texts) = (cx.structure.clone(), cx.today(), cx.texts());
    let work: Vec<_> = own
        .iter()
        .filter_map(|id| structure.element(*id))
        .filter(|one| matches!(one.role, Role::Activity | Role::Assignment))
        .filter(|one| cx.may_see(one) && may_report_progress(cx, one))
        .filter_map(|one| Some((one, one.ends_on.filter(|day| is_near(today, *day))?)))
        .collect();
    if work.is_empty() {
        return Ok(Vec::new());
    }
    let said = progress_of(cx.tx, work.iter().map(|(one, _)| one.id))?;
    let is_left = |id: ElementId| {
        !matches!(said.get(&id), Some(Progress::Done | Progress::Cancelled | Progress::Paused))
    };
    let lines = work.into_iter().filter(|(one, _)| is_left(one.id)).map(|(one, due)| {
        let day = date(texts.language, due);
        let note = if due < today {
            texts.reminders_work_late(day)
        } else {
            texts.reminders_work_soon(day)
        };
        let title = texts.reminders_work(&one.title);
        let key = format!("arbete:{}", one.id);
        Line { note, due: Some(due), ..Line::new(Kind::Work, key, title, progress_url(one)) }
    });
    Ok(lines.collect())
}
