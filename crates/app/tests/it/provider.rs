//! A private provider reports in the same rounds as everybody, and reaches nothing else.

use app::demo::id_of;
use domain::ids::FollowUpId;

use crate::kit::{TestApp, id};

const PROVIDER: &str = "Farah Nazari";
const OWN: &str = "solrosen-ab";

fn account(org: &str) -> String {
    format!("/folja-upp/{}", id("follow_up", org))
}

/// The demo's provider has handed in and is approved; this is the day before that.
fn before_it_was_handed_in(app: &TestApp) {
    app.writing(|tx| {
        let own: FollowUpId = id_of("follow_up", OWN);
        tx.leave_unaudited("a test's preparation");
        let parts = "update parts set state = 'left', text = '', level = '' \
                     where tenant = $1 and follow_up_id = $2 and kind in ('goal', 'summary')";
        tx.run(parts, db::params![own.bytes()])?;
        let account =
            "update follow_ups set state = 'draft' where tenant = $1 and follow_up_id = $2";
        tx.run(account, db::params![own.bytes()])?;
        Ok(())
    });
}

#[test]
fn a_provider_goes_from_what_waits_to_the_receipt() {
    let app = TestApp::new();
    before_it_was_handed_in(&app);
    let mut farah = app.signed_in(PROVIDER);
    farah.open("/").within_budget(30);
    // Providers hand in before the others, and their day has been.
    assert!(farah.page().says("Skulle ha lämnats 21 augusti"), "{}", farah.page().text());
    farah.open(&account(OWN)).within_budget(30);
    assert!(farah.page().says("Du kan skriva till 13 september."));
    farah.follow("Fortsätt rapportera").within_budget(30);
    for _ in 0..6 {
        if farah.page().heading() == "Granska och lämna" {
            break;
        }
        if farah.page().heading() == "Vad är viktigast att veta?" {
            farah.fill("Sammanfattning", "Alla sexåringar har träffat sin nya lärare.");
        } else {
            farah.fill("Så här långt har vi kommit", "Alla sexåringar har träffat läraren.");
            farah.choose("Uppnått");
        }
        farah.press("Klar, nästa del");
        assert_eq!(farah.status(), 200, "{}", farah.page().text());
    }
    farah.press("Lämna rapporten").within_budget(30);
    assert_eq!(farah.page().heading(), "Tack");
    farah.follow("Visa för arbetsplatsträffen").within_budget(30);
    assert_eq!(farah.page().heading(), "För arbetsplatsträffen");
    farah.open(&account(OWN));
    assert!(farah.page().says("Farah Nazari lämnade rapporten"), "{}", farah.page().text());
}

#[test]
fn a_provider_reaches_no_other_account_no_report_of_a_body_and_no_comments() {
    let app = TestApp::new();
    let mut farah = app.signed_in(PROVIDER);
    let committee = id("org", "utbildningsnamnden");
    let mut closed = vec![
        format!("/folja-upp/namnd/{committee}"),
        format!("/rapport/{committee}"),
        format!("/folja-upp/sammanstallning/{committee}"),
        format!("/folja-upp/sammanstallning/{}", id("org", "vard-och-omsorgsnamnden")),
    ];
    for org in ["hamnens-forskolor", "friskolan-kompassen-ab", "skargardens-forskolor"] {
        for page in ["", "/las", "/granska", "/kvitto", "/medverkande", "/mote"] {
            closed.push(format!("{}{page}", account(org)));
        }
    }
    for address in &closed {
        assert_eq!(farah.get(address).status.as_u16(), 404, "{address}");
    }
    let goal = format!("/kommentarer/{}", id("element", "rm-trygg-start"));
    assert_ne!(farah.get(&goal).status.as_u16(), 200, "comments are not for providers");
    for page in ["/", "/folja-upp"] {
        farah.open(page).within_budget(30);
        let text = farah.reply().text();
        for hidden in ["Hamnens förskolor", "Friskolan Kompassen", "Skärgårdens förskolor"] {
            assert!(!text.contains(hidden), "{page} tells of {hidden}");
        }
        for (_, address) in farah.page().links() {
            assert!(!closed.contains(&address), "{page} leads to {address}, which is closed");
        }
    }
}

#[test]
fn every_link_that_a_provider_is_shown_on_the_collection_opens() {
    let app = TestApp::new();
    let mut farah = app.signed_in(PROVIDER);
    farah.open("/folja-upp");
    let links: Vec<String> = farah.page().links().into_iter().map(|(_, to)| to).collect();
    let own = links.into_iter().filter(|to| to.starts_with('/') && !to.starts_with("/static"));
    for link in own {
        let status = farah.get(&link).status.as_u16();
        assert!(status < 400, "{link} answers {status}");
    }
}
