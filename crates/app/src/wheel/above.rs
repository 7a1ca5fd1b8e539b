//! What a wheel's page tells of the levels above, and of the law.

use domain::calendar::{Clash, LAW_DAYS, LawClash, WheelStep};
use domain::organisation::Organisation;
use jiff::civil::Date;
use maud::{Markup, html};

use super::reading::Levels;
use super::{step_url, words};
use crate::i18n::Texts;
use crate::web::ui::{Tone, notice};

/// What the parts are told with.
#[derive(Clone, Copy)]
pub(super) struct Above<'a> {
    pub(super) texts: Texts,
    pub(super) organisation: &'a Organisation,
    pub(super) today: Date,
    pub(super) year: i16,
}

impl Above<'_> {
    /// What does not fit, each with the way to put it right.
    pub(super) fn clashes(self, levels: &Levels, clashes: &[Clash], may_change: bool) -> Markup {
        let texts = self.texts;
        if clashes.is_empty() {
            return html! {};
        }
        let body = html! {
            ul.plain-list {
                @for clash in clashes { (self.clash(levels, clash, may_change)) }
            }
        };
        let count = i64::try_from(clashes.len()).unwrap_or(i64::MAX);
        notice(Tone::Concern, &texts.wheel_clash_title(count), &body)
    }

    fn clash(self, levels: &Levels, clash: &Clash, may_change: bool) -> Markup {
        let texts = self.texts;
        let Some(above) = levels.step(clash.above) else { return html! {} };
        let owner = self.organisation.name(above.org_unit);
        let own = clash.own.and_then(|id| levels.step(id));
        html! {
            li {
                (words::clash(texts, clash, above, owner)) " "
                @match own {
                    Some(own) if may_change => { a href={(step_url(own.id)) "/andra"} aria-label=(texts.wheel_change_named(&own.content.title)) { (texts.wheel_change()) } },
                    Some(own) => a href=(step_url(own.id)) { (own.content.title) },
                    None => a href=(step_url(above.id)) { (above.content.title) },
                }
            }
        }
    }

    /// Where the council's wheel does not meet the law.
    pub(super) fn law_clashes(self, clashes: &[LawClash]) -> Markup {
        let texts = self.texts;
        if clashes.is_empty() {
            return html! {};
        }
        let body = html! {
            ul.plain-list { @for clash in clashes { li { (words::law_clash(texts, clash)) } } }
        };
        notice(Tone::Concern, texts.wheel_law_clash_title(), &body)
    }

    /// The days of the law with where they are written and how long is left.
    pub(super) fn law(self) -> Markup {
        let texts = self.texts;
        html! {
            ul.dates.law {
                @for law in LAW_DAYS {
                    @let day = law.in_year(self.year);
                    li {
                        time datetime=(day.to_string()) { (words::brief(texts, day)) }
                        div {
                            p { (texts.wheel_law_duty(law.duty.key())) }
                            p.fine {
                                (texts.wheel_about(self.year.saturating_add(law.rel_year))) " · "
                                (words::law_source(texts, law)) " · "
                                b { (words::left(texts, self.today, day)) }
                            }
                            @for note in words::law_notes(texts, law, self.year) { p.fine { (note) } }
                        }
                    }
                }
            }
        }
    }

    /// The steps of the levels above, the top first, with what they say to those below.
    pub(super) fn steps(self, levels: &Levels) -> Markup {
        let texts = self.texts;
        html! {
            @for (unit, steps) in levels.above.iter().rev() {
                details.fold {
                    summary { span { (self.organisation.name(*unit)) " " span.soft { (texts.wheel_steps(count(steps))) } } }
                    div.fold-body {
                        ul.dates { @for step in steps { (self.step(step)) } }
                    }
                }
            }
        }
    }

    fn step(self, step: &WheelStep) -> Markup {
        let due = step.content.due_on;
        html! {
            li {
                time datetime=(due.to_string()) { (words::brief(self.texts, due)) }
                a href=(step_url(step.id)) { (step.content.title) }
            }
        }
    }
}

pub(super) fn count<T>(of: &[T]) -> i64 {
    i64::try_from(of.len()).unwrap_or(i64::MAX)
}
