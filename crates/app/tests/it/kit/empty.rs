//! A municipality on its first day: a steering model, the top of the organisation and two people.

use app::identity::store::{PersonRow, insert_grant, insert_person, insert_tenant};
use app::organisation::store::insert_org_unit;
use app::steering::store::insert_model;
use app::web::error::AppError;
use db::{Author, Db};
use domain::access::AccessRole;
use domain::organisation::OrgUnit;
use domain::steering::{OrgLevelKind, capitalised, check};
use jiff::civil::date;

use super::app::{id, morning};

const MODEL: &str = include_str!("../../../../../presets/osteraker-2018.yaml");

/// Who looks after it, and who plans in it.
const PEOPLE: [(&str, AccessRole); 2] =
    [("Johan Åkerlund", AccessRole::Administrator), ("Kerstin Öberg", AccessRole::Controller)];

/// Founds the municipality in an empty installation, as `traden init` does.
pub(super) fn plant(db: &Db) {
    let author = Author { name: "Test".to_owned(), at: morning(), ..Author::default() };
    let founded = db.write(app::demo::tenant(), &author, |tx| {
        let model = check(MODEL.as_bytes()).into_model().expect("the preset is accepted");
        let council = model.org_levels.iter().find(|level| level.kind == OrgLevelKind::Council);
        let level = council.expect("the preset has a council");
        let top = OrgUnit {
            id: id("org", "kommunfullmaktige").parse().expect("an identity"),
            level: level.id.as_str().to_owned(),
            kind: level.kind,
            parent: None,
            name: capitalised(&level.name.singular),
            valid_from: date(2026, 1, 1),
            valid_to: None,
            succeeded_by: None,
            version: 1,
        };
        insert_model(tx, &model, MODEL, date(2026, 1, 1))?;
        insert_org_unit(tx, &top)?;
        for (name, role) in PEOPLE {
            let person = id("person", name).parse().expect("an identity");
            let email = format!("{}@tom.example", id("person", name));
            insert_person(
                tx,
                &PersonRow {
                    id: person,
                    name: name.to_owned(),
                    title: String::new(),
                    email,
                    version: 1,
                    left_on: None,
                },
            )?;
            let grant = id("grant", name).parse().expect("an identity");
            insert_grant(tx, grant, person, (role, top.id), date(2026, 1, 1))?;
        }
        Ok::<_, AppError>(())
    });
    founded.expect("an empty municipality can be founded");
    let named = db.write_control(app::demo::tenant(), &author, |tx| {
        insert_tenant(tx, super::app::HOST, "Tomköping")
    });
    named.expect("and named");
}
