//! The people that a form offers as responsible.

use super::store::people_to_choose;
use crate::cx::Cx;
use crate::web::error::AppError;
use crate::web::ui::Choice;

/// Most people to choose among.
const MOST_CHOICES: i64 = 1_000;

/// Those who hold a role, by name, with the one whose identity is `chosen` chosen.
pub fn people_choices(cx: &mut Cx<'_, '_>, chosen: &str) -> Result<Vec<Choice>, AppError> {
    let people = people_to_choose(cx.tx, MOST_CHOICES)?.into_iter().map(|(id, name, title)| {
        let label = if title.is_empty() { name } else { format!("{name}, {title}") };
        let id = id.to_string();
        let is_chosen = id == chosen;
        Choice::new(id, label).chosen(is_chosen)
    });
    Ok(people.collect())
}
