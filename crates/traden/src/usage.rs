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
            let help = in_swedish(&error.render().to_string());
            if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
                eprint!("{help}");
                return ExitCode::from(MISUSE);
            }
            // Nothing can be said about a closed pipe, and nobody reads it.
            let _ = crate::output::write(&help);
            return ExitCode::SUCCESS;
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
            format!(
                "{} står två gånger eller mot något annat",
                context(error, ContextKind::InvalidArg)
            )
        }
        _ => "kommandot går inte att förstå".to_owned(),
    };
    eprintln!("traden: {what}. Hjälp: traden --help");
    ExitCode::from(MISUSE)
}

/// The few English words of the help's own.
const WORDS: [(&str, &str); 12] = [
    ("Usage:", "Användning:"),
    ("<COMMAND>", "<KOMMANDO>"),
    ("[OPTIONS]", "[VAL]"),
    ("Commands:", "Kommandon:"),
    ("Arguments:", "Värden:"),
    ("Options:", "Val:"),
    ("Possible values:", "Möjliga värden:"),
    ("[default:", "[förval:"),
    ("[env:", "[miljövariabel:"),
    ("Print this message or the help of the given subcommand(s)", "Visar hjälpen för ett kommando"),
    ("Print version", "Visar versionen"),
    ("Print help", "Visar hjälpen"),
];

fn in_swedish(help: &str) -> String {
    let help = WORDS.iter().fold(help.to_owned(), |text, (from, to)| text.replace(from, to));
    help.replace(" (see more with '--help')", " (mer med --help)")
        .replace(" (see a summary with '-h')", " (kortare med -h)")
}

fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(value) => value.to_string(),
        None => String::new(),
    }
}
