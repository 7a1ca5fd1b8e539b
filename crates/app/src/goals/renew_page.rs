//! The page where what shall follow into the next period is looked at and chosen.

use domain::elements::Structure;
use domain::ids::{ElementId, OrgUnitId};
use domain::renewal::{Copied, CopiedLink, is_work};
use maud::{Markup, html};

use super::plan_page::count;
use super::words::type_word;
use crate::i18n::{Texts, date};
use crate::web::ui::{
    Button, Choice, PageHead, Problem, button, button_link, checklist, empty_state, error_summary,
    form_end, page_header, question_group,
};

/// What the page shows.
pub(super) struct Page<'a> {
    pub(super) texts: Texts,
    pub(super) structure: &'a Structure,
    pub(super) org_unit: OrgUnitId,
    pub(super) copies: Vec<Copied<'a>>,
    pub(super) ticked: Vec<ElementId>,
    pub(super) nothing_chosen: bool,
}

impl Page<'_> {
    /// The page.
    pub(super) fn body(&self) -> Markup {
        let texts = self.texts;
        let head = PageHead {
            eyebrow: self.structure.organisation.name(self.org_unit).to_owned(),
            title: texts.goals_renew_title().to_owned(),
            lead: texts.goals_renew_lead().to_owned(),
            end: None,
        };
        let back = format!("/planera?enhet={}", self.org_unit);
        let end = html! {
            (button(Button::Primary, texts.goals_renew_button(), None))
            (button_link(Button::Secondary, &back, texts.web_cancel()))
        };
        let choices: Vec<Choice> = self.copies.iter().map(|one| self.choice(one)).collect();
        html! {
            div.wrap.page {
                @if self.nothing_chosen {
                    (error_summary(texts.web_problems(), &[Problem::at("mal", texts.goals_renew_nothing_chosen())]))
                }
                (page_header(&head))
                @if choices.is_empty() {
                    (empty_state(texts.goals_renew_nothing(), texts.goals_renew_nothing_text(), Some(&button_link(Button::SmallSecondary, &back, texts.goals_trash_back()))))
                } @else {
                    form.form method="post" action="/planera/kopiera" {
                        input type="hidden" name="enhet" value=(self.org_unit);
                        div #mal { (question_group(texts.goals_renew_which(), texts.goals_renew_which_hint(), &checklist("mal", &choices))) }
                        (form_end(&end, None))
                    }
                }
            }
        }
    }

    fn choice(&self, copy: &Copied<'_>) -> Choice {
        let texts = self.texts;
        let one = copy.original;
        let day = |day| date(texts.language, day);
        let (first, last) = copy.period;
        let mut note = format!(
            "{}. {}.",
            type_word(texts.language, self.structure, one),
            texts.goals_renew_period(day(first), day(last))
        );
        for link in &copy.links {
            let title = |id| self.structure.element(id).map_or("", |one| one.title.as_str());
            let words = match link {
                CopiedLink::Same(link) => texts.goals_renew_same(title(link.parent)),
                // Here every offered element stands for its own copy: whether it comes along is not
                // known until the form is sent.
                CopiedLink::Copy(link, copy) if *copy == link.parent && is_work(one.role) => {
                    texts.goals_renew_copy_or_old(title(link.parent))
                }
                CopiedLink::Copy(link, copy) if *copy == link.parent => {
                    texts.goals_renew_copy_if(title(link.parent))
                }
                CopiedLink::Copy(link, _) => texts.goals_renew_copy(title(link.parent)),
                CopiedLink::Old(link) => texts.goals_renew_old(title(link.parent)),
                CopiedLink::Broken(link) => texts.goals_renew_broken(title(link.parent)),
            };
            note = format!("{note} {words}");
        }
        if !copy.measured_by.is_empty() {
            note = format!("{note} {}", texts.goals_renew_measures(count(copy.measured_by.len())));
        }
        Choice::new(one.id.to_string(), &one.title).note(note).chosen(self.ticked.contains(&one.id))
    }
}
