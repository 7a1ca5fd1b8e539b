//! The town's pages over a connection, compressed, as browsers ask for them.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;

use anyhow::Context;

use super::pages::Measured;
use super::stopwatch::cpu_per_call;
use super::town::Town;

/// A server of a town on this machine.
pub(super) struct Server {
    runtime: tokio::runtime::Runtime,
    pub(super) address: SocketAddr,
}

impl Server {
    /// Serves on two threads until it is dropped.
    pub(super) fn start(town: &Town) -> anyhow::Result<Self> {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))?;
        let address = listener.local_addr()?;
        let app = Arc::clone(&town.app);
        runtime.spawn(app::web::serve::serve(listener, app, std::future::pending()));
        Ok(Self { runtime, address })
    }

    /// Ends it, whatever it is doing.
    pub(super) fn stop(self) {
        self.runtime.shutdown_background();
    }
}

/// CPU in milliseconds and compressed size of each page that can be asked for again.
pub(super) fn measure(
    town: &Town,
    pages: &[Measured],
) -> anyhow::Result<Vec<Option<(f64, usize)>>> {
    let server = Server::start(town)?;
    let mut connection = Connection::open(server.address)?;
    let measured = pages
        .iter()
        .map(|page| match page {
            Measured::Done(cost) => cost.path.as_ref().map(|(path, cookie)| {
                let size = connection.get(path, cookie)?.bytes;
                let cpu = cpu_per_call(|| connection.get(path, cookie).map(drop))?;
                Ok::<_, anyhow::Error>((cpu, size))
            }),
            Measured::Missing(_) => None,
        })
        .map(Option::transpose)
        .collect::<anyhow::Result<Vec<_>>>();
    server.stop();
    measured
}

/// What came back.
pub(super) struct Reply {
    pub(super) status: u16,
    /// Size of the body on the wire.
    pub(super) bytes: usize,
    /// The body as it came: compressed when that was asked for.
    pub(super) body: Vec<u8>,
    /// The cookie that was given, without what is said about it.
    pub(super) cookie: String,
}

/// How an answer is asked to come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    Gzip,
    Plain,
}

/// A connection that stays open, as a browser's does.
pub(super) struct Connection(BufReader<TcpStream>);

impl Connection {
    pub(super) fn open(address: SocketAddr) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        Ok(Self(BufReader::new(stream)))
    }

    /// Asks for a page, compressed.
    pub(super) fn get(&mut self, path: &str, cookie: &str) -> anyhow::Result<Reply> {
        self.get_as(Coding::Gzip, path, cookie)
    }

    /// Asks for a page, compressed or not.
    pub(super) fn get_as(
        &mut self,
        coding: Coding,
        path: &str,
        cookie: &str,
    ) -> anyhow::Result<Reply> {
        let accepted = match coding {
            Coding::Gzip => "accept-encoding: gzip\r\n",
            Coding::Plain => "",
        };
        self.ask(&format!(
            "GET {path} HTTP/1.1\r\nhost: localhost\r\n{accepted}cookie: {cookie}\r\n\r\n"
        ))
    }

    /// Sends a form.
    pub(super) fn post(&mut self, path: &str, cookie: &str, form: &str) -> anyhow::Result<Reply> {
        self.ask(&format!(
            "POST {path} HTTP/1.1\r\nhost: localhost\r\nsec-fetch-site: same-origin\r\n\
             content-type: application/x-www-form-urlencoded\r\ncookie: {cookie}\r\n\
             content-length: {}\r\n\r\n{form}",
            form.len()
        ))
    }

    /// Saves a field as our script does.
    pub(super) fn patch(
        &mut self,
        path: &str,
        cookie: &str,
        version: &str,
        json: &str,
    ) -> anyhow::Result<Reply> {
        self.ask(&format!(
            "PATCH {path} HTTP/1.1\r\nhost: localhost\r\nsec-fetch-site: same-origin\r\n\
             content-type: application/json\r\naccept: application/json\r\nif-match: {version}\r\n\
             cookie: {cookie}\r\ncontent-length: {}\r\n\r\n{json}",
            json.len()
        ))
    }

    fn ask(&mut self, request: &str) -> anyhow::Result<Reply> {
        self.0.get_mut().write_all(request.as_bytes())?;
        let first = self.line()?;
        let status = first.split(' ').nth(1).context("a status")?.parse()?;
        let (mut length, mut cookie) = (None, String::new());
        loop {
            let line = self.line()?;
            if line.is_empty() {
                break;
            }
            let (name, value) = line.split_once(':').context("a header")?;
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = Some(value.trim().parse::<usize>()?),
                "set-cookie" => {
                    value.split(';').next().unwrap_or_default().trim().clone_into(&mut cookie);
                }
                _ => {}
            }
        }
        let mut body = Vec::new();
        match length {
            Some(length) => self.take(length, &mut body)?,
            None => self.chunks(&mut body)?,
        }
        Ok(Reply { status, bytes: body.len(), body, cookie })
    }

    fn line(&mut self) -> anyhow::Result<String> {
        let mut line = String::new();
        self.0.read_line(&mut line).context("the server closed the connection")?;
        Ok(line.trim_end().to_owned())
    }

    fn take(&mut self, length: usize, body: &mut Vec<u8>) -> anyhow::Result<()> {
        let from = body.len();
        body.resize(from + length, 0);
        let room = body.get_mut(from..).unwrap_or_default();
        Ok(self.0.read_exact(room)?)
    }

    fn chunks(&mut self, body: &mut Vec<u8>) -> anyhow::Result<()> {
        loop {
            let size = usize::from_str_radix(&self.line()?, 16).context("the size of a chunk")?;
            self.take(size, body)?;
            self.line()?;
            if size == 0 {
                return Ok(());
            }
        }
    }
}
