//! A server that takes letters over a real connection, and can be told to behave badly.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use app::mail::{Mailer, Server, Smtp, SmtpSettings};

use super::received::Received;

/// Whom letters are from.
pub(crate) const SENDER: &str = "Tråden <traden@skarvik.example>";
/// How long the program waits for the server in tests.
const PATIENCE: Duration = Duration::from_millis(400);

/// What the server does with a letter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Answer {
    /// Takes it.
    Take,
    /// Not now.
    Later,
    /// Hangs up in the middle of the text.
    HangUp,
    /// Says nothing more.
    BeSilent,
}

#[derive(Default)]
struct State {
    received: Vec<Received>,
    /// What is done with the next letters; taken when empty.
    next: VecDeque<Answer>,
    /// Addresses that do not exist.
    unknown: Vec<String>,
    /// Whether nobody is let in.
    closed: bool,
    /// Whether addresses beyond ASCII cannot be given.
    ascii_only: bool,
}

/// The server.
#[derive(Clone)]
pub(crate) struct SmtpServer {
    port: u16,
    state: Arc<Mutex<State>>,
}

impl SmtpServer {
    /// Listens on a free port of this computer.
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let port = listener.local_addr().expect("it listens").port();
        let state: Arc<Mutex<State>> = Arc::default();
        let own = Arc::clone(&state);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&own);
                // Whoever hangs up has ended the conversation.
                std::thread::spawn(move || talk(&stream, &state).ok());
            }
        });
        Self { port, state }
    }

    /// The way to it.
    pub(crate) fn mailer(&self) -> Mailer {
        Mailer::by(self.smtp())
    }

    pub(crate) fn smtp(&self) -> Smtp {
        let address = format!("smtp://127.0.0.1:{}", self.port);
        let settings = SmtpSettings {
            server: Server::read(&address, true).expect("the address can be read"),
            password: None,
            from: SENDER.to_owned(),
            certificates: None,
            patience: PATIENCE,
        };
        Smtp::new(settings).expect("the settings can be used")
    }

    /// What it has taken.
    pub(crate) fn received(&self) -> Vec<Received> {
        self.with(|state| state.received.clone())
    }

    /// What it has taken for one address.
    pub(crate) fn received_for(&self, address: &str) -> Vec<Received> {
        let all = self.received();
        all.into_iter().filter(|one| one.to.iter().any(|to| to == address)).collect()
    }

    /// What it does with the next letters.
    pub(crate) fn next(&self, answers: &[Answer]) {
        self.with(|state| state.next.extend(answers));
    }

    /// Lets an address not exist.
    pub(crate) fn unknown(&self, address: &str) {
        self.with(|state| state.unknown.push(address.to_owned()));
    }

    /// Lets nobody in, or everybody again.
    pub(crate) fn closed(&self, closed: bool) {
        self.with(|state| state.closed = closed);
    }

    /// Takes no addresses beyond ASCII.
    pub(crate) fn ascii_only(&self) {
        self.with(|state| state.ascii_only = true);
    }

    fn with<T>(&self, work: impl FnOnce(&mut State) -> T) -> T {
        work(&mut self.state.lock().expect("nobody panicked at the server"))
    }
}

fn talk(stream: &TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?);
    let mut out = stream;
    if state.lock().expect("it is whole").closed {
        return out.write_all(b"421 closed today\r\n");
    }
    out.write_all(b"220 test ESMTP\r\n")?;
    let (mut from, mut to, mut answer) = (String::new(), Vec::new(), Answer::Take);
    loop {
        let line = read_line(&mut lines)?;
        let verb = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        match verb.as_str() {
            "" => return Ok(()),
            "EHLO" if state.lock().expect("it is whole").ascii_only => {
                out.write_all(b"250-test\r\n250 8BITMIME\r\n")?;
            }
            "EHLO" => out.write_all(b"250-test\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n")?,
            "HELO" | "NOOP" | "RSET" => out.write_all(b"250 ok\r\n")?,
            "QUIT" => return out.write_all(b"221 bye\r\n"),
            "MAIL" => {
                from = address(&line);
                to.clear();
                answer =
                    state.lock().expect("it is whole").next.pop_front().unwrap_or(Answer::Take);
                out.write_all(b"250 ok\r\n")?;
            }
            "RCPT" => {
                let one = address(&line);
                let unknown = state.lock().expect("it is whole").unknown.contains(&one);
                to.push(one);
                out.write_all(match answer {
                    _ if unknown => b"550 5.1.1 no such mailbox\r\n" as &[u8],
                    Answer::Later => b"451 4.3.0 try again later\r\n",
                    _ => b"250 ok\r\n",
                })?;
            }
            "DATA" => {
                out.write_all(b"354 go ahead\r\n")?;
                if answer == Answer::HangUp {
                    read_line(&mut lines)?;
                    return stream.shutdown(std::net::Shutdown::Both);
                }
                let raw = read_letter(&mut lines)?;
                if answer == Answer::BeSilent {
                    // Until the other side has had enough.
                    read_line(&mut lines)?;
                    return Ok(());
                }
                let one = Received { from: from.clone(), to: to.clone(), raw };
                state.lock().expect("it is whole").received.push(one);
                out.write_all(b"250 taken\r\n")?;
            }
            _ => out.write_all(b"500 what\r\n")?,
        }
    }
}

fn read_line(lines: &mut impl BufRead) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    lines.read_until(b'\n', &mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    if !bytes.is_empty() {
        assert!(bytes.ends_with(b"\r\n"), "lines end with CR LF: {text:?}");
    }
    Ok(text.trim_end_matches("\r\n").to_owned())
}

/// Until the dot that stands alone; a dot that begins a line has been doubled (RFC 5321, 4.5.2).
fn read_letter(lines: &mut impl BufRead) -> std::io::Result<String> {
    let mut raw = String::new();
    loop {
        let line = read_line(lines)?;
        if line == "." {
            return Ok(raw);
        }
        assert!(line.len() <= 998, "no line is longer than RFC 5321 allows");
        raw.push_str(line.strip_prefix('.').unwrap_or(&line));
        raw.push_str("\r\n");
    }
}

fn address(line: &str) -> String {
    let inside = line.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inside.map(|(inside, _)| inside.to_owned()).unwrap_or_default()
}
