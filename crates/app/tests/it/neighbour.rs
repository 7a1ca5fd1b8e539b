//! The municipality next door: Skärvik once more under another tenant, with the same identities,
//! and with a canary word in every text that people write. The word must never be seen in Skärvik.

use app::demo::world::World;
use app::demo::{id_of, plant_as};
use db::{Author, Db, DbError, Tenant, Tx, params};

use crate::kit;

/// In every text of the neighbour's.
pub(crate) const CANARY: &str = "kanariefågel";

/// Columns of text that hold codes, days or files of ours; what is in all others people have
/// written. A new column of codes that is not named here makes the neighbour's own pages fail.
const CODES: &[&str] = &[
    "answer",
    "ask_on",
    "before_quality",
    "before_state",
    "breakdown",
    "breakdowns",
    "causes",
    "closes_on",
    "day",
    "day_rule",
    "days",
    "decided_on",
    "digest",
    "direction",
    "document",
    "due_on",
    "earlier_period",
    "element_type",
    "ended_on",
    "ends_on",
    "formula",
    "frequency",
    "how",
    "kind",
    "language",
    "latest",
    "level",
    "levels",
    "model_id",
    "model_step",
    "needed_on",
    "needs",
    "next_ask_on",
    "on_day",
    "opens_on",
    "over_organisation",
    "over_time",
    "pace",
    "origin_kind",
    "period",
    "progress",
    "proposed_level",
    "quality",
    "reader",
    "role",
    "side",
    "scale_level",
    "source_kind",
    "stage",
    "starts_on",
    "state",
    "stops",
    "subject_kind",
    "template",
    "tells_inhabitants",
    "tree",
    "until_on",
    "valid_from",
    "valid_to",
    "what",
    "yaml",
];

/// The neighbour.
pub(crate) fn tenant() -> Tenant {
    Tenant(id_of("tenant", "grannkommunen"))
}

/// The identity of one thing of every kind that only the neighbour has.
pub(crate) fn only_there() -> String {
    kit::id("grannkommunen", "allt")
}

/// Plants the neighbour.
pub(crate) fn plant(db: &Db, host: &'static str) {
    let world = World::load().expect("the demo's data is whole");
    plant_as(db, tenant(), host, world, kit::morning()).expect("the neighbour can be planted");
    let author = Author { name: "Test".to_owned(), at: kit::morning(), ..Author::default() };
    let marked = db.write(tenant(), &author, |tx| {
        tx.leave_unaudited("a test's preparation");
        mark_texts(tx)?;
        copy_one_of_each(tx)
    });
    marked.expect("the neighbour's texts can be marked");
}

fn mark_texts(tx: &mut Tx<'_>) -> Result<(), DbError> {
    for table in tables().iter().filter(|table| !table.name.starts_with("audit_")) {
        let texts = table
            .columns
            .iter()
            .filter(|(name, kind)| kind == "text" && !CODES.contains(&name.as_str()));
        let changes: Vec<String> =
            texts.map(|(name, _)| format!("{name} = {name} || ' {CANARY}'")).collect();
        if !changes.is_empty() {
            let mark =
                format!("update {} set {} where tenant = $1", table.name, changes.join(", "));
            tx.run(mark.leak(), &[])?;
        }
    }
    Ok(())
}

/// Copies a row of each kind of thing to an identity that Skärvik does not have.
fn copy_one_of_each(tx: &mut Tx<'_>) -> Result<(), DbError> {
    let theirs: [u8; 16] = id_of("grannkommunen", "allt");
    for Table { name: table, columns } in tables() {
        let Some(key) = key_of(&table) else { continue };
        let columns: Vec<String> = columns.into_iter().map(|(name, _)| name).collect();
        let first: &'static str =
            format!("select {key} from {table} where tenant = $1 order by {key} limit 1").leak();
        let Some(one) = tx.one(first, &[], |row| row.id::<[u8; 16]>(0))? else { continue };
        let copied: Vec<&str> = columns
            .iter()
            .map(|column| match column.as_str() {
                own if own == key => "$3",
                "email" => "'annan@grannkommunen.test'",
                other => other,
            })
            .collect();
        let copy = format!(
            "insert into {table} ({}) select {} from {table} where tenant = $1 and {key} = $2 on conflict do nothing",
            columns.join(", "),
            copied.join(", ")
        );
        tx.run(copy.leak(), params![one, theirs])?;
    }
    Ok(())
}

/// The column that alone, with the tenant, is the key of a table.
fn key_of(table: &str) -> Option<String> {
    let schema: String = app::schema::MIGRATIONS.municipality.iter().map(|step| step.sql).collect();
    let at = schema.split(&format!("constraint {table}_key primary key (tenant, ")).nth(1)?;
    let key = at.split(')').next()?;
    (key.ends_with("_id") && key != "model_id" && !key.contains(',')).then(|| key.to_owned())
}

/// A table as the migrations make it.
pub(crate) struct Table {
    pub(crate) name: String,
    /// Names and kinds of its columns.
    pub(crate) columns: Vec<(String, String)>,
}

/// The municipality's tables.
pub(crate) fn tables() -> Vec<Table> {
    let mut found: Vec<Table> = Vec::new();
    for line in app::schema::MIGRATIONS.municipality.iter().flat_map(|step| step.sql.lines()) {
        if let Some(rest) = line.strip_prefix("create table ") {
            found.push(Table { name: rest.trim_end_matches(" (").to_owned(), columns: Vec::new() });
        } else if let (Some(column), Some(table)) = (line.strip_prefix("  "), found.last_mut()) {
            let mut words = column.split([' ', ',']);
            let (word, kind) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
            if ["text", "BYTES", "BIGINT"].contains(&kind) {
                table.columns.push((word.to_owned(), kind.to_owned()));
            }
        }
    }
    found
}
