//! Steps that an account's state refuses: each explained, with the way on. Nothing is lost.

use domain::followup::{AccountState, FollowUpProblem, Round};
use maud::html;

use super::store::Account;
use super::url;
use super::words::moment_words;
use crate::cx::Cx;
use crate::frame::Nav;
use crate::i18n::{Texts, date_short};
use crate::web::response::Response;
use crate::web::ui::{Button, PageHead, button_link, page_header};

/// The problem in a heading and a sentence.
pub(super) fn explain(
    cx: &Cx<'_, '_>,
    account: &Account,
    problem: &FollowUpProblem,
) -> (String, String) {
    let texts = cx.texts();
    let who = account.person_name.as_str();
    let when = moment_words(cx.app, texts, account.at);
    let day = |day| date_short(texts.language, day);
    match problem {
        FollowUpProblem::RoundNotOpen { opens_on } => {
            (texts.followup_not_open().to_owned(), texts.followup_not_open_text(day(*opens_on)))
        }
        FollowUpProblem::RoundClosed { closed_from } => (
            texts.followup_round_closed().to_owned(),
            texts.followup_round_closed_text(day(*closed_from)),
        ),
        FollowUpProblem::AlreadySubmitted => (
            texts.followup_already_submitted().to_owned(),
            texts.followup_already_submitted_text(when, who),
        ),
        FollowUpProblem::AlreadyApproved => (
            texts.followup_already_approved().to_owned(),
            texts.followup_already_approved_text(when, who),
        ),
        FollowUpProblem::AlreadyBegun => (
            texts.followup_already_begun().to_owned(),
            texts.followup_already_begun_text().to_owned(),
        ),
        FollowUpProblem::PartClosed => {
            (texts.followup_part_closed().to_owned(), texts.followup_part_closed_text(when, who))
        }
        FollowUpProblem::NotInvited => {
            (texts.together_not_invited().to_owned(), texts.together_not_invited_text().to_owned())
        }
        FollowUpProblem::NotStarted => {
            (texts.followup_not_started().to_owned(), texts.followup_not_started_text().to_owned())
        }
        FollowUpProblem::NotSubmitted => (
            texts.followup_not_submitted().to_owned(),
            texts.followup_not_submitted_text(when, who),
        ),
        FollowUpProblem::OwnAccount => {
            (texts.followup_own_account().to_owned(), texts.followup_own_account_text().to_owned())
        }
        FollowUpProblem::CannotSubmit { .. }
        | FollowUpProblem::NeedsComment
        | FollowUpProblem::CommentTooLong { .. } => {
            (texts.web_problems().to_owned(), String::new())
        }
    }
}

/// The page that explains, status 409.
pub(super) fn refuse(
    cx: &Cx<'_, '_>,
    (account, round): (&Account, &Round),
    problem: &FollowUpProblem,
) -> Response {
    let (title, sentence) = explain(cx, account, problem);
    explained(cx, (account, round), &title, &sentence)
}

/// The account changed since the page was opened, status 409.
pub(super) fn stale(cx: &Cx<'_, '_>, (account, round): (&Account, &Round)) -> Response {
    let (title, sentence) = stale_words(cx, account);
    explained(cx, (account, round), &title, &sentence)
}

/// That the account changed since the page was opened, in a heading and a sentence.
pub(super) fn stale_words(cx: &Cx<'_, '_>, account: &Account) -> (String, String) {
    let texts = cx.texts();
    let when = moment_words(cx.app, texts, account.at);
    let sentence =
        texts.followup_stale_text(state_now(texts, account.state), when, &account.person_name);
    (texts.followup_stale().to_owned(), sentence)
}

fn state_now(texts: Texts, state: AccountState) -> &'static str {
    super::state_word(texts, state)
}

fn explained(
    cx: &Cx<'_, '_>,
    (account, round): (&Account, &Round),
    title: &str,
    sentence: &str,
) -> Response {
    let head = PageHead {
        eyebrow: format!("{} · {}", round.title, cx.structure.organisation.name(account.org_unit)),
        title: title.to_owned(),
        lead: sentence.to_owned(),
        end: None,
    };
    let body = html! {
        div.wrap.page {
            (page_header(&head))
            p { (cx.texts().followup_nothing_lost()) }
            div.row { (button_link(Button::Primary, &url(account.id), cx.texts().followup_to_account())) }
        }
    };
    cx.conflicting(title, Nav::FollowUp, &body)
}
