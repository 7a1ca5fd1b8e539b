//! Who has done what with an element and when, with changed words shown beside what stood before.

use db::audit::TrailRow;
use domain::elements::{Element, ElementState};
use maud::{Markup, html};

use super::super::difference::marked;
use super::super::succeed::named;
use super::Page;
use crate::elements;
use crate::i18n::{Texts, datetime};
use crate::past;
use crate::web::ui::details_section;

/// The words of an element after a change, where the change was about words.
fn wording(entry: &TrailRow) -> Option<(String, String)> {
    let after: serde_json::Value = serde_json::from_str(entry.payload.as_deref()?).ok()?;
    let text = |key: &str| after.get(key).and_then(serde_json::Value::as_str).map(str::to_owned);
    Some((text("title")?, text("text")?))
}

/// Whether a row tells of words that nobody had decided. They stay with those who read drafts, also
/// when the element has been adopted since.
pub(super) fn is_of_draft(row: &TrailRow) -> bool {
    let read = row.payload.as_deref().map(serde_json::from_str::<serde_json::Value>);
    let Some(Ok(after)) = read else { return false };
    let state = after.get("state").and_then(serde_json::Value::as_str);
    let state: Option<ElementState> = state.and_then(|code| code.parse().ok());
    matches!(state, Some(ElementState::Draft | ElementState::Proposed | ElementState::Discarded))
}

fn action_word(texts: Texts, action: &str) -> &'static str {
    match action {
        "create" => texts.goals_did_create(),
        "change" => texts.goals_did_change(),
        "propose" => texts.goals_did_propose(),
        "withdraw" => texts.goals_did_withdraw(),
        "adopt" => texts.goals_did_adopt(),
        "supersede" => texts.goals_did_supersede(),
        "succeed" => texts.goals_did_succeed(),
        "discard" => texts.goals_did_discard(),
        "restore" => texts.goals_did_restore(),
        "copy" => texts.goals_did_copy(),
        "end" => texts.goals_did_end(),
        "take_back_end" => texts.goals_did_reopen(),
        "merge_from" => texts.goals_did_merge(),
        "progress" => texts.goals_did_progress(),
        _ => texts.goals_did_other(),
    }
}

impl Page<'_> {
    pub(super) fn history_section(&self) -> Markup {
        let texts = self.texts;
        let earlier = self.earlier_wordings();
        let body = html! {
            div.stack {
                @if let Some(first) = earlier.first() { (self.reworded(first)) }
                (self.also_replaced())
                @for pair in earlier.windows(2) { @if let [newer, older] = pair { (self.wordings(newer, older)) } }
            }
            ul.dates.plain { @for at in 0..self.history.shown() { (self.line(at)) } }
            (self.history.ways(texts, &elements::url(self.element)))
            (past::day_form(texts, &elements::url(self.element), None))
            p.fine { (texts.goals_history_links()) }
            p.row { a href={ "/trad/andrat?mal=" (self.element.id) } { (texts.past_what_changed_here()) } }
        };
        let title = texts.goals_history();
        let open = !earlier.is_empty() || self.history.is_older();
        let note = self.history_note(earlier.len());
        html! { div.section id="historik" { (details_section(None, title, &note, open, &body)) } }
    }

    fn history_note(&self, earlier: usize) -> String {
        let count = |number: usize| i64::try_from(number).unwrap_or(0);
        if earlier > 0 {
            self.texts.goals_history_earlier(count(earlier))
        } else {
            let lines = count(self.history.shown());
            if self.history.is_whole() {
                self.texts.goals_history_lines(lines)
            } else if self.history.is_older() {
                self.texts.goals_history_older(lines)
            } else {
                self.texts.goals_history_latest(lines)
            }
        }
    }

    /// What the element has replaced, nearest first.
    fn earlier_wordings(&self) -> Vec<&Element> {
        self.earlier.iter().filter_map(|id| self.structure.element(*id)).map(|one| &**one).collect()
    }

    /// What else was merged into it, beside what its words are held against.
    fn also_replaced(&self) -> Markup {
        let first = self.earlier.first();
        let others = self.predecessors.iter().filter(|id| Some(*id) != first);
        let others: Vec<_> = others.filter_map(|id| named(self.structure, *id)).collect();
        html! {
            @if !others.is_empty() {
                p { (self.texts.goals_also_replaced()) @for (place, (url, title)) in others.iter().enumerate() { @if place > 0 { "," } " " a href=(url) { (title) } } }
            }
        }
    }

    fn reworded(&self, older: &Element) -> Markup {
        self.wordings(self.element, older)
    }

    fn wordings(&self, newer: &Element, older: &Element) -> Markup {
        let texts = self.texts;
        let years = super::super::plan_page::period_words(texts, older);
        let since = newer.starts_on.map(|day| day.year().to_string()).unwrap_or_default();
        let link = named(self.structure, older.id);
        html! {
            section.stack.tight {
                h3 { (texts.goals_reworded(since)) }
                p.marked { (marked(&older.title, &newer.title)) }
                @if older.text != newer.text { p.marked { (marked(&older.text, &newer.text)) } }
                @if let Some((url, title)) = link { p.fine { (texts.goals_earlier(years)) " " a href=(url) { (title) } } }
            }
        }
    }

    fn line(&self, at: usize) -> Markup {
        let texts = self.texts;
        let Some(entry) = self.history.rows.get(at) else { return html! {} };
        let when = self.local(entry.at);
        let before = self.history.rows.iter().skip(at + 1).find_map(wording);
        let changed = wording(entry).zip(before).filter(|(after, before)| after != before);
        html! {
            li {
                (action_word(texts, &entry.action))
                small { (entry.actor_name) ", " time datetime=(when.date()) { (datetime(texts.language, when)) } }
                @if let Some((after, before)) = changed {
                    p.marked { (marked(&before.0, &after.0)) }
                    @if before.1 != after.1 { p.marked { (marked(&before.1, &after.1)) } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(payload: Option<&str>) -> TrailRow {
        TrailRow {
            seq: 1,
            at: 0,
            actor_name: String::new(),
            acting_as: String::new(),
            object: "element".to_owned(),
            object_id: [0; 16],
            action: "change".to_owned(),
            version: 1,
            payload: payload.map(str::to_owned),
        }
    }

    #[test]
    fn only_changes_of_words_have_a_wording() {
        let both = Some((String::from("Titel"), String::from("Text")));
        assert_eq!(wording(&entry(Some(r#"{"title":"Titel","text":"Text"}"#))), both);
        assert_eq!(wording(&entry(Some(r#"{"progress":"done","note":""}"#))), None);
        assert_eq!(wording(&entry(None)), None);
    }
}
