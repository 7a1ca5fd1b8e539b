//! What becomes on another day of the tables that no facet tells of, and why.

/// What becomes of a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Becomes {
    /// It is empty.
    Empty,
    /// It is written by code of its own.
    PutBack,
    /// It is as today.
    AsToday,
}

use Becomes::{AsToday, Empty, PutBack};

/// Every table without a facet, what becomes of it, and why.
pub(super) const OTHERS: &[(&str, Becomes, &str)] = &[
    ("audit_heads", Empty, "no page of another day reads the trail"),
    ("audit_rows", Empty, "no page of another day reads the trail"),
    ("audit_payloads", Empty, "no page of another day reads the trail"),
    ("structure_deltas", Empty, "a day has one picture"),
    ("structure_revisions", AsToday, "a number that only tells pictures apart"),
    ("value_revisions", AsToday, "a number that only tells sums apart"),
    ("value_changes", Empty, "a day has no later values"),
    ("imports", Empty, "files are read in today"),
    ("import_mappings", AsToday, "files are read in today"),
    ("source_values", Empty, "what stood beside the values used is not shown of another day"),
    ("attachment_contents", Empty, "files are taken home today"),
    ("comments", Empty, "what people say to each other is not shown of another day"),
    ("mentions", Empty, "what people say to each other is not shown of another day"),
    ("outcomes", PutBack, "values have a history of their own"),
    ("series", PutBack, "follows the values"),
    ("value_history", PutBack, "told as far as it had come"),
    ("value_counts", AsToday, "what is about too few today is told of no day"),
    ("count_history", AsToday, "what was ever about too few is told of no day"),
    ("mistaken_counts", AsToday, "what was never about too few hides nothing on any day"),
    (
        "withheld",
        AsToday,
        "what is withheld today is so on every day, and more where values differ",
    ),
    ("withholding_decided", AsToday, "a note that it has been done"),
    ("report_series", PutBack, "told of reports frozen until then"),
    ("element_status", PutBack, "follows the judgements"),
    ("parts", PutBack, "people write in them piece by piece"),
    ("part_remedies", PutBack, "follow the parts"),
    ("part_answers", PutBack, "follow the parts"),
    ("follow_up_invitations", AsToday, "who writes with whom is decided today"),
    ("follow_up_substitutes", AsToday, "who is in whose place is decided today"),
    ("round_plans", AsToday, "days and questions of rounds are shown as of today"),
    ("round_worth", AsToday, "what a round was worth is counted today"),
    ("asked_for_worth", AsToday, "what a round was worth is counted today"),
    ("report_points", AsToday, "what a round asks is settled when it opens"),
    ("report_templates", AsToday, "rounds keep what was asked; templates are for the next"),
    ("template_questions", AsToday, "rounds keep what was asked; templates are for the next"),
    ("question_reads", Empty, "who has read what is shown of today only"),
    ("reminder_choices", AsToday, "letters are sent today"),
    ("reminder_runs", Empty, "letters are sent today"),
    ("reminder_stops", Empty, "letters are sent today"),
    ("reminders_sent", Empty, "letters are sent today"),
    ("account_times", Empty, "how long a report takes is counted today"),
    ("round_minutes", AsToday, "how long reports took is counted today"),
    ("org_unit_moves", AsToday, "what has moved in a round is told of today"),
    ("grants", AsToday, "who may see what is decided by the roles of today"),
    ("cause_choices", AsToday, "what can be chosen is chosen today"),
    ("let_be", AsToday, "the steering check is made of today"),
    ("thrown", AsToday, "what is thrown can be taken back today only"),
    ("requirements", AsToday, "the minimum is held against plans of today"),
    ("saved_views", AsToday, "views are a visitor's own way to look"),
    ("bulk_changes", AsToday, "what can be taken back is taken back today"),
    ("bulk_change_parts", AsToday, "what can be taken back is taken back today"),
    ("frameworks", AsToday, "packs come from outside and are read as they are"),
    ("framework_packs", AsToday, "packs come from outside and are read as they are"),
    ("framework_tags", AsToday, "tags are shown as of today (decision 0026)"),
    ("overrides", AsToday, "the list of judgements that differ is of today"),
    ("wheels", AsToday, "year wheels are shown as of today (decision 0027)"),
    ("wheel_steps", AsToday, "year wheels are shown as of today (decision 0027)"),
    ("pattern_answers", Empty, "what people had expected is shown of today only"),
    ("analyses", Empty, "analyses are shown as of today (decision 0044)"),
    ("analysis_steps", Empty, "analyses are shown as of today (decision 0044)"),
    ("analysis_earlier", Empty, "analyses are shown as of today (decision 0044)"),
    ("analysis_questions", Empty, "analyses are shown as of today (decision 0044)"),
    ("analysis_people", Empty, "analyses are shown as of today (decision 0044)"),
    ("analysis_events", Empty, "analyses are shown as of today (decision 0044)"),
    ("analysis_uses", Empty, "analyses are shown as of today (decision 0044)"),
    ("actions", AsToday, "what is expected of actions is asked for today"),
    ("action_effects", Empty, "what came of actions is told of today"),
    ("quality_costs", Empty, "estimates are shown of today"),
    ("action_revisions", AsToday, "a number that only tells lists apart"),
    ("action_limits", AsToday, "how long a deviation may wait is decided today"),
    ("working_methods", AsToday, "methods are shown as of today"),
    ("method_levels", Empty, "how far org units have come has days of its own"),
    ("challenges", AsToday, "challenges are shown as of today"),
    ("challenge_elements", AsToday, "challenges are shown as of today"),
    ("quality_sides", AsToday, "measures are set beside each other today"),
    ("calendar_feeds", AsToday, "calendars are followed today"),
];

/// The tables that are empty.
pub(super) fn left_out() -> Vec<&'static str> {
    that_become(Empty)
}

/// The tables that are as today.
pub(super) fn as_today() -> Vec<&'static str> {
    that_become(AsToday)
}

fn that_become(what: Becomes) -> Vec<&'static str> {
    let such = OTHERS.iter().filter(|(_, becomes, _)| *becomes == what);
    such.map(|(table, ..)| *table).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::facets::FACETS;
    use super::*;
    use crate::schema::MIGRATIONS;

    #[test]
    fn every_table_has_a_facet_or_a_reason_why_it_has_none() {
        let schema: BTreeSet<&str> = MIGRATIONS
            .municipality
            .iter()
            .flat_map(|step| step.sql.lines())
            .filter_map(|line| line.trim().strip_prefix("create table ")?.split([' ', '(']).next())
            .collect();
        assert!(schema.contains("audit_rows") && schema.contains("elements"), "{schema:?}");
        let told: BTreeSet<&str> = FACETS.iter().map(|facet| facet.table).collect();
        let others: BTreeSet<&str> = OTHERS.iter().map(|(table, ..)| *table).collect();
        let forgotten: Vec<_> =
            schema.iter().filter(|it| !told.contains(**it) && !others.contains(**it)).collect();
        assert!(forgotten.is_empty(), "say in OTHERS what becomes on another day of {forgotten:?}");
        let twice: Vec<_> = told.intersection(&others).collect();
        assert!(twice.is_empty(), "{twice:?}");
        let gone: Vec<_> = others.union(&told).filter(|it| !schema.contains(**it)).collect();
        assert!(gone.is_empty(), "{gone:?}");
        assert!(OTHERS.iter().all(|(_, _, why)| !why.is_empty()));
    }
}
