//! The history of one object as its page shows it: the latest rows, and the way to older ones.

use db::DbError;
use db::audit::{TrailRow, page_of};
use maud::{Markup, html};

use crate::cx::Cx;
use crate::i18n::Texts;

/// Rows that a page shows.
const SHOWN: usize = 20;
/// Older rows read beside them, so that a change can be told from what stood before it.
const BESIDE: usize = 20;

/// A piece of the history of an object.
pub struct PastChanges {
    /// Newest first; those after [`PastChanges::shown`] are there to compare with.
    pub rows: Vec<TrailRow>,
    /// Whether the newest of all are among them.
    is_latest: bool,
}

impl PastChanges {
    /// The piece that the visitor asks for.
    pub fn of(cx: &mut Cx<'_, '_>, object: &str, id: [u8; 16]) -> Result<Self, DbError> {
        let before = cx.req.query.parsed("historik");
        let most = i64::try_from(SHOWN + BESIDE).unwrap_or(i64::MAX);
        let before_row = before.unwrap_or(i64::MAX);
        let rows = match &cx.visit.then {
            None => page_of(cx.tx, (object, id), before_row, most)?,
            // A day's rows do not carry the trail: it is read from the store, as far as that day.
            Some(then) => {
                let before_row = before_row.min(then.cut.seq.saturating_add(1));
                cx.app.db.read(then.tenant, |tx| page_of(tx, (object, id), before_row, most))?
            }
        };
        Ok(Self { rows, is_latest: before.is_none() })
    }

    /// Leaves out what the visitor may not know of.
    pub fn leave_out(&mut self, hidden: impl Fn(&TrailRow) -> bool) {
        self.rows.retain(|row| !hidden(row));
    }

    /// How many rows the page shows.
    pub fn shown(&self) -> usize {
        self.rows.len().min(SHOWN)
    }

    /// Whether it is the whole history.
    pub fn is_whole(&self) -> bool {
        self.is_latest && self.rows.len() <= SHOWN
    }

    /// Whether the visitor has asked for older rows.
    pub fn is_older(&self) -> bool {
        !self.is_latest
    }

    /// The ways to older rows and back to the latest, on a page whose history is called `historik`.
    pub fn ways(&self, texts: Texts, url: &str) -> Markup {
        let oldest = self.rows.get(SHOWN - 1).filter(|_| self.rows.len() > SHOWN);
        html! {
            @if !self.is_whole() {
                p.row {
                    @if let Some(row) = oldest {
                        a href={ (url) "?historik=" (row.seq) "#historik" } { (texts.web_older_events()) }
                    }
                    @if !self.is_latest { a href={ (url) "#historik" } { (texts.web_latest_events()) } }
                }
            }
        }
    }
}
