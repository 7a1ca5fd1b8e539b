//! The page of what is strong and weak.

use domain::elements::Structure;
use domain::ids::OrgUnitId;
use domain::statistics::strength::{Signs, Strength};
use domain::statistics::target::Meaning;
use maud::{Markup, html};

use super::{Areas, URL};
use crate::i18n::Texts;
use crate::measures::url_for;
use crate::web::ui::{
    Button, Choice, Column, Field, PageHead, Row, Symbol, Table, Tone, button, details_section,
    empty_state, form_end, page_header, section, status, tag,
};

/// Everything the page shows.
pub(super) struct AreasPage<'a> {
    pub(super) texts: Texts,
    pub(super) structure: &'a Structure,
    pub(super) org_unit: OrgUnitId,
    pub(super) areas: &'a Areas,
}

pub(super) fn strength_word(texts: Texts, strength: Strength) -> &'static str {
    match strength {
        Strength::Strong => texts.measures_areas_strong(),
        Strength::Weak => texts.measures_areas_weak(),
        Strength::Mixed => texts.measures_areas_mixed(),
        Strength::Ordinary => texts.measures_areas_ordinary(),
        Strength::Unknown => texts.measures_areas_unknown(),
    }
}

pub(super) fn target_word(texts: Texts, signs: Signs) -> &'static str {
    match signs.target_met {
        Some(true) => texts.measures_areas_met(),
        Some(false) => texts.measures_areas_not_met(),
        None => "–",
    }
}

pub(super) fn change_word(texts: Texts, signs: Signs) -> &'static str {
    match signs.change {
        Some(Meaning::Better) => texts.measures_areas_improves(),
        Some(Meaning::Worse) => texts.measures_areas_worsens(),
        Some(Meaning::Neutral) => texts.measures_areas_changes(),
        None => "–",
    }
}

pub(super) fn beside_word(texts: Texts, signs: Signs) -> &'static str {
    match signs.beside {
        Some(Meaning::Better) => texts.measures_areas_better(),
        Some(Meaning::Worse) => texts.measures_areas_worse(),
        Some(Meaning::Neutral) => texts.measures_areas_middle(),
        None => "–",
    }
}

/// Whether the target is reached, with its shape.
fn reached(texts: Texts, signs: Signs) -> Markup {
    let word = target_word(texts, signs);
    match signs.target_met {
        Some(true) => status(Symbol::Met, word),
        Some(false) => status(Symbol::NotMet, word),
        None => html! { (word) },
    }
}

/// What the signs say together; what is ordinary stands back.
fn together(texts: Texts, strength: Strength) -> Markup {
    let word = strength_word(texts, strength);
    match strength {
        Strength::Strong => status(Symbol::Met, word),
        Strength::Weak => status(Symbol::NotMet, word),
        Strength::Mixed => status(Symbol::Partly, word),
        Strength::Ordinary | Strength::Unknown => html! { span.soft { (word) } },
    }
}

impl AreasPage<'_> {
    pub(super) fn body(&self) -> Markup {
        let texts = self.texts;
        let head = PageHead {
            eyebrow: self.structure.organisation.name(self.org_unit).to_owned(),
            title: texts.measures_areas().to_owned(),
            lead: texts.measures_areas_lead().to_owned(),
            ..PageHead::default()
        };
        html! {
            div.wrap.page {
                (page_header(&head))
                (self.choice())
                @if self.areas.found.is_empty() {
                    (empty_state(texts.measures_areas_none(), texts.measures_areas_none_text(), None))
                } @else {
                    (section("omraden", texts.measures_areas_found(), "", &html! {
                        p.finding { (tag(Tone::Neutral, texts.measures_automatic())) " " (self.finding()) }
                        @if let Some(cut) = self.cut() { p { (cut) } }
                        (self.particular())
                        p.block { a.csv href=(self.csv()) download { (texts.web_csv()) } }
                    }))
                    (details_section(None, texts.measures_counted_so(), "", false, &html! { p { (texts.measures_areas_method()) } }))
                }
            }
        }
    }

    fn csv(&self) -> String {
        format!("{URL}.csv?enhet={}", self.org_unit)
    }

    /// The whole municipality and what lies right below it.
    fn choice(&self) -> Markup {
        let texts = self.texts;
        let organisation = &self.structure.organisation;
        let roots = organisation.roots();
        let below = roots.iter().flat_map(|top| organisation.children(*top)).copied();
        let mut units: Vec<OrgUnitId> = roots.iter().copied().chain(below).collect();
        if !units.contains(&self.org_unit) {
            units.push(self.org_unit);
        }
        let choices = units
            .iter()
            .map(|unit| {
                let chosen = *unit == self.org_unit;
                Choice::new(unit.to_string(), organisation.name(*unit)).chosen(chosen)
            })
            .collect();
        html! {
            form.form method="get" action=(URL) {
                (Field::select("enhet", texts.measures_org_unit(), choices))
                (form_end(&button(Button::Secondary, texts.measures_crossing_show(), None), None))
            }
        }
    }

    /// That not all are there, where they are too many.
    fn cut(&self) -> Option<String> {
        let Areas { found, all } = self.areas;
        let words = |many: usize| i64::try_from(many).unwrap_or(i64::MAX);
        let is_cut = *all > found.len();
        is_cut.then(|| self.texts.measures_areas_cut(words(*all), words(found.len())))
    }

    /// How many are particular, the same for the same figures.
    fn finding(&self) -> String {
        let texts = self.texts;
        let many = |wanted: Strength| {
            let some = self.areas.found.iter().filter(|one| one.strength == wanted).count();
            i64::try_from(some).unwrap_or(i64::MAX)
        };
        let all = i64::try_from(self.areas.found.len()).unwrap_or(i64::MAX);
        let unknown = many(Strength::Unknown);
        if unknown == all {
            return texts.measures_areas_nothing(all);
        }
        texts.measures_areas_text(all, many(Strength::Strong), unknown, many(Strength::Weak))
    }

    /// What stands out, and the rest behind its count.
    fn particular(&self) -> Markup {
        let is_particular = |strength| !matches!(strength, Strength::Ordinary | Strength::Unknown);
        let texts = self.texts;
        let folded = |strength, id, title| {
            let some = self.areas.found.iter().filter(|one| one.strength == strength).count();
            let table = self.table((id, title), |one| one == strength);
            let many = texts.measures_shown(i64::try_from(some).unwrap_or(i64::MAX));
            html! { @if some > 0 { (details_section(None, title, &many, false, &table)) } }
        };
        html! {
            @if self.areas.found.iter().any(|one| is_particular(one.strength)) {
                (self.table(("omraden-tabell", texts.measures_areas()), is_particular))
            }
            (folded(Strength::Ordinary, "omraden-vanliga", texts.measures_areas_of_ordinary()))
            (folded(Strength::Unknown, "omraden-okanda", texts.measures_areas_of_unknown()))
        }
    }

    fn table(&self, (id, title): (&str, &str), is_shown: impl Fn(Strength) -> bool) -> Markup {
        let texts = self.texts;
        let shown = self.areas.found.iter().filter(|one| is_shown(one.strength));
        let rows = shown
            .map(|one| {
                let url = url_for(one.element.id, self.org_unit);
                Row::new(vec![
                    html! { a href=(url) { (one.element.title) } br; span.fine { (one.latest_words(texts)) } },
                    html! { a href=(format!("/mal/{}", one.goal.id)) { (one.goal.title) } },
                    reached(texts, one.signs),
                    html! { (change_word(texts, one.signs)) },
                    html! { (beside_word(texts, one.signs)) },
                    together(texts, one.strength),
                ])
            })
            .collect();
        let columns = vec![
            Column::text(texts.measures_name()),
            Column::text(texts.measures_areas_goal()),
            Column::text(texts.measures_areas_target()),
            Column::text(texts.measures_areas_change()),
            Column::text(texts.measures_areas_beside()),
            Column::text(texts.measures_areas_together()),
        ];
        html! { (Table::new(id, title, columns, rows).hide_caption().stacked()) }
    }
}
