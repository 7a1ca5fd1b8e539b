//! The parts of accounts: everything that is asked and answered.

use std::collections::{BTreeMap, BTreeSet};

use db::{DbError, Row, Tx, params};
use domain::followup::{Need, PartKind, PartQuestion, PartState};
use domain::fulfilment::Fulfilment;
use domain::ids::{ElementId, FollowUpId, OrgUnitId, PartId, RoundId};
use domain::periods::Period;
use serde::Serialize;

use crate::cx::record;
use crate::elements::store::{among, ask};
use crate::web::error::AppError;

/// One part of an account.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Part {
    /// Identity.
    pub id: PartId,
    /// The account.
    pub account: FollowUpId,
    /// Its place in the account, from 0.
    pub position: i64,
    /// What it is about.
    pub kind: PartKind,
    /// The measure, activity or goal.
    pub subject: Option<ElementId>,
    /// What the subject was called when the account was opened.
    pub title: String,
    /// Why it needs words; empty when it goes as expected.
    pub needs: Vec<Need>,
    /// Left or done.
    pub state: PartState,
    /// Text made by rule from the figures; stands until somebody writes.
    pub automatic_text: String,
    /// Causes ticked.
    pub causes: Vec<String>,
    /// Text written by a person.
    pub text: String,
    /// Version of the text.
    pub text_version: i64,
    /// What was written last time about the same thing.
    pub earlier_text: String,
    /// When that was.
    pub earlier_period: Option<Period>,
    /// The judgement.
    pub level: Option<Fulfilment>,
    /// The level of the model's scale by which it was given; empty when by none.
    pub scale_level: String,
    /// What the rule proposed.
    pub proposed: Option<Fulfilment>,
    /// Why the rule proposed it, in a sentence.
    pub proposal_reason: String,
    /// Why the judgement differs from the proposal.
    pub reason: String,
    /// Version of the reason.
    pub reason_version: i64,
    /// Who wrote last; empty when nobody has.
    pub person_name: String,
    /// When, in microseconds since 1970 in UTC; 0 when never.
    pub at: i64,
    /// Version of everything but the long texts; 1 is the first.
    pub version: i64,
    /// What it asks beyond what every part asks, and the answer.
    pub asked: Option<PartQuestion>,
    /// Whether the figures have changed since the account was opened so that nothing needs words any
    /// longer; never of what is handed in, which keeps what it said.
    #[serde(skip)]
    pub eased: bool,
}

/// The lines of a text that a type reads.
pub(super) fn lines<T: std::str::FromStr>(text: &str) -> Vec<T> {
    text.lines().filter_map(|line| line.parse().ok()).collect()
}

pub(super) fn part_row(row: &Row<'_>) -> Result<Part, DbError> {
    Ok(Part {
        id: row.id(0)?,
        account: row.id(1)?,
        position: row.int(2)?,
        kind: row.parsed(3)?,
        subject: row.maybe_id(4)?,
        title: row.text(5)?,
        needs: lines(&row.text(6)?),
        state: row.parsed(7)?,
        automatic_text: row.text(8)?,
        causes: lines(&row.text(9)?),
        text: row.text(10)?,
        text_version: row.int(11)?,
        earlier_text: row.text(12)?,
        earlier_period: row.text(13)?.parse().ok(),
        level: row.text(14)?.parse().ok(),
        proposed: row.text(15)?.parse().ok(),
        proposal_reason: row.text(16)?,
        reason: row.text(17)?,
        reason_version: row.int(18)?,
        person_name: row.text(19)?,
        at: row.int(20)?,
        version: row.int(21)?,
        scale_level: row.text(22)?,
        asked: asked(row)?,
        eased: false,
    })
}

fn asked(row: &Row<'_>) -> Result<Option<PartQuestion>, DbError> {
    let Some(answer) = row.maybe_parsed(23)? else { return Ok(None) };
    Ok(Some(PartQuestion {
        answer,
        question: row.maybe_id(24)?,
        question_version: row.int(25)?,
        help: row.text(26)?,
        choices: row.text(27)?.lines().map(str::to_owned).collect(),
        required: row.int(28)? > 0,
        reader: row.text(29)?,
        minutes: row.int(30)?,
        value: row.text(31)?,
        forecast_ore: row.maybe_int(32)?,
        budget_ore: row.maybe_int(33)?,
    }))
}

/// The columns of a part in the order that [`part_row`] reads them.
macro_rules! part_columns {
    () => {
        "p.part_id, p.follow_up_id, p.position, p.kind, p.subject_id, p.title, p.needs, p.state, \
         p.automatic_text, p.causes, p.text, p.text_version, p.earlier_text, p.earlier_period, \
         p.level, p.proposed_level, p.proposal_reason, p.reason, p.reason_version, p.person_name, \
         p.at, p.version, p.scale_level, a.answer, a.question_id, a.question_version, a.help, \
         a.choices, a.required, a.reader, a.minutes, a.value, a.forecast_ore, a.budget_ore"
    };
}
pub(super) use part_columns;

/// The table of parts with what some of them ask beyond what every part asks.
macro_rules! from_parts {
    () => {
        " from parts p left join part_answers a on a.tenant = p.tenant and a.part_id = p.part_id "
    };
}
pub(super) use from_parts;

/// The place of the first column after those of a part.
pub(super) const AFTER_PART: usize = 34;

/// The parts of an account in order.
pub fn parts_of(tx: &mut Tx<'_>, account: FollowUpId) -> Result<Vec<Part>, DbError> {
    tx.all(
        concat!(
            "select ",
            part_columns!(),
            from_parts!(),
            "where p.tenant = $1 and p.follow_up_id = $2 order by p.position, p.part_id"
        ),
        params![account.bytes()],
        part_row,
    )
}

/// One part.
pub fn part(tx: &mut Tx<'_>, id: PartId) -> Result<Option<Part>, DbError> {
    tx.one(
        concat!(
            "select ",
            part_columns!(),
            from_parts!(),
            "where p.tenant = $1 and p.part_id = $2"
        ),
        params![id.bytes()],
        part_row,
    )
}

/// The judged goals of some accounts, by account: what is quoted upward.
pub fn goals_of_accounts(
    tx: &mut Tx<'_>,
    accounts: &BTreeSet<FollowUpId>,
) -> Result<BTreeMap<FollowUpId, Vec<Part>>, DbError> {
    let parts = ask(
        tx,
        among!(concat!(
            "select ",
            part_columns!(),
            from_parts!(),
            "where p.tenant = $1 and p.kind = 'goal' and p.follow_up_id"
        )),
        accounts.iter().map(|id| id.bytes()),
        part_row,
    )?;
    let mut by_account: BTreeMap<FollowUpId, Vec<Part>> = BTreeMap::new();
    for part in parts {
        by_account.entry(part.account).or_default().push(part);
    }
    Ok(by_account)
}

/// What the org unit has said in earlier rounds, the latest first, for "this is what you wrote": a
/// short round in between hides nothing.
pub fn earlier_parts(
    tx: &mut Tx<'_>,
    org_unit: OrgUnitId,
    before: jiff::civil::Date,
) -> Result<Vec<(Period, Part)>, DbError> {
    tx.all(
        concat!(
            "select ",
            part_columns!(),
            ", r.period",
            from_parts!(),
            "join follow_ups f on f.tenant = p.tenant and f.follow_up_id = p.follow_up_id \
             join rounds r on r.tenant = f.tenant and r.round_id = f.round_id \
             where p.tenant = $1 and f.org_unit_id = $2 and r.due_on < $3 \
             and (p.text <> '' or a.value <> '' or a.forecast_ore is not null) \
             order by r.due_on desc, p.position limit 500"
        ),
        params![org_unit.bytes(), before.to_string()],
        |row| Ok((row.parsed(AFTER_PART)?, part_row(row)?)),
    )
}

/// How many parts each account of a round has left.
pub fn left_counts(
    tx: &mut Tx<'_>,
    round: RoundId,
) -> Result<BTreeMap<FollowUpId, (i64, i64)>, DbError> {
    let rows = tx.all(
        "select p.follow_up_id, sum(case when p.state = 'left' then 1 else 0 end), count(*) \
         from parts p join follow_ups f on f.tenant = p.tenant and f.follow_up_id = p.follow_up_id \
         where p.tenant = $1 and f.round_id = $2 and f.state = 'draft' \
         group by p.follow_up_id",
        params![round.bytes()],
        |row| Ok((row.id(0)?, (row.int(1)?, row.int(2)?))),
    )?;
    Ok(rows.into_iter().collect())
}

/// Keeps a new part.
pub fn insert_part(tx: &mut Tx<'_>, part: &Part) -> Result<(), AppError> {
    let needs: Vec<&str> = part.needs.iter().map(|need| need.code()).collect();
    tx.run(
        "insert into parts (tenant, part_id, follow_up_id, position, kind, subject_id, title, needs, \
         state, automatic_text, causes, text, text_version, earlier_text, earlier_period, level, \
         proposed_level, proposal_reason, reason, reason_version, person_name, at, version, \
         scale_level) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, \
         $19, $20, $21, $22, $23, $24)",
        params![
            part.id.bytes(),
            part.account.bytes(),
            part.position,
            part.kind.code(),
            part.subject.map(ElementId::bytes),
            &part.title,
            needs.join("\n"),
            part.state.code(),
            &part.automatic_text,
            part.causes.join("\n"),
            &part.text,
            part.text_version,
            &part.earlier_text,
            part.earlier_period.map(|period| period.to_string()).unwrap_or_default(),
            part.level.map_or("", Fulfilment::code),
            part.proposed.map_or("", Fulfilment::code),
            &part.proposal_reason,
            &part.reason,
            part.reason_version,
            &part.person_name,
            part.at,
            part.version,
            &part.scale_level
        ],
    )?;
    if let Some(asked) = &part.asked {
        super::answers::insert_asked(tx, part.id, asked)?;
    }
    record(tx, "create", "part", part.id.bytes(), part.version, part)
}
