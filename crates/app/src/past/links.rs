//! Every link of a page of another day keeps the day, and nothing on it can be sent.

use jiff::civil::Date;

use super::DAY;

/// The class of links that lead to today, whichever day is shown.
pub(super) const TO_TODAY: &str = "to-today";

/// A finished page with the day in each address that can show it, and without forms that change
/// something. Pages are ours, so their markup is known: attributes stand in double quotes.
pub fn keep_day(page: &str, day: Date, shows: impl Fn(&str) -> bool) -> String {
    let day = day.to_string();
    let mut kept = String::with_capacity(page.len() + page.len() / 8);
    let mut inside_main = false;
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        let (text, from) = rest.split_at(start);
        kept.push_str(text);
        let Some(end) = from.find('>') else {
            rest = from;
            break;
        };
        let (tag, after) = from.split_at(end + 1);
        inside_main = (inside_main || tag.starts_with("<main")) && !tag.starts_with("</main");
        rest = after;
        if tag.starts_with("<form") {
            if inside_main && attribute(tag, "method") == Some("post") {
                rest = after.find("</form>").map_or("", |end| after.get(end + 7..).unwrap_or(""));
                continue;
            }
            kept.push_str(tag);
            let form = after.find("</form>").and_then(|end| after.get(..end)).unwrap_or(after);
            let asks = attribute(tag, "method") != Some("post")
                && attribute(tag, "action").is_none_or(|action| shows(path_of(action)));
            if asks && !form.contains("name=\"den\"") {
                kept.extend(["<input type=\"hidden\" name=\"", DAY, "\" value=\"", &day, "\">"]);
            }
            continue;
        }
        match attribute(tag, "href").filter(|address| shows(path_of(address))) {
            Some(address) if tag.starts_with("<a ") && !leaves(tag) && !names_day(address) => {
                let with = with_day(address, &day);
                kept.push_str(&tag.replacen(
                    &format!("href=\"{address}\""),
                    &format!("href=\"{with}\""),
                    1,
                ));
            }
            _ => kept.push_str(tag),
        }
    }
    kept.push_str(rest);
    kept
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    value.split('"').next()
}

fn path_of(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or_default()
}

/// Whether the link is the way back to today.
fn leaves(tag: &str) -> bool {
    attribute(tag, "class") == Some(TO_TODAY)
}

fn names_day(address: &str) -> bool {
    let query = address.split('#').next().unwrap_or_default().split_once('?');
    query.is_some_and(|(_, query)| {
        query.split('&').any(|pair| is_day(pair.trim_start_matches("amp;")))
    })
}

fn is_day(pair: &str) -> bool {
    pair.split('=').next() == Some(DAY)
}

fn with_day(address: &str, day: &str) -> String {
    let (page, fragment) = match address.split_once('#') {
        Some((page, fragment)) => (page, format!("#{fragment}")),
        None => (address, String::new()),
    };
    let mark = if page.contains('?') { "&amp;" } else { "?" };
    format!("{page}{mark}{DAY}={day}{fragment}")
}

/// The same address of today.
pub fn without_day(address: &str) -> String {
    let Some((path, query)) = address.split_once('?') else { return address.to_owned() };
    let left: Vec<&str> = query.split('&').filter(|pair| !is_day(pair)).collect();
    if left.is_empty() { path.to_owned() } else { format!("{path}?{}", left.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY_THEN: Date = Date::constant(2026, 6, 30);

    fn kept(page: &str) -> String {
        keep_day(page, DAY_THEN, |path| path == "/trad" || path.starts_with("/mal/"))
    }

    #[test]
    fn links_to_pages_that_can_show_the_day_keep_it() {
        assert_eq!(kept(r#"<a href="/mal/1">A</a>"#), r#"<a href="/mal/1?den=2026-06-30">A</a>"#);
        assert_eq!(
            kept(r#"<a class="x" href="/trad?ar=2026&amp;sida=2#mal">A</a>"#),
            r#"<a class="x" href="/trad?ar=2026&amp;sida=2&amp;den=2026-06-30#mal">A</a>"#
        );
        assert_eq!(
            kept(r#"<a href="/trad?den=2025-01-01">A</a>"#),
            r#"<a href="/trad?den=2025-01-01">A</a>"#
        );
    }

    #[test]
    fn other_links_lead_where_they_led() {
        for same in [r#"<a href="/installningar">A</a>"#, r##"<a href="#main">A</a>"##, "a < b"] {
            assert_eq!(kept(same), same);
        }
    }

    #[test]
    fn a_form_that_asks_keeps_the_day_and_one_that_changes_is_gone() {
        assert_eq!(
            kept(r#"<form method="get" action="/trad"><input name="ar"></form>"#),
            r#"<form method="get" action="/trad"><input type="hidden" name="den" value="2026-06-30"><input name="ar"></form>"#
        );
        assert_eq!(
            kept(
                r#"<main id="main">a<form method="post" action="/mal/1"><button>B</button></form>c</main>"#
            ),
            r#"<main id="main">ac</main>"#
        );
    }

    #[test]
    fn the_address_of_today_is_the_same_without_the_day() {
        assert_eq!(without_day("/trad?ar=2026&den=2026-06-30"), "/trad?ar=2026");
        assert_eq!(without_day("/trad?den=2026-06-30"), "/trad");
        assert_eq!(without_day("/trad"), "/trad");
    }
}
