//! How a page of another day is answered: the handler is the same, the rows and the day are others.

use std::sync::Arc;

use http::Method;
use jiff::civil::Date;

use crate::app::App;
use crate::cx::{Cx, Visit};
use crate::frame::Nav;
use crate::past::{self, Then};
use crate::routes::{Found, Handler};
use crate::web::error::Answer;
use crate::web::request::Request;
use crate::web::response::{Body, Response};

impl App {
    /// Shows a page as it was at the end of a day.
    pub(crate) fn read_then(
        self: &Arc<Self>,
        request: &Request,
        visit: &Visit,
        handler: Handler,
    ) -> Answer {
        let asked = request.query.text(past::DAY);
        let today = self.clock.local(visit.now).date();
        let address = request.address();
        let day: Date = match asked.parse() {
            Ok(day) if day < today => day,
            Ok(day) if day > today => return self.no_such_day(request, visit),
            Err(_) if !asked.is_empty() => return self.no_such_day(request, visit),
            // Nothing chosen, or today, which has not ended: that is the page of today.
            _ => return Ok(Response::see_other(&past::without_day(&address))),
        };
        let Some(mut answer) = self.in_day(request, visit, day, handler)? else {
            return self.not_begun(request, visit);
        };
        if let (Body::Ready(bytes), true) = (&answer.body, answer.is_page()) {
            let shows = |path: &str| {
                let found = self.routes.find(&Method::GET, path);
                matches!(found, Found::Route(route, _) if past::shows(route.path))
            };
            let page = past::keep_day(&String::from_utf8_lossy(bytes), day, shows);
            answer.body = Body::Ready(page.into());
        }
        answer.name_after(&day.to_string());
        Ok(answer)
    }

    /// Does something as if it were the end of a day; none when there was nothing then.
    pub fn in_day<T>(
        self: &Arc<Self>,
        request: &Request,
        visit: &Visit,
        day: Date,
        work: impl FnOnce(&mut Cx<'_, '_>) -> Answer<T>,
    ) -> Answer<Option<T>> {
        let at = past::end_of(&*self.clock, day);
        let forget = |gone| {
            self.structures.forget(gone);
            self.sums.forget(gone);
        };
        let Some((of_day, cut)) = self.days.find(&self.db, visit.tenant, at, forget)? else {
            return Ok(None);
        };
        let organisation =
            self.read(request, visit, |cx| Ok(Arc::clone(&cx.structure.organisation)))?;
        let then = Arc::new(Then { tenant: visit.tenant, day, cut, organisation });
        let tenant = of_day.replica.identity();
        let visit = Visit { tenant, now: at, then: Some(then), ..visit.clone() };
        let done = of_day.replica.read(|tx| {
            let answer = Cx::new(tx, self, request, &visit, true).and_then(|mut cx| work(&mut cx));
            self.count(tx);
            answer
        })?;
        Ok(Some(done))
    }

    /// The page of what is no day, with a way to choose one.
    fn no_such_day(self: &Arc<Self>, request: &Request, visit: &Visit) -> Answer {
        self.read(request, visit, |cx| {
            let texts = cx.texts();
            let body = past::no_such_day(texts, &request.address());
            Ok(cx.refused(texts.past_no_such_day(), Nav::Nowhere, &body))
        })
    }

    /// The page of a day before the municipality's first.
    fn not_begun(self: &Arc<Self>, request: &Request, visit: &Visit) -> Answer {
        self.read(request, visit, |cx| {
            let begun = past::begun_at(cx.tx)?.map(|at| self.clock.local(at).date());
            let texts = cx.texts();
            let body = past::not_begun(texts, begun, &request.address());
            Ok(cx.page(texts.past_not_begun(), Nav::Nowhere, &body))
        })
    }
}
