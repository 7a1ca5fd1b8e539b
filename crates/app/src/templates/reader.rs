//! Who reads the answer to a question: a role, or a level of the organisation.

use domain::organisation::OrgLevelKind;
use domain::steering::{OrgLevelId, SteeringModel, capitalised};

use crate::i18n::Texts;
use crate::steering::singular;
use crate::web::ui::Choice;

/// The roles that read answers, as they are stored.
const ROLES: [&str; 2] = ["role:manager", "role:controller"];

/// Whether the answers may stand in reports that everybody reads: those that a level of the
/// organisation reads, and those that no reader is named for, but not those that one role reads.
pub fn is_reported(reader: &str) -> bool {
    !reader.starts_with("role:")
}

/// Who reads and where the answer can stand, in a sentence or two; nothing for a reader that there is
/// no more.
pub fn reader_sentence(texts: Texts, model: &SteeringModel, reader: &str) -> String {
    let who = reader_word(texts, model, reader);
    if who.is_empty() {
        return who;
    }
    let reported = if is_reported(reader) {
        texts.templates_reported()
    } else {
        texts.templates_not_reported()
    };
    format!("{} {reported}", texts.templates_read_by(who))
}

/// Who reads, in words; nothing for a reader that there is no more.
fn reader_word(texts: Texts, model: &SteeringModel, reader: &str) -> String {
    match reader {
        "role:manager" => texts.templates_reader_manager().to_owned(),
        "role:controller" => texts.templates_reader_controller().to_owned(),
        level => model
            .org_level(&OrgLevelId::from(level))
            .map(|level| capitalised(&singular(texts.language, &level.name)))
            .unwrap_or_default(),
    }
}

/// Those who can be said to read; none is chosen until somebody says who.
pub(super) fn readers(texts: Texts, model: &SteeringModel, chosen: &str) -> Vec<Choice> {
    let reads = |kind| !matches!(kind, OrgLevelKind::Unit | OrgLevelKind::Provider);
    let levels = model.org_levels.iter().filter(|level| reads(level.kind));
    let levels = levels.map(|level| level.id.as_str());
    let choice = |reader: &str| {
        Choice::new(reader, reader_word(texts, model, reader)).chosen(reader == chosen)
    };
    std::iter::once(Choice::new("", texts.templates_reader_choose()).chosen(chosen.is_empty()))
        .chain(ROLES.iter().copied().chain(levels).map(choice))
        .collect()
}

/// Whether it is one of those.
pub(super) fn is_reader(model: &SteeringModel, reader: &str) -> bool {
    ROLES.contains(&reader) || model.org_level(&OrgLevelId::from(reader)).is_some()
}
