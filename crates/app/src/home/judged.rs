//! What has been judged of goals, and how much of what hangs right under each is reached, period by
//! period.

use std::collections::BTreeMap;
use std::sync::Arc;

use chart::{Caption, Point, Sparkline, SparklineSize, Theme};
use domain::elements::{Element, Mark};
use domain::fulfilment::Fulfilment;
use domain::ids::ElementId;
use domain::periods::Period;
use maud::{Markup, PreEscaped};

use super::{many, store};
use crate::cx::Cx;
use crate::i18n::Texts;
use crate::measures::period_words;
use crate::web::error::AppError;

/// What somebody has judged of a goal for a period.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Judgement {
    pub(super) period: Period,
    pub(super) level: Fulfilment,
    pub(super) scale_level: String,
    pub(super) reason: String,
    /// Microseconds since 1970 in UTC.
    pub(super) at: i64,
}

/// The judgements of some goals, of each the latest first.
pub(super) type Judged = BTreeMap<ElementId, Vec<Judgement>>;

/// Reads what is judged of some goals, in one question.
pub(super) fn judged(cx: &mut Cx<'_, '_>, goals: &[Arc<Element>]) -> Result<Judged, AppError> {
    let mut all = Judged::new();
    for (goal, judgement) in store::judgements(cx.tx, goals.iter().map(|goal| goal.id))? {
        all.entry(goal).or_default().push(judgement);
    }
    for judgements in all.values_mut() {
        judgements.sort_by_key(|one| std::cmp::Reverse((one.at, one.period.last_day())));
    }
    Ok(all)
}

/// What was judged last, and what was judged of the latest period before that one.
pub(super) fn latest_and_before(
    judgements: &[Judgement],
) -> (Option<&Judgement>, Option<&Judgement>) {
    let latest = judgements.first();
    let before = latest.and_then(|latest| {
        judgements.iter().find(|one| one.period.last_day() < latest.period.last_day())
    });
    (latest, before)
}

/// How many of the goals right under one that are judged in a period are reached.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Reached {
    pub(super) achieved: usize,
    pub(super) judged: usize,
}

/// What is reached right under some goals, by period; kept until something is reported or the
/// goals under them are others.
pub(super) struct Shares {
    marks: Vec<Mark>,
    by_goal: BTreeMap<ElementId, BTreeMap<Period, Reached>>,
}

/// Reads or finds kept what is reached right under some goals. What is not decided is not counted,
/// whoever reads.
pub(super) fn shares(cx: &mut Cx<'_, '_>, goals: &[Arc<Element>]) -> Result<Arc<Shares>, AppError> {
    let decided = cx.decided();
    let marks: Vec<Mark> = goals.iter().map(|goal| decided.mark_of_children(goal.id)).collect();
    let over: Vec<u8> = goals.iter().flat_map(|goal| goal.id.bytes()).collect();
    let holds = |kept: &Shares| kept.marks == marks;
    cx.kept(&over, holds, |cx| {
        let ids: Vec<ElementId> = goals.iter().map(|goal| goal.id).collect();
        let mut newest = BTreeMap::new();
        for one in store::judged_right_under(cx.tx, &ids)? {
            if decided.element(one.child).is_some_and(|child| child.is_current()) {
                let place = newest.entry((one.parent, one.period, one.child));
                let known = place.or_insert((one.at, one.level));
                *known = (*known).max((one.at, one.level));
            }
        }
        let mut by_goal: BTreeMap<ElementId, BTreeMap<Period, Reached>> = BTreeMap::new();
        for ((parent, period, _), (_, level)) in newest {
            let reached = by_goal.entry(parent).or_default().entry(period).or_default();
            let is_told = !matches!(level, Fulfilment::NotAssessed | Fulfilment::CannotTell);
            reached.judged += usize::from(is_told);
            reached.achieved += usize::from(level == Fulfilment::Achieved);
        }
        Ok(Shares { marks: marks.clone(), by_goal })
    })
}

impl Shares {
    /// What is reached right under a goal, in the order of time; periods where nothing could be
    /// judged are left out.
    pub(super) fn of(&self, goal: ElementId) -> Vec<(Period, Reached)> {
        let all = self.by_goal.get(&goal).into_iter().flatten();
        let mut told: Vec<(Period, Reached)> =
            all.filter(|(_, one)| one.judged > 0).map(|(period, one)| (*period, *one)).collect();
        told.sort_by_key(|(period, _)| period.last_day());
        told
    }
}

/// The share reached as a small picture, which says the same in words; nothing to draw of one
/// period.
pub(super) fn picture(texts: Texts, id: &str, told: &[(Period, Reached)]) -> Markup {
    if told.len() < 2 {
        return Markup::default();
    }
    let said: Vec<String> = told
        .iter()
        .map(|(period, one)| {
            let words = texts.home_of(many(one.judged), many(one.achieved));
            format!("{}: {words}", period_words(texts.language, *period))
        })
        .collect();
    let caption = Caption {
        id: id.to_owned(),
        title: texts.home_share_reached().to_owned(),
        desc: said.join(". "),
    };
    let points = told.iter().map(|(_, one)| Point::new(percentage(*one), "")).collect();
    let size = SparklineSize::default();
    let line = Sparkline { caption, size, points, baselines: Vec::new(), target: None };
    PreEscaped(line.svg(Theme::Screen))
}

/// Where a share stands on the picture, in hundredths.
fn percentage(one: Reached) -> f64 {
    let hundredths = one.achieved.saturating_mul(100) / one.judged.max(1);
    u32::try_from(hundredths).map_or(0.0, f64::from)
}
