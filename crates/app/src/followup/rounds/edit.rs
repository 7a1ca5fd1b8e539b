//! Correcting a round that is opened or planned: its title and days.

use domain::followup::{LevelDay, Round, RoundPlan};
use domain::ids::RoundId;
use maud::{Markup, html};

use super::super::words::due_words;
use super::super::{happened_notice, store};
use super::form::{
    Refused, Typed, check_days_now, check_title, day_fields, read_days, title_field,
};
use super::open::may_open;
use super::{days, members, plan};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::date;
use crate::measures::period_words;
use crate::web::error::{Answer, AppError, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, PageHead, Problem, Tone, button, button_link, error_summary, form_end, notice,
    page_header, section,
};

pub(super) fn find(cx: &mut Cx<'_, '_>) -> Answer<Round> {
    may_open(cx)?;
    let id: RoundId = cx.req.param("round").or_not_found()?;
    store::round(cx.tx, id)?.or_not_found()
}

/// The form with what holds.
pub(super) fn kept(round: &Round) -> Typed {
    let day = |day: &LevelDay| (day.level.clone(), day.due_on.to_string());
    Typed {
        title: round.title.clone(),
        opens_on: round.opens_on.to_string(),
        due_on: round.due_on.to_string(),
        closes_on: round.closes_on.to_string(),
        days: round.plan.days.iter().map(day).collect(),
        ..Typed::default()
    }
}

/// Shows the form with what holds.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let round = find(cx)?;
    let body = page(cx, &round, &kept(&round), &[], &html! {})?;
    Ok(cx.page(&round.title, Nav::FollowUp, &body))
}

/// Keeps the changed title and days.
pub(super) fn change(cx: &mut Cx<'_, '_>) -> Answer {
    let round = find(cx)?;
    let form = &cx.req.form;
    let typed = Typed::sent(cx);
    let mut problems = Vec::new();
    check_title(cx.texts(), &typed.title, &mut problems);
    let dates = read_days(cx.texts(), &typed, &mut problems);
    if let Some(days) = dates {
        check_days_now((cx.texts(), cx.today()), days, Some(&round), &mut problems);
    }
    let level_days = dates
        .map(|[opens, due, _]| days::read(cx, &typed, [opens, due], &mut problems))
        .unwrap_or_default();
    let (Some([opens_on, due_on, closes_on]), true) = (dates, problems.is_empty()) else {
        let body = page(cx, &round, &typed, &problems, &html! {})?;
        return Ok(cx.refused(&round.title, Nav::FollowUp, &body));
    };
    let title = typed.title.clone();
    let version = round.version + 1;
    let plan = RoundPlan { days: level_days, ..round.plan.clone() };
    let changed = Round { title, opens_on, due_on, closes_on, version, plan, ..round.clone() };
    if form.parsed::<i64>("version") != Some(round.version) {
        // The same form sent twice is no conflict.
        if (Round { version: round.version, ..changed }) == round {
            return Ok(Response::see_other("/folja-upp"));
        }
        return conflicting(cx, &round, &typed);
    }
    store::update_round(cx.tx, "change", &changed)?;
    Ok(Response::see_other(&format!("/folja-upp?runda={}", round.id)))
}

/// Takes the round away with its accounts, when nobody has begun and nothing is said of it.
pub(super) fn remove(cx: &mut Cx<'_, '_>) -> Answer {
    may_open(cx)?;
    let id: RoundId = cx.req.param("round").or_not_found()?;
    // Pressing twice removes it once.
    if store::round(cx.tx, id)?.is_none() && store::was_removed(cx.tx, id)? {
        cx.tx.leave_unaudited("it was removed already");
        return Ok(Response::see_other("/folja-upp"));
    }
    let round = find(cx)?;
    let (begun, _) = store::begun_of(cx.tx, round.id)?;
    if begun > 0 {
        return begun_already(cx, &round, begun);
    }
    if cx.req.form.parsed::<i64>("version") != Some(round.version) {
        return conflicting(cx, &round, &kept(&round));
    }
    let accounts = store::accounts_of_round(cx.tx, round.id)?;
    members::end_what_was_asked(cx, &accounts)?;
    store::remove_accounts(cx.tx, &accounts)?;
    store::remove_round(cx.tx, &round)?;
    Ok(Response::see_other("/folja-upp"))
}

/// Why a round that somebody has begun in is not removed.
fn begun_already(cx: &mut Cx<'_, '_>, round: &Round, begun: i64) -> Answer {
    let texts = cx.texts();
    let words = texts.followup_not_removed_text(begun);
    let first = notice(Tone::Concern, texts.followup_not_removed(), &html! { p { (words) } });
    let body = page(cx, round, &kept(round), &[], &first)?;
    Ok(cx.conflicting(&round.title, Nav::FollowUp, &body))
}

/// What holds beside what was typed; saving again keeps what was typed.
pub(super) fn conflicting(cx: &mut Cx<'_, '_>, round: &Round, typed: &Typed) -> Answer {
    let texts = cx.texts();
    let day = |day| date(texts.language, day);
    let words = texts.followup_round_now(
        day(round.closes_on),
        day(round.due_on),
        day(round.opens_on),
        &round.title,
    );
    let first = notice(
        Tone::Concern,
        texts.followup_round_changed(),
        &html! { p { (words) } p { (texts.followup_round_yours()) } },
    );
    let body = page(cx, round, typed, &[], &first)?;
    Ok(cx.conflicting(&round.title, Nav::FollowUp, &body))
}

fn page(
    cx: &mut Cx<'_, '_>,
    round: &Round,
    typed: &Typed,
    problems: &[Refused],
    first: &Markup,
) -> Result<Markup, AppError> {
    let plan = plan::sections(cx, round)?;
    let happened = happened_notice(cx, None, round)?;
    let (begun, _) = store::begun_of(cx.tx, round.id)?;
    let texts = cx.texts();
    let wrong =
        |name: &str| problems.iter().find(|(at, _)| *at == name).map(|(_, words)| words.as_str());
    let summary: Vec<Problem> = problems.iter().map(|(at, words)| Problem::at(at, words)).collect();
    let about = period_words(texts.language, round.period);
    let head = PageHead {
        eyebrow: texts.followup_round_about(about),
        title: texts.followup_change_round(&round.title),
        lead: due_words(texts, round, cx.today()),
        end: None,
    };
    let address = format!("/folja-upp/runda/{}", round.id);
    let buttons = html! {
        (button(Button::Primary, texts.followup_save_round(), None))
        (button_link(Button::Secondary, "/folja-upp", texts.web_cancel()))
    };
    let close = html! {
        p { (texts.followup_close_round_text()) }
        div.row { (button_link(Button::Secondary, &format!("{address}/stang"), texts.followup_close_round())) }
    };
    let remove = html! {
        p { (texts.followup_remove_round_text()) }
        form.row method="post" action={ (address) "/ta-bort" } {
            input type="hidden" name="version" value=(round.version);
            (button(Button::Careful, texts.followup_remove_round(), None))
        }
    };
    Ok(html! {
        div.wrap.page {
            @if !summary.is_empty() { (error_summary(texts.web_problems(), &summary)) }
            (page_header(&head))
            (first)
            (happened)
            form.form method="post" action=(address) {
                input type="hidden" name="version" value=(round.version);
                (title_field(texts, typed, wrong("titel")))
                (day_fields(texts, typed, &wrong))
                (days::fields(cx, typed, &wrong))
                (form_end(&buttons, None))
            }
            (plan)
            @if cx.today() <= round.closes_on {
                (section("stang", texts.followup_close_round(), "", &close))
            }
            @if begun == 0 { (section("ta-bort", texts.followup_remove_round(), "", &remove)) }
        }
    })
}
