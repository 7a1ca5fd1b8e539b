//! Looks at a schema as the engine has it: `tenant` first in every key, nothing that ties
//! municipalities together.

use std::path::Path;

use postgres::NoTls;
use rusqlite::Connection;

use super::Place;
use crate::Engine;

/// What in a place's schema breaks the rules, in words; empty when nothing does.
///
/// # Panics
/// When the schema cannot be read.
pub fn schema_problems(place: &Place) -> Vec<String> {
    match &place.engine {
        Engine::Sqlite { folder } => files(folder).iter().flat_map(lite_problems).collect(),
        Engine::Postgres { url } => pg_problems(url),
    }
}

/// The tables of a place that hold data, in order.
///
/// # Panics
/// When the schema cannot be read.
pub fn table_names(place: &Place) -> Vec<String> {
    let mut names: Vec<String> = match &place.engine {
        Engine::Sqlite { folder } => files(folder)
            .iter()
            .flat_map(|file| texts(file, "select name from sqlite_schema where type = 'table'"))
            .collect(),
        Engine::Postgres { url } => {
            pg_texts(url, "select tablename::text from pg_tables where schemaname = 'public'")
        }
    };
    names.retain(|name| !name.starts_with("schema_steps") && !name.starts_with("sqlite_"));
    names.sort();
    names.dedup();
    names
}

fn files(folder: &Path) -> Vec<Connection> {
    std::fs::read_dir(folder)
        .expect("the folder can be read")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "db"))
        .map(|path| Connection::open(path).expect("the file opens"))
        .collect()
}

fn texts(file: &Connection, sql: &str) -> Vec<String> {
    file.prepare(sql)
        .and_then(|mut statement| {
            statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()
        })
        .expect("the schema can be read")
}

fn lite_problems(file: &Connection) -> Vec<String> {
    [
        "select 'trigger ' || name from sqlite_schema where type in ('trigger', 'view')",
        "select 'sequence in ' || name from sqlite_schema where sql like '%autoincrement%'",
        "select 'not strict: ' || name from pragma_table_list \
         where schema = 'main' and type = 'table' and strict = 0 \
         and name not like 'sqlite_%' and name not like 'schema_steps%'",
        "select 'no key: ' || t.name from pragma_table_list t \
         where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite_%' \
         and t.name not like 'schema_steps%' and not exists \
         (select 1 from pragma_table_info(t.name) c where c.pk = 1 and c.name = 'tenant')",
        "select 'tenant not first: ' || t.name || ' (' || group_concat(c.name) || ')' \
         from pragma_table_list t, pragma_index_list(t.name) i, pragma_index_info(i.name) c \
         where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite_%' \
         and t.name not like 'schema_steps%' group by t.name, i.name \
         having sum(c.seqno = 0 and c.name = 'tenant') = 0",
    ]
    .iter()
    .flat_map(|sql| texts(file, sql))
    .collect()
}

fn pg_texts(url: &str, sql: &str) -> Vec<String> {
    postgres::Client::connect(url, NoTls)
        .and_then(|mut client| client.query(sql, &[]))
        .expect("the schema can be read")
        .iter()
        .map(|row| row.get(0))
        .collect()
}

fn pg_problems(url: &str) -> Vec<String> {
    [
        "select 'trigger ' || tgname from pg_trigger where not tgisinternal",
        "select 'sequence or view ' || relname from pg_class join pg_namespace n \
         on n.oid = relnamespace where nspname = 'public' and relkind in ('S', 'v', 'm')",
        "select 'default in ' || table_name || '.' || column_name from information_schema.columns \
         where table_schema = 'public' and (column_default is not null or is_identity = 'YES')",
        "select 'no key: ' || tablename from pg_tables where schemaname = 'public' \
         and tablename not like 'schema_steps%' and not exists (select 1 from pg_index i \
         join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0] \
         where i.indisprimary and a.attname = 'tenant' and i.indrelid = tablename::regclass)",
        "select 'tenant not first: ' || c.relname || ' (' || pg_get_indexdef(i.indexrelid, 1, true) || ')' \
         from pg_index i join pg_class c on c.oid = i.indrelid \
         join pg_namespace n on n.oid = c.relnamespace \
         join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0] \
         where n.nspname = 'public' and c.relname not like 'schema_steps%' and a.attname <> 'tenant'",
        "select 'row-level security not forced: ' || relname from pg_class c \
         join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and relkind = 'r' \
         and relname <> 'tenants' and relname not like 'schema_steps%' \
         and not (relrowsecurity and relforcerowsecurity)",
    ]
    .iter()
    .flat_map(|sql| pg_texts(url, sql))
    .collect()
}
