//! Remarks on wordings that councils and committees have decided or might have.

use proptest::prelude::*;

use super::*;

fn goal(title: &str) -> Wording<'_> {
    Wording {
        role: Role::Goal,
        formulation: Formulation::YesNo,
        title,
        text: "",
        is_dated: true,
        has_responsible: true,
        is_measured: true,
    }
}

fn kinds(wording: &Wording<'_>) -> Vec<String> {
    let name = |one: &Advice| match one {
        Advice::WorkAsGoal { word } => format!("work:{word}"),
        Advice::Endless { word } => format!("endless:{word}"),
        Advice::SeveralThings { word } => format!("several:{word}"),
        Advice::Vague { word } => format!("vague:{word}"),
        Advice::NotMeasurable => "measurable".to_owned(),
        Advice::NotDated => "dated".to_owned(),
        Advice::NobodyResponsible => "responsible".to_owned(),
        Advice::Long { words } => format!("long:{words}"),
    };
    advise(wording).iter().map(name).collect()
}

#[test]
fn the_list_of_words_has_no_unknown_heading_and_no_empty_list() {
    let known = words::known();
    assert!(known.unknown.is_empty(), "{:?}", known.unknown);
    for list in
        [&known.work, &known.passive, &known.endless, &known.vague, &known.countable, &known.second]
    {
        assert!(!list.is_empty());
    }
}

#[test]
fn work_is_not_a_goal() {
    for (title, expected) in [
        ("Genomföra en kartläggning av lekmiljöerna", "work:genomföra"),
        ("Ta fram en plan för skärgårdens bryggor", "work:ta fram"),
        ("Nämnden ska utreda förutsättningarna för en ny skola", "work:utreda"),
        ("Förvaltningen ska under året se över rutinerna", ""),
        ("Vi ska aktivt kartlägga behoven", "work:kartlägga"),
        ("En plan för äldreboenden tas fram", "work:tas fram"),
        ("Att införa digitala läxor", "work:införa"),
        ("Fortsätta utveckla arbetet med trygghet", "endless:fortsätta"),
        ("Arbeta med värdegrunden", "endless:arbeta med"),
        ("Nämnden ska sträva efter en jämn könsfördelning", "endless:sträva"),
        ("Skolan främjar läslust", "endless:främjar"),
    ] {
        let found = kinds(&goal(title)).into_iter().next().unwrap_or_default();
        assert_eq!(found, expected, "{title}");
    }
}

#[test]
fn a_state_to_reach_is_left_in_peace() {
    for title in [
        "Varje barn får en trygg start",
        "Alla elever kan läsa när de slutar årskurs 3",
        "Andelen elever som genomför sina studier ökar till 85 procent",
        "En ekonomi som håller",
        "Inför skolstarten vet alla elever sin klass",
        "Väntetiden till hemtjänst är högst tre dagar",
        "Barn och unga mår bra och är trygga",
    ] {
        assert_eq!(kinds(&goal(title)), Vec::<String>::new(), "{title}");
    }
}

#[test]
fn one_goal_is_one_thing() {
    for (title, expected) in [
        ("Eleverna når målen samt trivs i skolan", vec!["several:samt"]),
        ("Eleverna når målen. Personalen stannar längre.", vec!["several:"]),
        ("Eleverna når målen.", vec![]),
        ("Barn, unga och äldre är trygga", vec![]),
    ] {
        assert_eq!(kinds(&goal(title)), expected, "{title}");
    }
}

#[test]
fn each_checklist_asks_for_its_own() {
    let bare = Wording {
        is_dated: false,
        has_responsible: false,
        is_measured: false,
        ..goal("God kvalitet i äldreomsorgen")
    };
    let of = |formulation| kinds(&Wording { formulation, ..bare });
    assert_eq!(of(Formulation::None), Vec::<String>::new());
    assert_eq!(of(Formulation::YesNo), ["vague:god"]);
    assert_eq!(of(Formulation::Smart), ["vague:god", "measurable", "dated"]);
    assert_eq!(of(Formulation::Smarta), ["vague:god", "measurable", "dated", "responsible"]);
    assert_eq!(of(Formulation::Takt), of(Formulation::Smarta));
    assert_eq!(
        kinds(&Wording { formulation: Formulation::Smart, is_measured: true, ..bare }),
        ["dated"],
        "what is measured says itself what good is"
    );
    let in_words = Wording { text: "Det ska vara så 2027.", ..bare };
    assert!(
        !kinds(&Wording { formulation: Formulation::Smart, ..in_words })
            .contains(&"dated".to_owned())
    );
}

#[test]
fn a_figure_or_a_comparison_can_be_counted() {
    for title in ["Minst 85 procent trivs", "Fler barn simmar", "Ingen väntar mer än en vecka"] {
        let wording =
            Wording { formulation: Formulation::Smart, is_measured: false, ..goal(title) };
        assert!(!kinds(&wording).contains(&"measurable".to_owned()), "{title}");
    }
}

#[test]
fn a_long_sentence_is_told_with_its_length() {
    let title = ["ord"; 26].join(" ");
    assert_eq!(kinds(&goal(&title)), ["long:26"]);
}

#[test]
fn activities_may_tell_of_work_and_what_comes_from_outside_is_not_remarked_on() {
    let activity = Wording {
        role: Role::Activity,
        formulation: Formulation::Activity3,
        is_dated: false,
        has_responsible: false,
        ..goal("Genomföra en kartläggning samt utreda")
    };
    assert_eq!(kinds(&activity), ["dated", "responsible"]);
    let outside = Wording { role: Role::External, ..goal("Genomföra samt utreda") };
    assert!(advise(&outside).is_empty());
}

proptest! {
    #[test]
    fn any_text_is_read_and_advice_quotes_words_that_stand_there(title in ".{0,200}", text in ".{0,80}") {
        for formulation in Formulation::ALL {
            let wording = Wording {
                formulation: *formulation,
                text: &text,
                is_measured: false,
                is_dated: false,
                has_responsible: false,
                ..goal(&title)
            };
            for advice in advise(&wording) {
                if let Advice::WorkAsGoal { word } | Advice::Endless { word }
                | Advice::SeveralThings { word } | Advice::Vague { word } = advice
                {
                    prop_assert!(plain(&title).contains(&word));
                }
            }
        }
    }

    #[test]
    fn case_and_punctuation_change_nothing(title in "[a-zåäö ,]{0,60}") {
        let loud = title.to_uppercase();
        prop_assert_eq!(kinds(&goal(&title)), kinds(&goal(&loud)));
    }
}
