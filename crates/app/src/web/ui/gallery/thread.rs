//! Röda tråden with one goal in focus.

use maud::{Markup, html};

use super::super::*;
use super::{frame, sample, wide};

type Sketch = (&'static str, Symbol, &'static str, &'static str, Place, &'static str, bool);

fn cards(sketches: &[Sketch]) -> Vec<Card> {
    sketches
        .iter()
        .map(|(id, shape, title, note, place, parents, narrow)| Card {
            status: word(*shape).into(),
            note: (*note).into(),
            place: *place,
            parents: parents.split_whitespace().map(str::to_owned).collect(),
            chosen: *id == "n4",
            narrow: *narrow,
            ..Card::new(*id, format!("#{id}"), *shape, *title)
        })
        .collect()
}

fn word(shape: Symbol) -> &'static str {
    match shape {
        Symbol::Met => "Uppnått",
        Symbol::Partly => "Delvis uppnått",
        Symbol::NotMet => "Inte uppnått",
        _ => "Inte bedömt",
    }
}

fn column(id: &str, title: &str, count: &str, more: Option<&str>, narrow: Option<&str>, sketches: &[Sketch]) -> ThreadColumn {
    ThreadColumn {
        id: id.into(),
        title: title.into(),
        count: count.into(),
        cards: cards(sketches),
        more: more.map(|words| Link::new("#", words)),
        more_narrow: narrow.map(|words| Link::new("#", words)),
    }
}

fn map() -> Thread {
    use Place::{Ends, Off, Passes};
    use Symbol::{Met, NotAssessed, NotMet, Partly};
    Thread {
        vision: Some(Vision { eyebrow: "Vision 2040".into(), title: "Ett Skärvik där alla växer".into(), url: "#".into() }),
        columns: vec![
            column("k0", "Inriktningsmål", "7", None, Some("Visa alla sju inriktningsmål"), &[
                ("im1", Met, "En ekonomi som håller", "Kommunstyrelsen", Off, "", false),
                ("im2", Met, "Levande hav och skärgård", "Miljömål", Off, "", false),
                ("im3", Partly, "Trygg uppväxt och lust att lära", "Kommunfullmäktige", Passes, "", true),
                ("im4", Partly, "Ett gott liv hela livet", "Kommunfullmäktige", Off, "", false),
                ("im5", Met, "Företagsamt och öppet", "Kommunfullmäktige", Off, "", false),
                ("im6", NotAssessed, "Bygga varsamt och hållbart", "Kommunfullmäktige", Off, "", false),
                ("im7", Met, "En attraktiv arbetsgivare", "Kommunfullmäktige", Off, "", false),
            ]),
            column("k1", "Nämndernas mål", "23", Some("16 fler resultatmål"), None, &[
                ("n1", Met, "Budget i balans varje år", "Kommunstyrelsen", Off, "im1", false),
                ("n2", Met, "Renare vatten i vikarna", "Miljönämnden", Off, "im2", false),
                ("n4", Partly, "Varje barn får en trygg start", "Utbildningsnämnden", Passes, "im3", true),
                ("n5", Met, "Alla elever klarar grundskolan", "Utbildningsnämnden", Off, "im3", false),
                ("n6", NotMet, "Stöd i tid till barn och familjer", "Socialnämnden", Off, "im3", false),
                ("n7", Partly, "Trygg omsorg hemma", "Vård- och omsorgsnämnden", Off, "im4", false),
                ("n8", Met, "Snabba besked till företag", "Byggnadsnämnden", Off, "im5", false),
            ]),
            column("k2", "Enheternas mål", "12 av 86", Some("6 fler enheter på tråden"), None, &[
                ("e1", Partly, "Trygg lek i mindre grupper", "Skärgårdens förskolor", Passes, "n4", true),
                ("e2", Met, "Alla barn känner sin vuxen", "Centrums förskolor", Passes, "n4", true),
                ("e3", Met, "Inskolning i familjens takt", "Norrbackens förskola", Passes, "n4", true),
                ("e4", Met, "Lugna övergångar till skolan", "Solrosen AB, utförare", Passes, "n4", true),
                ("e5", NotMet, "Färre byten av personal", "Hamnens förskolor", Passes, "n4", true),
                ("e6", NotAssessed, "Trygghet ute på gården", "Viks förskola", Passes, "n4", false),
            ]),
            column("k3", "Aktiviteter", "31 av 240", Some("24 fler på tråden"), None, &[
                ("a1", Met, "Dela i grupper om tolv barn", "Klar 15 nov", Ends, "e1", true),
                ("a2", Partly, "Handledning i lekpedagogik", "Pågår till 30 okt", Ends, "e1", true),
                ("a3", Met, "Fast vuxen vid lämning", "Klar 1 mars", Ends, "e2", false),
                ("a4", Met, "Ny rutin för inskolning", "Klar 10 aug", Ends, "e3", false),
                ("a5", Partly, "Träffar med mottagande skola", "Pågår till 15 dec", Ends, "e4", false),
                ("a6", NotMet, "Timvikarier blir fasta tjänster", "Försenad, 1 juni", Ends, "e5", true),
                ("a7", NotAssessed, "Trygghetsvandring med barnen", "Startar 1 okt", Ends, "e6", false),
            ]),
        ],
    }
}

fn panel() -> Markup {
    let symbols = [[Symbol::Met; 7].as_slice(), &[Symbol::Partly; 2], &[Symbol::NotMet], &[Symbol::NotAssessed; 2]].concat();
    html! {
        aside.sheet.panel aria-labelledby="p1" {
            p.eyebrow { "Resultatmål, Utbildningsnämnden" }
            h2 #p1 { "Varje barn får en trygg start" }
            div.facing {
                (status(Symbol::Partly, "Delvis uppnått"))
                p.soft { "Prognos för helåret: delvis. Sju av tolv enheter har nått sina mål, en ligger tydligt efter." }
            }
            h3 { "Resultatindikatorer" }
            (bullet("Trygga vårdnadshavare", "89 %", "Mål minst 92 %", &sample!("bullet-1")))
            (bullet("Barn per årsarbetare", "5,2", "Mål högst 5,3", &sample!("bullet-2")))
            (bullet("Personal med förskollärarexamen", "41 %", "Mål minst 45 %", &sample!("bullet-3")))
            h3 { "Enheternas bidrag" }
            (symbol_row(&symbols))
            p.soft { "7 uppnått, 2 delvis, 1 inte uppnått, 2 ännu inte bedömda" }
            div.row {
                (button_link(Button::Small, "#", "Öppna målet"))
                (button_link(Button::SmallSecondary, "#", "Läs tråden i ord"))
            }
        }
    }
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
            Filter::Toggle { link: Link::new("#", "Bara det som avviker"), symbol: Some(Symbol::NotMet), on: false },
        ],
        note: "Läge: delår augusti, uppdaterat 25 augusti".into(),
    }
}

pub(super) fn page() -> (&'static str, Frame, Markup) {
    let views = [Link::new("#", "Tråd"), Link::new("#", "Lista"), Link::new("#", "Rutnät"), Link::new("#", "I ord")];
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
            (filter_pills(&filters()))
            div.weave { (thread_columns(&map())) (panel()) }
            (legend_of_lines("Teckenförklaring", &statuses, "Tråden du följer", "Övriga samband"))
        }
    };
    ("thread", wide(frame("Röda tråden", "Röda tråden", Some(("KÖ", "Kerstin Öberg")))), body)
}
