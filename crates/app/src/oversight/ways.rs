//! The ways on from the page of oversight, each with what one learns there.

use domain::access::Action;
use maud::{Markup, html};

use super::{
    compare, deviations, forecasts, improving, judgeable, meetings, news, overdue, quality,
    silence, tree,
};
use crate::assessment::{OVERRIDES_URL, reads_overrides};
use crate::cx::Cx;
use crate::i18n::date;
use crate::web::error::AppError;
use crate::{actions, challenges, methods, quality_sides};

/// The ways, and the next meeting of the visitor's body.
pub(super) fn section_of(cx: &mut Cx<'_, '_>) -> Result<Markup, AppError> {
    let texts = cx.texts();
    let home = cx.visit.person.as_ref().and_then(|person| person.home());
    let meetings = match home {
        Some(home) => meetings::meetings_of(cx, home)?,
        None => meetings::Meetings::default(),
    };
    let may = |action| crate::app::may_somewhere(cx.visit, action);
    let silent = may(Action::Plan) || may(Action::Audit);
    let mut all = vec![
        (news::URL, texts.oversight_news(), texts.oversight_news_note()),
        (tree::URL, texts.oversight_collection(), texts.oversight_collection_note()),
        (deviations::URL, texts.oversight_deviations(), texts.oversight_deviations_note()),
        (overdue::URL, texts.oversight_undecided(), texts.oversight_undecided_note()),
        (improving::URL, texts.oversight_improving(), texts.oversight_improving_way()),
        (compare::URL, texts.oversight_compare(), texts.oversight_compare_note()),
        (forecasts::URL, texts.oversight_forecasts(), texts.oversight_forecasts_note()),
        (judgeable::URL, texts.oversight_judgeable(), texts.oversight_judgeable_note()),
    ];
    if silent {
        all.push((silence::URL, texts.oversight_silence(), texts.oversight_silence_note()));
    }
    if reads_overrides(cx) {
        all.push((OVERRIDES_URL, texts.assessment_overrides(), texts.assessment_overrides_note()));
    }
    all.push((challenges::URL, texts.challenges_title(), texts.challenges_lead()));
    all.push((actions::LIST_URL, texts.actions_list(), texts.actions_list_lead()));
    all.push((actions::LESSONS_URL, texts.actions_lessons(), texts.actions_lessons_lead()));
    all.push((methods::URL, texts.methods_title(), texts.methods_lead()));
    all.push((quality_sides::URL, texts.quality_sides_title(), texts.quality_sides_lead()));
    all.push((quality::URL, texts.oversight_quality(), texts.oversight_quality_note()));
    Ok(html! {
        section.section aria-labelledby="vagar" {
            h2 #vagar { (texts.oversight_ways()) }
            ul.plain-list.stack.tight {
                @for (url, title, note) in &all { li { a href=(url) { (title) } p.fine { (note) } } }
            }
        }
        @if let Some(next) = &meetings.next {
            section.section aria-labelledby="sammantrade" {
                h2 #sammantrade { (texts.oversight_next_meeting()) }
                p { (date(texts.language, next.content.due_on)) br; a href=(crate::wheel::step_url(next.id)) { (next.content.title) } }
            }
        }
    })
}
