//! The schema and the demo on both engines: what is planted in one is what is planted in the other.

mod judgements;
mod older_rounds;
mod roll_ups;

use app::app::{App, Clock, Settings};
use app::demo::world::{SEED, Size, World};
use app::demo::{plant, tenant};
use app::revisions::{Changed, KEPT_REVISIONS, log_length, note, revision, since};
use app::schema::MIGRATIONS;
use app::web::error::AppError;
use app::web::serve::Respond;
use bytes::Bytes;
use db::testing::{Engines, SeededEntropy, schema_problems, table_names};
use db::{Author, Db, INSTALLATION};
use domain::ids::ElementId;
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use jiff::civil::DateTime;
use std::sync::Arc;

#[test]
fn every_key_begins_with_the_municipality() {
    let mut tables = Vec::new();
    for (place, db) in Engines::all(MIGRATIONS) {
        // Opens both files on SQLite.
        db.read_control(INSTALLATION, app::identity::store::tenants).unwrap();
        db.read(tenant(), db::audit::verify).unwrap().unwrap();
        let problems = schema_problems(&place);
        // A host name is looked up before the municipality is known.
        assert_eq!(problems, ["tenant not first: tenants (host)"], "{}", db.engine_name());
        tables.push(table_names(&place));
    }
    assert!(tables[0].len() > 20, "{tables:?}");
    assert!(tables.windows(2).all(|pair| pair[0] == pair[1]), "{tables:?}");
}

#[test]
fn the_log_of_changes_keeps_what_pictures_are_brought_up_to_date_by_and_no_more() {
    let author = Author::default();
    let change = Changed::Element(ElementId::from([1; 16]));
    for (_place, db) in Engines::all(MIGRATIONS) {
        let engine = db.engine_name();
        db.write(tenant(), &author, move |tx| {
            tx.leave_unaudited("a test of the log alone");
            (0..KEPT_REVISIONS + 10).try_for_each(|_| note(tx, &[change]))
        })
        .unwrap();
        db.read(tenant(), |tx| {
            let head = revision(tx)?;
            assert_eq!(head, KEPT_REVISIONS + 10, "{engine}");
            assert_eq!(log_length(tx)?, KEPT_REVISIONS, "{engine}");
            let oldest = head - KEPT_REVISIONS;
            assert_eq!(since(tx, oldest, head)?, Some(vec![change]), "{engine}");
            assert_eq!(since(tx, oldest - 1, head)?, None, "{engine}: a gap is told");
            Ok::<_, db::DbError>(())
        })
        .unwrap();
    }
}

struct Still;

impl Clock for Still {
    fn now(&self) -> i64 {
        1_787_645_640_000_000
    }

    fn local(&self, _: i64) -> DateTime {
        jiff::civil::date(2026, 8, 25).at(9, 14, 0, 0)
    }
}

fn served(db: &Db) -> Arc<App> {
    let settings =
        Settings { only: Some(tenant()), demo: true, plain_http: true, ..Settings::default() };
    Arc::new(App::new(db.clone(), Arc::new(Still), Arc::new(SeededEntropy::new(7)), settings))
}

fn page(app: &Arc<App>, path: &str) -> (StatusCode, Bytes) {
    let mut headers = HeaderMap::new();
    headers.insert("host", HeaderValue::from_static("localhost"));
    let answer =
        app.respond(Method::GET, &path.parse().expect("an address"), headers, Bytes::new());
    (answer.status(), answer.into_body())
}

#[test]
fn the_demo_is_planted_alike_on_every_engine() {
    let mut heads = Vec::new();
    let mut pages = Vec::new();
    for (_place, db) in Engines::all(MIGRATIONS) {
        let world = World::scaled(Size::Small, SEED).unwrap();
        plant(&db, world, Still.now()).unwrap();
        let verified = db.read(tenant(), db::audit::verify).unwrap().unwrap();
        assert!(verified.rows > 500, "{verified:?}");
        let elements = db.read(tenant(), |tx| {
            let structure = served(&db).structures.at_head(tx, false)?;
            Ok::<_, AppError>(structure.elements().cloned().collect::<Vec<_>>())
        });
        heads.push(elements.unwrap());
        pages.push(page(&served(&db), "/logga-in"));
    }
    assert_eq!(pages[0].0, StatusCode::OK);
    assert!(heads.windows(2).all(|pair| pair[0] == pair[1]), "the same structure");
    assert!(pages.windows(2).all(|pair| pair[0] == pair[1]), "the same page");
}
