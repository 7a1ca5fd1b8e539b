//! The letter itself: what waits, by kind, with a link to each place. Text first; the HTML is the same
//! list without pictures, styles or anything that is fetched.

use std::fmt::Write as _;

use domain::reminders::{Kind, Sending};
use jiff::civil::Date;
use maud::{DOCTYPE, Markup, html};

use super::mine::{Line, count};
use super::prepare::Place;
use super::stop;
use super::store::Receiver;
use crate::i18n::Texts;
use crate::mail::Letter;
use crate::thread::weekday_and_day;

/// Writes the letter. When it is written is for the caller to say.
pub(super) fn write(
    texts: Texts,
    place: &Place,
    (receiver, kind, today): (&Receiver, Sending, Date),
    (lines, stop_key): (&[Line], &str),
) -> Letter {
    let about = About { texts, today, kind };
    let first = receiver.name.split_whitespace().next().unwrap_or_default();
    let stop_url = format!("{}{}", place.base, stop::url(stop_key));
    let to = To { place, first, stop_url: &stop_url };
    Letter {
        name: receiver.name.clone(),
        address: receiver.email.clone(),
        subject: about.subject(lines),
        text: about.text(&to, lines),
        html: about.html(&to, lines),
        id: format!("{today}.{}.{}@{}", kind.code(), receiver.id, place.host()),
        stop_url,
        at: 0,
    }
}

/// Whom a letter is to, and where it leads.
struct To<'l> {
    place: &'l Place,
    /// Their first name.
    first: &'l str,
    /// Where letters are turned off without signing in.
    stop_url: &'l str,
}

/// What the letter is about, and when.
#[derive(Clone, Copy)]
pub(super) struct About {
    pub(super) texts: Texts,
    pub(super) today: Date,
    pub(super) kind: Sending,
}

impl About {
    /// What stands in the list of letters: how much waits, and when the first is due.
    pub(super) fn subject(self, lines: &[Line]) -> String {
        let Self { texts, today, kind } = self;
        let count = count(lines);
        if kind == Sending::Today {
            return match lines {
                [only] => texts.reminders_subject_today(&only.title),
                _ => texts.reminders_subject_today_many(count),
            };
        }
        let start = texts.reminders_subject(count);
        let days = || lines.iter().filter_map(|line| line.due);
        let end = if days().any(|day| day == today) {
            texts.reminders_subject_now().to_owned()
        } else if let Some(day) = days().filter(|day| *day > today).min() {
            texts.reminders_subject_next(plain_spaces(&weekday_and_day(texts.language, day)))
        } else if days().next().is_some() {
            texts.reminders_subject_late().to_owned()
        } else {
            String::new()
        };
        one_line(&format!("{start}{end}"))
    }

    fn lead(self) -> String {
        let day = weekday_and_day(self.texts.language, self.today);
        match self.kind {
            Sending::Digest => self.texts.reminders_lead(plain_spaces(&day)),
            Sending::Today => self.texts.reminders_lead_today().to_owned(),
        }
    }

    fn text(self, to: &To<'_>, lines: &[Line]) -> String {
        let (texts, To { place, first, stop_url }) = (self.texts, to);
        let mut text = format!("{}\n\n{}\n", one_line(&texts.reminders_hello(first)), self.lead());
        let mut number = 0;
        for (heading, some) in groups(texts, lines) {
            _ = write!(text, "\n{heading}\n");
            for line in some {
                number += 1;
                _ = writeln!(text, "\n{number}. {}", one_line(&line.title));
                let note = self.note(line);
                if !note.is_empty() {
                    _ = writeln!(text, "   {}", one_line(&note));
                }
                _ = writeln!(text, "   {}{}", place.base, line.url);
                for (title, url) in &line.pieces {
                    _ = writeln!(text, "   - {}\n     {}{url}", one_line(title), place.base);
                }
            }
            if let Some((words, url)) = rest(texts, some) {
                _ = writeln!(text, "\n{words}\n   {}{url}", place.base);
            }
        }
        let why = texts.reminders_why(&place.name);
        let (how, stop) = (texts.reminders_stop(), texts.reminders_stop_all());
        let own = format!("{}{}", place.base, super::URL);
        _ = write!(text, "\n{}\n\n{how} {own}\n\n{stop} {stop_url}\n", one_line(&why));
        text
    }

    fn html(self, to: &To<'_>, lines: &[Line]) -> String {
        let (texts, To { place, first, stop_url }) = (self.texts, to);
        let own = format!("{}{}", place.base, super::URL);
        let page = html! {
            (DOCTYPE)
            html lang=(texts.language.code()) {
                head { meta charset="utf-8"; title { (self.subject(lines)) } }
                body {
                    p { (texts.reminders_hello(first)) }
                    p { (self.lead()) }
                    (self.list(&place.base, lines))
                    p { (texts.reminders_why(&place.name)) }
                    p { (texts.reminders_stop()) " " a href=(own) { (own) } }
                    p { (texts.reminders_stop_all()) " " a href=(stop_url) { (stop_url) } }
                }
            }
        };
        page.into_string()
    }

    /// The list, as it stands in the letter and on the page that shows the next letter.
    pub(super) fn list(self, base: &str, lines: &[Line]) -> Markup {
        let address = |url: &str| format!("{base}{url}");
        html! {
            @for (heading, some) in groups(self.texts, lines) {
                h3 { (heading) }
                ul {
                    @for line in some {
                        li {
                            a href=(address(&line.url)) { (line.title) }
                            @let note = self.note(line);
                            @if !note.is_empty() { br; (note) }
                            @if !line.pieces.is_empty() {
                                ul { @for (title, url) in &line.pieces { li { a href=(address(url)) { (title) } } } }
                            }
                        }
                    }
                    @if let Some((words, url)) = rest(self.texts, some) {
                        li { a href=(address(url)) { (words) } }
                    }
                }
            }
        }
    }

    /// What is known of a line, and its day where the note does not say it already.
    fn note(self, line: &Line) -> String {
        let texts = self.texts;
        let says_day =
            matches!(line.kind, Kind::Work | Kind::Values | Kind::Question | Kind::Approve);
        let day = line.due.filter(|_| !says_day).map(|due| {
            let day = plain_spaces(&weekday_and_day(texts.language, due));
            match due.cmp(&self.today) {
                std::cmp::Ordering::Less => texts.reminders_was_due(day),
                std::cmp::Ordering::Equal => texts.reminders_due_today().to_owned(),
                std::cmp::Ordering::Greater => texts.reminders_due(day),
            }
        });
        let sentences = [Some(line.note.clone()).filter(|note| !note.is_empty()), day];
        sentences.into_iter().flatten().collect::<Vec<_>>().join(". ")
    }
}

/// The lines by kind, with what each kind is called.
fn groups(texts: Texts, lines: &[Line]) -> Vec<(&'static str, &[Line])> {
    lines
        .chunk_by(|one, other| one.kind == other.kind)
        .filter_map(|some| Some((heading(texts, some.first()?.kind), some)))
        .collect()
}

/// How many more there are of a kind, and where all of them are.
fn rest(texts: Texts, some: &[Line]) -> Option<(String, &'static str)> {
    let last = some.last().filter(|line| line.more > 0)?;
    let place = match last.kind {
        Kind::Returned | Kind::Report | Kind::Approve | Kind::Late => "/folja-upp",
        Kind::Question | Kind::Work | Kind::Values | Kind::Step => "/",
    };
    Some((texts.reminders_more(i64::try_from(last.more).unwrap_or(i64::MAX)), place))
}

fn heading(texts: Texts, kind: Kind) -> &'static str {
    match kind {
        Kind::Returned => texts.reminders_kind_returned(),
        Kind::Report => texts.reminders_kind_report(),
        Kind::Approve => texts.reminders_kind_approve(),
        Kind::Late => texts.reminders_kind_late(),
        Kind::Question => texts.reminders_kind_question(),
        Kind::Work => texts.reminders_kind_work(),
        Kind::Values => texts.reminders_kind_values(),
        Kind::Step => texts.reminders_kind_step(),
    }
}

/// On one line, whatever stands in a title.
fn one_line(text: &str) -> String {
    let spaced = text.replace(|letter: char| letter.is_control(), " ");
    spaced.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Mail programs break lines as they like.
fn plain_spaces(text: &str) -> String {
    text.replace('\u{a0}', " ")
}
