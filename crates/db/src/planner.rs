//! What SQLite's planner believes about our tables, fixed once and for all.
//!
//! A file holds one municipality, so `tenant = $1` chooses every row; without figures SQLite thinks
//! that it chooses ten, and reads a whole table where an index on the next column stands ready.
//! The figures are the same in every file, so that a plan never changes with the data.

use rusqlite::Connection;

use crate::DbError;

/// Rows left after the first, second, third … column of an index is given.
const LEFT: [&str; 6] = ["1000000", "1000", "30", "5", "3", "2"];

/// Table, index and its figures.
type Figures = (String, String, String);

/// Writes the figures where they are not those wanted.
pub(crate) fn inform(connection: &Connection) -> Result<(), DbError> {
    // Only this makes the table of figures.
    connection.execute_batch("analyze sqlite_schema")?;
    let wanted = wanted(connection)?;
    let found = connection
        .prepare("select tbl, idx, stat from sqlite_stat1 where idx is not null order by tbl, idx")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<Vec<Figures>, _>>()?;
    if found == wanted {
        return Ok(());
    }
    connection.execute_batch("begin immediate; delete from sqlite_stat1")?;
    for figures in &wanted {
        connection.execute(
            "insert into sqlite_stat1 (tbl, idx, stat) values (?1, ?2, ?3)",
            figures.clone(),
        )?;
    }
    connection.execute_batch("commit; analyze sqlite_schema")?;
    Ok(())
}

fn wanted(connection: &Connection) -> Result<Vec<Figures>, DbError> {
    // In a table without row ids the key's figures stand under the table's own name.
    let mut wanted = connection
        .prepare(
            "select t.name, case when t.wr = 1 and i.origin = 'pk' then t.name else i.name end, \
             i.\"unique\", (select count(*) from pragma_index_info(i.name)) \
             from pragma_table_list t, pragma_index_list(t.name) i \
             where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite_%' \
             and t.name not like 'schema_steps%'",
        )?
        .query_map([], |row| {
            let (unique, columns): (bool, u32) = (row.get(2)?, row.get(3)?);
            Ok((row.get(0)?, row.get(1)?, figures(unique, columns)))
        })?
        .collect::<Result<Vec<Figures>, _>>()?;
    wanted.sort();
    Ok(wanted)
}

/// How many rows there are, then how many are left after each column.
fn figures(unique: bool, columns: u32) -> String {
    let mut left: Vec<&str> = (0..columns as usize)
        .map(|at| LEFT.get(at).or(LEFT.last()).copied().unwrap_or("1"))
        .collect();
    if let Some(last) = left.last_mut().filter(|_| unique) {
        *last = "1";
    }
    format!("{} {}", LEFT[0], left.join(" "))
}
