//! `kill -9` in the middle of writing: what was answered is there, and the chain of changes is whole.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

mod common;

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use common::{Dice, Server, ask, init_in, output, sign_in_with_code, text};
use db::Engine;
use db::testing::Place;

const CYCLES: usize = 12;
const CYCLES_ON_POSTGRESQL: usize = 6;
const WRITERS: u64 = 3;

/// The form of a new measure with an id of our own, so that what was kept can be asked for.
fn measure(id: u128, kind: &str, owner: &str) -> String {
    format!(
        "id={id:032x}&typ={kind}&titel=M%C3%A5tt+{id}&text=Kort&agare={owner}&klass=&enhet=procent\
         &decimaler=1&riktning=higher&metod=R%C3%A4knas&kalla=Eget&frekvens=year&organisation=mean&tid=mean\
         &raknas=ja&paverkbar=ja"
    )
}

/// An identity that no other write has; the bits of a UUID's version and variant stay right.
fn identity(cycle: usize, writer: u64, number: u64) -> u128 {
    let tail = (cycle as u128) << 40 | u128::from(writer) << 32 | u128::from(number);
    0x0190_0000_0000_7000_8000_0000_0000_0000 | tail
}

#[test]
fn nothing_that_was_answered_is_lost_when_the_server_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data").display().to_string();
    survives_kills(["--data", &data], CYCLES);
}

#[test]
fn nothing_that_was_answered_is_lost_when_a_node_on_postgresql_is_killed() {
    let Some(place) = Place::postgres() else {
        println!("skipped: PostgreSQL is not installed");
        return;
    };
    let Engine::Postgres { url } = &place.engine else { panic!("PostgreSQL") };
    survives_kills(["--database", url], CYCLES_ON_POSTGRESQL);
}

/// Kills a server among writes, again and again; after each time all that was answered is there, and
/// the chain of changes is whole.
fn survives_kills(place: [&str; 2], cycles: usize) {
    let code = init_in(place);
    let arguments = ["serve", place[0], place[1], "--insecure-loopback"];
    let mut dice = Dice(20_260_825);
    let mut answered: Vec<u128> = Vec::new();
    let mut count = 0;
    let mut server = Server::start(&arguments);
    let cookie = sign_in_with_code(server.port, &code);
    let form = ask(server.port, "GET", "/matt/nytt", &cookie, "").unwrap();
    assert_eq!(form.status, 200, "{}", form.body);
    let (kind, owner) = (form.option("typ"), form.option("agare"));
    for cycle in 0..cycles {
        let wait = Duration::from_millis(40 + dice.below(260));
        let fresh = write_until_killed(server, (cycle, wait), &cookie, (&kind, &owner));
        count += fresh.len();
        answered.extend(fresh);
        let verified = output(&["audit", "verify", place[0], place[1]]);
        assert!(verified.status.success(), "{}{}", text(&verified.stdout), text(&verified.stderr));
        server = Server::start(&arguments);
        for id in &answered {
            let kept = ask(server.port, "GET", &format!("/matt/{id:032x}"), &cookie, "").unwrap();
            assert_eq!(
                kept.status, 200,
                "measure {id:032x} of an answered write is gone in cycle {cycle}"
            );
        }
        // Old ones have been found again enough.
        let old = answered.len().saturating_sub(40);
        answered.drain(..old);
    }
    println!("{count} writes were answered in {cycles} cycles");
    assert!(count > cycles, "the server was killed among writes");
}

/// Writers write as fast as they can until the server is killed; tells what was answered with 303.
fn write_until_killed(
    server: Server,
    (cycle, wait): (usize, Duration),
    cookie: &str,
    (kind, owner): (&str, &str),
) -> Vec<u128> {
    let port = server.port;
    let killed = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let killed = &killed;
                scope.spawn(move || {
                    let mut answered = Vec::new();
                    for number in 0.. {
                        let id = identity(cycle, writer, number);
                        match ask(port, "POST", "/matt", cookie, &measure(id, kind, owner)) {
                            Some(page) if page.status == 303 => answered.push(id),
                            Some(page) => panic!("refused: {} {}", page.status, page.body),
                            None => break,
                        }
                        if killed.load(Ordering::Relaxed) {
                            break;
                        }
                    }
                    answered
                })
            })
            .collect();
        std::thread::sleep(wait);
        server.kill();
        killed.store(true, Ordering::Relaxed);
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    })
}
