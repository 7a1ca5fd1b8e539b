//! A browser that speaks like a person: it finds links and fields by the words on the page, keeps
//! cookies, sends what browsers send, and examines every page it is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use app::app::App;
use app::web::serve::Respond;
use bytes::Bytes;
use domain::ids::PersonId;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};

use super::elements::{all, called};
use super::forms::{Edit, Sending, find_field, press};
use super::lint;
use super::page::Page;

/// What came back from one request.
pub(crate) struct Reply {
    /// The status.
    pub(crate) status: StatusCode,
    /// The headers.
    pub(crate) headers: HeaderMap,
    /// The body.
    pub(crate) body: Bytes,
}

impl Reply {
    /// A header as text; empty when absent.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Whether it is a page, and not a file to keep.
    pub(crate) fn is_page(&self) -> bool {
        self.header("content-type").starts_with("text/html")
            && self.header("content-disposition").is_empty()
    }
}

/// A browser with one tab.
pub(crate) struct Browser {
    app: Arc<App>,
    host: String,
    cookies: BTreeMap<String, String>,
    address: String,
    reply: Option<Reply>,
    page: Option<Page>,
    edits: Vec<Edit>,
    statements: u64,
    fetched: bool,
    findings: Option<Vec<String>>,
}

impl Browser {
    pub(super) fn new(app: &Arc<App>, host: &str) -> Self {
        Self {
            app: Arc::clone(app),
            host: host.to_owned(),
            cookies: BTreeMap::new(),
            address: "/".to_owned(),
            reply: None,
            page: None,
            edits: Vec::new(),
            statements: 0,
            fetched: false,
            findings: None,
        }
    }

    /// From now on broken rules for pages are gathered instead of failing at once.
    pub(crate) fn gather_findings(&mut self) -> &mut Self {
        self.findings.get_or_insert_default();
        self
    }

    /// The broken rules gathered so far.
    pub(crate) fn findings(&self) -> &[String] {
        self.findings.as_deref().unwrap_or_default()
    }

    /// Signs in as the person with this name, as one does in a demo.
    #[track_caller]
    pub(crate) fn sign_in(&mut self, name: &str) -> &mut Self {
        let person = self.person_called(name).to_string();
        let reply = self.send(
            &Method::POST,
            "/logga-in/roll",
            &[],
            Some(Sending::form(&[("person", &person)])),
        );
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{name} cannot sign in: {}", reply.text());
        self
    }

    #[track_caller]
    fn person_called(&self, name: &str) -> PersonId {
        let tenant = match self.app.settings.only {
            Some(only) => Some(only),
            None => app::identity::tenant_by_host(&self.app.db, &self.host)
                .expect("hosts can be looked up"),
        };
        let tenant = tenant.unwrap_or_else(|| panic!("no municipality is called {}", self.host));
        let people = self.app.db.read(tenant, app::choosing::store::everybody);
        let found =
            people.expect("people can be read").into_iter().find(|one| one.name.starts_with(name));
        found.unwrap_or_else(|| panic!("nobody is called {name}")).person
    }

    /// Goes to an address and follows where it leads.
    #[track_caller]
    pub(crate) fn open(&mut self, address: &str) -> &mut Self {
        self.go(&Method::GET, address, None)
    }

    /// Follows the link with these words, or the first one whose words contain them.
    #[track_caller]
    pub(crate) fn follow(&mut self, text: &str) -> &mut Self {
        let links = self.page().links();
        let found = links
            .iter()
            .find(|(words, _)| words == text)
            .or_else(|| links.iter().find(|(words, _)| words.contains(text)));
        let Some((_, address)) = found else {
            let words: Vec<&String> = links.iter().map(|(words, _)| words).collect();
            panic!("{}: no link says {text:?}; links say {words:?}", self.address)
        };
        let address = address.clone();
        self.open(&address)
    }

    /// Writes in the field with this label.
    #[track_caller]
    pub(crate) fn fill(&mut self, label: &str, text: &str) -> &mut Self {
        self.edit(label, |at| Edit::Text(at, text.to_owned()))
    }

    /// Chooses the radio button or ticks the box with this label.
    #[track_caller]
    pub(crate) fn choose(&mut self, label: &str) -> &mut Self {
        self.edit(label, Edit::On)
    }

    /// Takes the tick away from the box with this label.
    #[track_caller]
    pub(crate) fn untick(&mut self, label: &str) -> &mut Self {
        self.edit(label, Edit::Off)
    }

    /// Picks the option with these words in the list with this label.
    #[track_caller]
    pub(crate) fn pick(&mut self, label: &str, option: &str) -> &mut Self {
        self.edit(label, |at| Edit::Option(at, option.to_owned()))
    }

    /// Chooses a file in the field with this label.
    #[track_caller]
    pub(crate) fn upload(&mut self, label: &str, file_name: &str, bytes: &[u8]) -> &mut Self {
        self.edit(label, |at| Edit::File(at, file_name.to_owned(), bytes.to_vec()))
    }

    #[track_caller]
    fn edit(&mut self, label: &str, make: impl FnOnce(usize) -> Edit) -> &mut Self {
        let found = find_field(self.page().html(), label);
        let at = found.unwrap_or_else(|labels| {
            panic!("{}: no field is called {label:?}; there are {labels:?}", self.address)
        });
        self.edits.push(make(at));
        self
    }

    /// Presses the button with these words, which sends its form, and follows where that leads.
    #[track_caller]
    pub(crate) fn press(&mut self, button: &str) -> &mut Self {
        let sent = press(self.page().html(), button, &self.edits);
        let (method, action, sending) = match sent {
            Ok(sent) => sent,
            Err(why) => panic!("{}: {why}", self.address),
        };
        let action = if action.is_empty() { self.address.clone() } else { action };
        if method == Method::GET {
            let address =
                format!("{}?{}", action.split('?').next().unwrap_or_default(), sending.query());
            return self.go(&method, &address, None);
        }
        self.go(&method, &action, Some(sending))
    }

    #[track_caller]
    fn go(&mut self, method: &Method, address: &str, sending: Option<Sending>) -> &mut Self {
        let (mut method, mut address, mut sending) =
            (method.clone(), self.resolve(address), sending);
        for _ in 0..5 {
            let before = self.app.statements();
            let reply = self.send(&method, &address, &[], sending.take());
            self.statements = self.app.statements() - before;
            let elsewhere =
                reply.status.is_redirection().then(|| reply.header("location").to_owned());
            self.address.clone_from(&address);
            self.fetched = method == Method::GET;
            self.edits.clear();
            self.page = reply.is_page().then(|| Page::parse(&reply.text()));
            self.reply = Some(reply);
            let Some(next) = elsewhere else { return self };
            (method, address) = (Method::GET, self.resolve(&next));
        }
        panic!("{address} leads round in a circle")
    }

    fn resolve(&self, address: &str) -> String {
        let address = address.split('#').next().unwrap_or_default();
        match address.chars().next() {
            Some('/') => address.to_owned(),
            Some('?') => format!("{}{address}", self.address.split('?').next().unwrap_or_default()),
            Some(_) => panic!("{}: {address} is not an address of ours", self.address),
            None => self.address.clone(),
        }
    }

    /// Sends a request as our own pages do and examines the page that comes back. Goes nowhere.
    #[track_caller]
    pub(crate) fn send(
        &mut self,
        method: &Method,
        address: &str,
        headers: &[(&str, &str)],
        sending: Option<Sending>,
    ) -> Reply {
        let origin = format!("http://{}", self.host);
        let mut all = vec![("origin", origin.as_str())];
        all.extend_from_slice(headers);
        self.send_exactly(method, address, &all, sending)
    }

    /// Sends a request with these headers only, beside host and cookies.
    #[track_caller]
    pub(crate) fn send_exactly(
        &mut self,
        method: &Method,
        address: &str,
        headers: &[(&str, &str)],
        sending: Option<Sending>,
    ) -> Reply {
        let mut sent = HeaderMap::new();
        let mut set = |name: &str, value: &str| {
            let name: HeaderName = name.parse().expect("tests name headers right");
            sent.insert(name, HeaderValue::from_str(value).expect("tests write headers right"));
        };
        set("host", &self.host);
        if !self.cookies.is_empty() {
            let pairs: Vec<String> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            set("cookie", &pairs.join("; "));
        }
        let (kind, body) = sending.map_or_else(Default::default, Sending::into_body);
        if !kind.is_empty() {
            set("content-type", &kind);
        }
        for (name, value) in headers {
            set(name, value);
        }
        let uri: Uri = address.parse().unwrap_or_else(|_| panic!("{address} is no address"));
        let answer = self.app.respond(method.clone(), &uri, sent, body);
        let (parts, body) = answer.into_parts();
        let reply = Reply { status: parts.status, headers: parts.headers, body };
        self.keep_cookies(&reply);
        if reply.is_page() {
            match &mut self.findings {
                None => lint::examine(&self.app, method, address, &reply.text()),
                Some(gathered) => {
                    let found = lint::findings(&self.app, address, &reply.text());
                    gathered.extend(
                        found.into_iter().map(|finding| format!("{method} {address}: {finding}")),
                    );
                }
            }
        }
        reply
    }

    fn keep_cookies(&mut self, reply: &Reply) {
        for cookie in reply.headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().expect("cookies are ASCII");
            let (pair, about) = cookie.split_once(';').unwrap_or((cookie, ""));
            let (name, value) = pair.split_once('=').expect("a cookie has a name");
            if about.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// Posts fields as a form of ours would. Goes nowhere.
    #[track_caller]
    pub(crate) fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> Reply {
        self.send(&Method::POST, address, &[], Some(Sending::form(fields)))
    }

    /// Posts fields as a form of ours would and shows what that leads to.
    #[track_caller]
    pub(crate) fn post_and_show(&mut self, address: &str, fields: &[(&str, &str)]) -> &mut Self {
        self.go(&Method::POST, address, Some(Sending::form(fields)))
    }

    /// Fetches without following. Goes nowhere.
    #[track_caller]
    pub(crate) fn get(&mut self, address: &str) -> Reply {
        self.send(&Method::GET, address, &[], None)
    }

    /// The page shown.
    #[track_caller]
    pub(crate) fn page(&self) -> &Page {
        self.page.as_ref().unwrap_or_else(|| panic!("{} is not a page", self.address))
    }

    /// What came back last, whether page or file.
    #[track_caller]
    pub(crate) fn reply(&self) -> &Reply {
        self.reply.as_ref().expect("nothing has been opened")
    }

    /// The status of the page shown.
    #[track_caller]
    pub(crate) fn status(&self) -> u16 {
        self.reply().status.as_u16()
    }

    /// Whether the page shown was fetched, so that it can be fetched again, and not an answer to a form.
    pub(crate) fn was_fetched(&self) -> bool {
        self.fetched
    }

    /// The address of the page shown.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// How many statements the page's own transaction ran.
    pub(crate) fn statements(&self) -> u64 {
        self.statements
    }

    /// What the buttons of the page are called.
    #[track_caller]
    pub(crate) fn buttons(&self) -> Vec<String> {
        all(self.page().html(), "button").into_iter().map(called).collect()
    }

    /// The value in the field with this label.
    #[track_caller]
    pub(crate) fn value(&self, label: &str) -> String {
        super::forms::value(self.page().html(), label).unwrap_or_else(|labels| {
            panic!("{}: no field is called {label:?}; there are {labels:?}", self.address)
        })
    }

    /// The cookies kept.
    pub(crate) fn cookies(&mut self) -> &mut BTreeMap<String, String> {
        &mut self.cookies
    }

    /// Fails unless the page shown ran at most this many statements.
    #[track_caller]
    pub(crate) fn within_budget(&mut self, most: u64) -> &mut Self {
        assert!(
            self.statements <= most,
            "{} runs {} statements, {most} are allowed",
            self.address,
            self.statements
        );
        self
    }
}
