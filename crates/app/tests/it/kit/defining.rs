//! A measure defined in the form, for tests that need one of their own.

use http::StatusCode;

use super::{Browser, TestApp, id};

/// A new monthly measure, as somebody fills the form in.
pub(crate) struct NewMeasure<'a> {
    id: &'a str,
    title: &'a str,
    owner: &'a str,
    decimals: &'a str,
    over_organisation: &'a str,
}

impl<'a> NewMeasure<'a> {
    /// A sum with one decimal, of the committee for culture.
    pub(crate) fn new(id: &'a str, title: &'a str) -> Self {
        let owner = "kultur-och-fritidsnamnden";
        Self { id, title, owner, decimals: "1", over_organisation: "sum" }
    }

    /// Of another org unit, in whole numbers that are put together in a way of their own.
    pub(crate) fn of(self, owner: &'a str, over_organisation: &'a str) -> Self {
        Self { owner, over_organisation, decimals: "0", ..self }
    }

    /// Sends the form.
    #[track_caller]
    pub(crate) fn define(self, app: &TestApp, browser: &mut Browser) {
        let like = id("element", "besok-simhall").parse().unwrap();
        let like = app.structure().element(like).unwrap().element_type.as_str().to_owned();
        let owner = id("org", self.owner);
        let fields = [
            ("id", self.id),
            ("titel", self.title),
            ("agare", owner.as_str()),
            ("typ", like.as_str()),
            ("klass", "resultatmått"),
            ("decimaler", self.decimals),
            ("riktning", "neutral"),
            ("frekvens", "month"),
            ("organisation", self.over_organisation),
            ("tid", "none"),
        ];
        let reply = browser.post("/matt", &fields);
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    }
}
