//! The page of judgements that differ.

use domain::elements::Element;
use domain::fulfilment::Fulfilment;
use domain::ids::OrgUnitId;
use domain::organisation::OrgLevelKind;
use domain::periods::Period;
use maud::{Markup, html};

use super::overrides::{Asked, Found, Which};
use super::store::overrides::{After, Override};
use super::store::{Assessment, AssessmentKind};
use super::words::{fulfilment_symbol, judgement_word, stage_word};
use crate::cx::Cx;
use crate::elements;
use crate::frame::Nav;
use crate::i18n::date_short;
use crate::measures::period_words;
use crate::web::response::Response;
use crate::web::ui::{
    Column, Filter, Filters, Link, PageHead, Pagination, Row, Table, Tone, empty_state,
    filter_pills, page_header, pagination, signal_status, tag,
};

/// Where the list is.
pub const URL: &str = "/avsteg";

/// The page.
pub(super) fn page(cx: &Cx<'_, '_>, asked: &Asked, found: &Found, periods: &[Period]) -> Response {
    let texts = cx.texts();
    let head = PageHead {
        title: texts.assessment_overrides().to_owned(),
        lead: texts.assessment_overrides_lead().to_owned(),
        ..PageHead::default()
    };
    let page = Page { cx, asked };
    let body = html! {
        div.wrap.page {
            (page_header(&head))
            (page.filters(periods))
            @if found.rows.is_empty() && found.next.is_none() {
                (empty_state(texts.assessment_overrides_none(), texts.assessment_overrides_none_text(), None))
            } @else { (page.table(found)) }
            (page.ways(found))
        }
    };
    cx.page(texts.assessment_overrides(), Nav::FollowUp, &body)
}

struct Page<'p, 'a, 'c> {
    cx: &'p Cx<'a, 'c>,
    asked: &'p Asked,
}

impl Page<'_, '_, '_> {
    fn address(
        period: Option<Period>,
        within: Option<OrgUnitId>,
        which: Which,
        after: Option<After>,
    ) -> String {
        let parts = [
            period.map(|one| format!("period={one}")),
            within.map(|one| format!("enhet={one}")),
            (which != Which::All).then(|| format!("slag={}", which.code())),
            after.map(|(at, element)| format!("fore={at}&om={element}")),
        ];
        let query: Vec<String> = parts.into_iter().flatten().collect();
        if query.is_empty() { URL.to_owned() } else { format!("{URL}?{}", query.join("&")) }
    }

    fn filters(&self, periods: &[Period]) -> Markup {
        let texts = self.cx.texts();
        let Asked { period, within, which, .. } = *self.asked;
        let mut times: Vec<Option<Period>> = vec![None];
        let mut newest: Vec<Period> = periods.to_vec();
        newest.sort_by_key(|one| std::cmp::Reverse((one.last_day(), *one)));
        times.extend(newest.into_iter().map(Some));
        let time_links = times.iter().map(|one| {
            let words = one.map_or_else(
                || texts.assessment_all_periods().to_owned(),
                |one| period_words(texts.language, one),
            );
            Link::new(Self::address(*one, within, which, None), words)
        });
        let mut units: Vec<Option<OrgUnitId>> = vec![None];
        units.extend(self.bodies().into_iter().map(Some));
        if within.is_some() && !units.contains(&within) {
            units.push(within);
        }
        let organisation = &self.cx.structure.organisation;
        let unit_links = units.iter().map(|one| {
            let words = one.map_or(texts.assessment_all_units(), |one| organisation.name(one));
            Link::new(Self::address(period, *one, which, None), words)
        });
        let which_links = Which::ALL.iter().map(|one| {
            let words = match one {
                Which::All => texts.assessment_all_kinds(),
                Which::FromProposal => texts.assessment_differs_proposal(),
                Which::BetweenStages => texts.assessment_differs_stages(),
            };
            Link::new(Self::address(period, within, *one, None), words)
        });
        let one_of = |name: &str, choices: Vec<Link>, chosen: Option<usize>| Filter::OneOf {
            name: name.to_owned(),
            choices,
            chosen: chosen.unwrap_or(0),
        };
        filter_pills(&Filters {
            label: texts.assessment_filter().to_owned(),
            filters: vec![
                one_of(
                    texts.assessment_period(),
                    time_links.collect(),
                    times.iter().position(|one| *one == period),
                ),
                one_of(
                    texts.assessment_unit(),
                    unit_links.collect(),
                    units.iter().position(|one| *one == within),
                ),
                one_of(
                    texts.assessment_which_differ(),
                    which_links.collect(),
                    Which::ALL.iter().position(|one| *one == which),
                ),
            ],
            note: String::new(),
        })
    }

    /// The political bodies and administrations: what lies under them is reached through them.
    fn bodies(&self) -> Vec<OrgUnitId> {
        let organisation = &self.cx.structure.organisation;
        let today = self.cx.today();
        let mut bodies: Vec<_> = organisation
            .all()
            .filter(|unit| unit.is_valid_on(today))
            .filter(|unit| {
                !matches!(
                    unit.kind,
                    OrgLevelKind::Council
                        | OrgLevelKind::Unit
                        | OrgLevelKind::Provider
                        | OrgLevelKind::Employee
                        | OrgLevelKind::Sector
                        | OrgLevelKind::Administration
                )
            })
            .collect();
        bodies.sort_by_cached_key(|unit| crate::i18n::sort_key(&unit.name));
        bodies.into_iter().map(|unit| unit.id).collect()
    }

    fn table(&self, found: &Found) -> Markup {
        let texts = self.cx.texts();
        let columns = vec![
            Column::text(texts.assessment_what()),
            Column::text(texts.assessment_proposal()),
            Column::text(texts.assessment_judgements()),
        ];
        let rows = found.rows.iter().filter_map(|one| self.row(found, one)).collect();
        html! { (Table::new("avsteg", texts.assessment_overrides(), columns, rows).hide_caption()) }
    }

    fn row(&self, found: &Found, one: &Override) -> Option<Row> {
        let texts = self.cx.texts();
        let structure = &self.cx.structure;
        let element = structure.element(one.element)?;
        let mut stages: Vec<&Assessment> = found
            .judgements
            .get(&one.element)?
            .iter()
            .filter(|said| {
                (said.org_unit, said.period, said.kind) == (one.org_unit, one.period, one.kind)
            })
            .collect();
        stages.sort_by_key(|said| said.stage);
        let kind = match one.kind {
            AssessmentKind::Outcome => String::new(),
            AssessmentKind::Forecast => texts.assessment_kind(one.kind.code()),
        };
        let what = html! {
            a href={(elements::url(element)) "#bedomning"} { (element.title) }
            p.fine {
                (structure.organisation.name(one.org_unit)) ", " (period_words(texts.language, one.period))
                @if !kind.is_empty() { ". " (kind) }
            }
            @if one.differing.between_stages { p { (tag(Tone::Neutral, texts.assessment_differs_stages())) } }
        };
        let proposed = stages.iter().rev().find_map(|said| said.proposed);
        let proposal = if let Some(level) = proposed {
            self.level(element, one.kind, (level, ""))
        } else {
            html! { span.soft { (texts.assessment_no_proposal_word()) } }
        };
        let judged = html! {
            div.stack.tight { @for said in &stages { (self.judgement(element, said)) } }
        };
        Some(Row::new(vec![what, proposal, judged]))
    }

    fn level(
        &self,
        element: &Element,
        kind: AssessmentKind,
        (level, chosen): (Fulfilment, &str),
    ) -> Markup {
        let shape = fulfilment_symbol(level);
        let word =
            judgement_word(self.cx.texts(), &self.cx.structure, element, (kind, level, chosen));
        signal_status(shape, shape.tone(), &word)
    }

    fn judgement(&self, element: &Element, said: &Assessment) -> Markup {
        let texts = self.cx.texts();
        let stage = stage_word(texts, &self.cx.structure, element, said.stage);
        let day = date_short(texts.language, self.cx.app.clock.local(said.at).date());
        let name =
            if said.person_name.is_empty() { texts.assessment_nobody() } else { &said.person_name };
        html! {
            div {
                (self.level(element, said.kind, (said.level, &said.scale_level))) " "
                span.fine { (texts.assessment_by(day, name, stage)) }
                @if said.reason.is_empty() { p.soft { (texts.assessment_no_reason()) } }
                @else { p { (said.reason) } }
            }
        }
    }

    fn ways(&self, found: &Found) -> Markup {
        let texts = self.cx.texts();
        let Asked { period, within, which, after } = *self.asked;
        if after.is_none() && found.next.is_none() {
            return html! {};
        }
        let link =
            |after, words: &str| Link::new(Self::address(period, within, which, after), words);
        pagination(&Pagination {
            label: texts.web_pages().to_owned(),
            shown: String::new(),
            previous: after.map(|_| link(None, texts.assessment_overrides_newest())),
            next: found.next.map(|next| link(Some(next), texts.assessment_overrides_older())),
            ..Pagination::default()
        })
    }
}
