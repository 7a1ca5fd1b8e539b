//! The municipality next door: Skärvik once more under another tenant, with the same identities,
//! and with a canary word in every text that people write. The word must never be seen in Skärvik.

use app::demo::world::World;
use app::demo::{id_of, plant_as};
use db::{Author, Db, DbError, Tenant, Tx};

use crate::kit;

/// In every text of the neighbour's.
pub(crate) const CANARY: &str = "kanariefågel";

/// Free text by table: what people write and pages show.
const FREE_TEXT: &[(&str, &[&str])] = &[
    ("org_units", &["name", "sort_key"]),
    ("people", &["name", "title", "email", "sort_key"]),
    ("decisions", &["paragraph", "reference"]),
    ("elements", &["number", "title", "text"]),
    ("measures", &["class", "measure_unit", "method", "source"]),
    ("imports", &["file_name", "content"]),
    ("annotations", &["text"]),
    ("baselines", &["reason"]),
    ("progress", &["note"]),
    ("assessments", &["reason", "person_name"]),
    ("rounds", &["title"]),
    ("follow_ups", &["summary"]),
    ("parts", &["why", "automatic_text", "text", "earlier_text"]),
    ("follow_up_events", &["comment", "person_name"]),
    ("reports", &["tree", "person_name"]),
];

/// Tables without free text of their own.
const WITHOUT_TEXT: &[&str] = &[
    "steering_models", "grants", "links", "targets", "structure_revisions", "structure_deltas",
    "outcomes", "import_rows", "element_status", "part_remedies",
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
    for (table, columns) in FREE_TEXT {
        let changes: Vec<String> = columns.iter().map(|column| format!("{column} = {column} || ' {CANARY}'")).collect();
        run(tx, &format!("update {table} set {} where tenant = $1", changes.join(", ")))?;
    }
    Ok(())
}

/// Copies a row of each kind of thing to an identity that Skärvik does not have.
fn copy_one_of_each(tx: &mut Tx<'_>) -> Result<(), DbError> {
    let id: [u8; 16] = id_of("grannkommunen", "allt");
    let hex: String = id.iter().map(|byte| format!("{byte:02x}")).collect();
    for (table, columns) in tables() {
        let Some(key) = key_of(&table).filter(|key| columns.contains(key)) else { continue };
        let Some(one) = first_key(tx, &table, &key)? else { continue };
        let copied: Vec<String> = columns
            .iter()
            .map(|column| match column.as_str() {
                own if own == key => format!("x'{hex}'"),
                "email" => "'annan@grannkommunen.test'".to_owned(),
                other => other.to_owned(),
            })
            .collect();
        run(
            tx,
            &format!(
                "insert into {table} ({}) select {} from {table} where tenant = $1 and {key} = x'{one}' \
                 on conflict do nothing",
                columns.join(", "),
                copied.join(", ")
            ),
        )?;
    }
    Ok(())
}

fn first_key(tx: &mut Tx<'_>, table: &str, key: &str) -> Result<Option<String>, DbError> {
    let sql: &'static str = format!("select {key} from {table} where tenant = $1 order by {key} limit 1").leak();
    tx.one(sql, &[], |row| {
        let id: [u8; 16] = row.id(0)?;
        Ok(id.iter().map(|byte| format!("{byte:02x}")).collect())
    })
}

/// The column that alone, with the tenant, is the key of a table.
fn key_of(table: &str) -> Option<String> {
    let schema: String = app::schema::MIGRATIONS.municipality.iter().map(|step| step.sql).collect();
    let at = schema.split(&format!("constraint {table}_key primary key (tenant, ")).nth(1)?;
    let key = at.split(')').next()?;
    (key.ends_with("_id") && key != "model_id" && !key.contains(',')).then(|| key.to_owned())
}

/// The municipality's tables with their columns, as the migrations make them.
pub(crate) fn tables() -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for line in app::schema::MIGRATIONS.municipality.iter().flat_map(|step| step.sql.lines()) {
        if let Some(rest) = line.strip_prefix("create table ") {
            found.push((rest.trim_end_matches(" (").to_owned(), Vec::new()));
        } else if let (Some(column), Some((_, columns))) = (line.strip_prefix("  "), found.last_mut()) {
            let word = column.split(' ').next().unwrap_or_default();
            if !["constraint", "primary", "unique", ""].contains(&word) {
                columns.push(word.to_owned());
            }
        }
    }
    found
}

fn run(tx: &mut Tx<'_>, sql: &str) -> Result<(), DbError> {
    tx.run(sql.to_owned().leak(), &[]).map(|_| ())
}

#[test]
fn every_table_of_the_schema_is_marked_or_said_to_hold_no_text() {
    let unknown: Vec<String> = tables()
        .into_iter()
        .map(|(table, _)| table)
        .filter(|table| !table.starts_with("audit_"))
        .filter(|table| !FREE_TEXT.iter().any(|(own, _)| own == table) && !WITHOUT_TEXT.contains(&table.as_str()))
        .collect();
    assert!(unknown.is_empty(), "write these tables in FREE_TEXT or WITHOUT_TEXT of neighbour.rs: {unknown:?}");
}
