//! Signing in, errors, a form with problems, the review of a report, the steering model and an organisation.

use maud::{Markup, html};

use super::super::*;
use super::{frame, sample};

type Page = (&'static str, Frame, Markup);

pub(super) fn pages() -> Vec<Page> {
    vec![login(), error(), form(), review(), sent(), model(), words_and_settings()]
}

fn login() -> Page {
    let body = gate(
        Some(&sample!("scene")),
        "summer",
        "Logga in",
        "Skärviks kommun",
        &html! {
            form method="post" action="#" {
                (Field::email("email", "E-post").autocomplete("username").required())
                (Field::password("password", "Lösenord").autocomplete("current-password").required())
                (button(Button::Primary, "Logga in", None))
            }
            p.or { "eller" }
            (button_link(Button::Secondary, "#", "Logga in med tjänste-id"))
        },
    );
    ("login", frame("Logga in", "", None), body)
}

fn error() -> Page {
    let body = html! {
        div.wrap {
            div.lost {
                (broken_thread())
                h1 { "Sidan finns inte" }
                p.lead { "Länken kan vara gammal, eller så har målet bytt plats. Sök efter det du letar efter, eller börja från din sida." }
                div.row { (button_link(Button::Primary, "/", "Till Min sida")) (button_link(Button::Secondary, "/sok", "Sök")) }
            }
        }
    };
    ("error", frame("Sidan finns inte", "", Some(("AL", "Amira Lindqvist"))), body)
}

fn fields() -> Markup {
    let choices = || {
        vec![
            Choice::new("", "Välj"),
            Choice::new("ubn", "Utbildningsnämnden"),
            Choice::new("son", "Socialnämnden"),
        ]
    };
    html! {
        (Field::text("title", "Namn på målet").value("Varje barn får en trygg start").hint("En mening som går att följa upp."))
        (Field::select("committee", "Nämnd", choices()).problem(Some("Välj nämnd")))
        (Field::number("target", "Målvärde 2027").value("åttio").unit("procent").problem(Some("Skriv ett tal, till exempel 8,1")))
        (Field::date("from", "Gäller från").value("2027-01-01"))
        (Field::textarea("reason", "Varför").optional("frivilligt"))
        (Field::radios("direction", "Vad är bättre?", vec![Choice::new("up", "Högre är bättre").chosen(true), Choice::new("down", "Lägre är bättre")]))
        (Field::checkboxes("parts", "Delas upp på", vec![Choice::new("sex", "Kön").note("Kvinnor och män"), Choice::new("age", "Ålder")]))
        (Field::file("file", "Underlag", ".pdf,.xlsx").optional("frivilligt"))
    }
}

fn form() -> Page {
    let body = html! {
        div.wrap.page {
            div.form {
                (error_summary("Två saker behöver rättas innan du kan spara", &[
                    Problem::at("committee", "Välj nämnd"), Problem::at("target", "Skriv ett tal, till exempel 8,1"),
                ]))
                (page_header(&PageHead { title: "Ändra målet".into(), ..PageHead::default() }))
                form method="post" action="#" {
                    (fields())
                    (form_end(&html! { (button(Button::Primary, "Spara målet", None)) (button_link(Button::Secondary, "#", "Avbryt")) (button(Button::Careful, "Ta bort målet", Some(("do", "remove")))) }, None))
                }
            }
        }
    };
    ("form", frame("Fel: Ändra målet", "Planera", Some(("KÖ", "Kerstin Öberg"))), body)
}

fn review() -> Page {
    let row = |title: &str, answer: Markup| ReviewRow {
        title: title.into(),
        answer,
        change: Some(Link::new("#", "Ändra")),
    };
    let body = html! {
        div.wrap.page {
            div.reading.stack {
                (page_header(&PageHead { title: "Granska och skicka".into(), lead: "Läses av Lena Holm och utbildningsnämnden 14 september.".into(), ..PageHead::default() }))
                (notice(Tone::Good, "Allt är ifyllt", &html! { "Du kan ångra fram till 4 september." }))
                (review_list(&[
                    row("Sjukfrånvaro", html! { p { "Två tjänster har varit vakanta sedan februari." } (status(Symbol::NotMet, "Nej")) }),
                    row("Trygga vårdnadshavare", html! { p { "Vi har infört fast vuxen vid lämning." } (status(Symbol::Partly, "Delvis")) }),
                ]))
                (task_list(&[
                    Task { title: "Ekonomi och prognos".into(), time: "Klar".into(), state: TaskState::Done, ..Task::default() },
                    Task { title: "Fråga till Jonas Ek".into(), note: "Svar senast torsdag".into(), time: "Väntar".into(), state: TaskState::Waiting, ..Task::default() },
                ]))
                form method="post" action="#" { (form_end(&button(Button::Onward, "Skicka rapporten", None), None)) }
            }
        }
    };
    ("review", frame("Granska och skicka", "Följa upp", Some(("AL", "Amira Lindqvist"))), body)
}

fn model_levels() -> Markup {
    let level = |title: &str, who: &str, words: &str| Level {
        title: title.into(),
        who: who.into(),
        content: html! { (words) },
    };
    levels(&[
        level("Vision", "kommunfullmäktige", "En för kommunen. Gäller till 2040."),
        level("Inriktningsmål", "kommunfullmäktige", "Sju stycken. Bedöms efter nämndernas mål."),
        level(
            "Resultatmål",
            "nämnd",
            "Minst ett mått med målvärde. Bedöms av en namngiven person.",
        ),
        level("Enhetsmål", "enhet", "Hör till ett resultatmål. Högst fem per enhet."),
    ])
}

fn sent() -> Page {
    let body = html! {
        div.wrap.page {
            div.reading {
                (receipt("Tack. Rapporten är lämnad", "25 augusti klockan 09.31. Läses av Lena Holm och utbildningsnämnden 14 september.",
                    &html! { p { (tag(Tone::Good, "Lämnad")) } },
                    &html! { (button_link(Button::Primary, "/", "Till Min sida")) (button_opens(Button::Secondary, "Ångra inlämning", "undo")) }))
                (dialog("undo", "Ångra inlämningen?", &html! {
                    p { "Rapporten blir ett utkast igen. Det du har skrivit finns kvar." }
                    form.row method="post" action="#" { (button(Button::Careful, "Ångra inlämning", None)) }
                }, "Behåll"))
            }
        }
    };
    ("sent", frame("Rapporten är lämnad", "Följa upp", Some(("AL", "Amira Lindqvist"))), body)
}

fn words_and_settings() -> Page {
    let sentence = |words: &str| html! { (words) };
    let setting = |title: &str, note: &str| Setting {
        title: title.into(),
        note: note.into(),
        end: html! { a href="#" { "Ändra" span.sr { " " (title) } } },
    };
    let body = html! {
        div.wrap.page {
            (page_header(&PageHead { title: "Tråden i ord".into(), ..PageHead::default() }))
            (in_words(&[Branch::with(sentence("Kommunen vill att alla växer."), "", vec![
                Branch::with(sentence("Därför ska uppväxten vara trygg."), "", vec![Branch::leaf(sentence("Varje barn får en trygg start."))], true),
            ], true)]))
            (section("settings", "Inställningar", "", &settings_list(&[setting("Språk", "Svenska"), setting("Täthet", "Luftig")])))
        }
    };
    ("words", frame("Tråden i ord", "Röda tråden", Some(("KÖ", "Kerstin Öberg"))), body)
}

fn model() -> Page {
    let unit =
        |name: &str| Branch::leaf(html! { a href="#" { (name) } }).end(status(Symbol::Met, "Klar"));
    let organisation = tree(&[Branch::with(
        html! { a href="#" { "Utbildningsnämnden" } },
        "Under Utbildningsnämnden",
        vec![
            Branch::with(
                html! { a href="#" { "Utbildningsförvaltningen" } },
                "Under förvaltningen",
                vec![unit("Skärgårdens förskolor"), unit("Centrums förskolor")],
                true,
            ),
            unit("Solrosen AB"),
        ],
        true,
    )]);
    let goals = Table::new(
        "grid",
        "Mål per nämnd",
        vec![
            Column::text("Inriktningsmål"),
            Column::symbol("Utbildning"),
            Column::symbol("Social"),
            Column::number("Alla"),
        ],
        vec![
            Row::words(&["Trygg uppväxt", "3", "2", "5"]),
            Row::words(&["Gott liv", "0", "4", "4"]),
        ],
    )
    .foot(vec![Row::words(&["Alla", "3", "6", "9"])])
    .hide_caption()
    .dense()
    .ruled();
    let body = html! {
        div.wrap.page {
            (page_header(&PageHead { eyebrow: "Inställningar".into(), title: "Styrmodellen".into(), lead: "Orden, nivåerna och skalorna är era egna.".into(), ..PageHead::default() }))
            (notice(Tone::Partly, "Tre saker att besluta", &html! { ul { li { "Vem bedömer miljömålen?" } li { "Skalan för enhetsmål saknar ord för ”inte bedömt”." } } }))
            div.with-side {
                div {
                    (section("levels", "Nivåer", "Fyra nivåer", &model_levels()))
                    (section("org", "Organisation", "", &organisation))
                    (section("by", "Mål per nämnd", "", &html! { (goals) }))
                }
                aside.side aria-label="Skalan" {
                    section.section { h2 { "Skalan" } ul.stack.tight { @for (shape, word) in [(Symbol::Met, "Uppnått"), (Symbol::Partly, "Delvis uppnått"), (Symbol::NotMet, "Inte uppnått"), (Symbol::NotAssessed, "Inte bedömt")] { li { (status(shape, word)) } } } }
                }
            }
        }
    };
    ("model", frame("Styrmodellen", "Planera", Some(("KÖ", "Kerstin Öberg"))), body)
}
