//! What a handler gets: the transaction, the request, the visitor and the municipality's picture.

use std::sync::Arc;

use db::{Author, Change, Tenant, Tx};
use domain::access::{AccessRole, Action, Person};
use domain::elements::{Element, Structure};
use domain::ids::{OrgUnitId, PersonId};
use jiff::civil::Date;
use serde::Serialize;

use crate::app::App;
use crate::i18n::{Language, Texts};
use crate::past::Then;
use crate::web::error::AppError;
use crate::web::request::Request;

/// Who is visiting, and when.
#[derive(Clone, Debug)]
pub struct Visit {
    /// The municipality.
    pub tenant: Tenant,
    /// The municipality's own name, once the visitor is recognised.
    pub municipality: String,
    /// The person signed in, if any.
    pub person: Option<Arc<Person>>,
    /// The digest of the session's token, if any.
    pub session: Option<Vec<u8>>,
    /// Whether the person has lately shown who they are, as those who administer must.
    pub confirmed: bool,
    /// Whether the session was opened without a password, as in a demo.
    pub without_password: bool,
    /// A cookie that the answer shall carry, whatever it is.
    pub cookie: Option<String>,
    /// The language chosen.
    pub language: Language,
    /// Microseconds since 1970 in UTC, the same during the whole request.
    pub now: i64,
    /// That the visitor looks at another day; `tenant` and `now` are then that day's.
    pub then: Option<Arc<Then>>,
}

impl Visit {
    /// A visitor not yet recognised.
    pub fn stranger(only: Option<Tenant>, now: i64, request: &Request) -> Self {
        let language = Language::from_code(request.cookie("sprak").unwrap_or_default());
        Self {
            tenant: only.unwrap_or(db::INSTALLATION),
            municipality: String::new(),
            person: None,
            session: None,
            confirmed: false,
            without_password: false,
            cookie: None,
            language,
            now,
            then: None,
        }
    }

    /// As whom the visitor's changes are recorded.
    pub fn author(&self) -> Author {
        let person = self.person.as_deref();
        let session = self.session.as_deref().unwrap_or_default();
        Author {
            person: person.map(|person| person.id.bytes()),
            name: person.map(|person| person.name.clone()).unwrap_or_default(),
            acting_as: person
                .map(|person| person.main_role().code().to_owned())
                .unwrap_or_default(),
            session: db::hex(session.get(..4).unwrap_or_default()),
            at: self.now,
        }
    }
}

/// The context of one handler.
pub struct Cx<'a, 'c> {
    /// The open transaction.
    pub tx: &'a mut Tx<'c>,
    /// The application.
    pub app: &'a App,
    /// The request.
    pub req: &'a Request,
    /// The visitor.
    pub visit: &'a Visit,
    /// The municipality's picture as it was when the transaction began; when nothing is to be
    /// written, without the drafts that the visitor may not see.
    pub structure: Arc<Structure>,
    /// The whole picture, for what is true only of everything; what is shown of it is filtered.
    pub whole: Arc<Structure>,
    /// Whether everything the transaction sees is committed.
    pub(crate) committed: bool,
    /// What sums over what is reported were told apart by when the transaction began.
    pub(crate) reported: i64,
}

impl<'a, 'c> Cx<'a, 'c> {
    /// Opens a context; `keep` lets the picture and sums be kept for others (reading transactions
    /// only).
    pub fn new(
        tx: &'a mut Tx<'c>,
        app: &'a App,
        req: &'a Request,
        visit: &'a Visit,
        keep: bool,
    ) -> Result<Self, AppError> {
        let (revision, reported) = crate::revisions::marks(tx)?;
        let structure = app.structures.at(tx, revision, keep)?;
        let whole = Arc::clone(&structure);
        let mut cx = Self { tx, app, req, visit, structure, whole, committed: keep, reported };
        // What is written must be weighed against everything; what is shown, against what may be seen.
        if keep {
            cx.structure = cx.seen();
        }
        Ok(cx)
    }

    /// Today where the municipality is.
    pub fn today(&self) -> Date {
        self.app.clock.local(self.visit.now).date()
    }

    /// The texts in the visitor's language.
    pub fn texts(&self) -> Texts {
        Texts::from(self.visit.language)
    }

    /// The visitor's language.
    pub fn language(&self) -> Language {
        self.visit.language
    }

    /// The person signed in.
    pub fn person(&self) -> Result<&'a Person, AppError> {
        self.visit.person.as_deref().ok_or(AppError::Forbidden)
    }

    /// Whether the person may do this to something that belongs to the org unit. Nothing can be
    /// done to another day than today.
    pub fn can(&self, action: Action, org_unit: OrgUnitId) -> bool {
        (self.visit.then.is_none() || action.is_reading()) && self.has_right(action, org_unit)
    }

    /// Whether the person's roles of today let them do this, whichever day they look at.
    fn has_right(&self, action: Action, org_unit: OrgUnitId) -> bool {
        let then = self.visit.then.as_deref();
        let organisation = then.map_or(&self.structure.organisation, |then| &then.organisation);
        let person = self.visit.person.as_deref();
        person.is_some_and(|person| person.may(action, org_unit, organisation))
    }

    /// Whether the person may do this in the whole municipality: at every top of the organisation.
    pub fn can_everywhere(&self, action: Action) -> bool {
        let (organisation, today) = (&self.structure.organisation, self.today());
        let lives =
            |top: &OrgUnitId| organisation.get(*top).is_some_and(|one| one.is_valid_on(today));
        let mut tops = organisation.roots().iter().copied().filter(lives).peekable();
        tops.peek().is_some() && tops.all(|top| self.can(action, top))
    }

    /// Whether the visitor may see an element: what is not decided yet is for those who plan or
    /// read drafts where it belongs.
    pub fn may_see(&self, element: &Element) -> bool {
        !element.is_undecided() || self.reads_drafts_of(element.owner)
    }

    /// The picture without the drafts that the visitor may not see, for forms shown again.
    pub fn seen(&self) -> Arc<Structure> {
        let grants = self.visit.person.iter().flat_map(|person| &person.grants);
        let grants = grants.map(|grant| (grant.role, grant.org_unit)).collect();
        self.app.structures.seen(&self.structure, grants, |owner| self.reads_drafts_of(owner))
    }

    /// The picture of what is decided: without anybody's drafts, whoever is looking.
    pub fn decided(&self) -> Arc<Structure> {
        self.app.structures.seen(&self.structure, Vec::new(), |_| false)
    }

    /// Whether what an org unit has written and not decided yet is for the visitor to read.
    pub fn reads_drafts_of(&self, owner: OrgUnitId) -> bool {
        self.has_right(Action::Plan, owner) || self.has_right(Action::ReadDrafts, owner)
    }

    /// Whether the visitor answers for a private provider and the org unit is no part of it: of the
    /// municipality's own bodies a provider sees what is adopted, not what they report.
    pub fn is_provider_elsewhere(&self, org_unit: OrgUnitId) -> bool {
        let provider = |person: &Person| person.main_role() == AccessRole::Provider;
        self.visit.person.as_deref().is_some_and(provider)
            && !self.can(Action::ReadThread, org_unit)
    }

    /// Refuses what the person may not do. A handler's third step.
    pub fn may(&self, action: Action, org_unit: OrgUnitId) -> Result<(), AppError> {
        if self.can(action, org_unit) { Ok(()) } else { Err(AppError::Forbidden) }
    }

    /// The municipality's own name. The steering model names the one it was written for, which may
    /// be another's that was borrowed.
    pub fn municipality(&self) -> &'a str {
        &self.visit.municipality
    }

    /// A new identity.
    pub fn new_id<T: From<[u8; 16]>>(&self) -> T {
        self.app.new_id()
    }

    /// The identity a form brought for what it makes, so that sending twice makes one; a fresh one
    /// when the form brought none.
    pub fn client_id<T: From<[u8; 16]> + std::str::FromStr>(&self) -> T {
        self.req.form.parsed("id").unwrap_or_else(|| self.new_id())
    }

    /// The id of the person signed in.
    pub fn person_id(&self) -> Result<PersonId, AppError> {
        Ok(self.person()?.id)
    }
}

/// States a change with the object after it as its payload. Every write function ends with it.
pub fn record<T: Serialize>(
    tx: &mut Tx<'_>,
    action: &'static str,
    object: &'static str,
    id: [u8; 16],
    version: i64,
    after: &T,
) -> Result<(), AppError> {
    let payload = serde_json::to_string(after)?;
    tx.record(Change { action, object, id, version, payload });
    Ok(())
}
