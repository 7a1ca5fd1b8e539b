//! Röda tråden with one goal in focus.

use maud::{Markup, html};

use super::super::*;
use super::{frame, sample, wide};

/// Cards of the map: column, id, status, title, note, place (. off, - ends, > passes), parent, shown narrow.
const CARDS: &str = "
0|im1|+|En ekonomi som håller|Kommunstyrelsen|.|
0|im2|+|Levande hav och skärgård|Miljömål|.|
0|im3|/|Trygg uppväxt och lust att lära|Kommunfullmäktige|>|
0|im4|/|Ett gott liv hela livet|Kommunfullmäktige|.|
0|im5|+|Företagsamt och öppet|Kommunfullmäktige|.|
0|im6|?|Bygga varsamt och hållbart|Kommunfullmäktige|.|
0|im7|+|En attraktiv arbetsgivare|Kommunfullmäktige|.|
1|n1|+|Budget i balans varje år|Kommunstyrelsen|.|im1
1|n2|+|Renare vatten i vikarna|Miljönämnden|.|im2
1|n4|/|Varje barn får en trygg start|Utbildningsnämnden|>|im3
1|n5|+|Alla elever klarar grundskolan|Utbildningsnämnden|.|im3
1|n6|!|Stöd i tid till barn och familjer|Socialnämnden|.|im3
1|n7|/|Trygg omsorg hemma|Vård- och omsorgsnämnden|.|im4
1|n8|+|Snabba besked till företag|Byggnadsnämnden|.|im5
2|e1|/|Trygg lek i mindre grupper|Skärgårdens förskolor|>|n4
2|e2|+|Alla barn känner sin vuxen|Centrums förskolor|>|n4
2|e3|+|Inskolning i familjens takt|Norrbackens förskola|>|n4
2|e4|+|Lugna övergångar till skolan|Solrosen AB, utförare|>|n4
2|e5|!|Färre byten av personal|Hamnens förskolor|>|n4
2|e6|?|Trygghet ute på gården|Viks förskola|>|n4
3|a1|+|Dela i grupper om tolv barn|Klar 15 nov|-|e1
3|a2|/|Handledning i lekpedagogik|Pågår till 30 okt|-|e1
3|a3|+|Fast vuxen vid lämning|Klar 1 mars|-|e2
3|a4|+|Ny rutin för inskolning|Klar 10 aug|-|e3
3|a5|/|Träffar med mottagande skola|Pågår till 15 dec|-|e4
3|a6|!|Timvikarier blir fasta tjänster|Försenad, 1 juni|-|e5
3|a7|?|Trygghetsvandring med barnen|Startar 1 okt|-|e6
";

fn card(line: &str) -> Option<(usize, Card)> {
    let [column, id, status, title, note, place, parent] = line.split('|').collect::<Vec<_>>()[..]
    else {
        return None;
    };
    let shape = match status {
        "+" => Symbol::Met,
        "/" => Symbol::Partly,
        "!" => Symbol::NotMet,
        _ => Symbol::NotAssessed,
    };
    let card = Card {
        status: word(shape).into(),
        note: note.into(),
        belongs_to: if parent.is_empty() {
            String::new()
        } else {
            "Hör till ett mål till vänster".into()
        },
        place: match place {
            ">" => Place::Passes,
            "-" => Place::Ends,
            _ => Place::Off,
        },
        parents: parent.split_whitespace().map(str::to_owned).collect(),
        chosen: id == "n4",
        ..Card::new(id, format!("#{id}"), shape, title)
    };
    Some((column.parse().ok()?, card))
}

fn word(shape: Symbol) -> &'static str {
    match shape {
        Symbol::Met => "Uppnått",
        Symbol::Partly => "Delvis uppnått",
        Symbol::NotMet => "Inte uppnått",
        _ => "Inte bedömt",
    }
}

fn map() -> Thread {
    let columns = [
        ("Inriktningsmål", "7", None),
        ("Nämndernas mål", "23", Some("16 fler resultatmål")),
        ("Enheternas mål", "12 av 86", Some("6 fler enheter på tråden")),
        ("Aktiviteter", "31 av 240", Some("24 fler på tråden")),
    ];
    let cards: Vec<_> = CARDS.lines().filter_map(card).collect();
    let of = |wanted: usize| {
        cards.iter().filter(move |(column, _)| *column == wanted).map(|(_, card)| card.clone())
    };
    Thread {
        vision: Some(Vision {
            eyebrow: "Vision 2040".into(),
            title: "Ett Skärvik där alla växer".into(),
            url: "#".into(),
        }),
        columns: columns
            .iter()
            .enumerate()
            .map(|(position, (title, count, more))| ThreadColumn {
                id: format!("k{position}"),
                title: (*title).into(),
                count: (*count).into(),
                cards: of(position).collect(),
                more: more.map(|words| Link::new("#", words)),
                whole: false,
            })
            .collect(),
    }
}

fn panel() -> Markup {
    let symbols = [
        [Symbol::Met; 7].as_slice(),
        &[Symbol::Partly; 2],
        &[Symbol::NotMet],
        &[Symbol::NotAssessed; 2],
    ]
    .concat();
    let body = html! {
        h3 { "Resultatindikatorer" }
        (bullet("Trygga vårdnadshavare", "89 %", "Mål minst 92 %", &sample!("bullet-1")))
        (bullet("Barn per årsarbetare", "5,2", "Mål högst 5,3", &sample!("bullet-2")))
        (bullet("Personal med förskollärarexamen", "41 %", "Mål minst 45 %", &sample!("bullet-3")))
        h3 { "Enheternas bidrag" }
        (symbol_row(&symbols))
        p.soft { "7 uppnått, 2 delvis, 1 inte uppnått, 2 ännu inte bedömda" }
    };
    thread_panel(&Panel {
        eyebrow: "Resultatmål, Utbildningsnämnden".into(),
        title: "Varje barn får en trygg start".into(),
        status: status(Symbol::Partly, "Delvis uppnått"),
        sentence: "Prognos för helåret: delvis. Sju av tolv enheter har nått sina mål, en ligger tydligt efter.".into(),
        body,
        actions: html! {
            (button_link(Button::Small, "#", "Öppna målet"))
            (button_link(Button::SmallSecondary, "#", "Läs tråden i ord"))
        },
    })
}

fn filters() -> Filters {
    let one_of = |name: &str, choice: &str| Filter::OneOf {
        name: name.into(),
        choices: vec![Link::new("#", choice), Link::new("#", "Något annat")],
        chosen: 0,
    };
    Filters {
        label: "Urval".into(),
        filters: vec![
            one_of("År", "2026"),
            one_of("Nämnd", "Alla"),
            one_of("Perspektiv", "Egen regi och utförare"),
            Filter::Toggle {
                link: Link::new("#", "Bara det som avviker"),
                symbol: Some(Symbol::NotMet),
                on: false,
            },
        ],
        note: "Läge: delår augusti, uppdaterat 25 augusti".into(),
    }
}

pub(super) fn page() -> (&'static str, Frame, Markup) {
    let views = [
        Link::new("#", "Tråd"),
        Link::new("#", "Lista"),
        Link::new("#", "Rutnät"),
        Link::new("#", "I ord"),
    ];
    let statuses = html! {
        @for shape in [Symbol::Met, Symbol::Partly, Symbol::NotMet, Symbol::NotAssessed] { (status(shape, word(shape))) }
    };
    let body = html! {
        div.wrap.page {
            (page_header(&PageHead {
                title: "Röda tråden".into(),
                lead: "Från vision till vardag. Välj en ruta för att följa tråden uppåt och nedåt.".into(),
                end: Some(segmented("Vy", &views, 0)),
                ..PageHead::default()
            }))
            (folded_filters("Filter", &filters(), &html! {}))
            div.weave { (thread_columns(&map())) (panel()) }
            (legend_of_lines("Teckenförklaring", &statuses, "Tråden du följer", "Övriga samband"))
        }
    };
    ("thread", wide(frame("Röda tråden", "Röda tråden", Some(("KÖ", "Kerstin Öberg")))), body)
}
