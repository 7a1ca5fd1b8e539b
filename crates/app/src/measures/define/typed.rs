//! What the form of a measure holds.

use std::collections::BTreeMap;

use domain::elements::Element;
use domain::measures::Measure;
use domain::own_fields::OwnFields;

use crate::cx::Cx;
use crate::measures::worth;
use crate::own_fields::TypedOwnFields;

const FIELDS: [&str; 21] = [
    "id",
    "version",
    "typ",
    "titel",
    "text",
    "agare",
    "ansvarig",
    "mal",
    "klass",
    "enhet",
    "decimaler",
    "riktning",
    "metod",
    "kalla",
    "frekvens",
    "organisation",
    "tid",
    "procent",
    "raknas",
    "paverkbar",
    "dagar",
];

/// What is wrong, by field.
pub(super) type Problems = Vec<(&'static str, String)>;

/// The fields as typed.
#[derive(Clone, Default)]
pub(super) struct Typed {
    fields: BTreeMap<&'static str, String>,
    /// The fields that the steering model adds.
    pub own: TypedOwnFields,
}

impl Typed {
    /// What the request brought.
    pub(super) fn sent(cx: &Cx<'_, '_>) -> Self {
        let names = FIELDS.into_iter().chain(worth::FIELDS);
        let fields = names.map(|name| (name, cx.req.form.text(name).to_owned())).collect();
        Self { fields, own: TypedOwnFields::sent(&cx.req.form) }
    }

    /// What is kept.
    pub(super) fn of(element: &Element, measure: &Measure, own: &OwnFields) -> Self {
        let flag = |on: bool| if on { "ja" } else { "" }.to_owned();
        let mut fields = BTreeMap::from([
            ("version", element.version.to_string()),
            ("typ", element.element_type.as_str().to_owned()),
            ("titel", element.title.clone()),
            ("text", element.text.clone()),
            ("agare", element.owner.to_string()),
            ("ansvarig", element.responsible.map(|id| id.to_string()).unwrap_or_default()),
            ("klass", measure.class.clone()),
            ("enhet", measure.measure_unit.clone()),
            ("decimaler", measure.decimals.to_string()),
            ("riktning", measure.direction.code().to_owned()),
            ("metod", measure.method.clone()),
            ("kalla", measure.source.clone()),
            ("frekvens", measure.frequency.code().to_owned()),
            ("organisation", measure.over_organisation.code().to_owned()),
            ("tid", measure.over_time.code().to_owned()),
            ("procent", flag(measure.is_percentage)),
            ("raknas", flag(measure.counts_in_assessment)),
            ("paverkbar", flag(measure.controllable)),
            ("dagar", measure.lag_days.map(|days| days.to_string()).unwrap_or_default()),
        ]);
        fields.extend(worth::kept(measure));
        Self { fields, own: TypedOwnFields::kept(own) }
    }

    /// One field; empty when it is not there.
    pub(super) fn get(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    /// Fills a field.
    pub(super) fn set(&mut self, name: &'static str, value: impl Into<String>) {
        self.fields.insert(name, value.into());
    }
}
