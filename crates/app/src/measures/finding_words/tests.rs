//! Every case of the automatic texts, in both languages: what is said of sound series, and that wrong or
//! missing data never yields a confident sentence.

use std::collections::BTreeSet;

use domain::ids::{ElementId, OrgUnitId};
use domain::measures::{
    Baseline, BreakKind, Direction, Measure, Outcome, OutcomeQuality, OutcomeValue, Series, Target,
};
use domain::periods::{Frequency, Period};
use domain::steering::TargetKind;

use super::{FindingWords, Shown, finding_words};
use crate::i18n::{Language, Texts};

/// Twelve ordinary months: mean 6,5, limits 5,2 and 7,8.
const USUAL: &str = "6.3 6.7 6.3 6.7 6.2 6.8 6.3 6.7 6.5 6.8 6.2 6.5";

/// A series, what is wished of it, and what is said. `-` is a month without a value, `?` one whose
/// value is said to be missing, and `#` one that is hidden.
struct Case {
    values: String,
    target: Option<&'static str>,
    begins_anew: Option<(usize, BreakKind)>,
    direction: Direction,
    quality: OutcomeQuality,
    says: [&'static str; 2],
}

fn case(values: impl Into<String>, swedish: &'static str, english: &'static str) -> Case {
    let says = [swedish, english];
    let direction = Direction::Lower;
    let quality = OutcomeQuality::Verified;
    Case { values: values.into(), target: None, begins_anew: None, direction, quality, says }
}

impl Case {
    fn at_most(self, level: &'static str) -> Self {
        Self { target: Some(level), ..self }
    }

    fn neither(self) -> Self {
        Self { direction: Direction::Neutral, ..self }
    }

    fn preliminary(self) -> Self {
        Self { quality: OutcomeQuality::Preliminary, ..self }
    }

    fn anew(self, at: usize, kind: BreakKind) -> Self {
        Self { begins_anew: Some((at, kind)), ..self }
    }

    /// The values from a month on, and those of them that are hidden.
    fn series(&self, first: Period) -> (Series, BTreeSet<Period>) {
        let org_unit = OrgUnitId::from([2; 16]);
        let (mut outcomes, mut withheld) = (Vec::new(), BTreeSet::new());
        let mut period = first;
        let mut through = first;
        for word in self.values.split_whitespace() {
            let value = match word {
                "-" => None,
                "?" | "#" => Some(OutcomeValue::Missing),
                number => Some(OutcomeValue::Measured(number.parse().unwrap())),
            };
            if word == "#" {
                withheld.insert(period);
            }
            outcomes.extend(value.map(|value| Outcome {
                measure: ElementId::from([1; 16]),
                org_unit,
                breakdown: String::new(),
                period,
                value,
                quality: self.quality,
                version: 1,
            }));
            through = period;
            period = period.next();
        }
        (Series::new(outcomes, Frequency::Month, through), withheld)
    }

    fn said(&self) -> [String; 2] {
        self.words(|words| format!("{} | {} | {}", words.word, words.sentence, words.assurance))
    }

    /// The same in the Swedish line that is shown where there is room for no more.
    fn short(&self) -> String {
        self.words(|words| words.short)[0].clone()
    }

    fn words(&self, of: impl Fn(FindingWords) -> String) -> [String; 2] {
        let first: Period = "2024-01".parse().unwrap();
        let org_unit = OrgUnitId::from([2; 16]);
        let measure = Measure {
            decimals: 1,
            direction: self.direction,
            frequency: Frequency::Month,
            is_percentage: true,
            ..Measure::unsaid(ElementId::from([1; 16]))
        };
        let (series, withheld) = self.series(first);
        let baseline = |(at, kind): (usize, BreakKind)| Baseline {
            kind,
            from: std::iter::successors(Some(first), |one| Some(one.next())).nth(at).unwrap(),
            locked: None,
            reason: "Nytt system".to_owned(),
        };
        let baselines: Vec<Baseline> = self.begins_anew.map(baseline).into_iter().collect();
        let target = self.target.map(|level| Target {
            measure: measure.id,
            org_unit: None,
            period: Period::year_of(2025),
            kind: TargetKind::AtMost,
            low: Some(level.parse().unwrap()),
            high: None,
            version: 1,
        });
        let finding = series.finding(&measure, target.as_ref(), &baselines, 0).ok();
        let shown = Shown {
            org_unit,
            series,
            coverage: None,
            target,
            baselines,
            finding,
            withheld,
            hidden_since: None,
            regrouped: None,
            joined: std::collections::BTreeMap::new(),
            own: BTreeSet::new(),
        };
        [Language::Swedish, Language::English].map(|language| {
            let words = finding_words(Texts::from(language), "Sick leave", &measure, &shown);
            of(words).replace('\u{a0}', " ")
        })
    }
}

fn check(cases: &[Case]) {
    let wrong: Vec<String> = cases
        .iter()
        .flat_map(|case| {
            let said = case.said();
            let pairs = said.into_iter().zip(case.says);
            let differing = pairs.filter(|(said, wanted)| said != wanted);
            differing.map(|(said, _)| format!("{}\n  {said:?}", case.values)).collect::<Vec<_>>()
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn what_is_missing_hidden_or_wrong_yields_no_confident_sentence() {
    check(&[
        case("", "Inga värden än | När det första värdet är registrerat visas det här. | ", "No values yet | It is shown here when the first value has been recorded. | "),
        case("? ? ?", "Inga värden än | När det första värdet är registrerat visas det här. | ", "No values yet | It is shown here when the first value has been recorded. | "),
        case(format!("{USUAL} -"), "Värde saknas | Värde saknas för januari 2025. | ", "The value is missing | The value for January 2025 is missing. | "),
        case(format!("{USUAL} ?"), "Värde saknas | Värde saknas för januari 2025. | ", "The value is missing | The value for January 2025 is missing. | ").at_most("6"),
        case(format!("{USUAL} #"), "Det senaste värdet visas inte | Värden som gäller färre än 5 personer visas inte, så att ingen kan kännas igen. De värden som ett sådant kan räknas ut av visas inte heller. | ", "The latest value is not shown | Values about fewer than 5 people are not shown, so that nobody can be recognised. Nor are values from which one of those could be worked out. | ").at_most("6"),
        case("#", "Det senaste värdet visas inte | Värden som gäller färre än 5 personer visas inte, så att ingen kan kännas igen. De värden som ett sådant kan räknas ut av visas inte heller. | ", "The latest value is not shown | Values about fewer than 5 people are not shown, so that nobody can be recognised. Nor are values from which one of those could be worked out. | "),
        case(format!("{USUAL} 120"), "Kan inte läsas | Värdena går inte att räkna på. Kontrollera dem i tabellen. | ", "Cannot be read | The values cannot be computed with. Check them in the table. | "),
        case(format!("{USUAL} -3"), "Kan inte läsas | Värdena går inte att räkna på. Kontrollera dem i tabellen. | ", "Cannot be read | The values cannot be computed with. Check them in the table. | ").at_most("6"),
        case("6.4", "För få mätvärden | Senast 6,4 %. Ett mätvärde räcker inte för att skilja förändring från slump. | ", "Too few values | Latest 6.4 %. One value is not enough to tell change from chance. | "),
        case("6.4 6.4 9.9 1.2 6.4", "För få mätvärden | Senast 6,4 %. 5 mätvärden är för få för att skilja förändring från slump. | Det senaste värdet når inte målet.", "Too few values | Latest 6.4 %. 5 values are too few to tell change from chance. | The latest value does not reach the target.").at_most("6"),
        case("6.4 - 6.5 - 6.6 - - 6.4", "För få mätvärden | Senast 6,4 %. 4 mätvärden är för få för att skilja förändring från slump. | ", "Too few values | Latest 6.4 %. 4 values are too few to tell change from chance. | "),
        case(format!("{USUAL} 6.5 3.1"), "För få mätvärden | Senast 3,1 %. 2 mätvärden är för få för att skilja förändring från slump. | ", "Too few values | Latest 3.1 %. 2 values are too few to tell change from chance. | ").anew(12, BreakKind::Method),
        case(format!("{USUAL} 6.5 3.1"), "För få mätvärden | Senast 3,1 %. 2 mätvärden är för få för att skilja förändring från slump. | ", "Too few values | Latest 3.1 %. 2 values are too few to tell change from chance. | ").anew(12, BreakKind::Work),
    ]);
}

#[test]
fn few_values_give_at_most_a_possible_change() {
    check(&[
        case("6.3 6.7 6.3 6.7 6.2 6.8 6.3 9.9", "Kan stiga – möjlig försämring | 9,9 % ligger över den övre gränsen för den vanliga variationen. Det kan vara en förändring, men mätvärdena är för få för att vara säker. Gränserna är preliminära, för mätvärdena är få. | ", "May be rising – possible deterioration | 9.9 % lies above the upper limit of the usual variation. It may be a change, but the values are too few to be sure. The limits are preliminary, since the values are few. | "),
        case("6.3 6.7 6.3 6.7 6.2 6.8 6.3 6.6", "Varierar som vanligt | Sick leave varierar som vanligt kring 6,5 %. Senast 6,6 %, målet är högst 6,0 %. Gränserna är preliminära, för mätvärdena är få. | Det senaste värdet når inte målet.", "Varies as usual | Sick leave varies as usual around 6.5 %. Latest 6.6 %, the target is at most 6.0 %. The limits are preliminary, since the values are few. | The latest value does not reach the target.").at_most("6"),
        case(
            "6.3 6.7 6.3 6.7 6.2 6.8 6.3 6.6",
            "Varierar som vanligt | Sick leave varierar som vanligt kring 6,5 %. Senast 6,6 %, målet är högst 3,0 %. Gränserna är preliminära, för mätvärdena är få. | Det senaste värdet når inte målet.",
            "Varies as usual | Sick leave varies as usual around 6.5 %. Latest 6.6 %, the target is at most 3.0 %. The limits are preliminary, since the values are few. | The latest value does not reach the target.",
        )
        .at_most("3"),
        case("6.4 6.4 6.4 6.4 6.4 6.4 6.4 6.4 6.4 6.4 6.4 6.4 6.5", "Kan stiga – möjlig försämring | 6,5 % ligger över den övre gränsen för den vanliga variationen. Alla värden före var lika, så det går inte att säga om det är en förändring eller slump. | ", "May be rising – possible deterioration | 6.5 % lies above the upper limit of the usual variation. All values before were equal, so it cannot be said whether it is a change or chance. | "),
    ]);
}

#[test]
fn sound_series_are_told_as_they_are() {
    check(&[
        case(format!("{USUAL} 6.6"), "Varierar som vanligt | Sick leave varierar som vanligt kring 6,5 %. Senast 6,6 %. | ", "Varies as usual | Sick leave varies as usual around 6.5 %. Latest 6.6 %. | "),
        case(format!("{USUAL} 6.6"), "Varierar som vanligt | Sick leave varierar som vanligt kring 6,5 %. Senast 6,6 %, målet är högst 6,5 %. | Kan nå målet, men inte varje gång, med nuvarande arbetssätt.", "Varies as usual | Sick leave varies as usual around 6.5 %. Latest 6.6 %, the target is at most 6.5 %. | Can reach the target, but not every time, with the present way of working.").at_most("6.5"),
        case(format!("{USUAL} 6.6"), "Varierar som vanligt | Sick leave varierar som vanligt kring 6,5 %. Senast 6,6 %, målet är högst 9,0 %. | Når målet varje gång med nuvarande arbetssätt.", "Varies as usual | Sick leave varies as usual around 6.5 %. Latest 6.6 %, the target is at most 9.0 %. | Reaches the target every time with the present way of working.").at_most("9"),
        case(format!("{USUAL} 6.6"), "Varierar som vanligt | Sick leave varierar som vanligt kring 6,5 % men når inte målet högst 4,0 % med nuvarande arbetssätt. Det behövs en förändring, inte mer väntan. | Når inte målet med nuvarande arbetssätt.", "Varies as usual | Sick leave varies as usual around 6.5 % but does not reach the target at most 4.0 % with the present way of working. A change is needed, not more waiting. | Does not reach the target with the present way of working.").at_most("4"),
        case("6.4 6.4 6.4 6.4 6.4 6.4 6.4 6.4 6.4 6.4 6.4 6.4", "För lika värden | De värden som gränserna bygger på var alla 6,4 %, så det går inte att säga vad som är vanlig variation. Senast 6,4 %. | Det senaste värdet når målet.", "Values too alike | The values that the limits rest on were all 6.4 %, so it cannot be said what the usual variation is. Latest 6.4 %. | The latest value reaches the target.").at_most("6.4"),
        case(format!("{USUAL} 9.9"), "Stiger – försämring | 9,9 % ligger över den övre gränsen för den vanliga variationen. Det är en verklig förändring, inte slump. | ", "Rising – deterioration | 9.9 % lies above the upper limit of the usual variation. It is a real change, not chance. | "),
        case(format!("{USUAL} 3.1"), "Sjunker – förbättring | 3,1 % ligger under den nedre gränsen för den vanliga variationen. Det är en verklig förbättring, inte slump. Vad gjorde ni? | ", "Falling – improvement | 3.1 % lies below the lower limit of the usual variation. It is a real improvement, not chance. What did you do? | "),
        case(format!("{USUAL} 6.6 6.7 6.6 6.8 6.7 6.6 6.7"), "Stiger – försämring | Sick leave har legat över sitt medel sju månader i rad. Det är en verklig förändring, inte slump. | ", "Rising – deterioration | Sick leave has been above its mean seven months in a row. It is a real change, not chance. | "),
        case(format!("{USUAL} 6.9 6.6 6.4 6.3 6.2 6.1 6.0"), "Sjunker – förbättring | Sick leave har sjunkit sju månader i rad. Det är en verklig förbättring, inte slump. Vad gjorde ni? | ", "Falling – improvement | Sick leave has fallen seven months in a row. It is a real improvement, not chance. What did you do? | "),
        case(format!("{USUAL} 7.6 7.0 7.6"), "Stiger – försämring | Två av de tre senaste ligger nära den övre gränsen. Det är en verklig förändring, inte slump. | ", "Rising – deterioration | Two of the latest three lie near the upper limit. It is a real change, not chance. | "),
        case(format!("{USUAL} 6.6 6.7 6.6 6.8 6.7 6.6 9.9"), "Stiger – försämring | Sick leave har legat över sitt medel sju månader i rad. Det är en verklig förändring, inte slump. | ", "Rising – deterioration | Sick leave has been above its mean seven months in a row. It is a real change, not chance. | "),
    ]);
}

/// The level of 2024 and what came after: the limits tell of the former alone.
#[test]
fn after_a_shift_the_old_level_promises_and_condemns_nothing() {
    let sv = "Gränserna bygger på januari 2024 till december 2024, då medel var 6,5 %, och värdena ligger inte kvar där. Om nuvarande arbetssätt når målet går att säga först när någon har satt en ny brytpunkt.";
    let said = |case: Case| case.said()[0].clone();
    let fallen = format!("{USUAL} 5.9 6.0 5.8 5.9 6.0 5.8 5.9");
    let words = said(case(&fallen, "", "").at_most("5"));
    assert!(words.ends_with(&format!("| Det senaste värdet når inte målet. {sv}")), "{words}");
    assert!(!words.contains("med nuvarande arbetssätt."), "{words}");
    let words = said(case(&fallen, "", "").at_most("9"));
    assert!(words.ends_with(&format!("| Det senaste värdet når målet. {sv}")), "{words}");
    let back = said(case(format!("{fallen} 6.6"), "", "").at_most("5"));
    assert_eq!(
        back,
        format!(
            "Har nyss ändrats | Senast 6,6 %. Nyligen låg Sick leave under medel, 6,5 %, flera gånger i rad, så det är för tidigt att säga vad som är vanligt nu. | Det senaste värdet når inte målet. {sv}"
        )
    );
    let anew = said(case(&fallen, "", "").at_most("5").anew(12, BreakKind::Work));
    assert!(anew.ends_with("| Det senaste värdet når inte målet."), "{anew}");
}

#[test]
fn nothing_is_promised_for_every_time_on_few_values_or_against_the_latest() {
    let said = |case: Case| case.said()[0].clone();
    let promises = |words: &str| words.contains("varje gång med nuvarande");
    let few = said(case("6.3 6.7 6.3 6.7 6.2 6.8 6.3 6.6", "", "").at_most("9"));
    assert!(few.ends_with("| Det senaste värdet når målet."), "{few}");
    let missed = said(case(format!("{USUAL} 9.9"), "", "").at_most("9"));
    assert!(missed.ends_with("| Det senaste värdet når inte målet."), "{missed}");
    let missed_lately = said(case(format!("{USUAL} 9.9 6.5 6.4 6.6"), "", "").at_most("9"));
    assert!(!promises(&missed_lately), "{missed_lately}");
    let neither = said(case(format!("{USUAL} 6.6"), "", "").at_most("9").neither());
    assert!(neither.ends_with("| Det senaste värdet når målet."), "{neither}");
    let twelve = said(case(format!("{USUAL} 6.6"), "", "").at_most("9"));
    assert!(promises(&twelve), "{twelve}");
}

#[test]
fn a_change_seen_in_a_preliminary_value_is_told_as_one_that_may_change() {
    let said = |case: Case| case.said()[0].clone();
    let changed = said(case(format!("{USUAL} 9.9"), "", "").preliminary());
    assert!(
        changed.contains("Det senaste värdet är preliminärt, så slutsatsen kan ändras."),
        "{changed}"
    );
    let usual = said(case(format!("{USUAL} 6.6"), "", "").preliminary());
    assert!(!usual.contains("preliminärt"), "{usual}");
}

#[test]
fn what_is_told_in_one_line_keeps_its_reservation() {
    let short = |values: &str| case(values, "", "").short();
    let few = "6.3 6.7 6.3 6.7 6.2 6.8 6.3";
    for (said, words) in [
        (
            short("6.4 6.6"),
            "Senast 6,6 %, men mätvärdena är för få för att skilja förändring från slump",
        ),
        (
            short(&format!("{few} 9.9")),
            "9,9 % ligger över den övre gränsen för den vanliga variationen, men mätvärdena är för få för att vara säker",
        ),
        (
            short(&format!("{few} 6.6")),
            "Sick leave varierar som vanligt kring 6,5 %, men gränserna är preliminära",
        ),
        (
            short("6.4 6.4 6.4 6.4 6.4 6.4 6.4 6.4 6.4 6.4 6.4 6.4 6.5"),
            "6,5 % ligger över den övre gränsen för den vanliga variationen, men det kan vara slump",
        ),
        (
            case(format!("{USUAL} 9.9"), "", "").preliminary().short(),
            "9,9 % ligger över den övre gränsen för den vanliga variationen, men det senaste värdet är preliminärt",
        ),
        (
            short(&format!("{USUAL} 9.9")),
            "9,9 % ligger över den övre gränsen för den vanliga variationen",
        ),
        (short(&format!("{USUAL} 6.6")), "Sick leave varierar som vanligt kring 6,5 %"),
    ] {
        assert_eq!(said, words);
    }
    let recent = short(&format!("{USUAL} 5.9 6.0 5.8 5.9 6.0 5.8 5.9 6.6"));
    assert!(recent.ends_with("så det är för tidigt att säga vad som är vanligt nu"), "{recent}");
}

/// Nought, below nought, and a mean of nought are values like others.
#[test]
fn nought_and_what_is_below_it_are_values() {
    let said = |values: &str| case(values, "", "").said()[0].clone();
    assert!(said("0 0 0 0 0 0 0 0 0 0 0 0 0").starts_with("För lika värden"));
    assert!(said("0 0 0 0 0").starts_with("För få mätvärden | Senast 0,0 %."));
    assert_eq!(said("0 0 0 0 0 0 0 0 0 0 0 0 0").split(" | ").nth(2), Some(""));
}

#[test]
fn what_follows_the_seasons_is_held_against_the_same_time_last_year() {
    let year = "9.1 9.4 8.6 7.4 6.8 6.1 5.2 5.6 6.7 7.5 8.2 8.9";
    let other = "9.0 9.5 8.5 7.5 6.7 6.2 5.1 5.7 6.6 7.6 8.1 9.0";
    check(&[
        case(format!("{year} {other} 9.2"), "Följer årstiden | Värdena följer årstiden, så de jämförs med samma tid i fjol: 9,2 % i januari 2026 mot 9,0 % i januari 2025. Skillnaden mot i fjol är större än den har varit mellan åren förut. | Det senaste värdet når inte målet.", "Follows the season | The values follow the season, so they are compared with the same time last year: 9.2 % in January 2026 against 9.0 % in January 2025. The difference from last year is larger than it has been between earlier years. | The latest value does not reach the target.").at_most("6"),
        case(format!("{year} {other} 13.0"), "Följer årstiden | Värdena följer årstiden, så de jämförs med samma tid i fjol: 13,0 % i januari 2026 mot 9,0 % i januari 2025. Skillnaden mot i fjol är större än den har varit mellan åren förut. | ", "Follows the season | The values follow the season, so they are compared with the same time last year: 13.0 % in January 2026 against 9.0 % in January 2025. The difference from last year is larger than it has been between earlier years. | "),
    ]);
}
