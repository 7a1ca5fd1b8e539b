//! What the command line takes. Every setting can also stand in the environment as `TRADEN_…`.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use app::reminders::LAST_TIME;
use clap::{Args, Parser, Subcommand, ValueEnum};

/// The port of a server that is told no other.
pub(crate) const PORT: u16 = 3000;

const EXIT_CODES: &str = "Slutkoder: 0 allt gick väl, 1 något gick fel eller underkändes, \
    2 kommandot är felskrivet.";

/// Tråden: mål- och resultatstyrning för en kommun.
#[derive(Parser)]
#[command(name = "traden", version, about, after_help = EXIT_CODES)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Bygger den påhittade kommunen Skärvik och visar den i webbläsaren.
    Demo(Demo),
    /// Skapar en tom kommun med en styrmodell och en första administratör.
    Init(Init),
    /// Kör Tråden för kommunerna i en mapp eller databas.
    Serve(Serve),
    /// Skickar dagens påminnelser, eller visar med --dry-run vad som skulle skickas.
    Remind(Remind),
    /// Ger en person en ny engångskod, till exempel när lösenordet är glömt.
    Invite(Invite),
    /// Visar var tråden brister: mål utan mått, arbete utan ansvarig med mera. Slutkod 1 när den är bruten.
    Check(Health),
    /// Styrmodeller som filer.
    #[command(subcommand)]
    Model(Model),
    /// Spåret av ändringar.
    #[command(subcommand)]
    Audit(Audit),
    /// Läser ett kalkylark från standard in i en egen process, för servern.
    #[command(name = crate::spreadsheet::COMMAND, hide = true)]
    ReadSpreadsheet,
}

#[derive(Subcommand)]
pub(crate) enum Model {
    /// Kontrollerar modellfiler och säger i klartext vad som är fel. Slutkod 0 när ingen underkändes.
    Check(Check),
    /// Läser in en modellfil i en kommun som finns: visar vad den ändrar och ersätter den som gäller.
    Load(Load),
    /// Skriver ut modellen som gäller, som en fil att ändra i och läsa in igen.
    Export(Export),
}

#[derive(Subcommand)]
pub(crate) enum Audit {
    /// Går igenom varje kommuns kedja av ändringar. Slutkod 0 när alla är hela.
    Verify(Place),
}

/// Where the data are.
#[derive(Args)]
pub(crate) struct Place {
    /// Mappen med data (SQLite). Utan --data och --database används traden-data.
    #[arg(long, env = "TRADEN_DATA", value_name = "MAPP")]
    pub(crate) data: Option<PathBuf>,
    /// PostgreSQL-databasen, till exempel <postgres://traden@localhost/traden>.
    #[arg(long, env = "TRADEN_DATABASE", value_name = "URL", hide_env_values = true)]
    pub(crate) database: Option<String>,
}

#[derive(Args)]
pub(crate) struct Init {
    #[command(flatten)]
    pub(crate) place: Place,
    /// Styrmodellen: en av de färdiga (alingsas-2020, osteraker-2018) eller en fil.
    #[arg(long, value_name = "MODELL")]
    pub(crate) model: String,
    /// Kommunens namn.
    #[arg(long, value_name = "NAMN")]
    pub(crate) name: String,
    /// Värdnamnet i webbadressen, som avgör vilken kommun ett besök gäller.
    #[arg(long, env = "TRADEN_HOST", value_name = "VÄRD", default_value = "localhost")]
    pub(crate) host: String,
    /// Den första administratörens namn.
    #[arg(long, value_name = "NAMN")]
    pub(crate) admin_name: String,
    /// Den första administratörens e-postadress.
    #[arg(long, value_name = "ADRESS")]
    pub(crate) admin_email: String,
    /// Porten som traden serve ska ha. Den står i länken när värdnamnet är localhost.
    #[arg(long, env = "TRADEN_PORT", value_name = "PORT", default_value_t = PORT)]
    pub(crate) port: u16,
}

#[derive(Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) place: Place,
    /// Porten.
    #[arg(long, env = "TRADEN_PORT", value_name = "PORT", default_value_t = PORT)]
    pub(crate) port: u16,
    /// Adressen som lyssnas på. Det som utgås från är att en TLS-proxy på samma dator står framför.
    #[arg(long, env = "TRADEN_LISTEN", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    pub(crate) listen: IpAddr,
    /// Kakor utan Secure, för prov utan TLS. Går bara på en adress som inte nås utifrån.
    #[arg(long, env = "TRADEN_INSECURE_LOOPBACK")]
    pub(crate) insecure_loopback: bool,
    #[command(flatten)]
    pub(crate) mail: Mail,
}

/// How reminders leave. Nothing is sent where no server is named.
#[derive(Args)]
pub(crate) struct Mail {
    /// E-postservern: `smtps://namn@server` eller `smtp://namn@server:587`, som då måste kunna
    /// STARTTLS. Utan den skickas inget. Lösenordet står aldrig i adressen.
    #[arg(long, env = "TRADEN_SMTP_URL", value_name = "URL")]
    pub(crate) smtp_url: Option<String>,
    /// Avsändaren, till exempel "Tråden <traden@exempel.se>".
    #[arg(long, env = "TRADEN_SMTP_FROM", value_name = "ADRESS", requires = "smtp_url")]
    pub(crate) smtp_from: Option<String>,
    /// Filen med lösenordet. Det kan också stå i miljövariabeln `TRADEN_SMTP_PASSWORD`.
    #[arg(long, env = "TRADEN_SMTP_PASSWORD_FILE", value_name = "FIL")]
    pub(crate) smtp_password_file: Option<PathBuf>,
    /// Fil med fler certifikatutfärdare att lita på (PEM), till exempel kommunens egen.
    #[arg(long, env = "TRADEN_SMTP_CA", value_name = "FIL")]
    pub(crate) smtp_ca: Option<PathBuf>,
    /// E-post utan TLS. Går bara till en server på den här datorn.
    #[arg(long, env = "TRADEN_SMTP_INSECURE_LOOPBACK")]
    pub(crate) smtp_insecure_loopback: bool,
    /// När påminnelserna skickas på vardagar, i kommunens tid.
    #[arg(long, env = "TRADEN_REMIND_AT", value_name = "TT:MM", default_value = "07:00", value_parser = time_of_letters)]
    pub(crate) remind_at: jiff::civil::Time,
}

#[derive(Args)]
pub(crate) struct Remind {
    #[command(flatten)]
    pub(crate) place: Place,
    /// Kommunens värdnamn.
    #[arg(long, env = "TRADEN_HOST", value_name = "VÄRD", default_value = "localhost")]
    pub(crate) host: String,
    /// Porten som traden serve har. Den står i länkarna när värdnamnet är localhost.
    #[arg(long, env = "TRADEN_PORT", value_name = "PORT", default_value_t = PORT)]
    pub(crate) port: u16,
    /// Dagen som visas, i stället för i dag. Bara ihop med --dry-run.
    #[arg(long, value_name = "ÅÅÅÅ-MM-DD", requires = "dry_run")]
    pub(crate) day: Option<jiff::civil::Date>,
    /// Visar bara vad som skulle skickas.
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[command(flatten)]
    pub(crate) mail: Mail,
}

#[derive(Args)]
pub(crate) struct Invite {
    #[command(flatten)]
    pub(crate) place: Place,
    /// Kommunens värdnamn.
    #[arg(long, env = "TRADEN_HOST", value_name = "VÄRD", default_value = "localhost")]
    pub(crate) host: String,
    /// Personens e-postadress, som den står i registret.
    #[arg(long, value_name = "ADRESS")]
    pub(crate) email: String,
    /// Porten som traden serve har. Den står i länken när värdnamnet är localhost.
    #[arg(long, env = "TRADEN_PORT", value_name = "PORT", default_value_t = PORT)]
    pub(crate) port: u16,
}

#[derive(Args)]
pub(crate) struct Check {
    /// Filerna.
    #[arg(required = true, value_name = "FIL")]
    pub(crate) files: Vec<PathBuf>,
    /// Svarar med JSON för program.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct Load {
    #[command(flatten)]
    pub(crate) place: Place,
    /// Filen.
    #[arg(value_name = "FIL")]
    pub(crate) file: PathBuf,
    /// Kommunens värdnamn.
    #[arg(long, env = "TRADEN_HOST", value_name = "VÄRD", default_value = "localhost")]
    pub(crate) host: String,
    /// Första dagen, till exempel 2027-01-01. Utan den gäller dagen som står i filen.
    #[arg(long, value_name = "DAG")]
    pub(crate) valid_from: Option<jiff::civil::Date>,
    /// Beslutet, till exempel "KF 2026-11-16 § 12, dnr KS 2026/0310".
    #[arg(long, value_name = "BESLUT")]
    pub(crate) decision: Option<String>,
    /// Visar bara vad som skulle ändras.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Args)]
pub(crate) struct Export {
    #[command(flatten)]
    pub(crate) place: Place,
    /// Kommunens värdnamn.
    #[arg(long, env = "TRADEN_HOST", value_name = "VÄRD", default_value = "localhost")]
    pub(crate) host: String,
    /// En äldre version, med det nummer som står på sidan om modellen.
    #[arg(long, value_name = "NUMMER")]
    pub(crate) version: Option<i64>,
}

#[derive(Args)]
pub(crate) struct Health {
    #[command(flatten)]
    pub(crate) place: Place,
    /// Kommunens värdnamn.
    #[arg(long, env = "TRADEN_HOST", value_name = "VÄRD", default_value = "localhost")]
    pub(crate) host: String,
    /// Håller tråden som den är nu mot den här dagens datum i stället för dagens.
    #[arg(long, value_name = "ÅÅÅÅ-MM-DD")]
    pub(crate) day: Option<jiff::civil::Date>,
    /// Svarar med JSON för program.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct Demo {
    /// Porten på den här datorn.
    #[arg(long, value_name = "PORT", default_value_t = PORT)]
    pub(crate) port: u16,
    /// Mapp där demon sparas mellan starter. Utan mapp är allt borta när programmet slutar.
    #[arg(long)]
    pub(crate) data: Option<PathBuf>,
    /// Ett värdnamn till som demon svarar på, till exempel bakom en proxy. Kan anges flera gånger.
    /// Annars svarar den bara på localhost, 127.0.0.1 och `::1`.
    #[arg(long = "host", env = "TRADEN_DEMO_HOST", value_name = "VÄRD", value_delimiter = ',')]
    pub(crate) hosts: Vec<String>,
    /// Hur stor kommunen är.
    #[arg(long, value_enum, default_value_t = Size::Small)]
    pub(crate) size: Size,
    /// Fröet som värdena räknas fram ur; samma frö ger samma kommun.
    #[arg(long, default_value_t = app::demo::world::SEED)]
    pub(crate) seed: u64,
    #[command(flatten)]
    pub(crate) mail: Mail,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Size {
    /// Skärvik, omkring 100 enheter.
    Small,
    /// 2 000 enheter, 10 000 mål, 3 000 mått och en miljon värden.
    Large,
}

/// A time of day that letters can leave at.
fn time_of_letters(text: &str) -> Result<jiff::civil::Time, String> {
    let time: jiff::civil::Time = text.parse().map_err(|_| "skriv tiden som 07:00".to_owned())?;
    if time > LAST_TIME {
        return Err(format!(
            "inga brev skickas efter {}; ange en tidigare tid",
            LAST_TIME.strftime("%H:%M")
        ));
    }
    Ok(time)
}
