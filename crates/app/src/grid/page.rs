//! The page around the table: which rows, which year, what is wrong, and the button.

use std::sync::Arc;

use domain::access::Action;
use domain::elements::Structure;
use domain::ids::OrgUnitId;
use domain::measures::OutcomeQuality;
use jiff::civil::Date;
use maud::{Markup, html};

use super::cells::Line;
use super::near::near;
use super::rows::{PAGE_ROWS, View};
use super::table;
use crate::app::Clock;
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::measures::{self, quality_word};
use crate::web::ui::{
    Button, Choice, Field, Link, PageHead, Pagination, Problem, Stop, Tone, breadcrumb_thread,
    button, empty_state, error_summary, form_end, notice, page_header, pagination,
};

/// Years that can be chosen.
const YEARS: i16 = 8;

/// Which table, year and page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) view: View,
    pub(super) year: i16,
    pub(super) page: usize,
}

/// Everything the page shows.
pub(super) struct Page {
    pub(super) texts: Texts,
    pub(super) structure: Arc<Structure>,
    pub(super) place: Place,
    pub(super) lines: Vec<Line>,
    /// How far the values can be trusted.
    pub(super) quality: OutcomeQuality,
    /// Whether the visitor may say that the values are checked.
    pub(super) may_verify: bool,
    /// Whether somebody else changed some of the cells.
    pub(super) conflict: bool,
    /// How many values have just been saved.
    pub(super) saved: Option<i64>,
    /// How many rows there are in all, where it is known.
    pub(super) total: Option<usize>,
    /// Where the visitor may write, near the org unit shown.
    pub(super) near: Vec<OrgUnitId>,
    pub(super) today: Date,
    /// The municipality's clock, for the days of what has been handed in.
    pub(super) clock: Arc<dyn Clock>,
}

/// Whether the visitor answers for that the values of all the rows are checked.
pub(super) fn may_verify(cx: &Cx<'_, '_>, lines: &[Line]) -> bool {
    lines.iter().all(|line| cx.can(Action::Verify, line.key.1))
}

impl Page {
    /// The page of some rows, before anything is said about them.
    pub(super) fn new(cx: &Cx<'_, '_>, place: Place, lines: Vec<Line>) -> Self {
        let may_verify = may_verify(cx, &lines);
        Self {
            may_verify,
            texts: cx.texts(),
            structure: Arc::clone(&cx.structure),
            near: near(cx, place.view),
            place,
            lines,
            // Whoever fills in says so when the values are checked too.
            quality: OutcomeQuality::Preliminary,
            conflict: false,
            saved: None,
            total: None,
            today: cx.today(),
            clock: Arc::clone(&cx.app.clock),
        }
    }

    /// The page.
    pub(super) fn body(&self) -> Markup {
        let texts = self.texts;
        let (eyebrow, stop) = self.named();
        let head = PageHead {
            eyebrow,
            title: texts.grid_title().to_owned(),
            lead: texts.grid_lead().to_owned(),
            end: None,
        };
        let problems: Vec<Problem> = table::problems(self);
        let stops =
            [Stop::to("/matt", texts.measures_title()), stop, Stop::here(texts.grid_title())];
        html! {
            div.wrap.page {
                @if !problems.is_empty() { (error_summary(texts.web_problems(), &problems)) }
                (breadcrumb_thread(texts.web_thread_label(), &stops))
                (page_header(&head))
                @if let Some(saved) = self.saved {
                    (notice(Tone::Good, &texts.grid_saved(saved), &html! {}))
                }
                @if self.conflict {
                    (notice(Tone::Partly, texts.grid_conflict(), &html! { p { (texts.grid_conflict_text()) } }))
                }
                (self.choose())
                @if self.lines.is_empty() {
                    (empty_state(texts.grid_none(), texts.grid_none_text(), None))
                } @else {
                    (self.form())
                }
            }
        }
    }

    /// What the table is about, and the way to its page.
    fn named(&self) -> (String, Stop) {
        match self.place.view {
            View::OrgUnit(id) | View::Row(_, id) => {
                let name = self.structure.organisation.name(id);
                (name.to_owned(), Stop::to(format!("/organisation/{id}"), name))
            }
            View::Measure(id) => {
                let title = self.structure.element(id).map_or("", |element| element.title.as_str());
                (title.to_owned(), Stop::to(measures::url(id), title))
            }
        }
    }

    fn choose(&self) -> Markup {
        let texts = self.texts;
        let this_year = self.today.year();
        let years = (this_year.saturating_sub(YEARS - 1)..=this_year).rev();
        html! {
            form.search-line method="get" action="/matvarden" {
                @match self.place.view {
                    View::OrgUnit(here) => {
                        label for="enhet" { (texts.measures_org_unit()) }
                        select.input name="enhet" id="enhet" {
                            @for id in &self.near {
                                option value=(id) selected[*id == here] { (self.structure.organisation.name(*id)) }
                            }
                        }
                    },
                    View::Measure(measure) => input type="hidden" name="matt" value=(measure);,
                    View::Row(measure, org_unit) => {
                        input type="hidden" name="enhet" value=(org_unit);
                        input type="hidden" name="matt" value=(measure);
                    },
                }
                span.together {
                    label for="ar" { (texts.grid_year()) }
                    select.input.short name="ar" id="ar" {
                        @for year in years { option selected[year == self.place.year] { (year) } }
                    }
                    (button(Button::SmallSecondary, texts.grid_show(), None))
                }
            }
        }
    }

    fn form(&self) -> Markup {
        let texts = self.texts;
        let (org_unit, measure) = match self.place.view {
            View::OrgUnit(id) => (Some(id), None),
            View::Measure(id) => (None, Some(id)),
            View::Row(measure, org_unit) => (Some(org_unit), Some(measure)),
        };
        // What is typed in a table is not told from what stood there, so nothing is called corrected.
        let offered = |quality: &&OutcomeQuality| match quality {
            OutcomeQuality::Preliminary => true,
            OutcomeQuality::Corrected => false,
            OutcomeQuality::Verified => self.may_verify,
        };
        let qualities = OutcomeQuality::ALL
            .iter()
            .filter(offered)
            .map(|quality| {
                Choice::new(quality.code(), quality_word(texts, *quality))
                    .chosen(*quality == self.quality)
            })
            .collect();
        let submit = button(Button::Primary, texts.grid_save(), None);
        html! {
            p.hint data-grid-keys hidden { (texts.grid_keys()) }
            form.grid-form method="post" action="/matvarden" data-grid data-leave=(texts.grid_unsaved()) {
                @if let Some(id) = org_unit { input type="hidden" name="enhet" value=(id); }
                @if let Some(id) = measure { input type="hidden" name="matt" value=(id); }
                input type="hidden" name="ar" value=(self.place.year);
                input type="hidden" name="sida" value=(self.place.page);
                (super::closed::told(self))
                (table::tables(self))
                @if table::has_doubts(self) {
                    (Field::checkboxes("stammer", texts.grid_doubts(), vec![Choice::new("ja", texts.grid_sure())]))
                }
                (Field::radios("kvalitet", texts.grid_quality(), qualities))
                p.fine role="status" data-grid-status data-words=(texts.grid_changed("{n}")) {}
                (form_end(&html! { (submit) }, None))
            }
            (self.pages())
            p.fine {
                (texts.grid_download()) " "
                a href={"/matvarden/varden.xlsx?" (self.place.view.query()) "&ar=" (self.place.year)} { (texts.grid_download_year(self.place.year)) } " · "
                a href={"/matvarden/varden.xlsx?" (self.place.view.query())} { (texts.grid_download_xlsx()) } " · "
                a href={"/matvarden/varden.csv?" (self.place.view.query())} { (texts.grid_download_csv()) }
            }
            (table::paste_dialog(texts))
        }
    }

    fn pages(&self) -> Markup {
        let texts = self.texts;
        let last = self.total.unwrap_or(0).div_ceil(PAGE_ROWS);
        if last < 2 {
            return html! {};
        }
        let page = self.place.page.min(last);
        let link = |number: usize| {
            Link::new(Place { page: number, ..self.place }.url(), number.to_string())
        };
        pagination(&Pagination {
            label: texts.web_pages().to_owned(),
            shown: texts.grid_rows(i64::try_from(self.total.unwrap_or(0)).unwrap_or(0)),
            previous: (page > 1)
                .then(|| Link { text: texts.web_previous().to_owned(), ..link(page - 1) }),
            next: (page < last)
                .then(|| Link { text: texts.web_next().to_owned(), ..link(page + 1) }),
            pages: (1..=last).map(link).collect(),
            current: page - 1,
        })
    }
}
