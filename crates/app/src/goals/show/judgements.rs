//! What people have judged, stage beside stage, with the forecast and what the rule proposed.

use domain::fulfilment::Fulfilment;
use domain::periods::Period;
use maud::{Markup, html};

use super::super::words::stage_word;
use super::Page;
use crate::assessment::store::{Assessment, AssessmentKind};
use crate::assessment::{forecast_word, fulfilment_symbol, fulfilment_word, level_word};
use crate::i18n::date;
use crate::web::ui::{empty_state, quote, section, status_row};

impl Page<'_> {
    pub(super) fn judgement_section(&self) -> Markup {
        let texts = self.texts;
        let assessed = self.element_type.is_some_and(domain::steering::ElementType::is_assessed);
        if self.is_work() || !assessed {
            return html! {};
        }
        let Some(period) = self.judgements.iter().map(|one| one.period).max() else {
            let body =
                empty_state(texts.goals_no_judgement(), texts.goals_no_judgement_text(), None);
            return section("bedomning", texts.goals_judgement(), "", &body);
        };
        let mut now: Vec<&Assessment> = self
            .judgements
            .iter()
            .filter(|one| one.period == period && one.kind == AssessmentKind::Outcome)
            .collect();
        now.sort_by_key(|one| std::cmp::Reverse(one.stage));
        let body = html! { @for one in &now { (self.judgement(one)) } };
        let note = crate::measures::period_words(texts.language, period);
        section("bedomning", texts.goals_judgement(), &note, &body)
    }

    fn judgement(&self, one: &Assessment) -> Markup {
        let texts = self.texts;
        let model = &self.structure.model;
        let word = level_word(texts, model, self.element_type, (one.level, &one.scale_level));
        let day = date(texts.language, self.local(one.at).date());
        let name =
            if one.person_name.is_empty() { texts.goals_nobody_said() } else { &one.person_name };
        let origin = html! { (texts.goals_judged_by(day, name, stage_word(texts, one.stage))) };
        let after = self.beside(one);
        let shape = fulfilment_symbol(one.level);
        html! {
            div.stack.tight {
                (status_row(shape, shape.tone(), &word, &after))
                @if one.reason.is_empty() { p.fine { (origin) } }
                @else { (quote(&one.reason, &origin)) }
            }
        }
    }

    /// The forecast of the same stage, and whether the person and the rule say different things.
    fn beside(&self, one: &Assessment) -> String {
        let texts = self.texts;
        let forecast = self.forecast(one.period, one);
        let forecast = forecast
            .map(|level| forecast_word(texts, &self.structure.model, self.element_type, level))
            .map(|word| texts.goals_forecast(word.to_lowercase()));
        let proposal = one.proposed.map(|proposed| {
            let word = fulfilment_word(texts, &self.structure.model, self.element_type, proposed);
            if proposed == one.level {
                texts.goals_proposal_same().to_owned()
            } else {
                texts.goals_proposal_other(word.to_lowercase())
            }
        });
        [forecast, proposal].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn forecast(&self, period: Period, beside: &Assessment) -> Option<Fulfilment> {
        self.judgements
            .iter()
            .find(|one| {
                one.kind == AssessmentKind::Forecast
                    && one.period == period
                    && one.stage == beside.stage
            })
            .map(|one| one.level)
    }
}
