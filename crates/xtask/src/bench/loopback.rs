//! The same pages over a connection, compressed, as browsers ask for them.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;

use anyhow::Context;

use super::pages::Measured;
use super::stopwatch::cpu_per_call;
use super::town::Town;

/// CPU in milliseconds and compressed size of each page that can be asked for again.
pub(super) fn measure(
    town: &Town,
    pages: &[Measured],
) -> anyhow::Result<Vec<Option<(f64, usize)>>> {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))?;
    let address = listener.local_addr()?;
    let app = Arc::clone(&town.app);
    runtime.spawn(app::web::serve::serve(listener, app, std::future::pending()));
    let mut connection = Connection::open(address)?;
    let measured = pages
        .iter()
        .map(|page| match page {
            Measured::Done(cost) => cost.path.as_ref().map(|(path, cookie)| {
                let size = connection.get(path, cookie)?;
                let cpu = cpu_per_call(|| connection.get(path, cookie).map(drop))?;
                Ok::<_, anyhow::Error>((cpu, size))
            }),
            Measured::Missing(_) => None,
        })
        .map(Option::transpose)
        .collect::<anyhow::Result<Vec<_>>>();
    runtime.shutdown_background();
    measured
}

struct Connection(BufReader<TcpStream>);

impl Connection {
    fn open(address: SocketAddr) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        Ok(Self(BufReader::new(stream)))
    }

    /// Asks for a page and answers how many bytes its body took on the wire.
    fn get(&mut self, path: &str, cookie: &str) -> anyhow::Result<usize> {
        let request = format!(
            "GET {path} HTTP/1.1\r\nhost: localhost\r\naccept-encoding: gzip\r\ncookie: {cookie}\r\n\r\n"
        );
        self.0.get_mut().write_all(request.as_bytes())?;
        let mut length = None;
        loop {
            let line = self.line()?.to_ascii_lowercase();
            if line.is_empty() {
                break;
            }
            if let Some(value) = line.strip_prefix("content-length:") {
                length = Some(value.trim().parse::<usize>()?);
            }
        }
        match length {
            Some(length) => self.skip(length).map(|()| length),
            None => self.chunks(),
        }
    }

    fn line(&mut self) -> anyhow::Result<String> {
        let mut line = String::new();
        self.0.read_line(&mut line).context("the server closed the connection")?;
        Ok(line.trim_end().to_owned())
    }

    fn skip(&mut self, length: usize) -> anyhow::Result<()> {
        let mut body = vec![0; length];
        Ok(self.0.read_exact(&mut body)?)
    }

    fn chunks(&mut self) -> anyhow::Result<usize> {
        let mut all = 0;
        loop {
            let size = usize::from_str_radix(&self.line()?, 16).context("the size of a chunk")?;
            self.skip(size)?;
            self.line()?;
            if size == 0 {
                return Ok(all);
            }
            all += size;
        }
    }
}
