//! Planting what the levels say of what is reported under them, each with the texts it quotes.

use db::Tx;
use domain::followup::{CompilationState, SourceKind};
use domain::ids::{CompilationId, OrgUnitId, PartId, QuoteId, RoundId};

use super::id_of;
use super::world::{Compiled, Quoted, World};
use crate::compilations::store::{insert_compilation, insert_quote};
use crate::compilations::{Compilation, Quote};
use crate::followup::store::{account, part};
use crate::web::error::AppError;

pub(super) fn plant(tx: &mut Tx<'_>, world: &World) -> Result<(), AppError> {
    for one in &world.compilations {
        let kept = compiled(world, one);
        insert_compilation(tx, &kept)?;
        for (position, quoted) in (0..).zip(&one.quotes) {
            let source =
                if quoted.of.is_empty() { of_part(tx, quoted)? } else { of_body(world, quoted) };
            let Some(source) = source else { continue };
            let told = format!("{}/{}{}/{}", one.org, quoted.org, quoted.of, quoted.about);
            let quote = Quote {
                id: id_of::<QuoteId>("quote", &told),
                compilation: kept.id,
                through: quoted.through.as_deref().map(|org| id_of("org", org)),
                comment: quoted.beside.clone(),
                position,
                ..source
            };
            insert_quote(tx, &quote)?;
        }
    }
    Ok(())
}

fn compiled(world: &World, one: &Compiled) -> Compilation {
    let name = world.person(&one.author).map(|person| person.name.clone());
    let state = if one.settled { CompilationState::Settled } else { CompilationState::Draft };
    Compilation {
        id: id_of::<CompilationId>("compilation", &one.org),
        round: id_of::<RoundId>("round", "delar-2026-08"),
        org_unit: id_of::<OrgUnitId>("org", &one.org),
        state,
        text: one.text.clone(),
        person_name: name.unwrap_or_default(),
        at: one.changed.as_microsecond(),
        version: 1,
    }
}

/// A part of an account as a source; a text that has changed since is quoted at an earlier version.
fn of_part(tx: &mut Tx<'_>, quoted: &Quoted) -> Result<Option<Quote>, AppError> {
    let id: PartId = id_of("part", &format!("{}/{}", quoted.org, quoted.about));
    let Some(source) = part(tx, id)? else { return Ok(None) };
    let Some(whose) = account(tx, source.account)? else { return Ok(None) };
    let version = source.text_version - i64::from(quoted.was.is_some());
    let is_summary = source.kind == domain::followup::PartKind::Summary;
    Ok(Some(Quote {
        source_kind: SourceKind::Part,
        source: id.bytes(),
        source_version: version,
        seen_version: version,
        origin: whose.org_unit,
        title: if is_summary { String::new() } else { source.title.clone() },
        text: quoted.was.clone().unwrap_or_else(|| source.text.clone()),
        person_name: source.person_name.clone(),
        written_at: source.at,
        ..blank()
    }))
}

fn of_body(world: &World, quoted: &Quoted) -> Option<Quote> {
    let of = world.compilations.iter().find(|one| one.org == quoted.of)?;
    let source = compiled(world, of);
    Some(Quote {
        source_kind: SourceKind::Compilation,
        source: source.id.bytes(),
        origin: source.org_unit,
        text: source.text,
        person_name: source.person_name,
        written_at: source.at,
        ..blank()
    })
}

fn blank() -> Quote {
    Quote {
        id: QuoteId::from([0; 16]),
        compilation: CompilationId::from([0; 16]),
        source_kind: SourceKind::Part,
        source: [0; 16],
        source_version: 1,
        seen_version: 1,
        origin: OrgUnitId::from([0; 16]),
        through: None,
        title: String::new(),
        text: String::new(),
        person_name: String::new(),
        written_at: 0,
        comment: String::new(),
        position: 0,
        version: 1,
    }
}
