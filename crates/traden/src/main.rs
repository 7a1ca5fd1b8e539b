//! The program: settings, start and stop. Everything else is in `app`.

mod arguments;
mod demo;
mod machine;
mod server;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

fn main() -> ExitCode {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_target(false).init();
    let done = match Arguments::parse().command {
        Command::Demo(wanted) => demo::run(&wanted),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("traden: {error:#}");
            ExitCode::FAILURE
        }
    }
}
