//! `traden audit verify`: walks the chain of changes of every municipality, and changes nothing.

use std::process::ExitCode;

use db::audit::{Broken, Verified};

use crate::arguments::Place;
use crate::place::{look, municipalities};

pub(crate) fn verify(place: &Place) -> anyhow::Result<ExitCode> {
    let db = look(place)?;
    let mut whole = true;
    for municipality in municipalities(&db)? {
        let of_people = db.verify_control(municipality.tenant)?;
        let of_content = db.verify(municipality.tenant)?;
        // On PostgreSQL there is one chain for both.
        let one = db.engine_name() == "PostgreSQL";
        let chains = if one {
            vec![("", of_content)]
        } else {
            vec![(" innehåll:", of_content), (" konton:", of_people)]
        };
        for (which, verified) in chains {
            whole &= verified.is_ok();
            println!("{} ({}){which} {}", municipality.name, municipality.host, words(&verified));
        }
    }
    Ok(if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn words(verified: &Result<Verified, Broken>) -> String {
    match verified {
        Ok(Verified { rows: 0, .. }) => "hel, ingen ändring ännu".to_owned(),
        Ok(Verified { rows, erased, head }) => {
            let erased = if *erased > 0 { format!(", {erased} gallrade") } else { String::new() };
            format!("hel, {rows} ändringar{erased}, slutar med {head}")
        }
        Err(broken) => format!("BRUTEN: {}", wrong(broken)),
    }
}

fn wrong(broken: &Broken) -> String {
    match broken {
        Broken::Gap { expected, found } => {
            format!("rad {expected} saknas, där står rad {found}")
        }
        Broken::Altered(seq) => format!("rad {seq} har ändrats"),
        Broken::Payload(seq) => format!("innehållet i rad {seq} har ändrats"),
        Broken::Missing(seq) => format!("innehållet i rad {seq} saknas utan att ha gallrats"),
        Broken::Stray(seq) => format!("det finns ett innehåll för rad {seq}, som inte finns"),
        Broken::Head { last, head } => {
            format!("kedjan slutar vid rad {last}, men enligt huvudet vid rad {head}")
        }
    }
}
