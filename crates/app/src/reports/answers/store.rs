//! SQL of what is answered to what templates ask.

use db::{DbError, Row, Tx, params};
use domain::ids::RoundId;

use super::Answered;

/// What the org units of a round answer, in the order of their accounts. What nobody has signed was
/// written by whoever handed the account in.
pub(in crate::reports) fn answers(
    tx: &mut Tx<'_>,
    round: RoundId,
) -> Result<Vec<Answered>, DbError> {
    tx.all(
        "select p.part_id, p.follow_up_id, f.org_unit_id, p.kind, p.subject_id, p.title, p.text, \
         p.level, p.person_name, p.at, f.person_name, f.at, a.question_id, a.answer, a.value, \
         a.forecast_ore, a.budget_ore, a.reader from follow_ups f \
         join parts p on p.tenant = f.tenant and p.follow_up_id = f.follow_up_id \
         left join part_answers a on a.tenant = p.tenant and a.part_id = p.part_id \
         where f.tenant = $1 and f.round_id = $2 and f.state in ('submitted', 'approved') \
         and p.kind in ('question', 'forecast', 'assignment') \
         and (p.text <> '' or p.level <> '' or a.value <> '' or a.forecast_ore is not null) \
         order by p.position, p.part_id",
        params![round.bytes()],
        |row: &Row<'_>| {
            let person = row.text(8)?;
            let signed = !person.is_empty();
            Ok(Answered {
                part: row.id(0)?,
                account: row.id(1)?,
                org_unit: row.id(2)?,
                kind: row.parsed(3)?,
                subject: row.maybe_id(4)?,
                title: row.text(5)?,
                text: row.text(6)?,
                level: row.text(7)?.parse().ok(),
                person: if signed { person } else { row.text(10)? },
                at: row.int(if signed { 9 } else { 11 })?,
                question: row.maybe_id(12)?,
                answer: row.maybe_parsed(13)?,
                value: row.maybe_text(14)?.unwrap_or_default(),
                forecast_ore: row.maybe_int(15)?,
                budget_ore: row.maybe_int(16)?,
                reader: row.maybe_text(17)?.unwrap_or_default(),
            })
        },
    )
}
