//! The keys that each part of a model file may have. `docs/styrmodell-1.schema.json` says the same; a test compares them.

pub(in crate::steering) const TOP: &[&str] = &[
    "meta",
    "id",
    "municipality",
    "version",
    "org_levels",
    "terms",
    "element_types",
    "scales",
    "assessment",
    "cycle",
    "documents",
    "glossary",
    "open_decisions",
    "sources",
    "coverage",
    "dialogues",
    "analysis",
    "internal_control",
    "declarations",
    "feedback",
    "providers",
    "frameworks",
    "public",
    "map_to",
    "misfits",
    "notes",
];
/// Keys of the whole that are kept and not interpreted.
pub(in crate::steering) const NOTES: &[&str] = &[
    "coverage",
    "dialogues",
    "analysis",
    "internal_control",
    "declarations",
    "feedback",
    "providers",
    "frameworks",
    "public",
    "map_to",
    "misfits",
    "notes",
];
pub(in crate::steering) const VERSION: &[&str] =
    &["valid_from", "valid_to", "decided_by", "decision_ref", "replaces", "based_on", "note"];
pub(in crate::steering) const BASED_ON: &[&str] = &["municipality", "model", "year"];
pub(in crate::steering) const SOURCE: &[&str] = &["id", "ref", "note"];
pub(in crate::steering) const ORG_LEVEL: &[&str] = &["id", "name", "kind", "note"];
pub(in crate::steering) const TERM: &[&str] =
    &["singular", "plural", "definite", "definite_plural", "en"];
pub(in crate::steering) const ELEMENT_TYPE: &[&str] = &[
    "id",
    "term",
    "role",
    "owner",
    "decided_by",
    "prepared_by",
    "horizon",
    "parents",
    "count",
    "formulation",
    "scale",
    "assess",
    "rules",
    "fields",
    "classes",
    "target_kinds",
    "breakdowns",
    "items",
    "note",
    "src",
    "conf",
];
pub(in crate::steering) const FIELD: &[&str] = &["name", "kind", "choices", "help", "same_as"];
pub(in crate::steering) const HORIZON: &[&str] = &["kind", "n", "note"];
pub(in crate::steering) const PARENT: &[&str] = &["type", "link", "min", "max"];
pub(in crate::steering) const CLASS: &[&str] = &["name", "counts", "controllable", "note"];
pub(in crate::steering) const SCALE: &[&str] =
    &["id", "use", "for", "levels", "note", "src", "conf"];
pub(in crate::steering) const SCALE_LEVEL: &[&str] =
    &["id", "label", "en", "symbol", "colour", "meaning", "missing"];
pub(in crate::steering) const ASSESSMENT: &[&str] =
    &["id", "method", "params", "stages", "note", "src", "conf"];
pub(in crate::steering) const PARAMS: &[&str] = &[
    "motivation_required",
    "aggregate",
    "include_classes",
    "min_measured_share",
    "thresholds",
    "child_types",
    "scale",
    "coverage_question",
    "fulfilment_question",
    "other",
];
pub(in crate::steering) const STEP: &[&str] = &[
    "id",
    "name",
    "kind",
    "months",
    "due",
    "dates",
    "per_year",
    "once",
    "opens_days_before",
    "rel_year",
    "level",
    "doc",
    "note",
    "src",
    "conf",
];
pub(in crate::steering) const DOCUMENT: &[&str] =
    &["id", "term", "kind", "level", "decided_by", "horizon", "sections", "note", "src", "conf"];
pub(in crate::steering) const GLOSSARY_ENTRY: &[&str] = &["definition", "source"];
pub(in crate::steering) const OPEN_DECISION: &[&str] = &["path", "matter", "default"];
