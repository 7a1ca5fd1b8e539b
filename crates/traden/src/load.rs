//! `traden model load` and `traden model export`: the model of a municipality that exists.

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::{Context, bail};
use app::app::{Clock, installation_author};
use app::elements::structures::Structures;
use app::goals::store::all_proposed;
use app::i18n::{Language, Texts, date};
use app::remodelling::{Plan, Refusal, groups, in_the_way, keep, plan};
use app::steering::store;
use app::web::error::AppError;
use db::Tx;
use domain::elements::Structure;
use domain::steering::{Change, InForce};

use crate::arguments::{Export, Load};
use crate::init::{read_file, refused};
use crate::machine::SystemClock;
use crate::output::{self, io_words};
use crate::place::{look, municipality, open, plain};

/// Longest reference to a decision, as on the page.
const LONGEST: usize = 200;

/// What came of it, with what to say.
enum Done {
    Loaded(String),
    WouldLoad(String),
    InTheWay(String),
    Nothing(Refusal),
}

pub(crate) fn load(wanted: &Load) -> anyhow::Result<ExitCode> {
    let name = wanted.file.display().to_string();
    let file = read_file(&wanted.file)
        .map_err(|error| anyhow::anyhow!("{name} kan inte läsas: {}", io_words(&error)))?;
    let decision = wanted.decision.as_deref().map(str::trim).filter(|text| !text.is_empty());
    if decision.is_some_and(|text| text.chars().count() > LONGEST) {
        bail!("beslutet får ha högst {LONGEST} tecken");
    }
    let db = open(&wanted.place)?;
    let found = municipality(&db, &wanted.host)?
        .with_context(|| format!("ingen kommun har värdnamnet {}", wanted.host))?;
    let clock = SystemClock::new()?;
    let author = installation_author(&clock, "traden model load");
    let today = clock.local(author.at).date();
    let (municipality, decision) = (found.name.clone(), decision.map(str::to_owned));
    let (valid_from, dry_run) = (wanted.valid_from, wanted.dry_run);
    let done = db.write(found.tenant, &author, move |tx| {
        let decision = decision.as_deref();
        let in_force = InForce { municipality: &municipality, valid_from, decision, today };
        attempt(tx, &file, &in_force, dry_run)
    });
    match done.map_err(plain)? {
        Done::Loaded(said) => {
            output::write(&format!("{said}Modellen är inläst i {}.\n", found.name))?;
            Ok(ExitCode::SUCCESS)
        }
        Done::WouldLoad(said) => {
            let end =
                format!("Inget är ändrat. Utan --dry-run läses modellen in i {}.", found.name);
            output::write(&format!("{said}{end}\n"))?;
            Ok(ExitCode::SUCCESS)
        }
        Done::InTheWay(said) => {
            output::write(&said)?;
            bail!("inget är ändrat: det som står ovan är i vägen")
        }
        Done::Nothing(Refusal::Problems(problems)) => Err(refused(&name, &problems)),
        Done::Nothing(Refusal::EndsBeforeStart) => {
            bail!("modellen slutar innan den börjar; ange en annan dag med --valid-from")
        }
        Done::Nothing(Refusal::Same) => bail!("{name} är den modell som redan gäller"),
    }
}

fn attempt(
    tx: &mut Tx<'_>,
    file: &[u8],
    wanted: &InForce<'_>,
    dry_run: bool,
) -> Result<Done, AppError> {
    let structure = Structures::default().at_head(tx, false)?;
    let proposed = all_proposed(tx)?;
    let plan = match plan(&structure, &proposed, file, wanted) {
        Ok(plan) => plan,
        Err(refusal) => return Ok(Done::Nothing(refusal)),
    };
    if !plan.obstacles.is_empty() {
        return Ok(Done::InTheWay(obstacle_lines(&structure, &plan)));
    }
    let said = change_lines(&structure, &plan);
    if dry_run {
        return Ok(Done::WouldLoad(said));
    }
    keep(tx, &plan, wanted.today)?;
    Ok(Done::Loaded(said))
}

fn change_lines(structure: &Structure, plan: &Plan) -> String {
    let mut said = String::new();
    for group in groups(texts(), structure, &plan.model, &plan.differences) {
        _ = writeln!(said, "{}", group.title);
        for line in group.lines {
            let sign = match line.change {
                Change::Added => '+',
                Change::Removed => '-',
                Change::Changed(_) => '~',
            };
            let concerns = match line.concerns.as_str() {
                "" => String::new(),
                concerns => format!(" ({concerns})"),
            };
            _ = writeln!(said, "  {sign} {}{concerns}", line.name);
            for detail in line.details {
                _ = writeln!(said, "      {detail}");
            }
        }
    }
    if said.is_empty() {
        said.push_str(texts().remodelling_only_version());
        said.push('\n');
    }
    said + &version_line(plan)
}

/// From when and by which decision, so that nobody loads an old file's by mistake.
fn version_line(plan: &Plan) -> String {
    let version = &plan.model.version;
    let from = version.valid_from.map_or_else(
        || texts().steering_not_in_force().to_owned(),
        |day| texts().steering_valid_from(date(Language::Swedish, day)),
    );
    let decision = version.decision_ref.as_ref();
    let decision = decision.map_or_else(
        || texts().steering_no_decision().to_owned(),
        |decision| format!("{}: {decision}", texts().steering_decision()),
    );
    format!("{from} {decision}\n")
}

fn obstacle_lines(structure: &Structure, plan: &Plan) -> String {
    let mut said = String::new();
    for reason in in_the_way(texts(), structure, &plan.obstacles) {
        _ = writeln!(said, "  {} ({})", reason.reason, reason.count);
        let shown = reason.shown.into_iter().map(|(words, _)| words);
        for words in shown.chain(Some(reason.more).filter(|more| !more.is_empty())) {
            _ = writeln!(said, "      {words}");
        }
    }
    said
}

fn texts() -> Texts {
    Texts::from(Language::Swedish)
}

pub(crate) fn export(wanted: &Export) -> anyhow::Result<ExitCode> {
    let db = look(&wanted.place)?;
    let found = municipality(&db, &wanted.host)?
        .with_context(|| format!("ingen kommun har värdnamnet {}", wanted.host))?;
    let version = wanted.version;
    let yaml = db.read(found.tenant, |tx| {
        let newest = store::newest_version(tx)?;
        store::yaml_of(tx, version.unwrap_or(newest))
    })?;
    let yaml = yaml.with_context(|| format!("det finns ingen sådan version i {}", found.name))?;
    output::write(&yaml)?;
    Ok(ExitCode::SUCCESS)
}
