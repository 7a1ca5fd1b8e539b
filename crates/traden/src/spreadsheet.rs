//! Reading a spreadsheet in a process of its own, which may take no more memory, time or disk than
//! it is given: what is in a file from outside decides over that process alone.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use app::app::Spreadsheets;
use formats::xlsx::{XlsxProblem, read_as_csv};
use rustix::process::{Resource, Rlimit, setrlimit};

/// The hidden command that the other process is started with.
pub(crate) const COMMAND: &str = "read-spreadsheet";

const MIB: u64 = 1024 * 1024;
/// Memory of the reading process.
const MEMORY: u64 = 512 * MIB;
/// Seconds of computing.
const SECONDS: u64 = 20;
/// Seconds by the clock on the wall, also while it computes nothing.
const PATIENCE: Duration = Duration::from_secs(30);
/// Between two looks at whether it is done.
const PAUSE: Duration = Duration::from_millis(5);
/// Most bytes that go in and come out; an upload is no larger.
const LARGEST: u64 = 32 * MIB;
/// How many are read at a time.
const AT_ONCE: usize = 2;

/// Reads in a process of its own, started from this very program.
pub(crate) fn in_another_process() -> Spreadsheets {
    Spreadsheets::by(read)
}

fn read(bytes: &[u8]) -> Result<String, XlsxProblem> {
    let _turn = Turn::take();
    // What cannot be started cannot be trusted with a file either; the log says why.
    let mut child = start().map_err(|error| {
        eprintln!("traden: {COMMAND}: {error}");
        XlsxProblem::Broken
    })?;
    let (to, from) = (child.stdin.take(), child.stdout.take());
    let (answer, ended) = thread::scope(|scope| {
        scope.spawn(move || to.map(|mut to| to.write_all(bytes)));
        let answer = scope.spawn(move || {
            let mut text = Vec::new();
            let _ = from.map(|from| from.take(LARGEST + 1).read_to_end(&mut text));
            text
        });
        let ended = wait(&mut child);
        (answer.join().unwrap_or_default(), ended)
    });
    let text = String::from_utf8(answer).map_err(|_| XlsxProblem::Broken)?;
    match ended {
        Some(0) if u64::try_from(text.len()).is_ok_and(|size| size <= LARGEST) => Ok(text),
        Some(1) => Err(XlsxProblem::of_code(text.trim()).unwrap_or(XlsxProblem::Broken)),
        // It took or gave more than it was given.
        _ => Err(XlsxProblem::TooLarge),
    }
}

/// This very program, also when a newer one has taken its place on disk.
fn program() -> std::io::Result<PathBuf> {
    let own = PathBuf::from("/proc/self/exe");
    if own.exists() { Ok(own) } else { std::env::current_exe() }
}

fn start() -> std::io::Result<Child> {
    Command::new(program()?)
        .arg(COMMAND)
        // Neither passwords of databases nor anything else of ours.
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
}

/// The exit code; none when the process was stopped, by us or by its limits.
fn wait(child: &mut Child) -> Option<i32> {
    let looks = PATIENCE.as_millis() / PAUSE.as_millis();
    for _ in 0..looks {
        match child.try_wait() {
            Ok(None) => thread::sleep(PAUSE),
            Ok(Some(status)) => return status.code(),
            Err(_) => break,
        }
    }
    let _ = child.kill();
    let _ = child.wait();
    None
}

static READING: Mutex<usize> = Mutex::new(0);
static DONE: Condvar = Condvar::new();

/// One of the few who read at a time.
struct Turn;

impl Turn {
    fn take() -> Self {
        let mut reading = READING.lock().unwrap_or_else(PoisonError::into_inner);
        while *reading >= AT_ONCE {
            reading = DONE.wait(reading).unwrap_or_else(PoisonError::into_inner);
        }
        *reading += 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *READING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        DONE.notify_one();
    }
}

/// The other process: the file comes in by standard input, its text goes out, or the word of what
/// is wrong with it.
pub(crate) fn run() -> anyhow::Result<ExitCode> {
    limit()?;
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes)?;
    let too_large = u64::try_from(bytes.len())? > LARGEST;
    let read = if too_large { Err(XlsxProblem::TooLarge) } else { read_as_csv(&bytes) };
    let (text, code) = match read {
        Ok(text) => (text, ExitCode::SUCCESS),
        Err(problem) => (problem.code().to_owned(), ExitCode::FAILURE),
    };
    std::io::stdout().lock().write_all(text.as_bytes())?;
    Ok(code)
}

fn limit() -> rustix::io::Result<()> {
    for (what, most) in [
        (Resource::As, MEMORY),
        (Resource::Cpu, SECONDS),
        // It writes no files, leaves no core and starts nothing.
        (Resource::Fsize, 0),
        (Resource::Core, 0),
        (Resource::Nproc, 0),
    ] {
        setrlimit(what, Rlimit { current: Some(most), maximum: Some(most) })?;
    }
    Ok(())
}
