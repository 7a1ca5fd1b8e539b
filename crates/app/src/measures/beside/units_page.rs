//! The page about whether org units differ: the finding, the picture, the table and how it was counted.

use domain::elements::{Element, Structure};
use domain::ids::OrgUnitId;
use domain::measures::Measure;
use domain::statistics::Movement;
use domain::statistics::funnel::{Standing, expected_outside};
use domain::statistics::target::{Desired, Meaning};
use maud::{Markup, html};

use super::gathered::Gathered;
use super::standing::{Beside, Stands, Unknown, Way};
use super::units::{OVER_TIME, overdispersion_words};
use super::{many, named, number_words, pages, share_words, units_picture};
use crate::i18n::Texts;
use crate::measures::{period_words, url, url_for, value_words};
use crate::web::ui::{
    ChartFigure, Column, Filter, Filters, Link, PageHead, Row, Stop, Table, Tone,
    breadcrumb_thread, details_section, empty_state, filter_pills, page_header, segmented, tag,
};

/// Everything the page shows.
pub(super) struct UnitsPage<'a> {
    pub(super) texts: Texts,
    pub(super) structure: &'a Structure,
    pub(super) element: &'a Element,
    pub(super) measure: &'a Measure,
    /// The org unit the visitor came from.
    pub(super) own: OrgUnitId,
    pub(super) now: Option<(&'a Gathered, &'a Beside)>,
    pub(super) may_plan: bool,
    /// Which page of org units.
    pub(super) page: usize,
}

impl UnitsPage<'_> {
    /// The page; `over_time` instead of how they stand now.
    pub(super) fn body(&self, over_time: Option<Markup>) -> Markup {
        let texts = self.texts;
        let stops = [
            Stop::to(url_for(self.element.id, self.own), &self.element.title),
            Stop::here(texts.measures_units()),
        ];
        let head = PageHead {
            eyebrow: self.element.title.clone(),
            title: texts.measures_units().to_owned(),
            lead: texts.measures_units_lead().to_owned(),
            ..PageHead::default()
        };
        let views = [
            Link::new(self.address(""), texts.measures_units_now()),
            Link::new(self.address(&format!("&vy={OVER_TIME}")), texts.measures_units_over_time()),
        ];
        html! {
            div.wrap.page {
                (breadcrumb_thread(texts.web_thread_label(), &stops))
                (page_header(&head))
                (segmented(texts.measures_units_views(), &views, usize::from(over_time.is_some())))
                @match (over_time, self.now) {
                    (Some(panels), _) => (panels),
                    (None, Some((gathered, beside))) if gathered.units.len() > 1 => (self.now(gathered, beside)),
                    (None, _) => (empty_state(texts.measures_units_none(), texts.measures_units_none_text(), None)),
                }
            }
        }
    }

    fn address(&self, more: &str) -> String {
        format!("{}/enheter?enhet={}{more}", url(self.element.id), self.own)
    }

    /// The org units of the page.
    pub(super) fn shown<'b>(&self, beside: &'b Beside) -> Vec<&'b Stands> {
        pages::standing_on(&beside.units, self.own, self.page)
    }

    fn now(&self, gathered: &Gathered, beside: &Beside) -> Markup {
        let texts = self.texts;
        let all = beside.units.len();
        let address = |page| self.address(&format!("&period={}&sida={page}", gathered.period));
        let period = period_words(texts.language, gathered.period);
        let title = format!("{}, {period}", self.element.title);
        let finding = self.finding(beside);
        let (wide, narrow) = units_picture::picture(self, gathered, beside, (&title, &finding));
        let csv = format!("{}/enheter.csv?period={}", url(self.element.id), gathered.period);
        let figure = ChartFigure {
            title,
            status: Some(tag(Tone::Neutral, texts.measures_automatic())),
            finding,
            wide,
            narrow: Some(narrow),
            table: Some((texts.web_show_table().to_owned(), self.table(gathered, beside))),
            csv: Some(Link::new(csv, texts.web_csv())),
            ..ChartFigure::default()
        };
        html! {
            (self.period_choice(gathered))
            div.stack {
                (figure)
                @if pages::are_many(all) { p.fine { (texts.measures_units_in_parts()) } }
                @for note in self.notes(gathered, beside) { p.fine { (note) } }
            }
            (pages::ways(texts, (self.page, all), address))
            @if matches!(beside.way, Way::Values(Unknown::NoShare)) && self.measure.is_percentage && self.may_plan {
                p { a href={(url(self.element.id)) "/kontrollfraga"} { (texts.measures_units_say_share()) } }
            }
            (self.method(beside))
        }
    }

    fn period_choice(&self, gathered: &Gathered) -> Markup {
        let texts = self.texts;
        let choices: Vec<Link> = gathered
            .periods
            .iter()
            .map(|period| {
                let address = self.address(&format!("&period={period}"));
                Link::new(address, period_words(texts.language, *period))
            })
            .collect();
        let chosen = gathered.periods.iter().position(|period| *period == gathered.period);
        let name = texts.measures_period().to_owned();
        let chosen = chosen.unwrap_or(0);
        filter_pills(&Filters {
            label: name.clone(),
            filters: vec![Filter::OneOf { name, choices, chosen }],
            note: String::new(),
        })
    }

    /// What the picture says, the same for the same figures.
    pub(super) fn finding(&self, beside: &Beside) -> String {
        let texts = self.texts;
        let count = many(beside.compared());
        let centre = beside.centre().map(|centre| share_words(texts, centre)).unwrap_or_default();
        let apart = beside.who(|one| matches!(one, Standing::Differs(_)));
        let names = named(texts, &self.structure.organisation, &apart);
        match &beside.way {
            Way::Values(why) => self.unknown(*why).to_owned(),
            _ if apart.is_empty() => texts.measures_units_none_differs(centre, count),
            _ => texts.measures_units_differ(centre, count, names),
        }
    }

    fn unknown(&self, why: Unknown) -> &'static str {
        let texts = self.texts;
        match why {
            Unknown::NoShare if self.measure.is_percentage => texts.measures_units_no_share(),
            Unknown::NoShare => texts.measures_units_no_percentage(),
            Unknown::CountsHidden => texts.measures_units_counts_hidden(),
            Unknown::NoCounts => texts.measures_units_no_counts(),
            Unknown::NothingDiffers => texts.measures_units_nothing_differs(),
        }
    }

    fn notes(&self, gathered: &Gathered, beside: &Beside) -> Vec<String> {
        let texts = self.texts;
        let mut notes = Vec::new();
        let watch = beside.who(|one| matches!(one, Standing::Watch(_)));
        if !watch.is_empty() {
            let names = named(texts, &self.structure.organisation, &watch);
            notes.push(texts.measures_units_watch(many(watch.len()), names));
        }
        if let Way::Funnel(funnel) = &beside.way {
            let chance = number_words(texts, expected_outside(beside.compared()), 1);
            notes.push(texts.measures_units_expected(chance, many(beside.compared())));
            if funnel.overdispersion.is_some() {
                notes.push(texts.measures_units_wider().to_owned());
            }
        }
        let uncounted = beside.units.iter().filter(|one| one.value.is_some());
        let uncounted = uncounted.filter(|one| one.counted.is_none()).count();
        if uncounted > 0 && !matches!(beside.way, Way::Values(_)) {
            notes.push(texts.measures_units_uncounted(many(uncounted)));
        }
        if gathered.hidden() > 0 {
            notes.push(texts.measures_hidden_note(i64::from(self.measure.least_count)));
        }
        notes.push(texts.measures_units_care().to_owned());
        notes
    }

    /// In words how an org unit stands.
    pub(super) fn verdict(texts: Texts, measure: &Measure, one: &Stands) -> &'static str {
        let way = |movement| Desired::from(measure.direction).meaning(movement);
        match one.standing {
            None if one.value.is_none() => texts.measures_hidden(),
            None => texts.measures_verdict_unknown(),
            Some(Standing::Usual) => texts.measures_verdict_usual(),
            Some(Standing::Watch(_)) => texts.measures_verdict_watch(),
            Some(Standing::Differs(movement)) => match (way(movement), movement) {
                (Meaning::Better, _) => texts.measures_verdict_better(),
                (Meaning::Worse, _) => texts.measures_verdict_worse(),
                (Meaning::Neutral, Movement::Up) => texts.measures_verdict_higher(),
                (Meaning::Neutral, Movement::Down) => texts.measures_verdict_lower(),
            },
        }
    }

    fn table(&self, gathered: &Gathered, beside: &Beside) -> Markup {
        let texts = self.texts;
        let organisation = &self.structure.organisation;
        let rows = self
            .shown(beside)
            .into_iter()
            .map(|one| {
                let value = one.value.map(|value| value_words(texts.language, self.measure, value));
                let ends = one.ends.map(|ends| {
                    let [low, high] = [ends.low, ends.high].map(|end| share_words(texts, end));
                    texts.measures_between(high, low)
                });
                Row::new(vec![
                    html! { a href=(url_for(self.element.id, one.unit)) { (organisation.name(one.unit)) } },
                    html! { (value.unwrap_or_else(|| texts.measures_hidden().to_owned())) },
                    html! { @if let Some(counted) = one.counted { (counted.out_of) } @else { "–" } },
                    html! { (ends.unwrap_or_else(|| "–".to_owned())) },
                    html! { (Self::verdict(texts, self.measure, one)) },
                ])
            })
            .collect();
        let ends = match beside.way {
            Way::Funnel(_) => texts.measures_units_limits(),
            Way::Intervals(_) | Way::Values(_) => texts.measures_units_interval(),
        };
        let columns = vec![
            Column::text(texts.measures_org_unit()),
            Column::number(texts.measures_value()),
            Column::number(texts.measures_people()),
            Column::number(ends),
            Column::text(texts.measures_verdict()),
        ];
        let caption =
            format!("{}, {}", self.element.title, period_words(texts.language, gathered.period));
        html! { (Table::new("enheter", caption, columns, rows).hide_caption().stacked()) }
    }

    fn method(&self, beside: &Beside) -> Markup {
        let texts = self.texts;
        let how = match &beside.way {
            Way::Funnel(funnel) => overdispersion_words(texts, funnel),
            Way::Intervals(held) => {
                texts.measures_units_method_wilson(share_words(texts, held.common))
            }
            Way::Values(_) => return html! {},
        };
        let body = html! { p { (texts.measures_units_method_people()) } p { (how) } };
        details_section(None, texts.measures_counted_so(), "", false, &body)
    }
}
