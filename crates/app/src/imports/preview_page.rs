//! The page of a file that is looked at: what it would do, what is wrong, and the button.

use domain::elements::Structure;
use domain::imports::PlannedValue;
use maud::{Markup, html};

use super::effects::effect_words;
use super::look::{Again, Look, ROWS_SHOWN};
use super::store::ImportFile;
use super::words::{fault_words, file_name, when};
use super::{names, people};
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::measures::{outcome_words, period_words, quality_word};
use crate::web::ui::{
    Button, Choice, Column, Fact, Field, PageHead, Problem, Row, Stop, Table, Tone,
    breadcrumb_thread, button, error_summary, facts_across, form_end, notice, page_header, section,
};

/// Everything the page shows.
pub(super) struct PreviewPage<'a> {
    texts: Texts,
    structure: &'a Structure,
    file: &'a ImportFile,
    look: &'a Look,
    at: String,
    /// Why it is shown again.
    pub again: Option<Again>,
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl<'a> PreviewPage<'a> {
    pub(super) fn new(cx: &Cx<'_, '_>, file: &'a ImportFile, look: &'a Look) -> Self {
        let (texts, at) = (cx.texts(), when(cx, file.at));
        Self { texts, structure: &look.structure, file, look, at, again: None }
    }

    pub(super) fn body(&self) -> Markup {
        let texts = self.texts;
        let name = file_name(texts, self.file);
        let head = PageHead {
            eyebrow: format!("{} · {}", self.file.person_name, self.at),
            title: texts.imports_preview_title(&name),
            lead: texts.imports_preview_lead().to_owned(),
            end: None,
        };
        let stops = [
            Stop::to("/matt", texts.measures_title()),
            Stop::to("/matt/inlasning", texts.imports_title()),
            Stop::here(&name),
        ];
        html! {
            div.wrap.page {
                @if self.again == Some(Again::NotAllRight) {
                    (error_summary(texts.web_problems(), &[Problem::at("fel", texts.imports_not_all_right(count(self.look.refused)))]))
                }
                @if let Some(Again::NoReason(words)) = &self.again {
                    (error_summary(texts.web_problems(), &[Problem::at("skal", words)]))
                }
                (breadcrumb_thread(texts.web_thread_label(), &stops))
                (page_header(&head))
                @if self.again == Some(Again::Changed) {
                    (notice(Tone::Partly, texts.imports_changed(), &html! { p { (texts.imports_changed_text()) } }))
                }
                (self.counts())
                @if !self.file.origin.is_empty() { p { (texts.imports_from_source(&self.file.origin)) } }
                @if !self.look.unread.is_empty() { p { (texts.imports_unread(self.look.unread.join(", "))) } }
                p.fine { a href=(super::columns_url(self.file.id)) { (texts.imports_columns_link()) } }
                (self.form())
                @if !self.look.problems.is_empty() {
                    (section("fel", texts.imports_problems(), &self.problems_note(), &self.problems()))
                    @if let Some(form) = names::form(texts, &super::url(self.file.id), &self.look.problems) {
                        (section("namn", texts.imports_names(), "", &form))
                    }
                }
                (section("inlasning-rader", texts.imports_rows(), &self.rows_note(), &self.rows()))
            }
        }
    }

    fn counts(&self) -> Markup {
        let (texts, plan) = (self.texts, &self.look.plan);
        let fact = |name: &str, number: usize| Fact::rich(name, html! { span.num { (number) } });
        facts_across(&[
            fact(texts.imports_new(), plan.new),
            fact(texts.imports_changes(), plan.changed),
            fact(texts.imports_beside(), plan.beside),
            fact(texts.imports_unchanged(), plan.unchanged),
            fact(texts.imports_refused(), self.look.refused),
        ])
    }

    fn form(&self) -> Markup {
        let texts = self.texts;
        let writes = self.look.plan.write_count();
        if writes == 0 {
            let why = if self.look.refused == 0 {
                texts.imports_nothing_text()
            } else {
                texts.imports_nothing_right_text()
            };
            return notice(Tone::Neutral, texts.imports_nothing(), &html! { p { (why) } });
        }
        let all = vec![Choice::new("ja", texts.imports_only_all_right())];
        let submit =
            html! { (button(Button::Primary, &texts.imports_read_in(count(writes)), None)) };
        html! {
            form.form method="post" action={(super::url(self.file.id)) "/las-in"} {
                input type="hidden" name="sedd" value=(self.look.fingerprint());
                @if self.look.refused > 0 {
                    p { (texts.imports_some_refused(count(self.look.refused))) }
                    (Field::checkboxes("allt", texts.imports_only_all_right(), all).hide_label())
                }
                @if self.look.plan.corrections() > 0 { (self.reason()) }
                (form_end(&submit, None))
            }
        }
    }

    /// Why values that others could trust are replaced: asked once for the file.
    fn reason(&self) -> Markup {
        let texts = self.texts;
        let problem = match &self.again {
            Some(Again::NoReason(words)) => Some(words.as_str()),
            _ => None,
        };
        let field = Field::textarea("skal", texts.imports_reason()).rows(2);
        html! {
            p { (texts.imports_corrects(count(self.look.plan.corrections()))) }
            (field.hint(texts.measures_why_changed_hint()).problem(problem))
        }
    }

    fn problems_note(&self) -> String {
        let shown = self.look.problems.len().min(ROWS_SHOWN);
        if shown < self.look.problems.len() {
            self.texts.imports_first(count(shown))
        } else {
            String::new()
        }
    }

    fn problems(&self) -> Markup {
        let texts = self.texts;
        let rows = self
            .look
            .problems
            .iter()
            .take(ROWS_SHOWN)
            .map(|problem| {
                let heading = problem.column.map_or("", domain::imports::Column::heading);
                Row::words(&[
                    problem.line.to_string(),
                    heading.to_owned(),
                    problem.text.clone(),
                    fault_words(texts, problem.column, &problem.fault),
                ])
            })
            .collect();
        let columns = vec![
            Column::number(texts.imports_line()),
            Column::text(texts.imports_column()),
            Column::text(texts.imports_stands()),
            Column::text(texts.imports_mend()),
        ];
        html! { (Table::new("fel-tabell", texts.imports_problems(), columns, rows).hide_caption().stacked()) }
    }

    fn rows_note(&self) -> String {
        let all = self.look.plan.rows.len();
        if all > ROWS_SHOWN { self.texts.imports_first(count(ROWS_SHOWN)) } else { String::new() }
    }

    fn rows(&self) -> Markup {
        let texts = self.texts;
        let counts = self.look.plan.rows.iter().any(|row| row.incoming.count.is_some());
        let rows = self.look.plan.rows.iter().take(ROWS_SHOWN);
        let rows = rows.map(|row| self.row(row, counts)).collect();
        let mut columns = vec![
            Column::number(texts.imports_line()),
            Column::text(texts.imports_measure()),
            Column::text(texts.measures_org_unit()),
            Column::text(texts.imports_group()),
            Column::text(texts.measures_period()),
            Column::number(texts.measures_value()),
            Column::text(texts.measures_quality()),
            Column::text(texts.imports_effect()),
        ];
        if counts {
            columns.insert(6, Column::number(texts.imports_people()));
        }
        html! {
            (people::note(texts, self.look))
            (Table::new("rader", texts.imports_rows(), columns, rows).hide_caption().dense().stacked())
        }
    }

    fn row(&self, row: &PlannedValue, counts: bool) -> Row {
        let texts = self.texts;
        let key = &row.incoming.key;
        let measure = self.structure.measure(key.measure);
        let words =
            |value| measure.map(|measure| outcome_words(texts, measure, value)).unwrap_or_default();
        let effect = effect_words(texts, row, &words);
        let title =
            self.structure.element(key.measure).map_or("", |element| element.title.as_str());
        let mut cells = vec![
            row.incoming.line.to_string(),
            title.to_owned(),
            self.structure.organisation.name(key.org_unit).to_owned(),
            key.breakdown.clone(),
            period_words(texts.language, key.period),
            words(row.incoming.value),
            quality_word(texts, row.incoming.quality).to_owned(),
            effect,
        ];
        if counts {
            cells.insert(6, people::words(texts, self.look, row));
        }
        Row::words(&cells)
    }
}
