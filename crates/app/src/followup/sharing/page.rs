//! Who writes an account: the invited, whoever stands in, and the forms for those who decide it.

use domain::followup::PartKind;
use maud::{Markup, html};

use super::super::reach::{Found, find};
use super::super::store::Part;
use super::super::words::part_title;
use super::super::{now, url};
use super::typed::Typed;
use super::{people_url, standing, who};
use crate::choosing::{Offered, on_enter};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::date_short;
use crate::together::store::{Holder, Invitation, Substitute, invitations_of, substitutes_of};
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Choice, Field, PageHead, Problem, Setting, Stop, breadcrumb_thread, button,
    error_summary, form_end, page_header, section, settings_list,
};

/// Shows the page.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let found = find(cx)?;
    found.reach.drafts.then_some(()).or_not_found()?;
    let typed = Typed::fresh(cx, &found);
    let body = body(cx, &found, &typed, &[])?;
    Ok(cx.page(cx.texts().together_title(), Nav::FollowUp, &body))
}

/// The page again, with the people that were searched for.
pub(super) fn searched(cx: &mut Cx<'_, '_>, found: &Found, typed: &Typed) -> Answer<Response> {
    let body = body(cx, found, typed, &[])?;
    Ok(cx.page(cx.texts().together_title(), Nav::FollowUp, &body))
}

/// The page again, with what is wrong.
pub(super) fn refused(
    cx: &mut Cx<'_, '_>,
    found: &Found,
    typed: &Typed,
    problems: &[Problem],
) -> Answer<Response> {
    let body = body(cx, found, typed, problems)?;
    Ok(cx.refused(cx.texts().together_title(), Nav::FollowUp, &body))
}

/// Whether the visitor decides who reports instead: who answers, and those above.
pub(super) fn names(found: &Found) -> bool {
    found.reach.submit || found.reach.approve
}

fn body(cx: &mut Cx<'_, '_>, found: &Found, typed: &Typed, problems: &[Problem]) -> Answer<Markup> {
    let account = &found.account;
    let invitations: Vec<Invitation> = invitations_of(cx.tx, account.id)?;
    let parts = now::parts_of(cx, found)?;
    let today = cx.today();
    let substitutes = substitutes_of(cx.tx, account.id, today)?;
    let co_workers = who::co_workers(cx, account.org_unit)?;
    let stand_ins = if names(found) { who::stand_ins(cx, account.org_unit)? } else { Vec::new() };
    let missing = who::responsible(cx, account.org_unit)?.is_empty();
    let line = standing::line(cx, found)?;
    let texts = cx.texts();
    let unit = cx.structure.organisation.name(account.org_unit).to_owned();
    let head = PageHead {
        eyebrow: format!("{} · {unit}", found.round.title),
        title: texts.together_title().to_owned(),
        lead: if found.reach.submit { texts.together_lead() } else { texts.together_lead_read() }
            .to_owned(),
        end: None,
    };
    let stops = [Stop::to(url(account.id), &unit), Stop::here(texts.together_people())];
    let standing_in = if found.reach.submit && found.standing.stands_in.is_none() {
        texts.together_standing_in()
    } else {
        texts.together_standing_in_other()
    };
    let page = Shown { cx, found, parts: &parts, typed, problems };
    Ok(html! {
        div.wrap.page {
            (error_summary(texts.web_problems(), problems))
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            (line)
            (section("skriver", texts.together_writing(), "", &page.invited(&invitations)))
            @if found.reach.submit { (section("bjud-in", texts.together_invite(), "", &page.invite(&co_workers))) }
            (section("ersattare-nu", standing_in, "", &page.substitutes(&substitutes)))
            @if names(found) {
                @let title = if missing { texts.together_name_missing() } else { texts.together_name() };
                (section("utse", title, "", &page.name(&stand_ins, missing)))
            }
        }
    })
}

struct Shown<'a, 'x, 'c> {
    cx: &'a Cx<'x, 'c>,
    found: &'a Found,
    parts: &'a [Part],
    typed: &'a Typed,
    problems: &'a [Problem],
}

impl Shown<'_, '_, '_> {
    fn problem(&self, field: &str) -> Option<&str> {
        let found = self.problems.iter().find(|problem| problem.field == field);
        found.map(|problem| problem.words.as_str())
    }

    fn what(&self, one: &Invitation) -> String {
        let texts = self.cx.texts();
        match one.part {
            None => texts.together_whole().to_owned(),
            Some(id) => {
                let part = self.parts.iter().find(|part| part.id == id);
                part.map(|part| part_title(texts, part)).unwrap_or_default()
            }
        }
    }

    fn invited(&self, invitations: &[Invitation]) -> Markup {
        let texts = self.cx.texts();
        let action = format!("{}/ta-bort", people_url(self.found.account.id));
        let open = invitations.iter().filter(|one| one.removed_at.is_none());
        let rows: Vec<Setting> = open
            .map(|one| {
                let what = self.what(one);
                Setting {
                    title: texts.together_remove_of(&what, &one.person_name),
                    note: texts
                        .together_by(date_short(texts.language, one.due_on), &one.invited_by),
                    end: html! {
                        @if self.found.reach.submit {
                            form method="post" action=(action) {
                                input type="hidden" name="inbjudan" value=(one.id);
                                (button(Button::SmallSecondary, texts.together_remove(), None))
                            }
                        }
                    },
                }
            })
            .collect();
        html! {
            @if !rows.is_empty() { (settings_list(&rows)) }
            p.fine {
                @if invitations.is_empty() { (texts.together_nobody_invited()) }
                @else { (texts.together_only_invited()) }
            }
        }
    }

    fn invite(&self, co_workers: &[Holder]) -> Markup {
        let texts = self.cx.texts();
        if self.found.account.state.is_handed_in() {
            return html! { p.soft { (texts.together_handed_in()) } };
        }
        if co_workers.is_empty() {
            return html! { p.soft { (texts.together_nobody_to_invite()) } };
        }
        let people = co_workers
            .iter()
            .map(|one| {
                let id = one.person.to_string();
                let chosen = self.typed.people.contains(&id);
                Choice::new(id, &one.name).note(&one.title).chosen(chosen)
            })
            .collect();
        let parts: Vec<Choice> = self
            .parts
            .iter()
            .filter(|part| !part.is_usual() && part.kind != PartKind::Economy)
            .map(|part| {
                let id = part.id.to_string();
                let chosen = self.typed.parts.contains(&id);
                Choice::new(id, part_title(texts, part)).chosen(chosen)
            })
            .collect();
        let (first, last) = (self.cx.today().to_string(), self.found.round.closes_on.to_string());
        html! {
            form.form method="post" action=(people_url(self.found.account.id)) {
                input type="hidden" name="id" value=(self.typed.id);
                (Field::checkboxes("person", texts.together_whom(), people).problem(self.problem("person")))
                @if !parts.is_empty() {
                    (Field::checkboxes("del", texts.together_what(), parts).hint(texts.together_what_hint()).problem(self.problem("del")))
                }
                (Field::date("klart", texts.together_due()).hint(texts.together_due_hint()).value(&self.typed.due_on)
                    .between(Some(&first), Some(&last)).problem(self.problem("klart")))
                (form_end(&button(Button::Primary, texts.together_send(), None), None))
            }
        }
    }

    fn substitutes(&self, substitutes: &[Substitute]) -> Markup {
        let texts = self.cx.texts();
        let action = format!("{}/ersattare/avsluta", url(self.found.account.id));
        let rows: Vec<Setting> = substitutes
            .iter()
            .map(|one| Setting {
                title: standing::stands_in(texts, one),
                note: texts.together_stands_in_hint().to_owned(),
                end: html! {
                    @if names(self.found) {
                        form method="post" action=(action) {
                            input type="hidden" name="ersattare" value=(one.id);
                            (button(Button::SmallSecondary, texts.together_end(), None))
                        }
                    }
                },
            })
            .collect();
        html! {
            @if rows.is_empty() { p.soft { (texts.together_nobody_stands_in()) } }
            @else { (settings_list(&rows)) }
        }
    }

    fn name(&self, stand_ins: &[Holder], missing: bool) -> Markup {
        let texts = self.cx.texts();
        let organisation = &self.cx.structure.organisation;
        let people = stand_ins.iter().map(|one| {
            let id = one.person.to_string();
            let chosen = self.typed.substitute == id;
            let place = organisation.name(one.org_unit);
            Choice::new(id, format!("{}, {place}", one.name)).chosen(chosen)
        });
        let people = Offered::of(self.cx, "ersattare", people.collect());
        let people = people.after(Choice::new("", texts.together_choose()));
        let lead =
            if missing { texts.together_name_missing_text() } else { texts.together_name_text() };
        let first = self.cx.today().to_string();
        html! {
            p { (lead) }
            form.form method="post" action={ (url(self.found.account.id)) "/ersattare" } {
                @if people.is_narrowed() { (on_enter(texts)) }
                input type="hidden" name="id" value=(self.typed.id);
                (people.field(texts, texts.together_substitute()).problem(self.problem("ersattare")))
                (Field::date("fran", texts.together_from()).value(&self.typed.from).problem(self.problem("fran")))
                (Field::date("till", texts.together_to()).value(&self.typed.to).between(Some(&first), None).problem(self.problem("till")))
                (form_end(&button(Button::Primary, texts.together_name_button(), None), None))
            }
        }
    }
}
