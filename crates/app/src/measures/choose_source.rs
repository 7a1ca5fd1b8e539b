//! Choosing which source's value is used where several say one, with the reason.

use domain::access::Action;
use domain::elements::Element;
use domain::ids::{ElementId, OrgUnitId};
use domain::imports::ValueKey;
use domain::measures::{Measure, Outcome};
use maud::{Markup, html};

use super::Written;
use super::decide_outcome::check_reason;
use super::replaced_sums::replaced_sums;
use super::sources::{difference_words, source_name, standing_words};
use super::store::{self, Door, How, Said, Sums};
use super::{period_words, url_for};
use crate::cx::{Cx, record};
use crate::frame::Nav;
use crate::web::error::{Answer, OrNotFound};
use crate::web::response::Response;
use crate::web::ui::{
    Button, Choice, Field, PageHead, Problem, Tone, button, button_link, error_summary, form_end,
    notice, page_header,
};

/// A place where several sources say a value, and what they say.
struct Place<'a> {
    element: &'a Element,
    measure: &'a Measure,
    key: ValueKey,
    said: Vec<Said>,
}

impl Place<'_> {
    fn used(&self) -> Option<&Said> {
        self.said.iter().find(|one| one.is_used)
    }

    /// What the form must have seen: the versions of all that is said.
    fn fingerprint(&self) -> String {
        let all = self.said.iter().map(|one| format!("{}:{}", one.origin, one.version));
        all.collect::<Vec<_>>().join("|")
    }
}

/// What the form holds.
#[derive(Default)]
struct Typed {
    origin: Option<String>,
    reason: String,
}

/// What is wrong, or that something has changed since the form was shown.
enum Again {
    First,
    Wrong(&'static str, String),
    Changed,
}

/// Shows what the sources say.
pub(super) fn show(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let place = find(cx, &structure)?;
    let body = body(cx, &place, &Typed::default(), &Again::First);
    Ok(cx.page(cx.texts().measures_choose_source(), Nav::Measures, &body))
}

/// The place that the request is about, where the visitor answers for that values are checked.
fn find<'s>(cx: &mut Cx<'_, '_>, structure: &'s domain::elements::Structure) -> Answer<Place<'s>> {
    let id: ElementId = cx.req.param("id").or_not_found()?;
    let element = cx.find_visible(structure, id)?;
    let measure = structure.measure(id).or_not_found()?;
    let asked = if cx.req.form.has("enhet") { &cx.req.form } else { &cx.req.query };
    let org_unit: OrgUnitId = asked.parsed("enhet").or_not_found()?;
    structure.organisation.get(org_unit).or_not_found()?;
    cx.may(Action::Verify, org_unit)?;
    let period = asked.parsed("period").or_not_found()?;
    let breakdown = asked.text("grupp").to_owned();
    let key = ValueKey { measure: id, org_unit, breakdown, period };
    let mut said = store::sources_of(cx.tx, id, org_unit)?;
    said.retain(|one| one.period == key.period && one.breakdown == key.breakdown);
    said.iter().any(|one| !one.is_used).then_some(()).or_not_found()?;
    Ok(Place { element, measure, key, said })
}

/// Keeps the choice.
pub(super) fn choose_source(cx: &mut Cx<'_, '_>) -> Answer {
    let structure = cx.structure.clone();
    let place = find(cx, &structure)?;
    let texts = cx.texts();
    let title = texts.measures_choose_source();
    let sent = &cx.req.form;
    let typed = Typed {
        origin: sent.has("kalla").then(|| sent.text("kalla").to_owned()),
        reason: sent.text("skal").to_owned(),
    };
    let chosen = place.said.iter().find(|one| typed.origin.as_deref() == Some(&*one.origin));
    let problem = match chosen {
        None => Some(("kalla", texts.web_unknown_choice().to_owned())),
        Some(_) => check_reason(texts, &typed.reason, true).err().map(|words| ("skal", words)),
    };
    if let Some((field, words)) = problem {
        let body = body(cx, &place, &typed, &Again::Wrong(field, words));
        return Ok(cx.refused(title, Nav::Measures, &body));
    }
    let back = Response::see_other(&url_for(place.key.measure, place.key.org_unit));
    let chosen = chosen.or_not_found()?;
    // The same choice sent twice is made once.
    if chosen.is_used {
        return Ok(back);
    }
    if sent.text("sedd") != place.fingerprint() {
        let body = body(cx, &place, &typed, &Again::Changed);
        return Ok(cx.conflicting(title, Nav::Measures, &body));
    }
    keep(cx, &place, chosen, &typed.reason)?;
    Ok(back)
}

/// The chosen value is used, and what was used stands beside.
fn keep(cx: &mut Cx<'_, '_>, place: &Place<'_>, chosen: &Said, reason: &str) -> Answer<()> {
    let key = &place.key;
    let mut taken = || store::versions_taken(cx.tx, [key.measure]);
    let version = match place.used() {
        Some(used) => used.version,
        None => taken()?.get(key).copied().unwrap_or(0),
    };
    let outcome = Outcome {
        measure: key.measure,
        org_unit: key.org_unit,
        breakdown: key.breakdown.clone(),
        period: key.period,
        value: chosen.standing.value,
        quality: chosen.standing.quality,
        version: version + 1,
    };
    let sums = match place.used() {
        Some(_) => Sums::new(),
        None => replaced_sums(cx.tx, &cx.whole, [(key, outcome.value)])?,
    };
    let how =
        How { door: Door::Chosen, origin: &chosen.origin, reason, import: None, sums: Some(&sums) };
    store::take_from_beside(cx.tx, &chosen.origin, [key])?;
    if place.used().is_some() {
        store::move_beside(cx.tx, [key])?;
        store::update_outcomes(cx.tx, &how, [outcome.clone()])?;
    } else {
        store::insert_outcomes(cx.tx, &how, [outcome.clone()])?;
    }
    // As many people as the source spoke of; what it said nothing of stays as it is known.
    if let Some((count, import)) = store::count_said_by(cx.tx, key, &chosen.origin)? {
        store::keep_counts(cx.tx, import, [(key, Some(count))])?;
    }
    let mut written = Written::default();
    let used = place.used().map(|used| used.standing);
    let before = used.or(sums.get(key).copied()).map(|before| before.value);
    written.value(key, before, outcome.value);
    written.withhold(cx.tx, &cx.whole)?;
    let after = serde_json::json!({
        "org_unit": key.org_unit,
        "breakdown": key.breakdown,
        "period": key.period,
        "source": chosen.origin,
        "source_before": place.used().map(|used| &used.origin),
        "value": outcome.value,
        "quality": outcome.quality,
        "reason": reason,
    });
    record(cx.tx, "choose_source", "outcome", key.measure.bytes(), outcome.version, &after)
}

fn body(cx: &Cx<'_, '_>, place: &Place<'_>, typed: &Typed, again: &Again) -> Markup {
    let texts = cx.texts();
    let key = &place.key;
    let org_unit = cx.structure.organisation.name(key.org_unit);
    let when = period_words(texts.language, key.period);
    let parts = [place.element.title.as_str(), org_unit, &when, &key.breakdown];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let head = PageHead {
        eyebrow: parts.join(" · "),
        title: texts.measures_choose_source().to_owned(),
        lead: texts.measures_choose_source_lead().to_owned(),
        end: None,
    };
    let wrong = |name: &str| match again {
        Again::Wrong(at, words) if *at == name => Some(words.as_str()),
        _ => None,
    };
    let summary: Vec<Problem> = match again {
        Again::Wrong(at, words) => vec![Problem::at(*at, words)],
        Again::First | Again::Changed => Vec::new(),
    };
    let choices = place.said.iter().map(|one| choice(cx, place, typed, one)).collect();
    let submit = html! {
        (button(Button::Primary, texts.web_save(), None))
        (button_link(Button::Secondary, &url_for(key.measure, key.org_unit), texts.web_cancel()))
    };
    html! {
        div.wrap.page {
            @if !summary.is_empty() { (error_summary(texts.web_problems(), &summary)) }
            (page_header(&head))
            @if matches!(again, Again::Changed) {
                (notice(Tone::Partly, texts.measures_sources_changed(), &html! { p { (texts.measures_sources_changed_text()) } }))
            }
            form.form method="post" action={(super::url(key.measure)) "/kalla"} {
                input type="hidden" name="enhet" value=(key.org_unit);
                input type="hidden" name="period" value=(key.period);
                input type="hidden" name="grupp" value=(key.breakdown);
                input type="hidden" name="sedd" value=(place.fingerprint());
                (Field::radios("kalla", texts.measures_source_to_use(), choices).problem(wrong("kalla")))
                (Field::textarea("skal", texts.measures_source_reason()).rows(2).hint(texts.measures_source_reason_hint()).value(&typed.reason).problem(wrong("skal")))
                (form_end(&submit, None))
            }
        }
    }
}

fn choice(cx: &Cx<'_, '_>, place: &Place<'_>, typed: &Typed, one: &Said) -> Choice {
    let texts = cx.texts();
    let on = crate::i18n::date(texts.language, cx.app.clock.local(one.at).date());
    let stands = standing_words(texts, place.measure, one.standing);
    let told = if one.is_used {
        texts.measures_source_used().to_owned()
    } else {
        difference_words(texts, place.measure, one, place.used())
    };
    let words = format!("{}: {stands}, {on}. {told}", source_name(texts, &one.origin));
    let chosen = match &typed.origin {
        Some(origin) => *origin == one.origin,
        None => one.is_used,
    };
    Choice::new(&*one.origin, words).chosen(chosen)
}
