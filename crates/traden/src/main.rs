//! The program: settings, start and stop. Everything else is in `app`.

mod arguments;
mod audit;
mod check;
mod demo;
mod init;
mod invite;
mod load;
mod machine;
mod mail;
mod model;
mod output;
mod place;
mod remind;
mod serve;
mod server;
mod spreadsheet;
mod usage;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Audit, Command, Model};

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage::explain(&error),
    };
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_target(false).init();
    let done = match arguments.command {
        Command::Demo(wanted) => demo::run(&wanted),
        Command::Init(wanted) => init::run(&wanted),
        Command::Serve(wanted) => serve::run(&wanted),
        Command::Remind(wanted) => remind::run(&wanted),
        Command::Invite(wanted) => invite::run(&wanted),
        Command::Check(wanted) => check::check(&wanted),
        Command::Model(Model::Check(wanted)) => model::check(&wanted),
        Command::Model(Model::Load(wanted)) => load::load(&wanted),
        Command::Model(Model::Export(wanted)) => load::export(&wanted),
        Command::Audit(Audit::Verify(place)) => audit::verify(&place),
        Command::ReadSpreadsheet => spreadsheet::run(),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("traden: {error:#}");
            ExitCode::FAILURE
        }
    }
}
