//! A mistyped command in Swedish: what is wrong and where help is.

use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Code 2 is for a command line that cannot be understood.
const MISUSE: u8 = 2;

/// Says what is wrong; help and version are shown as they are.
pub(crate) fn explain(error: &Error) -> ExitCode {
    let what = match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            // Nowhere to write means nobody to tell.
            let _ = error.print();
            let shown = error.kind() != ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
            return if shown { ExitCode::SUCCESS } else { ExitCode::from(MISUSE) };
        }
        ErrorKind::MissingRequiredArgument => {
            format!("det här saknas: {}", context(error, ContextKind::InvalidArg))
        }
        ErrorKind::UnknownArgument => {
            format!("”{}” finns inte", context(error, ContextKind::InvalidArg))
        }
        ErrorKind::InvalidSubcommand => {
            format!("kommandot ”{}” finns inte", context(error, ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!(
            "värdet ”{}” går inte att använda för {}",
            context(error, ContextKind::InvalidValue),
            context(error, ContextKind::InvalidArg)
        ),
        ErrorKind::ArgumentConflict => {
            format!("{} står två gånger eller mot något annat", context(error, ContextKind::InvalidArg))
        }
        _ => "kommandot går inte att förstå".to_owned(),
    };
    eprintln!("traden: {what}. Hjälp: traden --help");
    ExitCode::from(MISUSE)
}

fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(value) => value.to_string(),
        None => String::new(),
    }
}
