//! Every kind of problem, from a file that has it.

use super::super::{Fault, Language, LinkKind, OrgLevelKind, Register, Role, Shape, check};
use super::{OSTERAKER, SMALL, problem_after, problems};

fn only_fault(bytes: &[u8]) -> Fault {
    let verdict = check(bytes);
    assert_eq!(verdict.problems().len(), 1, "{:#?}", verdict.problems());
    verdict.problems()[0].fault.clone()
}

#[test]
fn a_file_that_is_no_text_is_refused() {
    assert_eq!(only_fault(b""), Fault::Empty);
    assert_eq!(only_fault(b" \n\n"), Fault::Empty);
    assert_eq!(only_fault(b"# only a comment\n"), Fault::Empty);
    assert_eq!(only_fault(b"PK\x03\x04rest"), Fault::Binary);
    assert_eq!(only_fault(b"meta\0: 1"), Fault::Binary);
    assert_eq!(only_fault(b"\xff\xfem\0e\0"), Fault::NotUtf8);
    let verdict = check(b"meta: styrmodell/1\nmunicipality: \xd6ster\xe5ker\n");
    assert_eq!((verdict.problems()[0].line, verdict.problems()[0].code()), (Some(2), "not_utf8"));
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    let with_mark = [b"\xef\xbb\xbf".as_slice(), SMALL.as_bytes()].concat();
    assert!(check(&with_mark).model().is_some());
}

#[test]
fn broken_yaml_is_reported_with_its_line() {
    let found = problems("meta: styrmodell/1\nid: [a, b\nversion: {\n");
    assert_eq!((found.len(), found[0].code()), (1, "yaml"), "{found:?}");
    assert!(found[0].line.is_some_and(|line| line >= 2));
    assert_eq!(problems("a: 1\n--- \nb: 2\n")[0].fault, Fault::SeveralDocuments);
    assert_eq!(problems("meta: !person x\n")[0].code(), "foreign_tag");
    assert_eq!(problems("meta: *nobody\n")[0].code(), "yaml");
    assert_eq!(problems("meta: &a [*a]\n")[0].code(), "yaml");
}

#[test]
fn a_key_stands_once_and_is_a_short_text() {
    let problem = problem_after("    role: measure\n", "    role: measure\n    role: measure\n");
    assert_eq!(problem.fault, Fault::DuplicateKey { key: "role".to_owned() });
    assert_eq!(problem.path, "element_types[2].role");
    assert_eq!(problems("? [a, b]\n: c\n")[0].fault, Fault::KeyNotText);
}

#[test]
fn the_format_must_be_known() {
    assert_eq!(
        problem_after("styrmodell/1", "styrmodell/9").fault,
        Fault::UnknownFormat { found: "styrmodell/9".to_owned() }
    );
    assert_eq!(problem_after("meta: styrmodell/1\n", "").fault, Fault::MissingKey { key: "meta" });
    assert_eq!(
        problems("[1, 2]")[0].fault,
        Fault::WrongShape { expected: Shape::Mapping, found: Shape::List }
    );
}

#[test]
fn a_missing_or_unknown_key_is_named_with_its_place_and_line() {
    let problem = problem_after("    owner: kf\n", "");
    assert_eq!((problem.path.as_str(), problem.line), ("element_types.mal", Some(11)));
    assert_eq!(problem.fault, Fault::MissingKey { key: "owner" });
    let problem = problem_after("    src: s1", "    scr: s1");
    assert_eq!((problem.path.as_str(), problem.line), ("element_types.mal.scr", Some(19)));
    assert_eq!(
        problem.fault,
        Fault::UnknownKey { key: "scr".to_owned(), nearest: Some("src".to_owned()) }
    );
    let advice = problem.explain(Language::Swedish);
    assert_eq!(advice.mend, "Menade du ”src”?");
}

#[test]
fn a_value_of_the_wrong_kind_is_named() {
    let cases = [
        ("municipality: Småköping", "municipality: 17", Shape::Text, Shape::Number),
        ("counts: true", "counts: kanske", Shape::Flag, Shape::Text),
        ("months: [2]", "months: 2", Shape::List, Shape::Number),
        ("max_per_owner: 5", "max_per_owner: fem", Shape::WholeNumber, Shape::Text),
        ("horizon: {kind: term}", "horizon: term", Shape::Mapping, Shape::Text),
    ];
    for (from, to, expected, found) in cases {
        assert_eq!(problem_after(from, to).fault, Fault::WrongShape { expected, found }, "{to}");
    }
    assert_eq!(problem_after("label: Ja,", "label: \" \",").fault, Fault::EmptyText);
}

#[test]
fn dates_and_no_are_texts_by_the_core_schema() {
    let model = super::model(&SMALL.replacen("Småköping", "no", 1).replacen(
        "\"2020-01-01\"",
        "2020-01-01",
        1,
    ));
    assert_eq!(model.municipality, "no");
    assert_eq!(model.version.valid_from.unwrap().to_string(), "2020-01-01");
}

#[test]
fn an_unknown_word_is_answered_with_the_nearest_known_one() {
    let cases = [
        ("role: measure", "role: mesure", "measure"),
        ("kind: council", "kind: councli", "council"),
        ("link: measures", "link: measure", "measures"),
        ("method: manual", "method: manuel", "manual"),
        ("kind: followup_year", "kind: follow_up_year", "followup_year"),
        ("kind: annual_report", "kind: anual_report", "annual_report"),
        ("kind: term", "kind: terms", "term"),
        ("symbol: done", "symbol: doen", "done"),
        ("colour: good", "colour: god", "good"),
        ("use: progress", "use: progres", "progress"),
        ("max_per_owner: 5", "max_per_owners: 5", "max_per_owner"),
    ];
    for (from, to, meant) in cases {
        let Fault::UnknownWord { nearest, allowed, .. } = problem_after(from, to).fault else {
            panic!("{to}")
        };
        assert_eq!(nearest.unwrap_or_default(), meant, "{to}");
        assert!(allowed.len() > 1);
    }
    let Fault::UnknownWord { allowed, .. } = problem_after("kind: council", "kind: mayor").fault
    else {
        panic!()
    };
    assert_eq!(allowed.len(), OrgLevelKind::ALL.len());
}

#[test]
fn a_reference_must_lead_somewhere() {
    let cases = [
        (
            "decided_by: kf}",
            "decided_by: kff}",
            "version.decided_by",
            Register::OrgLevels,
            Some("kf"),
        ),
        ("owner: kf", "owner: namnd", "element_types.mal.owner", Register::OrgLevels, None),
        (
            "{type: mal,",
            "{type: mål,",
            "element_types.delmal.parents[0].type",
            Register::ElementTypes,
            Some("mal"),
        ),
        (
            "scale: skala",
            "scale: skalan",
            "element_types.delmal.scale",
            Register::Scales,
            Some("skala"),
        ),
        (
            "assess: manuell",
            "assess: dator",
            "element_types.mal.assess",
            Register::Assessments,
            None,
        ),
        ("src: s1", "src: s2", "element_types.mal.src", Register::Sources, Some("s1")),
        (
            "inherits_to: [enhet]",
            "inherits_to: [skola]",
            "element_types.delmal.rules.inherits_to",
            Register::OrgLevels,
            None,
        ),
        ("level: kf, doc", "level: ks, doc", "cycle.ar.level", Register::OrgLevels, Some("kf")),
        ("doc: rapport", "doc: bok", "cycle.ar.doc", Register::Documents, None),
        (
            "report, level: kf",
            "report, level: stab",
            "documents.rapport.level",
            Register::OrgLevels,
            None,
        ),
    ];
    for (from, to, path, register, meant) in cases {
        let problem = problem_after(from, to);
        assert_eq!(problem.path, path);
        assert!(problem.line.is_some());
        let Fault::Dangling { register: found, nearest, .. } = problem.fault else {
            panic!("{to}")
        };
        assert_eq!((found, nearest.as_deref()), (register, meant), "{to}");
    }
}

#[test]
fn an_identity_is_unique_and_usable() {
    let problem = problem_after("  - id: arbete\n", "  - id: prognos\n");
    assert_eq!(
        (problem.path.as_str(), problem.fault),
        ("scales[2].id", Fault::DuplicateId { id: "prognos".to_owned() })
    );
    assert_eq!(problem_after("id: small-2020", "id: Små 2020").code(), "bad_id");
    assert_eq!(
        problem_after("{id: plan, name", "{id: ar, name").fault,
        Fault::DuplicateId { id: "ar".to_owned() }
    );
    let twice = problem_after(
        "classes: [",
        "classes: [{name: resultat, counts: true, controllable: true}, ",
    );
    assert_eq!(twice.fault, Fault::DuplicateId { id: "resultat".to_owned() });
}

#[test]
fn a_link_must_be_one_that_the_roles_allow() {
    let problem = problem_after("{type: delmal, link: measures}", "{type: delmal, link: executes}");
    assert_eq!(problem.path, "element_types.matt.parents[0].link");
    let expected = Fault::LinkNotAllowed {
        child: Role::Measure,
        link: LinkKind::Executes,
        parent_type: "delmal".to_owned(),
        parent: Role::Goal,
    };
    assert_eq!(problem.fault, expected);
    assert_eq!(problem.explain(Language::English).mend, "Use instead: measures.");
}

#[test]
fn types_may_not_be_one_anothers_parents_but_may_stand_below_themselves() {
    let found =
        problems(&SMALL.replacen("parents: []", "parents: [{type: delmal, link: contributes}]", 1));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        found[0].fault,
        Fault::TypeCycle { types: vec!["mal".to_owned(), "delmal".to_owned()] }
    );
}

#[test]
fn a_measure_or_activity_without_a_parent_is_an_orphan_unless_the_type_says_so() {
    let problem = problem_after("[{type: delmal, link: executes}]", "[]");
    assert_eq!(
        (problem.path.as_str(), problem.fault),
        ("element_types.aktivitet", Fault::Orphan { role: Role::Activity })
    );
    let allowed = SMALL.replacen(
        "[{type: delmal, link: executes}]",
        "[]\n    rules: {parent_optional: true}",
        1,
    );
    assert!(check(allowed.as_bytes()).model().is_some());
}

#[test]
fn numbers_and_days_keep_to_their_range() {
    assert_eq!(
        problem_after("min: 1, max: 2", "min: 3, max: 2").fault,
        Fault::MinOverMax { min: 3, max: 2 }
    );
    assert_eq!(
        problem_after("months: [2]", "months: [13]").fault,
        Fault::OutOfRange { found: "13".to_owned(), min: 1, max: 12 }
    );
    assert_eq!(problem_after("max_per_owner: 5", "max_per_owner: 0").code(), "out_of_range");
    assert_eq!(
        problem_after("\"2020-01-01\"", "\"2020-02-30\"").fault,
        Fault::BadDate { text: "2020-02-30".to_owned() }
    );
    assert_eq!(problem_after("\"2020-01-01\"", "\"1/1 2020\"").code(), "bad_date");
    assert_eq!(problem_after("\"2023-12-31\"", "\"2019-12-31\"").fault, Fault::EndsBeforeStart);
    assert_eq!(
        problem_after("\"10-15\"", "\"10-32\"").fault,
        Fault::BadDayOfYear { text: "10-32".to_owned() }
    );
}

#[test]
fn a_step_says_in_one_way_when_it_takes_place() {
    assert_eq!(problem_after("dates: [\"10-15\"], ", "").fault, Fault::StepTime { found: 0 });
    assert_eq!(
        problem_after("dates: [\"10-15\"]", "dates: [\"10-15\"], per_year: 2").fault,
        Fault::StepTime { found: 2 }
    );
    assert_eq!(problem_after("due: 15, ", "").fault, Fault::MissingKey { key: "due" });
    assert_eq!(problem_after("due: 15", "due: last_weekdays").code(), "unknown_word");
}

#[test]
fn a_scale_has_levels_for_judgements_and_for_what_is_missing() {
    assert_eq!(
        problem_after("Det går inte att säga., missing: true", "Det går inte att säga.").fault,
        Fault::NoMissingLevel
    );
    let found =
        problem_after("meaning: Arbetet är klart.", "meaning: Arbetet är klart., missing: true");
    assert_eq!(found.fault, Fault::OnlyMissingLevels);
}

#[test]
fn all_problems_are_reported_at_once_in_the_order_of_the_file() {
    let broken = OSTERAKER
        .replacen("kind: council", "kind: counsel", 1)
        .replacen("role: external", "role: outside", 1)
        .replacen("type: resultatmal, link: decomposes", "type: resultatmål, link: decomposes", 1)
        .replacen("due: 15", "due: 45", 1)
        .replacen("link: specifies", "link: mitigates", 1);
    let found = problems(&broken);
    let codes: Vec<&str> = found.iter().map(super::super::Problem::code).collect();
    assert_eq!(
        codes,
        ["unknown_word", "unknown_word", "dangling", "link_not_allowed", "out_of_range"],
        "{found:#?}"
    );
    assert!(found.iter().all(|problem| problem.line.is_some()));
}

#[test]
fn every_problem_says_what_is_wrong_and_how_to_mend_it_in_both_languages() {
    let broken = SMALL
        .replace("kf", "xx")
        .replace("kind", "kin")
        .replace("[2]", "[99]")
        .replace("goal", "gaol");
    for problem in problems(&broken) {
        for language in [Language::Swedish, Language::English] {
            let told = problem.explain(language);
            assert!(told.what.ends_with(['.', '?']) && told.mend.ends_with(['.', '?']), "{told:?}");
        }
    }
}

#[test]
fn own_fields_are_told_apart_and_have_room_in_a_form() {
    let many: Vec<String> = (0..25).map(|number| format!("f{number}")).collect();
    let long = "ö".repeat(81);
    let twice = |word: &str| Fault::Repeated { word: word.to_owned() };
    let cases = [
        ("[hur, hur]".to_owned(), "fields[1]", twice("hur")),
        ("[hur, {name: Hur}]".to_owned(), "fields[1]", twice("Hur")),
        (format!("[{}]", many.join(", ")), "fields", Fault::TooMany { most: 24, found: 25 }),
        ("[\"\"]".to_owned(), "fields[0]", Fault::EmptyText),
        ("[{name: \" \"}]".to_owned(), "fields[0].name", Fault::EmptyText),
        (format!("[{long}]"), "fields[0]", Fault::TooLong { most: 80, found: 81 }),
        (format!("[{{name: {long}}}]"), "fields[0]", Fault::TooLong { most: 80, found: 81 }),
        ("[{name: x, kind: choice, choices: [a, a]}]".to_owned(), "fields[0].choices", twice("a")),
        (
            "[{name: x, same_as: method}]".to_owned(),
            "fields[0].same_as",
            Fault::OnlyForMeasures { word: "method" },
        ),
    ];
    for (fields, place, fault) in cases {
        let problem =
            problem_after("    owner: kf\n", &format!("    owner: kf\n    fields: {fields}\n"));
        assert_eq!(problem.fault, fault, "{fields}");
        assert_eq!(problem.path, format!("element_types.mal.{place}"));
        assert_eq!(problem.line, Some(15), "{fields}");
        for language in [Language::Swedish, Language::English] {
            assert!(!problem.explain(language).mend.is_empty());
        }
    }
    let may = "    role: measure\n    fields: [{name: x, same_as: method}]\n";
    assert_eq!(problems(&SMALL.replacen("    role: measure\n", may, 1)), []);
    let most =
        format!("    owner: kf\n    fields: [{}, {}]\n", many[..23].join(", "), "ö".repeat(80));
    assert_eq!(problems(&SMALL.replacen("    owner: kf\n", &most, 1)), []);
}
