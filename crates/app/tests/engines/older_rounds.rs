//! Rounds from before there were templates: they keep their days and their accounts, get their kind from
//! what they are about, and ask what they asked before.

use app::demo::tenant;
use app::followup::store;
use app::schema::MIGRATIONS;
use app::web::error::AppError;
use db::testing::Place;
use db::{Author, DbError, Migrations, params};
use domain::followup::{Round, RoundKind};

#[test]
fn rounds_from_before_templates_keep_what_they_had_and_get_a_kind() {
    let at = MIGRATIONS.municipality.iter().position(|step| step.name == "0016_templates").unwrap();
    let before = Migrations { municipality: &MIGRATIONS.municipality[..at], ..MIGRATIONS };
    for place in Place::all() {
        let db = place.open(before);
        let engine = db.engine_name();
        db.write(tenant(), &Author::default(), |tx| {
            tx.leave_unaudited("rows of an older program");
            for (number, period) in (1_u8..).zip(["2026-02", "2026-T2", "2026-H1", "2026"]) {
                tx.run(
                    "insert into rounds (tenant, round_id, title, period, opens_on, due_on, \
                     closes_on, version) values ($1, $2, $3, $4, $5, $6, $7, 3)",
                    params![
                        [number; 16],
                        "Runda",
                        period,
                        "2026-08-10",
                        "2026-09-04",
                        "2026-09-13"
                    ],
                )?;
            }
            tx.run(
                "insert into follow_ups (tenant, follow_up_id, round_id, org_unit_id, state, \
                 person_name, at, version) values ($1, $2, $3, $4, 'draft', 'Amira', 5, 2)",
                params![[9_u8; 16], [2_u8; 16], [8_u8; 16]],
            )?;
            Ok::<_, DbError>(())
        })
        .unwrap();
        drop(db);
        let db = place.open(MIGRATIONS);
        db.read(tenant(), |tx| {
            let mut rounds = store::rounds(tx)?;
            rounds.sort_by_key(|round| round.id);
            let kinds: Vec<RoundKind> = rounds.iter().map(|round| round.plan.kind).collect();
            let expected = [RoundKind::Month, RoundKind::Part, RoundKind::Part, RoundKind::Year];
            assert_eq!(kinds, expected, "{engine}");
            for round in &rounds {
                assert_eq!((round.version, round.due_at("enhet")), (3, round.due_on), "{engine}");
                assert_eq!(store::template_of(tx, round.id)?, None, "{engine}");
            }
            let accounts = store::accounts_of_round(tx, rounds[1].id)?;
            assert_eq!((accounts.len(), accounts[0].version), (1, 2), "{engine}");
            Ok::<_, AppError>(())
        })
        .unwrap();
        // Correcting its days keeps everything else.
        db.write(tenant(), &Author::default(), |tx| {
            let round = store::round(tx, [1; 16].into())?.expect("it is there");
            store::update_round(tx, "change", &Round { version: round.version + 1, ..round })
        })
        .unwrap();
        let round = db.read(tenant(), |tx| store::round(tx, [1; 16].into())).unwrap().unwrap();
        assert_eq!((round.version, round.plan.kind), (4, RoundKind::Month), "{engine}");
    }
}
