//! Planting deviations that committees have accepted: one that has run out, and one that holds.

use db::Tx;
use domain::acceptance::Acceptance;
use jiff::civil::{Date, date};

use super::id_of;
use super::plant_thread::element_id;
use crate::acceptance::store::insert;
use crate::decisions::Decision;
use crate::decisions::store::insert_decision;
use crate::elements::store::element;
use crate::web::error::AppError;

/// In March: the quays wait for the ice to go.
pub(super) fn in_march(tx: &mut Tx<'_>) -> Result<(), AppError> {
    let reason = "Två bryggor kan inte lagas förrän isen har gått. Turerna läggs om till \
                  Fiskarhamnen till dess.";
    let decided = ("tekniska-namnden", date(2026, 3, 5), "22", "TN 2026/0031");
    accept(tx, "rm-levande-hamnar", reason, decided, date(2026, 6, 30))
}

/// In June: families wait for investigations while posts are vacant.
pub(super) fn in_june(tx: &mut Tx<'_>) -> Result<(), AppError> {
    let reason = "Fyra av elva tjänster är vakanta och de nya börjar i oktober. Nämnden låter \
                  skyddsbedömningarna gå före och godtar att andra utredningar tar längre tid än \
                  fyra månader året ut.";
    let decided = ("socialnamnden", date(2026, 6, 11), "74", "SN 2026/0098");
    accept(tx, "rm-stod-i-tid", reason, decided, date(2026, 12, 31))
}

fn accept(
    tx: &mut Tx<'_>,
    word: &str,
    reason: &str,
    (body, decided_on, paragraph, reference): (&str, Date, &str, &str),
    until: Date,
) -> Result<(), AppError> {
    let Some(goal) = element(tx, element_id(word))? else { return Ok(()) };
    let decision = Decision {
        id: id_of("decision", &format!("accepterad/{word}")),
        body: id_of("org", body),
        decided_on,
        paragraph: paragraph.to_owned(),
        reference: reference.to_owned(),
        version: 1,
    };
    insert_decision(tx, &decision)?;
    let author = tx.author();
    let one = Acceptance {
        id: id_of("acceptance", word),
        element: goal.id,
        org_unit: goal.owner,
        reason: reason.to_owned(),
        decision: decision.id,
        until,
        ended_on: None,
        person_name: author.name.clone(),
        at: author.at,
        version: 1,
    };
    insert(tx, &one)?;
    Ok(())
}
