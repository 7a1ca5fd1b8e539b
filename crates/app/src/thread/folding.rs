//! The filters above every view as one that unfolds where the screen is small, with how many are on.

use maud::Markup;

use super::filters::Pills;
use super::view::{Look, Provision};
use crate::web::ui::{Filters, folded_filters};

impl Pills<'_> {
    /// The filters and the way to another day.
    pub(super) fn folded(&self, filters: &Filters) -> Markup {
        let words = self.texts.thread_filters_on(self.on());
        let days = crate::past::ways(self.texts, &self.view.with(|_| {}));
        folded_filters(&words, filters, &days)
    }

    /// How many filters leave something out.
    fn on(&self) -> i64 {
        let view = self.view;
        let on = [
            view.within.is_some(),
            view.provision != Provision::All,
            view.element_type.is_some(),
            view.state.is_some(),
            view.responsible.is_some(),
            view.focus.is_some() && !matches!(view.look, Look::Map | Look::Words),
            view.tag.is_some(),
            view.deviating,
        ];
        i64::try_from(on.into_iter().filter(|on| *on).count()).unwrap_or(0)
    }
}
