//! Finding analyses by words, for the search of the whole program. Conversations are found by nobody.

use domain::analysis::Circle;

use super::reach::reads;
use super::store::{self, Wanted};
use super::{url, words};
use crate::cx::Cx;
use crate::web::error::AppError;

/// Shorter words fit too much.
const SHORTEST: usize = 3;
/// Analyses that are looked through for those that the visitor may read.
const MOST_READ: i64 = 60;

/// An analysis that fits.
pub struct Fitting {
    /// What it is about.
    pub title: String,
    /// Whose it is and for when.
    pub note: String,
    /// Its page.
    pub url: String,
}

/// The analyses whose subject, conclusion or author fits some words, what was changed last first.
pub fn fitting(cx: &mut Cx<'_, '_>, asked: &str, most: usize) -> Result<Vec<Fitting>, AppError> {
    if asked.chars().count() < SHORTEST {
        return Ok(Vec::new());
    }
    let wanted = Wanted { words: asked.to_lowercase(), ..Wanted::default() };
    let visitor = cx.person_id()?;
    let all = store::listed(cx.tx, &wanted, visitor, MOST_READ)?;
    let texts = cx.texts();
    let told = |one: store::Analysis| Fitting {
        note: format!(
            "{}, {}",
            cx.structure.organisation.name(one.org_unit),
            words::period(texts, &one)
        ),
        url: url(one.id),
        title: one.subject_words,
    };
    let found = all
        .into_iter()
        .filter(|(one, takes_part)| {
            one.circle == Circle::Organisation && reads(cx, one, *takes_part)
        })
        .take(most)
        .map(|(one, _)| told(one));
    Ok(found.collect())
}
