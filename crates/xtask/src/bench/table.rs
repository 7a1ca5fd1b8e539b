//! The details behind the gates, as tables.

use super::kilo;
use super::pages::{Measured, NAMES};
use super::town::Town;

/// What is done once.
pub(super) fn print_once(small: &Town, large: &Town, start: &Result<f64, String>) {
    println!("| Once | small | large |\n|---|---:|---:|");
    let planted = |town: &Town| {
        town.planted.map_or_else(|| "kept".to_owned(), |seconds| format!("{seconds:.2}"))
    };
    println!("| plant the demo, s | {} | {} |", planted(small), planted(large));
    println!("| load the structure, s | {:.2} | {:.2} |", small.loaded, large.loaded);
    let start = match start {
        Ok(millis) => format!("{millis:.0} ms"),
        Err(why) => format!("not measured: {why}"),
    };
    println!("| start to listening | {start} | |");
}

/// What each request costs.
pub(super) fn print_requests(
    small: &[Measured],
    large: &[Measured],
    served: &[Option<(f64, usize)>],
) {
    println!(
        "\n| Request | small, CPU ms | large, CPU ms | large/small | large with gzip, CPU ms | large, kB | gzip, kB |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|");
    for (at, name) in NAMES.iter().enumerate() {
        let row = (small.get(at), large.get(at), served.get(at).copied().flatten());
        println!("{}", line(name, row));
    }
    println!(
        "\nCPU is user and system time of the whole process per request, one client, after warm-up."
    );
    println!("The column with gzip includes the client on the same machine.\n");
}

fn line(
    name: &str,
    (small, large, served): (Option<&Measured>, Option<&Measured>, Option<(f64, usize)>),
) -> String {
    match (small, large) {
        (Some(Measured::Done(small)), Some(Measured::Done(large))) => {
            let (gzip, kilobytes) = served
                .map_or((String::new(), String::new()), |(cpu, bytes)| {
                    (format!("{cpu:.2}"), format!("{:.1}", kilo(bytes)))
                });
            format!(
                "| {name} | {:.2} | {:.2} | {:.2} | {gzip} | {:.1} | {kilobytes} |",
                small.cpu,
                large.cpu,
                large.cpu / small.cpu,
                kilo(large.bytes)
            )
        }
        (Some(Measured::Missing(why)), _) | (_, Some(Measured::Missing(why))) => {
            format!("| {name} | not measured: {why} | | | | | |")
        }
        _ => format!("| {name} | | | | | | |"),
    }
}
