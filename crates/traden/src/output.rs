//! Writing what may be long and is often piped to another program.

use std::io::{Error, ErrorKind, Write};

/// Writes to standard output. A reader who has seen enough and closed the pipe is no fault.
pub(crate) fn write(text: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}

/// Why a file or folder cannot be used, in Swedish where the reason is an everyday one.
pub(crate) fn io_words(error: &Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "den finns inte".to_owned(),
        ErrorKind::PermissionDenied => "behörighet saknas".to_owned(),
        ErrorKind::IsADirectory => "det är en mapp".to_owned(),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => "det är ingen mapp".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "disken går inte att skriva på".to_owned(),
        ErrorKind::StorageFull => "disken är full".to_owned(),
        _ => error.to_string(),
    }
}
