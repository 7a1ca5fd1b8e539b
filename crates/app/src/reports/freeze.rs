//! Freezing a report: the tree is kept with its digest, and later values never change it.

use documents::{Fact, Report};
use domain::access::Action;
use domain::ids::{OrgUnitId, ReportId};
use http::StatusCode;
use maud::{Markup, html};
use sha2::{Digest, Sha256};

use super::reading::reading;
use super::show::{Reported, body, download, for_reader, may_read, report};
use super::store::{self, Frozen};
use crate::cx::Cx;
use crate::followup::{about, asked_for, at_hand};
use crate::frame::Nav;
use crate::i18n::datetime;
use crate::measures::{outcome_words, period_words, restated_since, url_for};
use crate::templates::store::{How, note_reads, read_in};
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Column, PageHead, Row, Stop, Symbol, Table, Tone, breadcrumb_thread, button,
    button_link, form_end, notice, page_header, section,
};

/// Asks before it is done, since it cannot be taken back: how many are in, what it means, and what has
/// been frozen already.
pub(super) fn ask(cx: &mut Cx<'_, '_>) -> Answer {
    let Reported { org_unit, tree, counted: (all, handed_in), .. } = report(cx)?;
    cx.may(Action::Adopt, org_unit)?;
    let (rounds, round) = (at_hand(cx)?, asked_for(cx)?.or_not_found()?);
    let frozen = store::frozen_in(cx.tx, org_unit, round.id)?;
    let id: ReportId = cx.new_id();
    let texts = cx.texts();
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let back = about(&super::url(org_unit), &round, &rounds);
    let action = about(&format!("{}/frys", super::url(org_unit)), &round, &rounds);
    let name = cx.structure.organisation.name(org_unit).to_owned();
    let stops =
        [Stop::to(&back, format!("{}, {name}", tree.title)), Stop::here(texts.reports_freeze())];
    let head = PageHead {
        eyebrow: format!("{} · {name}", round.title),
        title: texts.reports_freeze_ask().to_owned(),
        lead: format!("{}.", texts.reports_handed_in(count(all), count(handed_in))),
        end: None,
    };
    let buttons = html! {
        (button(Button::Primary, texts.reports_freeze(), None))
        (button_link(Button::Secondary, &back, texts.web_cancel()))
    };
    let page = html! {
        div.wrap.page {
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            @if let Some((person, at)) = &frozen {
                @let when = datetime(cx.language(), cx.app.clock.local(*at));
                (notice(Tone::Concern, texts.reports_frozen_already(), &html! {
                    p { (texts.reports_frozen_already_text(when, person)) }
                }))
            }
            div.stack {
                @if handed_in < all { p { (texts.reports_freeze_missing(count(all - handed_in))) } }
                p { (texts.reports_freeze_means()) }
            }
            form.form method="post" action=(action) {
                input type="hidden" name="id" value=(id);
                (form_end(&buttons, None))
            }
        }
    };
    Ok(cx.page(texts.reports_freeze_ask(), Nav::FollowUp, &page))
}

/// Keeps the report as it is now.
pub(super) fn freeze(cx: &mut Cx<'_, '_>) -> Answer {
    let Reported { org_unit, tree, stands, questions, .. } = report(cx)?;
    cx.may(Action::Adopt, org_unit)?;
    let round = asked_for(cx)?.or_not_found()?;
    let id: ReportId = cx.client_id();
    let tree = serde_json::to_string(&tree)?;
    let digest = db::hex(&Sha256::digest(tree.as_bytes()));
    let person = cx.person()?.name.clone();
    let frozen = Frozen { org_unit, tree, digest, person, at: cx.visit.now };
    store::insert_report(cx.tx, id, round.id, &frozen, cx.language().code())?;
    store::insert_series(cx.tx, id, &frozen, &stands)?;
    let quoted = questions.difference(&read_in(cx.tx, round.id, How::Quoted)?).copied().collect();
    note_reads(cx.tx, round.id, (How::Quoted, cx.visit.now), &quoted)?;
    Ok(Response::see_other(&format!("/rapport/fryst/{id}")))
}

fn find(cx: &mut Cx<'_, '_>) -> Answer<Result<(ReportId, Frozen, Report), Response>> {
    let id: ReportId = cx.req.param("id").or_not_found()?;
    let frozen = store::report(cx.tx, id)?.or_not_found()?;
    may_read(cx, frozen.org_unit)?;
    let digest = db::hex(&Sha256::digest(frozen.tree.as_bytes()));
    if digest != frozen.digest {
        return Ok(Err(altered(cx)));
    }
    let mut tree: Report = serde_json::from_str(&frozen.tree)?;
    // The paper carries what the page says it was checked against.
    let sum = Fact {
        name: cx.texts().reports_checksum().to_owned(),
        value: frozen.digest.as_str().into(),
    };
    tree.facts.push(sum);
    tree.fingerprint = frozen.digest.chars().take(16).collect();
    Ok(Ok((id, frozen, tree)))
}

/// Says that what is kept is not what was frozen.
fn altered(cx: &Cx<'_, '_>) -> Response {
    let texts = cx.texts();
    let title = texts.reports_altered();
    let head = PageHead { title: title.to_owned(), ..PageHead::default() };
    let body =
        html! { div.wrap.page { (page_header(&head)) p { (texts.reports_altered_text()) } } };
    let mut response = cx.page(title, Nav::FollowUp, &body);
    response.status = StatusCode::CONFLICT;
    response
}

/// A frozen report as a page.
pub(super) fn page(cx: &mut Cx<'_, '_>) -> Answer {
    let (id, frozen, tree) = match find(cx)? {
        Ok(found) => found,
        Err(altered) => return Ok(altered),
    };
    let texts = cx.texts();
    let end = html! { (button_link(Button::Primary, &format!("/rapport/fryst/{id}/pdf"), texts.reports_download())) };
    let at = datetime(cx.language(), cx.app.clock.local(frozen.at));
    let seal = html! {
        p { (texts.reports_frozen_by(at, &frozen.person)) }
        p.fine { (texts.reports_digest(&frozen.digest)) }
    };
    let restated = restated(cx, id, frozen.org_unit)?;
    let below =
        html! { (notice(Symbol::Locked.tone(), texts.reports_frozen_title(), &seal)) (restated) };
    let tree = for_reader(cx, frozen.org_unit, tree);
    let text = reading(cx, &tree);
    Ok(cx.page(&tree.title, Nav::FollowUp, &body(&tree, &text, (&end, &below))))
}

/// What stands otherwise now than in the report; nothing when all is the same.
fn restated(cx: &mut Cx<'_, '_>, id: ReportId, org_unit: OrgUnitId) -> Answer<Markup> {
    let all = restated_since(cx, id, org_unit)?;
    if all.is_empty() {
        return Ok(html! {});
    }
    let (texts, structure) = (cx.texts(), &cx.structure);
    let rows = all
        .iter()
        .filter_map(|one| {
            let (element, measure) =
                structure.element(one.measure).zip(structure.measure(one.measure))?;
            Some(Row::new(vec![
                html! { a href=(url_for(one.measure, org_unit)) { (element.title) } },
                html! { (period_words(texts.language, one.period)) },
                html! { (outcome_words(texts, measure, one.before)) },
                html! { (outcome_words(texts, measure, one.now)) },
                html! { (one.reason) },
            ]))
        })
        .collect();
    let columns = vec![
        Column::text(texts.reports_measure()),
        Column::text(texts.measures_period()),
        Column::number(texts.reports_in_report()),
        Column::number(texts.measures_after()),
        Column::text(texts.measures_why()),
    ];
    let table = Table::new("omraknat", texts.reports_restated(), columns, rows).hide_caption();
    Ok(section(
        "andrat",
        texts.reports_restated(),
        texts.reports_restated_note(),
        &html! { (table) },
    ))
}

/// A frozen report as a PDF.
pub(super) fn pdf(cx: &mut Cx<'_, '_>) -> Answer {
    match find(cx)? {
        Ok((_, _, tree)) => download(tree),
        Err(altered) => Ok(altered),
    }
}
