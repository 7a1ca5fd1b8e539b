//! A throw-away Redmine from the packages of Debian: a copy of the program in a folder of its own,
//! with a database in a file, answering on this machine until it is dropped.

use std::fs::File;
use std::io::Read;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::Context;

use super::super::loopback::{Coding, Connection, Reply};
use super::super::stopwatch::now;
use super::drive::Site;

const PACKAGE: &str = "/usr/share/redmine";
const GEMS: &str = "/var/lib/redmine/Gemfile.lock";
const SEED: &str = include_str!("../../../peers/redmine_seed.rb");
/// How to get it.
const HOW: &str = "not here: apt-get install --no-install-recommends redmine redmine-sqlite puma";
/// Answers that are compressed for those who accept it, as a web server before it would.
const COMPRESSING: &str = "require ::File.expand_path('../config/environment', __FILE__)\n\
    use Rack::Deflater\nrun Rails.application\n";
const WORKERS: usize = 2;
const THREADS: &str = "4:4";
const PATIENCE: Duration = Duration::from_mins(2);
const A_WHILE: Duration = Duration::from_millis(200);

/// The program while it answers.
pub(super) struct Redmine {
    server: Child,
    processes: Vec<u32>,
    address: SocketAddr,
    cookie: String,
}

/// Why it cannot be started here.
pub(super) fn missing() -> Option<&'static str> {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let on_path = |name| std::env::split_paths(&paths).any(|folder| folder.join(name).exists());
    let stands = Path::new(PACKAGE).join("config.ru").exists() && Path::new(GEMS).exists();
    (!stands || !["puma", "rake", "ruby"].into_iter().all(on_path)).then_some(HOW)
}

impl Redmine {
    /// Sets it up in an empty folder with a project for each size, starts it and signs in.
    pub(super) fn start(folder: &Path, sizes: &[usize]) -> anyhow::Result<Self> {
        let place = Place::make(folder)?;
        let password = random()?;
        let sizes: Vec<String> = sizes.iter().map(ToString::to_string).collect();
        place.run(place.command("rake").arg("db:migrate"))?;
        let mut defaults = place.command("rake");
        place.run(defaults.arg("redmine:load_default_data").env("REDMINE_LANG", "sv"))?;
        let seed = place.root.join("seed.rb");
        std::fs::write(&seed, SEED)?;
        let mut seeding = place.command("ruby");
        seeding.args(["bin/rails", "runner"]).arg(seed).env("SEED_PASSWORD", &password);
        place.run(seeding.env("SEED_SIZES", sizes.join(" ")))?;
        let address = free_port()?;
        let log = File::create(place.log())?;
        let mut puma = place.command("puma");
        puma.args(["-e", "production", "-t", THREADS, "-w"]).arg(WORKERS.to_string());
        puma.arg("-b").arg(format!("tcp://{address}")).arg("config.ru");
        let server = puma.stdout(log.try_clone()?).stderr(log).spawn()?;
        // From here on dropping it ends it.
        let mut redmine = Self { server, processes: Vec::new(), address, cookie: String::new() };
        redmine.wait(&place.log())?;
        redmine.processes = family(redmine.server.id())?;
        redmine.cookie = redmine.sign_in(&password)?;
        Ok(redmine)
    }

    /// The list of all issues of a project in the order of their tree, on one page.
    pub(super) fn tree(&self, rows: usize) -> anyhow::Result<Site> {
        let page = format!("/projects/trad-{rows}/issues?set_filter=1&sort=parent&per_page={rows}");
        let reply = Connection::open(self.address)?.get_as(Coding::Plain, &page, &self.cookie)?;
        let text = String::from_utf8_lossy(&reply.body);
        let shown = (1..=rows).filter(|number| text.contains(&format!(">Mål {number}: "))).count();
        let lines = text.matches("<tr id=\"issue-").count();
        let deeper = text.matches(" idnt idnt-2").count();
        anyhow::ensure!(
            reply.status == 200 && shown == rows && lines == rows && deeper > rows / 2,
            "{page} answered {} with {lines} rows, {shown} of them ours, {deeper} third level",
            reply.status
        );
        Ok(Site {
            address: self.address,
            cookie: self.cookie.clone(),
            pages: vec![page],
            processes: self.processes.clone(),
        })
    }

    /// Waits until every worker answers.
    fn wait(&mut self, log: &Path) -> anyhow::Result<()> {
        let start = now();
        while std::fs::read_to_string(log)?.matches(" booted in ").count() < WORKERS {
            let ended = self.server.try_wait()?.is_some();
            if ended || start.elapsed() > PATIENCE {
                anyhow::bail!("puma does not answer: {}", last_lines(log));
            }
            std::thread::sleep(A_WHILE);
        }
        Ok(())
    }

    fn sign_in(&self, password: &str) -> anyhow::Result<String> {
        let page = Connection::open(self.address)?.get_as(Coding::Plain, "/login", "")?;
        let text = String::from_utf8_lossy(&page.body);
        let token = text
            .split_once("name=\"authenticity_token\" value=\"")
            .and_then(|(_, rest)| rest.split('"').next())
            .context("a form to sign in by")?;
        let form = super::super::pages::encode(&[
            ("username".to_owned(), "petra".to_owned()),
            ("password".to_owned(), password.to_owned()),
            ("authenticity_token".to_owned(), token.to_owned()),
        ]);
        let Reply { status, cookie, .. } =
            Connection::open(self.address)?.post("/login", &page.cookie, &form)?;
        anyhow::ensure!(status == 302 && !cookie.is_empty(), "signing in answered {status}");
        Ok(cookie)
    }
}

impl Drop for Redmine {
    /// Ends it politely, which ends its workers; what is left after a while is ended anyhow.
    fn drop(&mut self) {
        let master = self.server.id();
        let workers = family(master).unwrap_or_default();
        signal("-TERM", master);
        let start = now();
        while matches!(self.server.try_wait(), Ok(None)) && start.elapsed().as_secs() < 15 {
            std::thread::sleep(A_WHILE);
        }
        if matches!(self.server.try_wait(), Ok(None)) {
            for worker in workers {
                signal("-KILL", worker);
            }
            // Nothing more can be done where this fails.
            drop(self.server.kill());
            drop(self.server.wait());
        }
    }
}

/// A copy of the program with its own settings; nothing outside the folder is written.
struct Place {
    root: PathBuf,
}

impl Place {
    fn make(folder: &Path) -> anyhow::Result<Self> {
        let root = folder.join("redmine");
        let copied = Command::new("cp").args(["-r", PACKAGE]).arg(&root).status()?;
        anyhow::ensure!(copied.success(), "copying {PACKAGE} failed");
        let place = Self { root };
        let own = place.root.join("instances/default");
        // In the package these lead to folders that belong to the whole machine.
        for link in ["instances", "Gemfile.lock", "config/database.yml"] {
            std::fs::remove_file(place.root.join(link)).with_context(|| link.to_owned())?;
        }
        for folder in ["config", "log", "tmp", "files", "public/plugin_assets"] {
            std::fs::create_dir_all(own.join(folder))?;
        }
        let database = format!(
            "production:\n  adapter: sqlite3\n  database: {}\n  timeout: 5000\n",
            place.root.join("redmine.db").display()
        );
        std::fs::write(place.root.join("config/database.yml"), &database)?;
        std::fs::write(own.join("config/database.yml"), database)?;
        std::fs::write(own.join("config/secret_key.txt"), random()?.repeat(2))?;
        std::fs::write(place.root.join("config.ru"), COMPRESSING)?;
        std::fs::copy(GEMS, place.root.join("Gemfile.lock"))?;
        let gems = std::fs::read_to_string(Path::new(PACKAGE).join("Gemfile"))?;
        let root = format!("{}/", place.root.display());
        let gems = gems.replace(&format!("{PACKAGE}/"), &root);
        std::fs::write(place.root.join("Gemfile"), gems)?;
        Ok(place)
    }

    fn log(&self) -> PathBuf {
        self.root.join("puma.log")
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(&self.root)
            .env("HOME", &self.root)
            .env("TMPDIR", self.root.join("instances/default/tmp"))
            .env("RAILS_ENV", "production")
            .env("BUNDLE_GEMFILE", self.root.join("Gemfile"))
            .env("X_DEBIAN_SITEID", "default")
            .env_remove("REDMINE_INSTANCE")
            .stdin(Stdio::null());
        command
    }

    fn run(&self, command: &mut Command) -> anyhow::Result<()> {
        let log = self.root.join("setting-up.log");
        let out = File::create(&log)?;
        let done = command.stdout(out.try_clone()?).stderr(out).status()?;
        anyhow::ensure!(done.success(), "setting Redmine up: {}", last_lines(&log));
        Ok(())
    }
}

/// A process and those it started.
fn family(master: u32) -> anyhow::Result<Vec<u32>> {
    let mut found = vec![master];
    for entry in std::fs::read_dir("/proc")? {
        let name = entry?.file_name();
        let Some(process) = name.to_str().and_then(|name| name.parse::<u32>().ok()) else {
            continue;
        };
        // A process may end while it is looked at.
        let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
        let parent = stat.rsplit_once(')').and_then(|(_, rest)| rest.split_whitespace().nth(1));
        if parent.and_then(|parent| parent.parse().ok()) == Some(master) {
            found.push(process);
        }
    }
    Ok(found)
}

fn signal(kind: &str, process: u32) {
    // One that has ended already cannot be told to.
    drop(Command::new("kill").arg(kind).arg(process.to_string()).stderr(Stdio::null()).status());
}

fn free_port() -> anyhow::Result<SocketAddr> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}

/// Sixty-four letters that nobody can guess.
fn random() -> anyhow::Result<String> {
    let mut bytes = [0; 32];
    File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn last_lines(log: &Path) -> String {
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().rev().take(5).collect();
    lines.into_iter().rev().collect::<Vec<_>>().join(" | ")
}
