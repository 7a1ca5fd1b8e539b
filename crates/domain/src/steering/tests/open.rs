//! What a research record leaves open, and the defaults that hold meanwhile.

use super::super::{
    Aggregate, Colour, HorizonKind, Language, Matter, Role, ScaleUse, StepTime, Symbol, TypeRule,
    Verdict, check,
};
use super::{RECORD, SMALL, model};
use std::collections::BTreeSet;

#[test]
fn a_research_record_loads_with_a_default_for_everything_it_lacks() {
    let model = model(RECORD);
    assert_eq!(
        model.version.valid_from.unwrap().to_string(),
        "2020-01-01",
        "a year begins on its first day"
    );
    let goal = model.element_type(&"mal".into()).unwrap();
    assert_eq!((goal.term.definite.as_str(), goal.horizon.kind), ("Mål", HorizonKind::Open));
    let measure = model.types_with_role(Role::Measure).next().unwrap();
    assert!(measure.classes[0].counts_in_assessment && measure.classes[0].controllable);
    assert_eq!(measure.rules, [TypeRule::ProposalsAllowed(None)], "the unusable limit is left out");
    assert_eq!(model.assessments[0].params.other[0].0, "compare");
    assert_eq!(model.assessments[0].params.aggregate, Some(Aggregate::All));
    assert_eq!(model.cycle[1].when, StepTime::PerYear(1));
    assert_eq!(model.glossary[0].definition, None, "a source is no definition");
    assert_eq!(model.glossary[1].definition.as_deref(), Some("Det som mäts."));
}

#[test]
fn symbols_follow_colour_and_place_and_missing_levels_are_added() {
    let model = model(RECORD);
    let scale = model.scale(&"farg".into()).unwrap();
    let shown: Vec<(Symbol, Colour)> =
        scale.judged_levels().map(|level| (level.symbol, level.colour)).collect();
    let expected = [
        (Symbol::Achieved, Colour::Good),
        (Symbol::Partly, Colour::Partly),
        (Symbol::NotAchieved, Colour::Concern),
    ];
    assert_eq!(shown, expected);
    let missing: Vec<Symbol> = scale.missing_levels().map(|level| level.symbol).collect();
    assert_eq!(missing, [Symbol::NotAssessed, Symbol::NotMeasured]);
}

#[test]
fn roles_without_a_scale_get_the_programs_own() {
    let model = model(RECORD);
    let of = |role: Role, scale_use| {
        let element_type = model.types_with_role(role).next().unwrap();
        model.scale_for(element_type, scale_use).unwrap().id.to_string()
    };
    assert_eq!(of(Role::Goal, ScaleUse::Outcome), "farg");
    assert_eq!(of(Role::Goal, ScaleUse::Forecast), "prognos");
    assert_eq!(of(Role::Measure, ScaleUse::Outcome), "uppfyllelse");
    assert_eq!(of(Role::Activity, ScaleUse::Progress), "framdrift");
}

#[test]
fn every_default_is_listed_once_for_a_person_to_decide() {
    let Verdict::OkWithOpen(model, open) = check(RECORD.as_bytes()) else { panic!() };
    assert_eq!(model.open_decisions, open);
    let places: BTreeSet<(&str, Matter)> =
        open.iter().map(|one| (one.path.as_str(), one.matter)).collect();
    assert_eq!(places.len(), open.len());
    let expected = [
        ("version.valid_from", Matter::ValidFrom),
        ("org_levels.kf.name", Matter::TermForms),
        ("element_types.mal.term", Matter::TermForms),
        ("element_types.mal.horizon", Matter::Horizon),
        ("element_types.mal.assess", Matter::Assessment),
        ("element_types.matt.classes[0].counts", Matter::ClassCounts),
        ("element_types.matt.classes[0].controllable", Matter::ClassControllable),
        ("element_types.matt.rules.proposals_allowed", Matter::Reference),
        ("element_types.matt.rules.max_per_owner", Matter::TypeRule),
        ("scales.farg.levels", Matter::ScaleLevels),
        ("scales.farg.levels", Matter::MissingLevel),
        ("scales.uppfyllelse", Matter::RoleScale),
        ("scales.framdrift", Matter::RoleScale),
        ("scales.prognos", Matter::RoleScale),
        ("assessment.a1.method", Matter::Assessment),
        ("assessment.a1.params", Matter::RuleParams),
        ("cycle", Matter::DueDay),
        ("cycle.steg-2", Matter::StepTime),
        ("cycle.steg-1.rel_year", Matter::RelYear),
        ("glossary.mål", Matter::Definition),
    ];
    for place in expected {
        assert!(places.contains(&place), "{place:?} is missing among {places:#?}");
    }
    for one in &open {
        assert!(one.explain(Language::Swedish).mend.starts_with("Tills vidare gäller:"));
        assert!(one.explain(Language::English).mend.starts_with("Until then"));
    }
}

#[test]
fn research_keys_are_kept_as_notes() {
    let model = model(RECORD);
    assert_eq!(model.note("coverage").and_then(|note| note.as_text()), Some("C"));
    assert!(model.note("misfits").is_some());
}

#[test]
fn a_complete_format_still_lists_a_missing_first_day_and_missing_scales() {
    let text = SMALL.replacen("\"2020-01-01\"", "null", 1).replacen(
        "for: [activity]",
        "for: [assignment]",
        1,
    );
    let Verdict::OkWithOpen(_, open) = check(text.as_bytes()) else { panic!() };
    let matters: Vec<Matter> = open.iter().map(|one| one.matter).collect();
    assert_eq!(matters, [Matter::ValidFrom, Matter::RoleScale]);
}

#[test]
fn a_record_that_breaks_a_rule_is_refused_and_not_filled_in() {
    let broken = RECORD.replacen("link: executes", "link: threatens", 1).replacen(
        "owner: kf",
        "owner: ks",
        1,
    );
    let found = check(broken.as_bytes());
    let codes: Vec<&str> = found.problems().iter().map(super::super::Problem::code).collect();
    assert_eq!(codes, ["dangling", "link_not_allowed"]);
}
