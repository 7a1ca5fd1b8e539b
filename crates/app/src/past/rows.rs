//! Which columns a row has, and which field of its object each holds.

use super::columns::As::{
    Digits, Groups, Id, Int, Lines, MaybeId, MaybeInt, MaybeText, NewText, OfTexts, Scale, SortKey,
    Text, Truth,
};
use super::columns::{Column, VERSION};

/// The version that the trail gives.
pub(super) const KEPT: Column = ("version", VERSION, Int);

pub(super) const LINK: &[Column] =
    &[("child_id", "child", Id), ("parent_id", "parent", Id), ("kind", "kind", Text), KEPT];

pub(super) const ACCEPTANCE: &[Column] = &[
    ("element_id", "element", Id),
    ("org_unit_id", "org_unit", Id),
    ("reason", "reason", Text),
    ("decision_id", "decision", Id),
    ("until_on", "until", Text),
    ("ended_on", "ended_on", MaybeText),
    ("person_name", "person_name", Text),
    ("at", "at", Int),
    ("version", "version", Int),
];

pub(super) const ELEMENT: &[Column] = &[
    ("element_type", "element_type", Text),
    ("role", "role", Text),
    ("owner_id", "owner", Id),
    ("number", "number", Text),
    ("title", "title", Text),
    ("text", "text", Text),
    ("responsible_id", "responsible", MaybeId),
    ("starts_on", "starts_on", MaybeText),
    ("ends_on", "ends_on", MaybeText),
    ("state", "state", Text),
    ("decision_id", "decision", MaybeId),
    ("version", "version", Int),
];

pub(super) const MEASURE: &[Column] = &[
    ("class", "class", Text),
    ("measure_unit", "measure_unit", Text),
    ("decimals", "decimals", Int),
    ("direction", "direction", Text),
    ("method", "method", Text),
    ("source", "source", Text),
    ("frequency", "frequency", Text),
    ("over_organisation", "over_organisation", Text),
    ("over_time", "over_time", Text),
    ("counts_in_assessment", "counts_in_assessment", Truth),
    ("controllable", "controllable", Truth),
    ("is_percentage", "is_percentage", Truth),
    ("formula", "formula", Text),
    ("breakdowns", "breakdowns", Groups),
    ("least_count", "least_count", Int),
    ("lag_days", "lag_days", MaybeInt),
];

pub(super) const WORTH: &[Column] = &[
    ("tells_inhabitants", "tells_inhabitants", NewText),
    ("tells_reason", "tells_reason", NewText),
    ("established", "established", NewText),
    ("established_link", "established_link", NewText),
    ("share_of", "share_of", NewText),
];

pub(super) const TARGET: &[Column] = &[
    ("kind", "kind", Text),
    ("low", "low", Digits),
    ("low_scale", "low", Scale),
    ("high", "high", Digits),
    ("high_scale", "high", Scale),
    ("version", "version", Int),
];

pub(super) const ORG_UNIT: &[Column] = &[
    ("level", "level", Text),
    ("kind", "kind", Text),
    ("parent_id", "parent", MaybeId),
    ("name", "name", Text),
    ("sort_key", "name", SortKey),
    ("valid_from", "valid_from", Text),
    ("valid_to", "valid_to", MaybeText),
    ("succeeded_by", "succeeded_by", MaybeId),
    ("version", "version", Int),
];

pub(super) const DECISION: &[Column] = &[
    ("body_id", "body", Id),
    ("decided_on", "decided_on", Text),
    ("paragraph", "paragraph", Text),
    ("reference", "reference", Text),
    ("version", "version", Int),
];

pub(super) const ATTACHMENT: &[Column] = &[
    ("element_id", "element", Id),
    ("name", "name", Text),
    ("shows", "shows", Text),
    ("kind", "kind", Text),
    ("size", "size", Int),
    ("digest", "digest", Text),
    ("person_id", "person", Id),
    ("person_name", "person_name", Text),
    ("at", "at", Int),
    ("removed_at", "removed_at", MaybeInt),
    ("removed_by", "removed_by", Text),
    ("back_until", "back_until", MaybeInt),
    KEPT,
];

pub(super) const ASSESSMENT: &[Column] = &[
    ("assessment_id", "id", Id),
    ("level", "level", Text),
    ("scale_level", "scale_level", Text),
    ("proposed_level", "proposed", Text),
    ("reason", "reason", Text),
    ("person_id", "person", MaybeId),
    ("person_name", "person_name", Text),
    ("at", "at", Int),
    KEPT,
];

pub(super) const GROUNDS: &[Column] = &[
    ("perspective", "perspective", Text),
    ("follow_up", "follow_up", OfTexts),
    ("evaluation", "evaluation", OfTexts),
    ("analysis", "analysis", OfTexts),
    ("present_state", "present_state", OfTexts),
    ("wanted_state", "wanted_state", OfTexts),
    ("outside_world", "outside", OfTexts),
    ("level_reason", "level", OfTexts),
    ("example", "example", OfTexts),
    ("strategy", "strategy", OfTexts),
    ("ambition", "ambition", OfTexts),
    ("inhabitants", "inhabitants", OfTexts),
    ("version", "version", Int),
];

/// What an account's part holds, by the field of its content.
pub(super) const PART: &[Column] = &[
    ("follow_up_id", "account", Id),
    ("position", "position", Int),
    ("kind", "kind", Text),
    ("subject_id", "subject", MaybeId),
    ("title", "title", Text),
    ("needs", "needs", Lines),
    ("state", "state", Text),
    ("automatic_text", "automatic_text", Text),
    ("causes", "causes", Lines),
    ("text", "text", Text),
    ("text_version", "text_version", Int),
    ("earlier_text", "earlier_text", Text),
    ("earlier_period", "earlier_period", Text),
    ("level", "level", Text),
    ("scale_level", "scale_level", Text),
    ("proposed_level", "proposed", Text),
    ("proposal_reason", "proposal_reason", Text),
    ("reason", "reason", Text),
    ("reason_version", "reason_version", Int),
    ("person_name", "person_name", Text),
    ("at", "at", Int),
    ("version", "version", Int),
];

pub(super) const ROUND: &[Column] = &[
    ("title", "title", Text),
    ("period", "period", Text),
    ("opens_on", "opens_on", Text),
    ("due_on", "due_on", Text),
    ("closes_on", "closes_on", Text),
    ("version", "version", Int),
];

pub(super) const COMPILATION: &[Column] = &[
    ("round_id", "round", Id),
    ("org_unit_id", "org_unit", Id),
    ("state", "state", Text),
    ("text", "text", Text),
    ("person_name", "person_name", Text),
    ("at", "at", Int),
    ("version", "version", Int),
];

pub(super) const QUOTE: &[Column] = &[
    ("compilation_id", "compilation", Id),
    ("source_kind", "source_kind", Text),
    ("source_id", "source", Id),
    ("source_version", "source_version", Int),
    ("seen_version", "seen_version", Int),
    ("origin_unit_id", "origin", Id),
    ("through_unit_id", "through", MaybeId),
    ("title", "title", Text),
    ("text", "text", Text),
    ("person_name", "person_name", Text),
    ("written_at", "written_at", Int),
    ("comment", "comment", Text),
    ("position", "position", Int),
    ("version", "version", Int),
];

/// What a part asks and is answered beside its text, by the field of `asked`.
pub(super) const ASKED: &[Column] = &[
    ("question_id", "question", MaybeId),
    ("question_version", "question_version", Int),
    ("answer", "answer", Text),
    ("help", "help", Text),
    ("choices", "choices", Lines),
    ("required", "required", Truth),
    ("reader", "reader", Text),
    ("minutes", "minutes", Int),
    ("value", "value", Text),
    ("forecast_ore", "forecast_ore", MaybeInt),
    ("budget_ore", "budget_ore", MaybeInt),
];
