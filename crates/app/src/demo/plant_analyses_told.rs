//! What is planted of analyses: what they are about and what is written in them.

use domain::analysis::SubjectKind;

use super::plant_analyses::{Planned, Said};
use super::plant_thread::element_id;

const ABSENCE: &[(usize, Said)] = &[
    (
        1,
        &[(
            "ord",
            "Frånvaron har legat över sitt medel sedan i vintras. Det är en verklig förändring, inte några enstaka sjuka veckor.",
        )],
    ),
    (2, &[("ord", "Styrtalet har inte nåtts sedan december. Kvinnors frånvaro är högre än mäns.")]),
    (
        3,
        &[(
            "ord",
            "Inget mått rör sig tydligt tillsammans med frånvaron, inte heller vikariernas timmar. Det hade vi väntat oss.",
        )],
    ),
    (
        4,
        &[(
            "ord",
            "Två av förskolorna slogs ihop i januari och tre tjänster stod tomma över våren.",
        )],
    ),
    (5, &[("ord", "Vi behövde veta hur schemat har ändrats. HR har svarat.")]),
    (
        6,
        &[
            (
                "slutsats",
                "Frånvaron stiger där tjänster står tomma: de som är kvar får fler ensampass och blir oftare sjuka. Infektionerna är inte fler än andra år.",
            ),
            ("sakerhet", "likely"),
            ("orsaker", "Tre vakanser sedan januari, och ett schema som bygger på full bemanning."),
            (
                "lardom_bra",
                "Inskärgårdens avdelningar har delat schema med grannen. De säger att färre pass blir ensampass.",
            ),
            ("lardom_daligt", "Vi såg vakanserna i december men ändrade inte schemat."),
            (
                "invanare",
                "Barnen möter fler nya ansikten, och föräldrar ringer oftare om att dagen har blivit kortare.",
            ),
            (
                "foretag",
                "Föräldrar som får gå hem tidigt från jobbet. För övrigt ingenting särskilt.",
            ),
            (
                "overordnat",
                "Varje barn får en trygg start blir svårare att nå när personalen byts.",
            ),
            ("bevaka", "Ensampass per vecka.\nOm någon mer säger upp sig före oktober."),
        ],
    ),
];

const START: &[(usize, Said)] = &[
    (
        1,
        &[(
            "ord",
            "Tryggheten är lägre än den brukar vara och kostnaden per barn är högre, men mätvärdena är få.",
        )],
    ),
    (2, &[("ord", "Längst är det till styrtalet för behöriga förskollärare.")]),
    (3, &[("ord", "Inga mått rör sig tydligt tillsammans.")]),
];

const MODEL: &[(usize, Said)] =
    &[(4, &[("ord", "Styrtalen sattes innan nämnderna hade sett fjolårets värden.")])];

pub(super) fn planned() -> [Planned; 4] {
    [
        Planned {
            word: "sjukfranvaro-forskolor",
            kind: SubjectKind::Measure,
            subject: Some(element_id("sjukfranvaro").bytes()),
            words: "Sjukfrånvaro",
            org_unit: "skargardens-forskolor",
            by: "amira-lindqvist",
            is_quick: false,
            done: ABSENCE,
        },
        Planned {
            word: "trygg-start",
            kind: SubjectKind::Goal,
            subject: Some(element_id("rm-trygg-start").bytes()),
            words: "",
            org_unit: "utbildningsforvaltningen",
            by: "lena-holm",
            is_quick: false,
            done: START,
        },
        Planned {
            word: "snorojning",
            kind: SubjectKind::Feedback,
            subject: None,
            words: "Synpunkter på snöröjningen vintern 2026",
            org_unit: "tekniska-namnden",
            by: "kerstin-oberg",
            is_quick: true,
            done: &[],
        },
        Planned {
            word: "styrmodellen",
            kind: SubjectKind::Model,
            subject: None,
            words: "Styrmodellen själv",
            org_unit: "kommunstyrelsen",
            by: "kerstin-oberg",
            is_quick: false,
            done: MODEL,
        },
    ]
}
