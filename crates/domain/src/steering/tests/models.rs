//! The presets, and the models of other municipalities.

use super::super::{Concept, Role, ScaleUse, Verdict, capitalised, check};
use super::{ALINGSAS, OSTERAKER, SMALL, model, research_models};

fn columns(text: &str) -> Vec<Vec<String>> {
    let model = model(text);
    let columns = model.thread_columns();
    columns
        .iter()
        .map(|column| column.iter().map(|element_type| element_type.id.to_string()).collect())
        .collect()
}

#[test]
fn the_presets_are_complete_models() {
    for preset in [OSTERAKER, ALINGSAS, SMALL] {
        let verdict = check(preset.as_bytes());
        assert!(
            matches!(verdict, Verdict::Ok(_)),
            "{:#?} {:#?}",
            verdict.problems(),
            verdict.open_decisions()
        );
    }
}

#[test]
fn every_research_model_loads_and_says_what_is_open() {
    for (name, bytes) in research_models() {
        let verdict = check(&bytes);
        let Verdict::OkWithOpen(model, open) = verdict else {
            panic!("{name}: {:#?}", verdict.problems());
        };
        assert_eq!(model.id.as_str(), name);
        assert!(!open.is_empty(), "{name} lacks at least the forms of its terms");
        assert!(
            model.element_types.iter().all(|found| !found.is_assessed() || {
                found
                    .role
                    .scale_use()
                    .is_none_or(|scale_use| model.scale_for(found, scale_use).is_some())
            }),
            "{name} has a type without a scale"
        );
    }
}

#[test]
fn a_preset_keeps_every_type_step_and_document_of_the_research_model() {
    for (name, bytes) in research_models() {
        let preset = match name.as_str() {
            "osteraker-2018" => model(OSTERAKER),
            "alingsas-2020" => model(ALINGSAS),
            _ => continue,
        };
        let researched = check(&bytes).into_model().unwrap();
        for found in &researched.element_types {
            let own =
                preset.element_type(&found.id).unwrap_or_else(|| panic!("{name}: {}", found.id));
            assert_eq!(own.role, found.role, "{name}: {}", found.id);
            for link in &found.parents {
                assert!(
                    preset.may_link(&found.id, link.link, &link.parent),
                    "{name}: {} {}",
                    found.id,
                    link.parent
                );
            }
        }
        assert_eq!(preset.cycle.len(), researched.cycle.len());
        assert!(researched.documents.iter().all(|found| preset.document(&found.id).is_some()));
        assert!(
            researched
                .glossary
                .iter()
                .all(|found| preset.glossary.iter().any(|own| own.word == found.word))
        );
    }
}

#[test]
fn the_thread_runs_from_vision_to_activity_without_measures() {
    assert_eq!(
        columns(OSTERAKER),
        [
            vec!["vision", "reglemente"],
            vec!["inriktningsmal", "miljomal"],
            vec!["resultatmal", "uppdrag", "deklaration"],
            vec!["enhetsmal", "prodmal", "leveranskrav", "enhetsdekl"],
            vec!["aktivitet"],
        ]
    );
    assert_eq!(
        columns(ALINGSAS),
        [
            vec!["vision", "vgrund", "huvud"],
            vec!["fokus"],
            vec!["pmal"],
            vec!["nmal", "uppdrag"],
            vec!["akt"]
        ]
    );
}

#[test]
fn a_type_below_itself_does_not_move_in_the_thread() {
    assert_eq!(columns(SMALL), [vec!["mal"], vec!["delmal"], vec!["aktivitet"]]);
}

#[test]
fn a_composed_view_has_no_column_of_its_own() {
    let with_view =
        SMALL.replacen("    src: s1\n", "    src: s1\n    rules: {view_over: [delmal]}\n", 1);
    assert_eq!(columns(&with_view), [vec!["delmal"], vec!["aktivitet"]]);
}

#[test]
fn osteraker_calls_a_target_styrtal_and_orders_its_three_measure_classes() {
    let model = model(OSTERAKER);
    assert_eq!(model.terms[&Concept::Target].definite, "styrtalet");
    let measure = model.types_with_role(Role::Measure).next().unwrap();
    let classes: Vec<(&str, bool)> = measure
        .classes
        .iter()
        .map(|class| (class.name.as_str(), class.counts_in_assessment))
        .collect();
    assert_eq!(
        classes,
        [("resursmått", false), ("prestationsmått", false), ("resultatmått", true)]
    );
    let goal = model.element_type(&"inriktningsmal".into()).unwrap();
    assert_eq!(capitalised(&goal.term.definite_plural), "Inriktningsmålen");
    assert_eq!(model.scale_for(goal, ScaleUse::Outcome).unwrap().judged_levels().count(), 3);
    assert_eq!(model.scale_for(goal, ScaleUse::Forecast).unwrap().id.as_str(), "prognos");
}

#[test]
fn the_year_wheel_of_osteraker_has_eight_monthly_follow_ups_and_looks_three_ways() {
    let model = model(OSTERAKER);
    let months = model.step(&"manad".into()).unwrap().due_days(2018);
    assert_eq!(months.len(), 8);
    let about: std::collections::BTreeSet<i16> =
        model.cycle.iter().map(|step| step.about_year(2018)).collect();
    assert_eq!(about.into_iter().collect::<Vec<_>>(), [2017, 2018, 2019]);
}

#[test]
fn parents_and_children_mirror_one_another() {
    for text in [OSTERAKER, ALINGSAS, SMALL] {
        let model = model(text);
        let up: usize =
            model.element_types.iter().map(|found| model.parents_of(&found.id).count()).sum();
        let down: usize =
            model.element_types.iter().map(|found| model.children_of(&found.id).count()).sum();
        assert_eq!(up, down);
    }
}

#[test]
fn the_summary_for_programs_names_the_model_and_explains_in_both_languages() {
    let json = serde_json::to_value(check(OSTERAKER.as_bytes())).unwrap();
    assert_eq!(
        (json["verdict"].as_str(), json["parts"]["element_types"].as_u64()),
        (Some("ok"), Some(14))
    );
    let json = serde_json::to_value(check(b"meta: styrmodell/2")).unwrap();
    assert_eq!(json["problems"][0]["code"], "unknown_format");
    assert_eq!(json["problems"][0]["line"], 1);
    assert!(json["problems"][0]["sv"]["mend"].as_str().unwrap().contains("styrmodell/1"));
    assert!(json["problems"][0]["en"]["what"].as_str().unwrap().contains("styrmodell/2"));
}
