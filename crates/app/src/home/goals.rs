//! A body's goals as rows: where each stands, why, what has changed, and how much of what hangs
//! right under it is reached.

use std::sync::Arc;

use domain::elements::Element;
use domain::fulfilment::Fulfilment;
use domain::ids::OrgUnitId;
use domain::steering::Role;
use maud::{Markup, html};

use super::judged::{Judged, Judgement, Shares, judged, latest_and_before, picture, shares};
use super::many;
use crate::assessment::{fulfilment_symbol, fulfilment_word, level_word};
use crate::cx::Cx;
use crate::elements;
use crate::i18n::Texts;
use crate::measures::period_words;
use crate::thread::Columns;
use crate::web::error::AppError;
use crate::web::ui::{Signal, empty_state, section, signal_row};

/// Goals in the list.
const MOST: usize = 12;

/// The goals an org unit owns, in the order of the thread.
pub(super) fn goals_of(cx: &Cx<'_, '_>, owner: OrgUnitId) -> Vec<Arc<Element>> {
    let structure = &cx.structure;
    let columns = Columns::of(&structure.model);
    let mains = columns.columns.iter().flat_map(|column| &column.main);
    mains
        .flat_map(|found| structure.owned_by(owner).filter(move |one| one.element_type == *found))
        .filter(|element| element.role == Role::Goal && element.is_current())
        .filter(|element| cx.may_see(element))
        .take(MOST)
        .cloned()
        .collect()
}

/// The goals of the top of the organisation.
pub(super) fn top_goals(cx: &Cx<'_, '_>) -> Vec<Arc<Element>> {
    let tops = cx.structure.organisation.roots().to_vec();
    tops.into_iter().flat_map(|top| goals_of(cx, top)).take(MOST).collect()
}

/// Some goals with what is judged of them and of what hangs right under them.
pub(super) struct Standing {
    pub(super) goals: Vec<Arc<Element>>,
    pub(super) judged: Judged,
    shares: Arc<Shares>,
}

impl Standing {
    /// Reads it.
    pub(super) fn of(cx: &mut Cx<'_, '_>, goals: Vec<Arc<Element>>) -> Result<Self, AppError> {
        let judged = judged(cx, &goals)?;
        let shares = shares(cx, &goals)?;
        Ok(Self { goals, judged, shares })
    }

    fn judgements(&self, goal: &Element) -> &[Judgement] {
        self.judged.get(&goal.id).map_or(&[], Vec::as_slice)
    }

    /// What a goal was judged to last.
    pub(super) fn grade(&self, goal: &Element) -> Fulfilment {
        self.judgements(goal).first().map_or(Fulfilment::NotAssessed, |one| one.level)
    }

    /// The latest judgement of a goal and the one before it, when they differ.
    pub(super) fn change(&self, goal: &Element) -> Option<(&Judgement, &Judgement)> {
        let (latest, before) = latest_and_before(self.judgements(goal));
        latest.zip(before).filter(|(latest, before)| latest.level != before.level)
    }

    /// How all of them stand, in a sentence and the rest of it; nothing before any is judged.
    pub(super) fn overview(&self, texts: Texts) -> Option<(String, String)> {
        let count =
            |grade| many(self.goals.iter().filter(|goal| self.grade(goal) == grade).count());
        let (achieved, partly) = (count(Fulfilment::Achieved), count(Fulfilment::Partly));
        let (missed, all) = (count(Fulfilment::NotAchieved), many(self.goals.len()));
        let rest = all - achieved - partly - missed;
        let parts = [
            (partly, texts.home_know_partly(partly)),
            (missed, texts.home_know_missed(missed)),
            (rest, texts.home_know_rest(rest)),
        ];
        let said: Vec<String> =
            parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
        let ends = if said.is_empty() { String::new() } else { format!("{}.", said.join(", ")) };
        (rest < all).then(|| (texts.home_know_goals(achieved, all), ends))
    }

    /// The goals as a section, or that there are none yet.
    pub(super) fn section(&self, cx: &Cx<'_, '_>, title: &str) -> Markup {
        let texts = cx.texts();
        if self.goals.is_empty() {
            let none = empty_state(texts.home_no_goals(), texts.home_no_goals_text(), None);
            return html! { div.section { (none) } };
        }
        let rows = html! {
            @for (nth, goal) in self.goals.iter().enumerate() { (self.row(cx, nth, goal)) }
        };
        let has_share = self.goals.iter().any(|goal| !self.shares.of(goal.id).is_empty());
        let note = if has_share { texts.home_share_note() } else { "" };
        section("malen-rubrik", title, note, &rows)
    }

    fn row(&self, cx: &Cx<'_, '_>, nth: usize, goal: &Element) -> Markup {
        let texts = cx.texts();
        let model = &cx.structure.model;
        let element_type = model.element_type(&goal.element_type);
        let latest = self.judgements(goal).first();
        let grade = self.grade(goal);
        let chosen = latest.map_or("", |one| one.scale_level.as_str());
        let changed = self.change(goal).map(|(_, before)| {
            let word = fulfilment_word(texts, model, element_type, before.level);
            texts.home_changed(word, period_words(texts.language, before.period))
        });
        let reason = latest.map(|one| one.reason.clone()).filter(|reason| !reason.is_empty());
        let told = self.shares.of(goal.id);
        let (value, target) = match told.last() {
            Some((_, one)) => (
                texts.home_of(many(one.judged), many(one.achieved)),
                texts.home_share_reached().to_owned(),
            ),
            None => (String::new(), String::new()),
        };
        let symbol = fulfilment_symbol(grade);
        signal_row(&Signal {
            title: goal.title.clone(),
            url: elements::url(goal),
            symbol,
            tone: symbol.tone(),
            word: level_word(texts, model, element_type, (grade, chosen)),
            sentence: reason.into_iter().chain(changed).collect::<Vec<_>>().join(" "),
            sparkline: picture(texts, &format!("andel-{nth}"), &told),
            value,
            target,
        })
    }
}
