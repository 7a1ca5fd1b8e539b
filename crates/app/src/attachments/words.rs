//! What is told about files: how large they are, who put them there, and why one is not taken.

use domain::attachments::{FileKind, FileProblem, LARGEST_MIB};
use rust_decimal::Decimal;

use super::store::Attachment;
use crate::cx::Cx;
use crate::i18n::{Language, Texts, date, decimal};

/// What a browser offers to choose among.
pub(super) const ACCEPTED: &str = ".pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.odt,.ods,.csv,.txt";

/// The kind and the length, such as `PDF, 12 kB`.
pub(super) fn kind_and_size(language: Language, kind: FileKind, size: i64) -> String {
    let kib = size.max(0) / 1024 + 1;
    let size = if kib < 1_000 {
        format!("{kib} kB")
    } else {
        format!("{} MB", decimal(language, Decimal::new(kib * 10 / 1024, 1)))
    };
    format!("{}, {size}", kind.code().to_uppercase())
}

/// Who put a file there, and the day.
pub(super) fn who_and_when(cx: &Cx<'_, '_>, name: &str, at: i64) -> String {
    format!("{name}, {}", date(cx.language(), cx.app.clock.local(at).date()))
}

/// The last day on which a file can be taken back.
pub(super) fn back_until(cx: &Cx<'_, '_>, file: &Attachment) -> Option<String> {
    let until = file.back_until?;
    Some(date(cx.language(), cx.app.clock.local(until).date()))
}

/// Why a file is not taken, and what to do instead.
pub(super) fn problem(texts: Texts, problem: FileProblem) -> String {
    let called = |kind: FileKind| kind.code().to_uppercase();
    match problem {
        FileProblem::Empty => texts.attachments_problem_empty().to_owned(),
        FileProblem::TooLarge => {
            texts.attachments_problem_large(i64::try_from(LARGEST_MIB).unwrap_or(0))
        }
        FileProblem::UnknownKind => texts.attachments_problem_kind().to_owned(),
        FileProblem::MacroKind => texts.attachments_problem_macro().to_owned(),
        FileProblem::OtherContent(kind) => texts.attachments_problem_other(called(kind)),
        FileProblem::Active(kind) => texts.attachments_problem_active(called(kind)),
        FileProblem::NotUtf8 => texts.attachments_problem_utf8().to_owned(),
    }
}
