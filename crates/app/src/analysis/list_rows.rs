//! How the list of analyses is shown.

use domain::access::Action;
use domain::analysis::{AnalysisState, SubjectKind};
use domain::ids::AnalysisId;
use maud::{Markup, html};

use super::list::Asked;
use super::store::Analysis;
use super::{methods, url, words};
use crate::cx::Cx;
use crate::web::fields::encode;
use crate::web::ui::{
    Button, Column, Filter, Filters, Link, PageHead, Row, Table, button, button_link, empty_state,
    filter_pills, page_header, status, tag,
};

/// Years that are offered, from this and back.
const YEARS: i64 = 5;

/// The page.
pub(super) struct ListPage<'p, 'a, 'c> {
    pub(super) cx: &'p Cx<'a, 'c>,
    pub(super) asked: &'p Asked,
    pub(super) rows: &'p [Analysis],
    /// Where the next page begins.
    pub(super) next: Option<(i64, [u8; 16])>,
}

impl ListPage<'_, '_, '_> {
    pub(super) fn body(&self) -> Markup {
        let texts = self.cx.texts();
        let person = self.cx.visit.person.as_ref();
        let works = person.is_some_and(|person| person.may_somewhere(Action::Analyse));
        let end = html! {
            div.row.no-print {
                @if works { (button_link(Button::Primary, "/analyser/ny", texts.analysis_new())) }
                (button_link(Button::Secondary, "/analyser/budgetdialog", texts.analysis_dialogue()))
            }
        };
        let head = PageHead {
            title: texts.analysis_title().to_owned(),
            lead: texts.analysis_list_lead().to_owned(),
            end: Some(end),
            ..PageHead::default()
        };
        html! {
            div.wrap.page {
                (page_header(&head))
                (self.search())
                (self.filters())
                @if self.rows.is_empty() { (empty_state(texts.analysis_none(), texts.analysis_none_text(), None)) } @else { (self.table()) }
                @if let Some((at, id)) = self.next {
                    p.row { a rel="next" href={(self.url("", "")) "&fore=" (at) "." (AnalysisId::from(id))} { (texts.analysis_show_more()) } }
                }
            }
        }
    }

    /// What each filter stands at.
    fn values(&self) -> [(&'static str, String); 7] {
        let wanted = &self.asked.wanted;
        let unit = self.asked.org_unit.map(|unit| unit.to_string()).unwrap_or_default();
        let year = if wanted.year == 0 { String::new() } else { wanted.year.to_string() };
        [
            ("enhet", unit),
            ("ar", year),
            ("metod", wanted.method.clone()),
            ("lage", wanted.state.clone()),
            ("om", wanted.kind.clone()),
            ("vem", if self.asked.own { "mina".to_owned() } else { String::new() }),
            ("ord", self.asked.words.clone()),
        ]
    }

    /// The address with one filter at another value.
    fn url(&self, name: &str, value: &str) -> String {
        let pairs: Vec<String> = self
            .values()
            .into_iter()
            .map(|(own, kept)| (own, if own == name { value.to_owned() } else { kept }))
            .filter(|(_, kept)| !kept.is_empty())
            .map(|(own, kept)| format!("{own}={}", encode(&kept)))
            .collect();
        format!("/analyser?{}", pairs.join("&"))
    }

    fn search(&self) -> Markup {
        let texts = self.cx.texts();
        html! {
            form method="get" action="/analyser" role="search" {
                div.search-line {
                    label for="ord" { (texts.analysis_search()) }
                    input.input type="search" name="ord" id="ord" value=(self.asked.words);
                    (button(Button::SmallSecondary, texts.search_button(), None))
                }
                @for (name, value) in self.values() { @if name != "ord" && !value.is_empty() { input type="hidden" name=(name) value=(value); } }
            }
        }
    }

    fn one_of(&self, name: &'static str, label: &str, all: Vec<(String, String)>) -> Filter {
        let texts = self.cx.texts();
        let now = self.values().into_iter().find(|(own, _)| *own == name).map(|(_, kept)| kept);
        let now = now.unwrap_or_default();
        let all = std::iter::once((String::new(), texts.analysis_all().to_owned())).chain(all);
        let all: Vec<(String, String)> = all.collect();
        let chosen = all.iter().position(|(value, _)| *value == now).unwrap_or(0);
        let choices =
            all.iter().map(|(value, words)| Link::new(self.url(name, value), words)).collect();
        Filter::OneOf { name: label.to_owned(), choices, chosen }
    }

    fn filters(&self) -> Markup {
        let texts = self.cx.texts();
        let year = i64::from(self.cx.today().year());
        let years = (0..YEARS).map(|back| ((year - back).to_string(), (year - back).to_string()));
        let methods = methods::methods().iter();
        let methods = methods.map(|one| (one.id.clone(), methods::name(texts, one).to_owned()));
        let states = AnalysisState::ALL.into_iter();
        let states =
            states.map(|one| (one.code().to_owned(), words::state_word(texts, one).0.to_owned()));
        let kinds = SubjectKind::ALL.into_iter();
        let kinds =
            kinds.map(|one| (one.code().to_owned(), words::kind_word(texts, one).to_owned()));
        let own = Filter::Toggle {
            link: Link::new(
                self.url("vem", if self.asked.own { "" } else { "mina" }),
                texts.analysis_own(),
            ),
            symbol: None,
            on: self.asked.own,
        };
        filter_pills(&Filters {
            label: texts.analysis_filters().to_owned(),
            filters: vec![
                self.one_of("enhet", texts.analysis_unit(), self.units()),
                self.one_of("ar", texts.analysis_year(), years.collect()),
                self.one_of("lage", texts.analysis_state(), states.collect()),
                self.one_of("om", texts.analysis_about_what(), kinds.collect()),
                self.one_of("metod", texts.analysis_method(), methods.collect()),
                own,
            ],
            note: String::new(),
        })
    }

    /// The tops, what lies right under them, and the one that is chosen.
    fn units(&self) -> Vec<(String, String)> {
        let organisation = &self.cx.structure.organisation;
        let today = self.cx.today();
        let home = self.cx.visit.person.as_ref().and_then(|person| person.home());
        let roots = organisation.roots().iter().copied();
        let under =
            organisation.roots().iter().flat_map(|root| organisation.children(*root)).copied();
        let mut all = Vec::new();
        for unit in home.into_iter().chain(self.asked.org_unit).chain(roots).chain(under).take(40) {
            let lives = organisation.get(unit).is_some_and(|one| one.is_valid_on(today));
            let one = (unit.to_string(), organisation.name(unit).to_owned());
            if lives && !all.contains(&one) {
                all.push(one);
            }
        }
        all
    }

    fn table(&self) -> Markup {
        let texts = self.cx.texts();
        let columns = vec![
            Column::text(texts.analysis_about_what()),
            Column::text(texts.analysis_state()),
            Column::text(texts.analysis_conclusion()).wide_only(),
            Column::text(texts.analysis_unit()).wide_only(),
            Column::text(texts.analysis_changed()).wide_only(),
        ];
        let rows = self.rows.iter().map(|one| self.row(one)).collect();
        let table = Table::new("analyser", texts.analysis_title(), columns, rows);
        html! { (table.hide_caption()) }
    }

    fn row(&self, one: &Analysis) -> Row {
        let texts = self.cx.texts();
        let unit = self.cx.structure.organisation.name(one.org_unit);
        let (word, tone) = words::state_word(texts, one.state);
        let steps =
            methods::method(&one.method).map_or(0, |method| method.numbers(one.is_quick).len());
        let all = i64::try_from(steps).unwrap_or(0);
        Row::new(vec![
            html! {
                a href=(url(one.id)) { (one.subject_words) }
                br; span.fine { (words::kind_word(texts, one.kind)) " · " (words::period(texts, one)) span.narrow-only { " · " (unit) } }
            },
            html! {
                (tag(tone, word))
                @if one.state == AnalysisState::Open { br; span.fine { (texts.analysis_steps_done(all, one.steps_done)) } }
            },
            html! {
                (one.conclusion)
                @if let Some(certainty) = one.certainty { " " (status(words::certainty_symbol(certainty), words::certainty_word(texts, certainty))) }
            },
            html! { (unit) },
            html! { (words::day(texts, &*self.cx.app.clock, one.changed_at)) br; span.fine { (one.person_name) } },
        ])
    }
}
