//! The part of an element's form where its grounds are written.

use domain::grounds::{Ground, GroundTheme, Grounds, LONGEST_GROUND, Perspective};
use domain::ids::ElementId;
use domain::steering::Role;
use maud::{Markup, html};

use super::words::{perspective_word, question, theme_word};
use crate::i18n::Texts;
use crate::web::fields::Fields;
use crate::web::ui::{Choice, Field, details_section};

/// The fields as typed.
#[derive(Clone, Default, Debug)]
pub struct TypedGrounds {
    perspective: String,
    texts: Vec<(Ground, String)>,
}

impl TypedGrounds {
    /// What the form brought.
    pub fn sent(form: &Fields) -> Self {
        let text = |ground: Ground| (ground, form.text(ground.code()).to_owned());
        Self {
            perspective: form.text("perspektiv").to_owned(),
            texts: Ground::ALL.into_iter().map(text).collect(),
        }
    }

    /// What is kept.
    pub fn kept(grounds: &Grounds) -> Self {
        let texts = grounds.texts.iter().map(|(ground, text)| (*ground, text.clone()));
        Self {
            perspective: grounds.perspective.map_or("", Perspective::code).to_owned(),
            texts: texts.collect(),
        }
    }

    fn text(&self, ground: Ground) -> &str {
        self.texts.iter().find(|(one, _)| *one == ground).map_or("", |(_, text)| text)
    }

    /// What cannot be kept, by field.
    pub fn flaws(&self, texts: Texts) -> Vec<(&'static str, String)> {
        let mut flaws = Vec::new();
        if !self.perspective.is_empty() && self.perspective.parse::<Perspective>().is_err() {
            flaws.push(("perspektiv", texts.web_unknown_choice().to_owned()));
        }
        for (ground, text) in &self.texts {
            let written = text.chars().count();
            if written > LONGEST_GROUND {
                flaws.push((ground.code(), texts.web_too_long(LONGEST_GROUND, written)));
            }
        }
        flaws
    }

    /// As grounds of an element with a role; what the role has no place for is left out.
    pub fn read(&self, element: ElementId, role: Role, version: i64) -> Grounds {
        let mut grounds = Grounds::none(element);
        for ground in Ground::of(role) {
            grounds = grounds.with(*ground, &self.text(*ground).replace("\r\n", "\n"));
        }
        if Perspective::is_of(role) {
            grounds.perspective = self.perspective.parse().ok();
        }
        grounds.version = version;
        grounds
    }

    /// The fields, folded unless something there is wrong; nothing for roles without grounds.
    pub fn fields(&self, texts: Texts, role: Role, problems: &[(&'static str, String)]) -> Markup {
        let asked = Ground::of(role);
        if asked.is_empty() {
            return html! {};
        }
        let wrong = |field: &str| {
            problems.iter().find(|(at, _)| *at == field).map(|(_, words)| words.as_str())
        };
        let said = asked.iter().filter(|ground| !self.text(**ground).trim().is_empty()).count();
        let note = texts.grounds_said(
            i64::try_from(asked.len()).unwrap_or(0),
            i64::try_from(said).unwrap_or(0),
        );
        let is_wrong = wrong("perspektiv").is_some()
            || asked.iter().any(|ground| wrong(ground.code()).is_some());
        let body = html! {
            div.grounds {
                p.soft { (texts.grounds_lead()) }
                @if Perspective::is_of(role) { (self.perspective_field(texts, wrong("perspektiv"))) }
                @for theme in GroundTheme::ALL {
                    @if asked.iter().any(|ground| ground.theme() == theme) {
                        h2 { (theme_word(texts, theme)) }
                        @for ground in asked.iter().filter(|ground| ground.theme() == theme) {
                            (self.field(texts, *ground, wrong(ground.code())))
                        }
                    }
                }
            }
        };
        details_section(None, texts.grounds_title(), &note, is_wrong, &body)
    }

    fn perspective_field(&self, texts: Texts, wrong: Option<&str>) -> Markup {
        let none = Choice::new("", texts.grounds_no_perspective());
        let each = Perspective::ALL.into_iter().map(|one| {
            Choice::new(one.code(), perspective_word(texts, one))
                .chosen(one.code() == self.perspective)
        });
        let choices = std::iter::once(none.chosen(self.perspective.is_empty())).chain(each);
        let field = Field::radios("perspektiv", texts.grounds_perspective(), choices.collect())
            .hint(texts.grounds_perspective_help())
            .problem(wrong);
        html! { (field) }
    }

    fn field(&self, texts: Texts, ground: Ground, wrong: Option<&str>) -> Markup {
        let (label, help) = question(texts, ground);
        let field = Field::textarea(ground.code(), label).hint(help).rows(2);
        html! { (field.value(self.text(ground)).problem(wrong)) }
    }
}
