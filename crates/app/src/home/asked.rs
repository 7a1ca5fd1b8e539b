//! What waits for an answer from whoever keeps the whole together: one line for each kind, and no
//! line where nothing waits.

use domain::access::{AccessRole, Action};
use domain::followup::AtHand;
use domain::ids::OrgUnitId;
use maud::{Markup, html};

use super::{many, store};
use crate::assessment::OVERRIDES_URL;
use crate::cx::Cx;
use crate::web::error::AppError;
use crate::web::ui::{Task, section, task_list};

/// How far back judgements that differ are asked about: about a year, in microseconds.
const YEAR: i64 = 366 * 24 * 60 * 60 * 1_000_000;

/// The section; nothing where nothing waits.
pub(super) fn section_of(
    cx: &mut Cx<'_, '_>,
    home: OrgUnitId,
    rounds: &AtHand,
) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let task = |url: &str, title: String, note: &str| Task {
        url: Some(url.to_owned()),
        title,
        note: note.to_owned(),
        ..Task::default()
    };
    let mut tasks = Vec::new();
    if let Some(round) = rounds.open.first() {
        let organisation = cx.structure.organisation.clone();
        let today = cx.today();
        let mut without = crate::followup::store::without_reporter(cx.tx, round.id, today)?;
        without.retain(|(unit, _)| organisation.is_within(*unit, home));
        if let Some((first, _)) = without.first() {
            let (name, more) = (organisation.name(*first), many(without.len() - 1));
            let title = texts.home_asked_reporter(more, name);
            tasks.push(task("/folja-upp", title, texts.home_asked_reporter_note()));
        }
    }
    if cx.can_everywhere(Action::Adopt) {
        let proposed = store::proposed(cx.tx)?;
        if proposed > 0 {
            let title = texts.home_asked_proposed(proposed);
            tasks.push(task(
                "/trad?vy=lista&lage=proposed",
                title,
                texts.home_asked_proposed_note(),
            ));
        }
    }
    if cx.can_everywhere(Action::Approve) {
        let differing = store::differing(cx.tx, cx.visit.now.saturating_sub(YEAR))?;
        if differing > 0 {
            let title = texts.home_asked_differing(differing);
            tasks.push(task(OVERRIDES_URL, title, texts.home_asked_differing_note()));
        }
    }
    let open = cx.structure.model.open_decisions.len();
    if open > 0 && cx.can_everywhere(Action::Adopt) {
        let title = texts.home_asked_model(many(open));
        tasks.push(task("/modell", title, texts.home_asked_model_note()));
    }
    let asked = if tasks.is_empty() {
        html! {}
    } else {
        section("fragor-till-dig", texts.home_asked(), "", &task_list(&tasks))
    };
    Ok(html! { (asked) (tending(cx)) })
}

/// Where the system is tended, for who does.
fn tending(cx: &Cx<'_, '_>) -> Markup {
    let texts = cx.texts();
    let main = cx.visit.person.as_deref().map(domain::access::Person::main_role);
    if main != Some(AccessRole::Administrator) {
        return html! {};
    }
    let task = |url: &str, title: &str, note: &str| Task {
        url: Some(url.to_owned()),
        title: title.to_owned(),
        note: note.to_owned(),
        ..Task::default()
    };
    let tasks = [
        task("/personer", texts.home_tend_people(), texts.home_tend_people_note()),
        task("/organisation", texts.home_tend_organisation(), texts.home_tend_organisation_note()),
        task("/modell", texts.home_tend_model(), texts.home_tend_model_note()),
        task("/spar", texts.home_trail(), texts.home_trail_note()),
    ];
    section("skota", texts.home_tend(), "", &task_list(&tasks))
}
