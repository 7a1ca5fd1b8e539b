//! The numbered steps of the schema, from `migrations/`.

use db::{Migration, Migrations};

macro_rules! steps {
    ($folder:literal: $($name:literal),* $(,)?) => {
        &[db::audit::SCHEMA, $(Migration {
            name: $name,
            sql: include_str!(concat!("../../../migrations/", $folder, "/", $name, ".sql")),
        }),*]
    };
}

/// All steps, oldest first.
pub const MIGRATIONS: Migrations = Migrations {
    control: steps!["control": "0001_accounts", "0002_visits"],
    municipality: steps!["municipality": "0001_structure", "0002_outcomes", "0003_followup", "0004_health", "0005_grounds", "0006_values", "0007_import_mappings", "0008_views", "0009_history", "0010_judgements", "0011_evidence", "0012_sources", "0013_tags", "0014_wheels", "0015_own_words", "0016_templates", "0017_acceptance", "0018_reminders", "0019_people", "0020_counts", "0021_count_measures", "0022_changed_at", "0023_reminder_stops", "0024_rounds_meanwhile", "0025_substituted", "0026_mistaken_counts", "0027_actions", "0028_analyses", "0029_shares", "0030_withheld", "0031_withholding_decided", "0033_pattern_answers", "0034_answers_against_figures", "0036_said_last"],
};
