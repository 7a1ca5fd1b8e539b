//! SQL that reads what analyses say of something.

use std::collections::BTreeSet;

use db::{DbError, Row, Tx, params};
use domain::analysis::{Certainty, Turn};
use domain::ids::{AnalysisId, ElementId, OrgUnitId, PartId};
use rust_decimal::Decimal;

use crate::elements::store::{among, ask, ask_with, within};

/// An analysis as it is told of elsewhere.
pub(super) struct Known {
    pub(super) id: AnalysisId,
    pub(super) subject: String,
    pub(super) org_unit: OrgUnitId,
    pub(super) year: i64,
    pub(super) is_concluded: bool,
    pub(super) conclusion: String,
    pub(super) certainty: Option<Certainty>,
    pub(super) changed_at: i64,
    pub(super) person_name: String,
}

/// The most that is told of one thing.
const MOST: i64 = 12;

fn known_row(row: &Row<'_>) -> Result<Known, DbError> {
    Ok(Known {
        id: row.id(0)?,
        subject: row.text(1)?,
        org_unit: row.id(2)?,
        year: row.int(3)?,
        is_concluded: row.text(4)? == "concluded",
        conclusion: row.text(5)?,
        certainty: Certainty::of_code(&row.text(6)?),
        changed_at: row.int(7)?,
        person_name: row.text(8)?,
    })
}

/// What is analysed of something, what was changed last first. Neither conversations nor what is thrown.
pub(super) fn of_subject(tx: &mut Tx<'_>, subject: [u8; 16]) -> Result<Vec<Known>, DbError> {
    tx.all(
        "select analysis_id, subject_words, org_unit_id, year, state, conclusion, certainty, \
         changed_at, person_name from analyses where tenant = $1 and subject_id = $2 \
         and is_conversation = 0 and state <> 'thrown' order by changed_at desc, analysis_id limit $3",
        params![subject, MOST],
        known_row,
    )
}

/// The same of something and of what measures it, with what each is about.
pub(super) fn of_element(
    tx: &mut Tx<'_>,
    element: ElementId,
) -> Result<Vec<(Known, ElementId)>, DbError> {
    tx.all(
        "select analysis_id, subject_words, org_unit_id, year, state, conclusion, certainty, \
         changed_at, person_name, subject_id from analyses where tenant = $1 \
         and (subject_id = $2 or subject_id in (select child_id from links where tenant = $1 \
         and parent_id = $2 and kind = 'measures')) and is_conversation = 0 \
         and state <> 'thrown' order by changed_at desc, analysis_id limit $3",
        params![element.bytes(), MOST],
        |row| Ok((known_row(row)?, row.id(9)?)),
    )
}

/// The most conclusions of a year that are looked among.
const MOST_OF_YEAR: i64 = 500;

/// What is concluded of a year at and below an org unit for all to read, what was changed last first.
pub(super) fn concluded_under(
    tx: &mut Tx<'_>,
    top: OrgUnitId,
    year: i64,
) -> Result<Vec<Known>, DbError> {
    tx.all(
        concat!(
            within!("$3"),
            "select analysis_id, subject_words, org_unit_id, year, state, conclusion, certainty, \
             changed_at, person_name from analyses where tenant = $1 and year = $2 \
             and state = 'concluded' and is_conversation = 0 \
             and org_unit_id in (select org_unit_id from inside) \
             order by changed_at desc, analysis_id limit $4"
        ),
        params![year, top.bytes(), MOST_OF_YEAR],
        known_row,
    )
}

/// A conclusion that stands in a part of an account.
pub(super) struct Used {
    /// As the analysis says now.
    pub(super) known: Known,
    /// As it was taken.
    pub(super) taken: String,
}

/// The conclusions that stand in a part.
pub(super) fn used_in(tx: &mut Tx<'_>, part: PartId) -> Result<Vec<Used>, DbError> {
    tx.all(
        "select a.analysis_id, a.subject_words, a.org_unit_id, a.year, a.state, a.conclusion, \
         a.certainty, a.changed_at, a.person_name, u.conclusion from analysis_uses u \
         join analyses a on a.tenant = u.tenant and a.analysis_id = u.analysis_id \
         where u.tenant = $1 and u.part_id = $2 order by u.at limit $3",
        params![part.bytes(), MOST],
        |row| Ok(Used { known: known_row(row)?, taken: row.text(9)? }),
    )
}

/// What a conclusion rests on, as it is kept.
pub(super) struct Rests {
    pub(super) id: AnalysisId,
    pub(super) org_unit: OrgUnitId,
    pub(super) period: String,
    /// The figures that were kept; empty where none were.
    pub(super) facts: String,
    /// The measure that the analysis is about, where it is about one.
    pub(super) subject: Option<ElementId>,
    /// From when its figures are, microseconds since 1970 in UTC.
    pub(super) since: i64,
}

/// What the conclusions of some analyses rest on: of those that are concluded.
pub(super) fn rests_of(tx: &mut Tx<'_>, ids: &[AnalysisId]) -> Result<Vec<Rests>, DbError> {
    ask(
        tx,
        among!(
            "select a.analysis_id, a.org_unit_id, a.period, \
             coalesce((select s.facts from analysis_steps s where s.tenant = $1 \
             and s.analysis_id = a.analysis_id and s.facts <> '' order by s.number limit 1), ''), \
             (select m.element_id from measures m where m.tenant = $1 \
             and m.element_id = coalesce(p.subject_id, a.subject_id)), \
             coalesce((select min(s.facts_at) from analysis_steps s where s.tenant = $1 \
             and s.analysis_id = a.analysis_id and s.facts <> ''), a.concluded_at, a.changed_at) \
             from analyses a left join parts p on p.tenant = a.tenant and p.part_id = a.subject_id \
             where a.tenant = $1 and a.state = 'concluded' and a.analysis_id"
        ),
        ids.iter().map(|id| id.bytes()),
        |row| {
            Ok(Rests {
                id: row.id(0)?,
                org_unit: row.id(1)?,
                period: row.text(2)?,
                facts: row.text(3)?,
                subject: row.maybe_id(4)?,
                since: row.int(5)?,
            })
        },
    )
}

fn turn_row(row: &Row<'_>) -> Result<Turn, DbError> {
    let number = |from: usize| -> Result<Option<Decimal>, DbError> {
        let scale = u32::try_from(row.maybe_int(from + 1)?.unwrap_or(0)).unwrap_or(0);
        Ok(row.maybe_int(from)?.map(|digits| Decimal::new(digits, scale).normalize()))
    };
    Ok(Turn {
        measure: row.id(0)?,
        org_unit: row.id(1)?,
        period: row.parsed(2)?,
        before: number(3)?,
        after: number(5)?,
        at: row.int(7)?,
    })
}

/// What was changed of the values for all people of some measures after an instant, the oldest first.
pub(super) fn turns_of(
    tx: &mut Tx<'_>,
    measures: &BTreeSet<ElementId>,
    since: i64,
) -> Result<Vec<Turn>, DbError> {
    let mut found = ask_with(
        tx,
        among!(
            "select measure_id, org_unit_id, period, before_value, before_scale, value, scale, at \
             from value_history where tenant = $1 and at > $34 and breakdown = '' \
             and before_state <> '' and kind not in ('beside', 'withdrawn') and measure_id"
        ),
        measures.iter().map(|measure| measure.bytes()),
        &[since.into()],
        turn_row,
    )?;
    found.sort_by_key(|one| one.at);
    Ok(found)
}

/// The same of all measures.
pub(super) fn turns_since(tx: &mut Tx<'_>, since: i64) -> Result<Vec<Turn>, DbError> {
    tx.all(
        "select measure_id, org_unit_id, period, before_value, before_scale, value, scale, at \
         from value_history where tenant = $1 and at > $2 and breakdown = '' \
         and before_state <> '' and kind not in ('beside', 'withdrawn') order by at",
        params![since],
        turn_row,
    )
}
