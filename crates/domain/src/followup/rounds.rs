//! Which of many rounds is at hand: the one that is written in, else what has been and what comes.

use jiff::civil::Date;

use super::plan::RoundKind;
use super::round::Round;

/// The rounds that matter on a day.
#[derive(Clone, Debug, Default)]
pub struct AtHand {
    /// Open now, the one due first before the others, since it is the one to do first.
    pub open: Vec<Round>,
    /// The latest of those that have opened, whether it has closed or not.
    pub opened: Option<Round>,
    /// The first of those that have not opened yet.
    pub planned: Option<Round>,
}

impl AtHand {
    /// Finds them among all rounds, in whatever order.
    pub fn of(rounds: impl IntoIterator<Item = Round>, today: Date) -> Self {
        let mut found = Self::default();
        let better = |old: &Option<Round>, is_better: &dyn Fn(&Round) -> bool| {
            old.as_ref().is_none_or(is_better)
        };
        for round in rounds {
            if round.opens_on > today {
                // One that was closed before it opened does not come.
                let comes = round.opens_on <= round.closes_on;
                if comes && better(&found.planned, &|old| round.opens_on < old.opens_on) {
                    found.planned = Some(round);
                }
                continue;
            }
            if round.is_open(today) {
                found.open.push(round.clone());
            }
            if better(&found.opened, &|old| round.due_on > old.due_on) {
                found.opened = Some(round);
            }
        }
        found.open.sort_by_key(|round| (round.due_on, round.id));
        found
    }

    /// What a page about the present shows first: the open round due first, else the latest that was. A
    /// round that only asks for forecasts judges nothing and stands back for one that does.
    pub fn shown(&self) -> Option<&Round> {
        let judges = |round: &&Round| round.plan.kind != RoundKind::Forecast;
        self.open.iter().find(judges).or(self.open.first()).or(self.opened.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::super::plan::RoundPlan;
    use super::*;
    use crate::ids::RoundId;

    fn round(title: &str, opens: (i8, i8), due: (i8, i8), closes: (i8, i8)) -> Round {
        let day = |(month, day)| Date::constant(2026, month, day);
        Round {
            id: RoundId::from([0; 16]),
            title: title.to_owned(),
            period: "2026-T2".parse().unwrap(),
            opens_on: day(opens),
            due_on: day(due),
            closes_on: day(closes),
            version: 1,
            plan: RoundPlan::default(),
        }
    }

    fn titles(today: (i8, i8)) -> [String; 4] {
        let rounds = [
            round("vår", (4, 20), (5, 8), (5, 15)),
            round("delår", (8, 10), (9, 4), (9, 13)),
            round("kvalitet", (8, 1), (9, 30), (10, 15)),
            round("år", (12, 1), (12, 15), (12, 30)),
        ];
        let at_hand = AtHand::of(rounds, Date::constant(2026, today.0, today.1));
        let title = |found: Option<&Round>| found.map_or_else(String::new, |it| it.title.clone());
        [
            title(at_hand.open.first()),
            title(at_hand.opened.as_ref()),
            title(at_hand.planned.as_ref()),
            title(at_hand.shown()),
        ]
    }

    #[test]
    fn of_two_open_rounds_the_one_due_first_is_at_hand() {
        assert_eq!(titles((8, 25)), ["delår", "kvalitet", "år", "delår"]);
        assert_eq!(titles((9, 20)), ["kvalitet", "kvalitet", "år", "kvalitet"]);
    }

    #[test]
    fn a_round_of_forecasts_stands_back_for_one_that_judges() {
        let mut forecast = round("prognos", (8, 1), (8, 28), (9, 1));
        forecast.plan.kind = RoundKind::Forecast;
        let part = round("delår", (8, 10), (9, 4), (9, 13));
        let shown = |rounds: Vec<Round>| {
            let at_hand = AtHand::of(rounds, Date::constant(2026, 8, 25));
            at_hand.shown().map(|round| round.title.clone())
        };
        assert_eq!(shown(vec![forecast.clone(), part]).as_deref(), Some("delår"));
        assert_eq!(shown(vec![forecast]).as_deref(), Some("prognos"));
    }

    #[test]
    fn every_open_round_is_at_hand_in_the_order_they_are_due() {
        let rounds = [
            round("kvalitet", (8, 1), (9, 30), (10, 15)),
            round("stängd", (4, 20), (5, 8), (5, 15)),
            round("delår", (8, 10), (9, 4), (9, 13)),
        ];
        let at_hand = AtHand::of(rounds, Date::constant(2026, 8, 25));
        let titles: Vec<&str> = at_hand.open.iter().map(|round| round.title.as_str()).collect();
        assert_eq!(titles, ["delår", "kvalitet"]);
    }

    #[test]
    fn a_planned_round_is_never_shown_as_the_present_one() {
        assert_eq!(titles((11, 1)), ["", "kvalitet", "år", "kvalitet"]);
        assert_eq!(titles((1, 1)), ["", "", "vår", ""]);
        assert_eq!(titles((12, 31)), ["", "år", "", "år"]);
    }
}
