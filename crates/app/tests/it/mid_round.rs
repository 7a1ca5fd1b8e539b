//! What happens in the middle of a round: a unit that moves, is merged or ends, a report that is late,
//! a round that closes and a part that is sent back while somebody writes. Each is explained to the
//! people concerned and nothing is lost.

use app::demo::id_of;
use app::followup::store;
use domain::ids::RoundId;
use jiff::civil::date;
use serde_json::json;

use crate::followup::{account, autosave, hand_in, part, shown_version};
use crate::kit::{Browser, TestApp, id};

const MOVED: &str = "Skärgårdens förskolor flyttade 25 augusti 2026 till Produktionsförvaltningen";

/// The administrator moves Amira's unit to production.
fn move_unit(app: &TestApp) -> Browser {
    let mut johan = app.signed_in("Johan Åkerlund");
    johan.open(&format!("/organisation/{}/flytta", id("org", "skargardens-forskolor")));
    johan.pick("Lägg under", "Produktionsförvaltningen").press("Visa vad som händer");
    johan
}

fn committee(org: &str) -> String {
    format!("/folja-upp/namnd/{}", id("org", org))
}

#[test]
fn a_unit_that_moves_takes_its_report_along_and_everybody_concerned_is_told() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open(&part("sjukfranvaro")).fill("Din förklaring", "Skrivet före flytten.");
    amira.press("Hoppa över så länge");
    let mut johan = move_unit(&app);
    let told = "En rapport i Delårsrapport januari–augusti 2026 följer med. Från och med nu läses \
                och godkänns den under Produktionsförvaltningen, inte under \
                Utbildningsförvaltningen.";
    assert!(johan.page().says(told), "{}", johan.page().text());
    johan.press("Flytta");
    // Who writes.
    amira.open(&account()).within_budget(30);
    assert!(amira.page().says(MOVED), "{}", amira.page().text());
    assert!(amira.page().says("Rapporten följer med och inget har försvunnit."));
    amira.open(&part("sjukfranvaro"));
    assert_eq!(amira.value("Din förklaring"), "Skrivet före flytten.");
    amira.press("Klar, nästa del");
    hand_in(&mut amira);
    // Who approves now, and who no longer does.
    let mut agneta = app.signed_in("Agneta Sjöholm");
    agneta.open(&format!("{}/las", account())).within_budget(30);
    assert!(agneta.page().says(MOVED) && agneta.page().says("Skrivet före flytten."));
    let mut lena = app.signed_in("Lena Holm");
    lena.open(&format!("{}/las", account()));
    assert_eq!(lena.status(), 404);
    let version = shown_version(&agneta);
    let approved = lena.post(&format!("{}/godkann", account()), &[("version", &version)]);
    assert_eq!(approved.status.as_u16(), 404);
    lena.open("/folja-upp").within_budget(30);
    let words = "Skärgårdens förskolor flyttade 25 augusti 2026 till Produktionsförvaltningen. \
                 Rapporten läses, godkänns och räknas där och inte här.";
    assert!(lena.page().says(words), "{}", lena.page().text());
    agneta.press("Godkänn rapporten");
    assert!(agneta.page().says("Godkänd"), "{}", agneta.page().text());
    is_told_where_it_is_counted(&app);
}

/// On the pages of both bodies, in the collection and among those who report.
fn is_told_where_it_is_counted(app: &TestApp) {
    let mut kerstin = app.signed_in("Kerstin Öberg");
    let left = "Skärgårdens förskolor flyttade 25 augusti 2026 till Produktionsförvaltningen. \
                Rapporten läses, godkänns och räknas där och inte här.";
    let answers = "Skärgårdens förskolor flyttade 25 augusti 2026 till Produktionsförvaltningen. \
                   Rapporten läses, godkänns och räknas där och inte här. Det enheten bedömer av \
                   mål som bidrar till mål här visas också här.";
    let came = "Skärgårdens förskolor kom 25 augusti 2026 från Utbildningsförvaltningen. Rapporten \
                läses, godkänns och räknas här.";
    let inside = "Skärgårdens förskolor flyttade 25 augusti 2026 från Utbildningsförvaltningen till \
                  Produktionsförvaltningen. Rapporten följde med.";
    let round = id("round", "delar-2026-08");
    let collection =
        |org: &str| format!("/uppsikt/insamling?runda={round}&gren={}", id("org", org));
    let report = |org: &str| format!("/rapport/{}", id("org", org));
    let compilation = |org: &str| format!("/folja-upp/sammanstallning/{}", id("org", org));
    for (address, words) in [
        (committee("utbildningsnamnden"), answers),
        (committee("produktionsstyrelsen"), came),
        (collection("utbildningsnamnden"), answers),
        (collection("utbildningsforvaltningen"), left),
        (collection("produktionsforvaltningen"), came),
        (report("utbildningsnamnden"), answers),
        (report("produktionsstyrelsen"), came),
        (compilation("utbildningsnamnden"), answers),
        (compilation("produktionsforvaltningen"), came),
        (format!("/folja-upp/runda/{round}/enheter"), inside),
    ] {
        kerstin.open(&address).within_budget(30);
        assert_eq!(kerstin.status(), 200, "{address}");
        assert!(kerstin.page().says(words), "{address}: {}", kerstin.page().text());
    }
    kerstin.open(&compilation("produktionsforvaltningen"));
    assert!(kerstin.page().says("Skrivet före flytten."), "it can be quoted where it is now");
}

#[test]
fn what_a_merged_unit_has_judged_stands_with_its_origin_although_another_owns_the_goal_now() {
    let app = TestApp::new();
    hand_in(&mut app.signed_in("Amira Lindqvist"));
    let mut kerstin = app.signed_in("Kerstin Öberg");
    kerstin.open(&committee("utbildningsnamnden"));
    let origin = "Skärgårdens förskolor, Amira Lindqvist, 25 augusti";
    let told = kerstin.page().text().matches(origin).count();
    assert!(told > 0, "{}", kerstin.page().text());
    let mut johan = app.signed_in("Johan Åkerlund");
    johan.open(&format!("/organisation/{}/sla-ihop", id("org", "skargardens-forskolor")));
    johan.pick("Slå ihop med", "Sjötorpets förskola").press("Visa vad som händer");
    let kept = "Rapporten i Delårsrapport januari–augusti 2026 finns kvar";
    assert!(johan.page().says(kept), "{}", johan.page().text());
    johan.press("Slå ihop");
    app.clock().set(date(2026, 8, 26).at(9, 0, 0, 0));
    let mut kerstin = app.signed_in("Kerstin Öberg");
    kerstin.open(&committee("utbildningsnamnden")).within_budget(30);
    assert_eq!(kerstin.page().text().matches(origin).count(), told, "{}", kerstin.page().text());
    let round = id("round", "delar-2026-08");
    let branch = id("org", "utbildningsforvaltningen");
    kerstin.open(&format!("/uppsikt/insamling?runda={round}&gren={branch}")).within_budget(30);
    assert!(kerstin.page().says("Upphörde 25 aug"), "{}", kerstin.page().text());
}

#[test]
fn whoever_writes_for_a_unit_that_has_ended_is_told_that_it_can_still_be_handed_in() {
    let app = TestApp::new();
    let mut johan = app.signed_in("Johan Åkerlund");
    johan.open(&format!("/organisation/{}/avsluta", id("org", "skargardens-forskolor")));
    let kept = "Rapporten i Delårsrapport januari–augusti 2026 finns kvar och kan lämnas till och \
                med 13 september 2026.";
    assert!(johan.page().says(kept), "{}", johan.page().text());
    johan.press("Avsluta enheten");
    app.clock().set(date(2026, 8, 26).at(9, 0, 0, 0));
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open(&account()).within_budget(30);
    assert!(amira.page().says("Skärgårdens förskolor upphörde 25 augusti 2026"));
    assert!(amira.page().says("Utbildningsförvaltningen svarar på frågor om rapporten."));
    let still = "Rapporten kan fortfarande lämnas till och med 13 september 2026.";
    assert!(amira.page().says(still), "{}", amira.page().text());
    hand_in(&mut amira);
    assert_eq!(amira.page().heading(), "Tack");
    amira.open(&format!("{}/las", account()));
    assert!(!amira.page().says(still));
}

#[test]
fn a_report_that_is_late_is_taken_and_said_to_have_come_late() {
    let app = TestApp::new();
    app.clock().set(date(2026, 9, 7).at(9, 0, 0, 0));
    let mut amira = app.signed_in("Amira Lindqvist");
    for page in ["/".to_owned(), account()] {
        amira.open(&page).within_budget(30);
        let words = "Skulle ha lämnats 4 september. Du kan fortfarande lämna.";
        assert!(amira.page().says(words), "{page}: {}", amira.page().text());
    }
    let round = id("round", "delar-2026-08");
    let branch = id("org", "utbildningsforvaltningen");
    let collection = format!("/uppsikt/insamling?runda={round}&gren={branch}");
    let mut lena = app.signed_in("Lena Holm");
    lena.open(&collection);
    assert!(lena.page().says("3 dagar försenad"), "{}", lena.page().text());
    hand_in(&mut amira);
    assert_eq!(amira.page().heading(), "Tack");
    assert!(amira.page().says("Rapporten är lämnad 7 september"), "{}", amira.page().text());
    lena.open(&collection);
    assert!(lena.page().says("Kom för sent"), "{}", lena.page().text());
}

#[test]
fn a_round_that_closes_while_somebody_writes_is_explained_and_the_words_stay() {
    let app = TestApp::new();
    let mut amira = app.signed_in("Amira Lindqvist");
    amira.open(&part("sjukfranvaro"));
    let mut kerstin = app.signed_in("Kerstin Öberg");
    kerstin.open(&format!("/folja-upp/runda/{}", id("round", "delar-2026-08")));
    kerstin.follow("Stäng uppföljningen").press("Stäng uppföljningen");
    let before = app.audit_length();
    amira.fill("Din förklaring", "Skrivet när det stängde.").press("Klar, nästa del");
    assert_eq!(amira.status(), 409);
    assert!(amira.page().says("Rapporteringen är stängd"), "{}", amira.page().text());
    assert!(amira.page().says("Kontakta din controller om något måste ändras."));
    assert!(amira.page().says("Kopiera det om du vill spara det någon annanstans."));
    assert_eq!(amira.value("Din förklaring"), "Skrivet när det stängde.");
    let sent = amira.post(&format!("{}/lamna", account()), &[("version", "1")]);
    assert_eq!(sent.status.as_u16(), 409);
    assert!(sent.text().contains("Rapporteringen är stängd"));
    assert_eq!(app.audit_length(), before);
    // Opened again, everything is as it was.
    kerstin.open(&format!("/folja-upp/runda/{}", id("round", "delar-2026-08")));
    assert_eq!(kerstin.value("Lämnas senast"), "2026-09-04");
    kerstin.fill("Stänger", "2026-09-13").press("Spara ändringen");
    amira.press("Klar, nästa del");
    assert_eq!(amira.status(), 200);
    amira.open(&part("sjukfranvaro"));
    assert_eq!(amira.value("Din förklaring"), "Skrivet när det stängde.");
}

#[test]
fn what_is_sent_back_while_another_writes_elsewhere_in_it_is_explained_and_the_words_stay() {
    let app = TestApp::new();
    let mut sofia = app.signed_in("Sofia Bergkvist");
    sofia.open(&part("sammanfattning"));
    let mut beside = app.signed_in("Sofia Bergkvist");
    beside.open(&part("trygga-vardnadshavare"));
    crate::followup_returns::returned(&app);
    sofia.fill("Sammanfattning", "Sofias sammanfattning.").press("Klar, nästa del");
    assert_eq!(sofia.status(), 409);
    assert!(sofia.page().says("Den här delen står kvar som den lämnades"));
    assert!(sofia.page().says("Sofias sammanfattning."), "{}", sofia.page().text());
    // The part that came back is open, and says so to who had it on the screen all the time.
    beside.fill("Din förklaring", "Sofias svar.").choose("Nej").press("Klar, nästa del");
    if beside.status() == 409 {
        assert!(beside.page().says("ändrade medan du skrev"), "{}", beside.page().text());
        assert!(beside.page().says("Vilka grupper gäller det?"), "the comment is shown");
        assert_eq!(beside.value("Din förklaring"), "Sofias svar.");
        beside.press("Klar, nästa del");
    }
    assert_eq!(beside.status(), 200);
    beside.open(&part("trygga-vardnadshavare"));
    assert_eq!(beside.value("Din förklaring"), "Sofias svar.");
}

#[test]
fn how_long_reports_take_is_counted_without_pauses_once_and_told_of_many_only() {
    let app = TestApp::new();
    let round: RoundId = id_of("round", "delar-2026-08");
    let mut amira = app.signed_in("Amira Lindqvist");
    let minutes = || app.reading(|tx| store::minutes_of(tx, round));
    let write = |browser: &mut Browser, words: &str| {
        let summary = id_of("part", "skargardens-forskolor/sammanfattning");
        let version = app.reading(|tx| store::part(tx, summary)).expect("kept").text_version;
        assert_eq!(autosave(browser, "sammanfattning", version, "text", &json!(words)).0, 200);
    };
    write(&mut amira, "Först.");
    app.clock().advance_secs(90);
    write(&mut amira, "Sedan.");
    app.clock().advance_secs(30 * 60);
    hand_in(&mut amira);
    assert_eq!(minutes(), [(2, 1)], "a minute and a half, and no pause");
    amira.press("Ångra inlämning");
    app.clock().advance_secs(60);
    amira.open(&format!("{}/granska", account())).press("Lämna rapporten");
    assert_eq!(minutes(), [(2, 1)], "what is handed in again is not counted again");
    let page = format!("/folja-upp/runda/{round}");
    let mut kerstin = app.signed_in("Kerstin Öberg");
    kerstin.open(&page);
    assert!(!kerstin.page().says("Så lång tid tog rapporterna"), "one can be guessed");
    app.writing(move |tx| {
        tx.leave_unaudited("a test's preparation");
        for minutes in [11, 14, 18, 40] {
            store::count_minutes(tx, round, minutes)?;
        }
        Ok(())
    });
    kerstin.open(&page).within_budget(30);
    let told = "Hälften av rapporterna tog högst 14 minuter att skriva. 5 rapporter är räknade.";
    assert!(kerstin.page().says(told), "{}", kerstin.page().text());
}
