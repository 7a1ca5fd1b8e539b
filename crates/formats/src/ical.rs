//! Calendars to subscribe to, as RFC 5545 (iCalendar) tells: all-day events, lines folded at 75
//! octets, texts escaped. RFC 7986 adds the calendar's name and how often to look again.

use std::fmt::Write as _;

/// Most octets of a line before it is folded, without its end (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// A day as year, month and day of the month.
pub type Day = (i16, i8, i8);

/// Something that takes whole days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// The same for the same event for ever, and nobody else's.
    pub uid: String,
    /// The first day.
    pub first: Day,
    /// The day after the last: ends are not part of what they end.
    pub end: Day,
    /// What it is, in one line.
    pub summary: String,
    /// More about it; lines as `\n`.
    pub description: String,
    /// Where to read more; empty for nowhere.
    pub url: String,
    /// A word to sort by; empty for none.
    pub category: String,
    /// How many times it has been changed.
    pub sequence: i64,
    /// When it was last changed, seconds since 1970 in UTC.
    pub changed_at: i64,
}

/// A calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Who makes it, such as `-//Tråden//Årshjul//SV`.
    pub product: String,
    /// What the calendar is called where it is shown.
    pub name: String,
    /// The events.
    pub events: Vec<Event>,
}

impl Calendar {
    /// The calendar as a file of type `text/calendar`.
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        for (name, value) in [("BEGIN", "VCALENDAR"), ("VERSION", "2.0")] {
            line(&mut out, name, value);
        }
        line(&mut out, "PRODID", &escaped(&self.product));
        line(&mut out, "CALSCALE", "GREGORIAN");
        line(&mut out, "METHOD", "PUBLISH");
        let name = escaped(&self.name);
        line(&mut out, "NAME", &name);
        // The older name for the same, which most programs read.
        line(&mut out, "X-WR-CALNAME", &name);
        line(&mut out, "REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
        for event in &self.events {
            event.write(&mut out);
        }
        line(&mut out, "END", "VCALENDAR");
        out
    }
}

impl Event {
    fn write(&self, out: &mut String) {
        line(out, "BEGIN", "VEVENT");
        line(out, "UID", &escaped(&self.uid));
        let changed = instant(self.changed_at);
        line(out, "DTSTAMP", &changed);
        line(out, "LAST-MODIFIED", &changed);
        line(out, "SEQUENCE", &self.sequence.max(0).to_string());
        line(out, "DTSTART;VALUE=DATE", &day(self.first));
        line(out, "DTEND;VALUE=DATE", &day(self.end));
        line(out, "SUMMARY", &escaped(&self.summary));
        if !self.description.is_empty() {
            line(out, "DESCRIPTION", &escaped(&self.description));
        }
        if !self.url.is_empty() {
            // An address is no text and is not escaped; one that could end the line is none.
            let url: String = self.url.chars().filter(|letter| !letter.is_control()).collect();
            line(out, "URL", &url);
        }
        if !self.category.is_empty() {
            line(out, "CATEGORIES", &escaped(&self.category));
        }
        // A day when something is due does not make anybody busy.
        line(out, "TRANSP", "TRANSPARENT");
        line(out, "END", "VEVENT");
    }
}

fn day((year, month, day): Day) -> String {
    format!("{year:04}{month:02}{day:02}")
}

/// An instant in UTC, by the calendar rules of Howard Hinnant's `civil_from_days`.
fn instant(seconds: i64) -> String {
    let (days, within) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let (hour, minute, second) = (within / 3_600, within / 60 % 60, within % 60);
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
}

/// A text as RFC 5545, 3.3.11, wants it: no letter ends the line or the value.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push(' '),
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

/// Writes a line, folded between letters.
fn line(out: &mut String, name: &str, value: &str) {
    let mut written = String::with_capacity(name.len() + value.len() + 1);
    let _ = write!(written, "{name}:{value}");
    let mut width = 0;
    for letter in written.chars() {
        if width + letter.len_utf8() > LONGEST_LINE {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(letter);
        width += letter.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use icalendar::Component;
    use icalendar::parser::{read_calendar, unfold};
    use proptest::prelude::*;

    use super::*;

    fn event() -> Event {
        Event {
            uid: "0198f0-steg@skarvik.example".to_owned(),
            first: (2026, 10, 15),
            end: (2026, 10, 16),
            summary: "Förslag till budget; verksamhetsplan, bilagor".to_owned(),
            description: "Nämnden behöver planen.\nSkriv kort.".to_owned(),
            url: "https://skarvik.example/arshjul/steg/0198f0".to_owned(),
            category: "Planering".to_owned(),
            sequence: 2,
            changed_at: 1_787_650_440,
        }
    }

    fn calendar(event: Event) -> Calendar {
        Calendar {
            product: "-//Tråden//Årshjul//SV".to_owned(),
            name: "Årshjul 2026 för Utbildningsnämnden".to_owned(),
            events: vec![event],
        }
    }

    #[test]
    fn a_calendar_is_written_as_the_standard_says() {
        let text = calendar(event()).to_text();
        for line in [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "DTSTART;VALUE=DATE:20261015",
            "DTEND;VALUE=DATE:20261016",
            "SEQUENCE:2",
            "LAST-MODIFIED:20260825T093400Z",
            r"SUMMARY:Förslag till budget\; verksamhetsplan\, bilagor",
            r"DESCRIPTION:Nämnden behöver planen.\nSkriv kort.",
            "END:VCALENDAR",
        ] {
            assert!(text.split("\r\n").any(|one| one == line), "{line} in {text}");
        }
        assert!(text.ends_with("\r\n"));
    }

    #[test]
    fn instants_are_written_in_utc() {
        assert_eq!(instant(0), "19700101T000000Z");
        assert_eq!(instant(951_782_399), "20000228T235959Z");
        assert_eq!(instant(951_782_400), "20000229T000000Z");
        assert_eq!(instant(-1), "19691231T235959Z");
    }

    #[test]
    fn lines_are_folded_between_letters_and_never_longer_than_allowed() {
        let long = Event { summary: "å".repeat(200), ..event() };
        let text = calendar(long).to_text();
        assert!(text.split("\r\n").all(|line| line.len() <= LONGEST_LINE), "{text}");
        assert!(unfold(&text).contains(&"å".repeat(200)));
    }

    #[test]
    fn a_program_of_others_reads_the_same_back() {
        let text = calendar(event()).to_text();
        let read: icalendar::Calendar = text.parse().expect("it can be read");
        assert_eq!(read.get_name(), Some("Årshjul 2026 för Utbildningsnämnden"));
        let found: Vec<&icalendar::Event> =
            read.components.iter().filter_map(icalendar::CalendarComponent::as_event).collect();
        let [one] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(one.get_uid(), Some("0198f0-steg@skarvik.example"));
        assert_eq!(one.get_sequence(), Some(2));
        assert_eq!(one.get_summary(), Some(event().summary.as_str()));
        assert_eq!(one.get_description(), Some(event().description.as_str()));
        let first = one.get_start().map(|start| start.date_naive().to_string());
        assert_eq!(first.as_deref(), Some("2026-10-15"));
        assert_eq!(one.get_url(), Some("https://skarvik.example/arshjul/steg/0198f0"));
    }

    proptest! {
        #[test]
        fn whatever_people_write_comes_out_as_one_event(
            summary in any::<String>(), description in any::<String>(), uid in any::<String>(),
        ) {
            let text = calendar(Event { uid, summary, description, ..event() }).to_text();
            prop_assert!(text.split("\r\n").all(|line| line.len() <= LONGEST_LINE));
            let unfolded = unfold(&text);
            let read = read_calendar(&unfolded);
            prop_assert!(read.is_ok(), "{read:?}");
            let events = read.map(|read| {
                read.components.iter().filter(|one| one.name == "VEVENT").count()
            });
            prop_assert_eq!(events, Ok(1));
        }
    }
}
