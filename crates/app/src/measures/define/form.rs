//! The form that describes a measure.

use domain::ids::ElementId;
use domain::measures::{Aggregation, Direction};
use domain::periods::Frequency;
use domain::steering::{Role, TypeId};
use maud::{Markup, html};

use super::offered::Choosable;
use super::typed::{Problems, Typed};
use crate::choosing::{Offered, on_enter};
use crate::cx::Cx;
use crate::form_page::FormPage;
use crate::i18n::Texts;
use crate::measures::planning::theirs_notice;
use crate::measures::terms::{aggregation_word, direction_word, frequency_word};
use crate::measures::worth;
use crate::web::ui::{Choice, Field, PageHead, Problem, Tone, notice};

/// The form with what was typed, what is wrong with it, and what somebody else has written meanwhile.
pub(super) struct Form<'a> {
    pub typed: &'a Typed,
    pub problems: &'a Problems,
    /// The measure that is changed; none for a new one.
    pub id: Option<ElementId>,
    /// Fields that somebody else has changed: their label and what stands there now.
    pub theirs: Vec<(&'static str, String)>,
    /// The measure whose values bind the definition, if any.
    pub bound: Option<ElementId>,
    /// What can be chosen in its long lists.
    pub choosable: Choosable,
}

impl Form<'_> {
    fn value(&self, name: &str) -> &str {
        self.typed.get(name)
    }

    fn problem(&self, name: &str) -> Option<&str> {
        self.problems.iter().find(|(at, _)| *at == name).map(|(_, words)| words.as_str())
    }

    fn text(&self, name: &'static str, label: &str) -> Field {
        Field::text(name, label).value(self.value(name)).problem(self.problem(name))
    }

    fn area(&self, name: &'static str, label: &str) -> Field {
        Field::textarea(name, label).rows(3).value(self.value(name)).problem(self.problem(name))
    }

    fn select(&self, name: &'static str, label: &str, choices: Vec<Choice>) -> Field {
        Field::select(name, label, choices).problem(self.problem(name))
    }

    fn yes(&self, name: &'static str, label: &str) -> Field {
        let choice = Choice::new("ja", label).chosen(self.value(name) == "ja");
        Field::checkboxes(name, label, vec![choice]).hide_label()
    }

    pub(super) fn body(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let title = if self.id.is_some() { texts.measures_edit() } else { texts.measures_new() };
        let lead = texts.measures_form_lead().to_owned();
        let head = PageHead { title: title.to_owned(), lead, ..PageHead::default() };
        let summary: Vec<Problem> =
            self.problems.iter().map(|(at, words)| Problem::at(*at, words)).collect();
        let back = self.id.map_or_else(|| "/matt".to_owned(), crate::measures::url);
        let page = FormPage {
            head,
            problems: &summary,
            action: &back,
            save: texts.web_save(),
            cancel: &back,
        };
        let before = html! {
            (theirs_notice(texts, &self.theirs))
            @if let Some(bound) = self.bound { (bound_notice(cx, bound)) }
        };
        let fields = html! {
                    @if self.choosable.is_searched() { (on_enter(texts)) }
                    input type="hidden" name="id" value=(self.value("id"));
                    input type="hidden" name="version" value=(self.value("version"));
                    (self.what(cx))
                    (self.how(cx))
                    (self.worth(cx))
        };
        page.body(texts, &before, &fields)
    }

    fn chosen_among(&self, offered: &Offered, texts: Texts, name: &str, label: &str) -> Field {
        offered.field(texts, label).problem(self.problem(name))
    }

    fn what(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let optional = texts.web_optional();
        let choosable = &self.choosable;
        html! {
            (self.text("titel", texts.measures_name()).required())
            (self.area("text", texts.measures_text()).optional(optional))
            (self.select("typ", texts.measures_type(), type_choices(cx, self.value("typ"))))
            @if self.id.is_none() { (self.chosen_among(&choosable.goals, texts, "mal", texts.measures_goal()).optional(optional)) }
            (self.chosen_among(&choosable.owners, texts, "agare", texts.measures_owner()))
            (self.chosen_among(&choosable.people, texts, "ansvarig", texts.goals_field_responsible()))
            (self.select("klass", texts.measures_class(), class_choices(cx, self.value("klass"))))
        }
    }

    /// The control question, the established definition and the fields of the steering model.
    fn worth(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let model = &cx.structure.model;
        let known = model.element_type(&TypeId::new(self.value("typ")));
        let of_type = known.or_else(|| model.types_with_role(Role::Measure).next());
        let question = worth::question(texts, of_type);
        html! {
            (worth::fields(texts, &question, |name| self.value(name), |name| self.problem(name)))
            @if let Some(of_type) = of_type { (self.typed.own.fields(texts, of_type, self.problems)) }
        }
    }

    fn how(&self, cx: &Cx<'_, '_>) -> Markup {
        let texts = cx.texts();
        let optional = texts.web_optional();
        let chosen = |name| self.value(name);
        let directions = words(Direction::ALL, chosen("riktning"), |one| {
            (one.code(), direction_word(texts, one))
        });
        let frequencies = words(&Frequency::ALL, chosen("frekvens"), |one| {
            (one.code(), frequency_word(texts, one))
        });
        // Org units have no latest among them; who has said so once is told when it is kept.
        let ways: Vec<Aggregation> = Aggregation::ALL
            .iter()
            .copied()
            .filter(|one| *one != Aggregation::Latest || chosen("organisation") == one.code())
            .collect();
        let across =
            words(&ways, chosen("organisation"), |one| (one.code(), aggregation_word(texts, one)));
        let over_time = words(Aggregation::ALL, chosen("tid"), |one| {
            (one.code(), aggregation_word(texts, one))
        });
        html! {
            (self.text("enhet", texts.measures_unit()).hint(texts.measures_unit_hint()))
            (self.text("decimaler", texts.measures_decimals()))
            (self.yes("procent", texts.measures_is_percentage()))
            (self.select("riktning", texts.measures_direction(), directions))
            (self.area("metod", texts.measures_method()).optional(optional))
            (self.area("kalla", texts.measures_source()).optional(optional))
            (self.select("frekvens", texts.measures_frequency(), frequencies))
            (Field::number("dagar", texts.measures_lag()).value(self.value("dagar")).hint(texts.measures_lag_hint()).optional(optional).problem(self.problem("dagar")))
            (self.select("organisation", texts.measures_over_organisation(), across))
            (self.select("tid", texts.measures_over_time(), over_time))
            p.fine { (texts.measures_over_time_hint()) }
            (self.yes("raknas", texts.measures_counts()))
            (self.yes("paverkbar", texts.measures_controllable()))
        }
    }
}

/// Says what stays as it is, and how to measure otherwise.
fn bound_notice(cx: &Cx<'_, '_>, bound: ElementId) -> Markup {
    let texts = cx.texts();
    let body = html! {
        p { (texts.measures_bound_text()) }
        p { a href={"/matt/nytt?efter=" (bound)} { (texts.measures_continue()) } }
    };
    notice(Tone::Neutral, texts.measures_bound(), &body)
}

fn words<T: Copy>(
    all: &[T],
    chosen: &str,
    word: impl Fn(T) -> (&'static str, &'static str),
) -> Vec<Choice> {
    all.iter()
        .map(|one| {
            let (code, word) = word(*one);
            Choice::new(code, word).chosen(code == chosen)
        })
        .collect()
}

fn type_choices(cx: &Cx<'_, '_>, chosen: &str) -> Vec<Choice> {
    cx.structure
        .model
        .types_with_role(Role::Measure)
        .map(|one| {
            Choice::new(one.id.as_str(), crate::steering::singular(cx.language(), &one.term))
                .chosen(one.id.as_str() == chosen)
        })
        .collect()
}

fn class_choices(cx: &Cx<'_, '_>, chosen: &str) -> Vec<Choice> {
    cx.structure
        .model
        .types_with_role(Role::Measure)
        .flat_map(|one| &one.classes)
        .map(|class| Choice::new(&class.name, &class.name).chosen(class.name == chosen))
        .collect()
}
