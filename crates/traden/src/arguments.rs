//! What the command line takes.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Tråden: mål- och resultatstyrning för en kommun.
#[derive(Parser)]
#[command(name = "traden", version, about)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Bygger den påhittade kommunen Skärvik och visar den i webbläsaren.
    Demo(Demo),
}

#[derive(Args)]
pub(crate) struct Demo {
    /// Porten på den här datorn.
    #[arg(long, default_value_t = 3000)]
    pub(crate) port: u16,
    /// Mapp där demon sparas mellan starter. Utan mapp är allt borta när programmet slutar.
    #[arg(long)]
    pub(crate) data: Option<PathBuf>,
    /// Hur stor kommunen är.
    #[arg(long, value_enum, default_value_t = Size::Small)]
    pub(crate) size: Size,
    /// Fröet som värdena räknas fram ur; samma frö ger samma kommun.
    #[arg(long, default_value_t = app::demo::world::SEED)]
    pub(crate) seed: u64,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Size {
    /// Skärvik, omkring 100 enheter.
    Small,
    /// 2 000 enheter, 10 000 mål, 3 000 mått och en miljon värden.
    Large,
}
