//! What the trail's objects are made of: each facet is a row of a table that some actions change.

use super::columns::As::{Id, IdOrZero, Int, MaybeId, MaybeText, SortKey, Text};
use super::columns::{ITSELF, VERSION};
use super::rows::{
    ACCEPTANCE, ASSESSMENT, ATTACHMENT, COMPILATION, DECISION, ELEMENT, GROUNDS, KEPT, LINK,
    MEASURE, ORG_UNIT, QUOTE, ROUND, TARGET, WORTH,
};
use super::told::{Actions, Told, whole};

/// How a proposed change of a link is kept.
fn proposal(action: &str) -> &'static str {
    let other = [("propose_unlink", "end"), ("place_link", "place")];
    other.into_iter().find(|(of, _)| *of == action).map_or("begin", |(_, state)| state)
}

/// What is done to a measure itself. Breaks, and answers about patterns that were written before they
/// became things of their own, stand beside it.
const BUT_WHAT_STANDS_BESIDE: Actions =
    Actions::AllBut(&["begin_anew", "take_back_break", "answer_pattern"]);

/// All facets but the parts of accounts, which are written in piece by piece.
pub(super) const FACETS: &[Told] = &[
    Told {
        actions: Actions::AllBut(&["succeed", "progress", "copy", "merge_from"]),
        ..whole("element", "elements", &[("element_id", ITSELF, Id)], ELEMENT)
    },
    Told {
        actions: Actions::Only(&["succeed"]),
        ..whole(
            "element",
            "successions",
            &[("element_id", ITSELF, Id)],
            &[("supersedes_id", "supersedes", Id), KEPT],
        )
    },
    Told {
        actions: Actions::Only(&["copy"]),
        ..whole(
            "element",
            "copies",
            &[("element_id", ITSELF, Id)],
            &[("copied_from_id", "copied_from", Id), KEPT],
        )
    },
    Told {
        actions: Actions::Only(&["merge_from"]),
        ..whole(
            "element",
            "mergers",
            &[("element_id", ITSELF, Id), ("supersedes_id", "supersedes", Id)],
            &[KEPT],
        )
    },
    whole("grounds", "grounds", &[("element_id", ITSELF, Id)], GROUNDS),
    whole(
        "own_field",
        "own_fields",
        &[("element_id", ITSELF, Id), ("name", "name", Text)],
        &[("value", "value", Text), KEPT],
    ),
    Told {
        actions: Actions::Only(&["progress"]),
        ..whole(
            "element",
            "progress",
            &[("element_id", ITSELF, Id)],
            &[
                ("progress", "progress", Text),
                ("scale_level", "scale_level", Text),
                ("note", "note", Text),
                ("version", "version", Int),
            ],
        )
    },
    Told {
        actions: Actions::Only(&["link", "unlink"]),
        gone: &["unlink"],
        ..whole("link", "links", &[("link_id", ITSELF, Id)], LINK)
    },
    Told {
        actions: Actions::Only(&["propose_link", "propose_unlink", "place_link", "settle_link"]),
        gone: &["settle_link"],
        state: Some(("state", proposal)),
        ..whole("link", "link_proposals", &[("link_id", ITSELF, Id)], LINK)
    },
    Told {
        actions: BUT_WHAT_STANDS_BESIDE,
        ..whole("measure", "measures", &[("element_id", ITSELF, Id)], MEASURE)
    },
    Told {
        actions: BUT_WHAT_STANDS_BESIDE,
        ..whole("measure", "measure_worth", &[("element_id", ITSELF, Id)], WORTH)
    },
    Told {
        actions: Actions::Only(&["begin_anew", "take_back_break"]),
        gone: &["take_back_break"],
        ..whole(
            "measure",
            "baselines",
            &[
                ("measure_id", ITSELF, Id),
                ("org_unit_id", "org_unit", Id),
                ("period", "from", Text),
            ],
            &[("reason", "reason", Text), ("kind", "kind", Text)],
        )
    },
    whole(
        "target",
        "targets",
        &[
            ("measure_id", ITSELF, Id),
            ("org_unit_id", "org_unit", IdOrZero),
            ("period", "period", Text),
        ],
        TARGET,
    ),
    whole(
        "exemption",
        "exemptions",
        &[("exemption_id", ITSELF, Id)],
        &[
            ("org_unit_id", "org_unit", Id),
            ("element_id", "element", Id),
            ("reason", "reason", Text),
            ("state", "state", Text),
            ("decision_id", "decision", MaybeId),
            ("version", "version", Int),
        ],
    ),
    whole("acceptance", "accepted_deviations", &[("acceptance_id", ITSELF, Id)], ACCEPTANCE),
    whole("decision", "decisions", &[("decision_id", ITSELF, Id)], DECISION),
    whole("org_unit", "org_units", &[("org_unit_id", ITSELF, Id)], ORG_UNIT),
    Told {
        actions: Actions::AllBut(&["issue_code"]),
        ..whole(
            "person",
            "people",
            &[("person_id", ITSELF, Id)],
            &[
                ("name", "name", Text),
                ("sort_key", "name", SortKey),
                ("title", "title", Text),
                ("email", "email", Text),
                ("left_on", "left_on", MaybeText),
                ("version", "version", Int),
            ],
        )
    },
    Told {
        gone: &["withdraw"],
        ..whole(
            "assessment",
            "assessments",
            &[
                ("element_id", ITSELF, Id),
                ("org_unit_id", "org_unit", Id),
                ("period", "period", Text),
                ("kind", "kind", Text),
                ("stage", "stage", Text),
            ],
            ASSESSMENT,
        )
    },
    whole(
        "input_weight",
        "input_weights",
        &[("parent_id", ITSELF, Id), ("child_id", "child", Id)],
        &[("weight", "weight", Int), KEPT],
    ),
    whole(
        "rule_answer",
        "rule_answers",
        &[
            ("element_id", ITSELF, Id),
            ("org_unit_id", "org_unit", Id),
            ("period", "period", Text),
            ("stage", "stage", Text),
        ],
        &[("coverage", "coverage", Text), ("fulfilment", "fulfilment", Text), ("at", "at", Int)],
    ),
    Told {
        actions: Actions::AllBut(&["remedy"]),
        gone: &["remove"],
        ..whole(
            "follow_up",
            "follow_ups",
            &[("follow_up_id", ITSELF, Id)],
            &[
                ("round_id", "round", Id),
                ("org_unit_id", "org_unit", Id),
                ("state", "state", Text),
                ("person_name", "person_name", Text),
                ("at", "at", Int),
                ("version", "version", Int),
            ],
        )
    },
    Told { gone: &["remove"], ..whole("round", "rounds", &[("round_id", ITSELF, Id)], ROUND) },
    whole("compilation", "compilations", &[("compilation_id", ITSELF, Id)], COMPILATION),
    Told { gone: &["unquote"], ..whole("quote", "quotes", &[("quote_id", ITSELF, Id)], QUOTE) },
    whole("attachment", "attachments", &[("attachment_id", ITSELF, Id)], ATTACHMENT),
    whole("annotation", "annotations", &[("annotation_id", ITSELF, Id)], &[]),
    whole("follow_up_event", "follow_up_events", &[("event_id", ITSELF, Id)], &[]),
    whole("report", "reports", &[("report_id", ITSELF, Id)], &[]),
    whole("steering_model", "steering_models", &[("version", VERSION, Int)], &[]),
];
