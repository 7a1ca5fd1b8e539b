//! The frameworks: which there are, which are chosen, and how much contributes to each.

use domain::access::Action;
use maud::html;

use super::pack::Pack;
use super::{known, store};
use crate::cx::Cx;
use crate::frame::Nav;
use crate::web::error::Answer;
use crate::web::ui::{
    Button, PageHead, Setting, Stop, breadcrumb_thread, button_link, page_header, settings_list,
};

/// Shows the page.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let texts = cx.texts();
    let chosen = store::chosen(cx.tx)?;
    let structure = cx.structure.clone();
    let known = known::read(cx)?;
    let contributes = |pack: &Pack| {
        pack.goals.iter().map(|goal| structure.count_children(pack.element(goal))).sum::<usize>()
    };
    let rows: Vec<Setting> = known
        .all()
        .map(|pack| {
            let goals = i64::try_from(pack.goals.len()).unwrap_or(0);
            let note = if chosen.contains_key(&pack.id) {
                texts.frameworks_chosen(i64::try_from(contributes(pack)).unwrap_or(0), goals)
            } else {
                texts.frameworks_not_chosen(goals)
            };
            Setting {
                title: pack.name(texts).to_owned(),
                note,
                end: button_link(
                    Button::SmallSecondary,
                    &super::url(&pack.id),
                    texts.frameworks_open(),
                ),
            }
        })
        .collect();
    let may_read_in = cx.can_everywhere(Action::ManageModel);
    let head = PageHead {
        title: texts.frameworks_title().to_owned(),
        lead: texts.frameworks_lead().to_owned(),
        ..PageHead::default()
    };
    let stops = [Stop::to("/trad", texts.thread_title()), Stop::here(texts.frameworks_title())];
    let body = html! {
        div.wrap.page {
            (breadcrumb_thread(texts.web_thread_label(), &stops))
            (page_header(&head))
            div.narrow {
                (settings_list(&rows))
                @if may_read_in { p.row { (button_link(Button::Secondary, "/ramverk/nytt", texts.frameworks_read_in())) } }
            }
        }
    };
    Ok(cx.page(texts.frameworks_title(), Nav::Thread, &body))
}
