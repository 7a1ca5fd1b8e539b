//! The usual template of each kind, in the steering model's own words, until somebody changes it.

use domain::followup::{AnswerKind, Question, ReportTemplate, RoundKind};
use domain::ids::{QuestionId, TemplateId};
use domain::organisation::OrgLevelKind;
use domain::steering::SteeringModel;

use super::store::{self, KeptQuestion, KeptTemplate};
use crate::cx::Cx;
use crate::i18n::{Language, Texts};
use crate::web::error::AppError;

/// How long a normal unit may need, until somebody says otherwise.
const USUAL_LIMIT: i64 = 20;

/// The identity of the usual template of a kind: the same in every municipality.
fn id_of(kind: RoundKind) -> TemplateId {
    TemplateId::from(match kind {
        RoundKind::Month => *b"usual-template-m",
        RoundKind::Part => *b"usual-template-p",
        RoundKind::Year => *b"usual-template-y",
        RoundKind::Forecast => *b"usual-template-f",
    })
}

/// Who reads what the units answer: the level right above them, where the model has one.
fn reader_above_units(model: &SteeringModel) -> String {
    let kinds = [OrgLevelKind::Administration, OrgLevelKind::Committee, OrgLevelKind::Council];
    let of = |kind: &OrgLevelKind| model.org_levels.iter().find(|level| level.kind == *kind);
    kinds.iter().find_map(of).map_or("role:controller", |level| level.id.as_str()).to_owned()
}

/// How far units have come in working together on quality: asked once a year.
fn methods(texts: Texts, model: &SteeringModel) -> Question {
    let units = model.org_levels.iter().filter(|level| level.kind == OrgLevelKind::Unit);
    Question {
        id: QuestionId::from(*b"usual-methods--1"),
        title: texts.templates_usual_methods().to_owned(),
        help: texts.templates_usual_methods_help().to_owned(),
        answer: AnswerKind::Choice,
        choices: texts
            .templates_usual_methods_choices()
            .split(';')
            .map(|one| one.trim().to_owned())
            .collect(),
        levels: units.map(|level| level.id.as_str().to_owned()).collect(),
        required: true,
        reader: reader_above_units(model),
        minutes: AnswerKind::Choice.usual_minutes(),
        version: 1,
    }
}

/// The usual template of a kind. What is kept is in Swedish, whoever opens the page.
pub fn usual(model: &SteeringModel, kind: RoundKind) -> ReportTemplate {
    let texts = Texts::from(Language::Swedish);
    let step = model.cycle.iter().find(|step| step.kind == kind.step());
    let questions = match kind {
        RoundKind::Year => vec![methods(texts, model)],
        _ => Vec::new(),
    };
    ReportTemplate {
        id: id_of(kind),
        kind,
        title: step.map_or_else(|| texts.templates_kind(kind.code()), |step| short(&step.name)),
        stops: ReportTemplate::usual_stops(kind),
        limit_minutes: USUAL_LIMIT,
        questions,
        version: 0,
    }
}

/// A step's name as far as its first comma; what follows says how.
fn short(name: &str) -> String {
    name.split(',').next().unwrap_or(name).trim().chars().take(120).collect()
}

fn kept_as_it_is(template: ReportTemplate) -> KeptTemplate {
    let kept = |(position, question): (i64, &Question)| KeptQuestion {
        question: question.clone(),
        position,
        removed_at: None,
    };
    let questions = (1..).zip(&template.questions).map(kept).collect();
    KeptTemplate { template, questions, person_name: String::new(), removed_at: None }
}

/// All templates, those taken away too: the kept ones, and the usual one of each kind that nobody has
/// changed. In the order of the kinds.
pub(super) fn everything(cx: &mut Cx<'_, '_>) -> Result<Vec<KeptTemplate>, AppError> {
    let mut all = store::templates(cx.tx)?;
    for kind in RoundKind::ALL {
        if !all.iter().any(|kept| kept.template.id == id_of(*kind)) {
            all.push(kept_as_it_is(usual(&cx.structure.model, *kind)));
        }
    }
    all.sort_by_key(|kept| (kept.template.kind, kept.template.id != id_of(kept.template.kind)));
    Ok(all)
}

/// The templates that a round can be opened with, in the order of the kinds.
pub fn all(cx: &mut Cx<'_, '_>) -> Result<Vec<ReportTemplate>, AppError> {
    let all = everything(cx)?.into_iter().filter(|kept| kept.removed_at.is_none());
    Ok(all.map(|kept| kept.template).collect())
}

/// A template as it is kept, or as it is usual.
pub(super) fn kept(cx: &mut Cx<'_, '_>, id: TemplateId) -> Result<Option<KeptTemplate>, AppError> {
    if let Some(kept) = store::template(cx.tx, id)? {
        return Ok(Some(kept));
    }
    let kind = RoundKind::ALL.iter().find(|kind| id_of(**kind) == id);
    Ok(kind.map(|kind| kept_as_it_is(usual(&cx.structure.model, *kind))))
}

/// A template that a round can be opened with.
pub fn find(cx: &mut Cx<'_, '_>, id: TemplateId) -> Result<Option<ReportTemplate>, AppError> {
    let kept = kept(cx, id)?.filter(|kept| kept.removed_at.is_none());
    Ok(kept.map(|kept| kept.template))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_model_has_a_usual_template_of_each_kind_within_its_limit() {
        for yaml in [
            include_str!("../../../../presets/osteraker-2018.yaml"),
            include_str!("../../../../presets/alingsas-2020.yaml"),
        ] {
            let model = domain::steering::check(yaml.as_bytes()).into_model().unwrap();
            for kind in RoundKind::ALL {
                let template = usual(&model, *kind);
                assert_eq!(template.problems(), [], "{kind:?}");
                assert!(!template.is_too_long(), "{kind:?} {}", template.minutes());
                for question in &template.questions {
                    assert_eq!(question.problems(), [], "{}", question.title);
                }
            }
        }
    }
}
