//! A server process and a very small browser for the tests that run the built program.
#![allow(dead_code, reason = "each test file uses its part")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

/// A command of the built program, without the settings of whoever runs the tests.
pub(crate) fn traden(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_traden"));
    command.args(arguments);
    for name in ["DATA", "DATABASE", "HOST", "PORT", "LISTEN", "INSECURE_LOOPBACK"] {
        command.env_remove(format!("TRADEN_{name}"));
    }
    command
}

pub(crate) fn output(arguments: &[&str]) -> Output {
    traden(arguments).output().unwrap()
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// Makes a municipality and answers the path of the administrator's code.
pub(crate) fn init(data: &Path) -> String {
    init_in(["--data", &data.display().to_string()])
}

/// As [`init`], in a folder or a database.
pub(crate) fn init_in(place: [&str; 2]) -> String {
    init_at("localhost", place)
}

/// As [`init_in`], reached by a host name.
pub(crate) fn init_at(host: &str, [setting, place]: [&str; 2]) -> String {
    let done = output(&[
        "init",
        "--model",
        "osteraker-2018",
        "--name",
        "Provkommun",
        setting,
        place,
        "--admin-name",
        "Åsa Öberg",
        "--admin-email",
        "asa@prov.example",
        "--host",
        host,
    ]);
    assert!(done.status.success(), "{}", text(&done.stderr));
    let said = text(&done.stdout);
    let at = said.find("/kod/").unwrap_or_else(|| panic!("no code in {said}"));
    said[at..].lines().next().unwrap().trim().to_owned()
}

/// A running server; stopped hard when dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) port: u16,
}

impl Server {
    /// Starts `traden` with the arguments and waits until it listens.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let mut child = traden(arguments)
            .args(["--port", "0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let said = lines.next().expect("the server says where it listens").unwrap();
        let port = said
            .rsplit_once(':')
            .and_then(|(_, rest)| rest.trim_end_matches('/').parse().ok())
            .unwrap_or_else(|| panic!("no port in {said}"));
        // What else it says is read so that it never waits for us.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, port }
    }

    /// `kill -9`: no time to finish anything.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a server answered.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Page {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }

    /// The first real choice of a list to choose from.
    pub(crate) fn option(&self, name: &str) -> String {
        let from = self
            .body
            .find(&format!("name=\"{name}\""))
            .unwrap_or_else(|| panic!("no {name} in {}", self.body));
        self.body[from..]
            .split("value=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap_or_default().to_owned())
            .find(|value| !value.is_empty())
            .expect("a choice")
    }
}

/// Asks one question on a connection of its own. None when the server went away before answering.
pub(crate) fn ask(port: u16, method: &str, path: &str, cookie: &str, form: &str) -> Option<Page> {
    let heads = format!("cookie: {cookie}\r\ncontent-type: application/x-www-form-urlencoded");
    send(port, method, path, &heads, form)
}

/// As [`ask`], with what heads the question.
pub(crate) fn send(port: u16, method: &str, path: &str, heads: &str, body: &str) -> Option<Page> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
    let length = body.len();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nhost: localhost\r\norigin: http://localhost\r\n{heads}\r\n\
         content-length: {length}\r\nconnection: close\r\n\r\n{body}"
    );
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    let answer = text(&answer);
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Page { status, head: head.to_owned(), body: body.to_owned() })
}

/// Chooses the administrator's password and answers the session's cookie.
pub(crate) fn sign_in_with_code(port: u16, code: &str) -> String {
    let signed_in = ask(port, "POST", code, "", "losenord=en+lang+ramsa+om+traden").unwrap();
    assert_eq!(signed_in.status, 303, "{}", signed_in.body);
    let cookie = signed_in.header("set-cookie").expect("a session");
    cookie.split(';').next().unwrap().to_owned()
}

/// A moment within a span, by a generator that is the same in every run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}
