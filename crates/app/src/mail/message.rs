//! A letter as it is sent: headers and the two forms of the text. Whatever stands in a name or a
//! title, a header is one line.

use std::time::{Duration, SystemTime};

use lettre::Message;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};

use sha2::{Digest, Sha256};

use super::Letter;

/// Longest name or subject in letters of the alphabet; a longer one is cut.
const LONGEST: usize = 180;

/// The message, or why there can be none.
pub(super) fn message(letter: &Letter, from: &Mailbox) -> Result<Message, String> {
    let address = letter.address.parse().map_err(|error| format!("{}: {error}", letter.address))?;
    let name = one_line(&letter.name);
    let to = Mailbox::new((!name.is_empty()).then_some(name), address);
    let seconds = u64::try_from(letter.at.div_euclid(1_000_000)).unwrap_or(0);
    let written = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
    let both = MultiPart::alternative()
        .boundary(boundary(letter))
        .singlepart(SinglePart::plain(letter.text.clone()))
        .singlepart(SinglePart::html(letter.html.clone()));
    let mut message = Message::builder()
        .from(from.clone())
        .to(to)
        .subject(one_line(&letter.subject))
        .date(written)
        .message_id(Some(format!("<{}>", plain(&letter.id))))
        // Answers of machines, such as of those who are away, stop here (RFC 3834).
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("X-Auto-Response-Suppress", "All"));
    if !letter.stop_url.is_empty() {
        let stop = format!("<{}>", plain(&letter.stop_url));
        message = message.raw_header(header("List-Unsubscribe", &stop));
        // One press in the mail program (RFC 8058), which demands that the address is encrypted.
        if letter.stop_url.starts_with("https://") {
            let press = header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            message = message.raw_header(press);
        }
    }
    message.multipart(both).map_err(|error| error.to_string())
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// What stands in a header: one line, of a length that can be read.
fn one_line(text: &str) -> String {
    let spaced: String =
        text.chars().map(|letter| if is_break(letter) { ' ' } else { letter }).collect();
    let joined = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    if joined.chars().count() <= LONGEST {
        return joined;
    }
    let mut cut: String = joined.chars().take(LONGEST).collect();
    cut.push('…');
    cut
}

/// Whatever ends a line somewhere, or turns the direction of writing.
fn is_break(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{200e}' | '\u{200f}')
        || ('\u{202a}'..='\u{202e}').contains(&letter)
        || ('\u{2066}'..='\u{2069}').contains(&letter)
}

/// Identities and addresses of our own: nothing but what may stand there.
fn plain(text: &str) -> String {
    text.chars().filter(|letter| letter.is_ascii_graphic() && !"<>\"".contains(*letter)).collect()
}

/// What parts the two forms: made of all they say, so that nothing written in them can foresee it.
fn boundary(letter: &Letter) -> String {
    let digest = Sha256::new()
        .chain_update(&letter.id)
        .chain_update(&letter.text)
        .chain_update(&letter.html)
        .finalize();
    format!("traden-{}", db::hex(&digest)[..40].to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn formatted(letter: &Letter) -> String {
        let from = "Tråden <traden@skarvik.example>".parse().unwrap();
        String::from_utf8(message(letter, &from).unwrap().formatted()).unwrap()
    }

    fn letter(name: &str, subject: &str) -> Letter {
        Letter {
            name: name.to_owned(),
            address: "amira@skarvik.example".to_owned(),
            subject: subject.to_owned(),
            text: "Hej".to_owned(),
            html: "<p>Hej</p>".to_owned(),
            id: "20260825.digest.1@skarvik.example".to_owned(),
            stop_url: "https://skarvik.example/paminnelser/k".to_owned(),
            at: 1_787_642_040_000_000,
        }
    }

    fn names(text: &str) -> Vec<&str> {
        let (head, _) = text.split_once("\r\n\r\n").expect("headers end");
        let own = head.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
        own.filter_map(|line| Some(line.split_once(':')?.0)).collect()
    }

    const HEADERS: [&str; 11] = [
        "From",
        "To",
        "Subject",
        "Date",
        "Message-ID",
        "Auto-Submitted",
        "X-Auto-Response-Suppress",
        "List-Unsubscribe",
        "List-Unsubscribe-Post",
        "MIME-Version",
        "Content-Type",
    ];

    #[test]
    fn a_letter_has_the_headers_it_should() {
        let text = formatted(&letter("Amira Lindqvist", "3 saker väntar"));
        assert_eq!(names(&text), HEADERS);
        assert!(text.contains("Message-ID: <20260825.digest.1@skarvik.example>\r\n"), "{text}");
        assert!(text.contains("Auto-Submitted: auto-generated\r\n"));
        assert!(text.contains("List-Unsubscribe: <https://skarvik.example/paminnelser/k>\r\n"));
        assert!(text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
        let plain =
            Letter { stop_url: "http://localhost/paminnelser/k".to_owned(), ..letter("", "x") };
        let plain = formatted(&plain);
        assert!(plain.contains("List-Unsubscribe: ") && !plain.contains("-Post:"), "{plain}");
        assert!(text.contains("multipart/alternative"));
    }

    #[test]
    fn a_name_or_subject_with_line_breaks_makes_no_header() {
        for evil in
            ["x\r\nBcc: a@b.se", "x\nBcc: a@b.se", "x\r\n\r\nbody", "x\u{2028}Bcc: y", "\u{0}"]
        {
            let text = formatted(&letter(evil, evil));
            assert_eq!(names(&text), HEADERS, "{evil:?}");
        }
    }

    #[test]
    fn an_address_that_is_none_is_refused() {
        for evil in ["", "a", "a@b\r\nBcc: c@d", "a b@c", "<a@b>"] {
            let from = "traden@skarvik.example".parse().unwrap();
            let one = Letter { address: evil.to_owned(), ..letter("x", "y") };
            assert!(message(&one, &from).is_err(), "{evil:?}");
        }
    }

    proptest! {
        #[test]
        fn no_text_whatever_adds_a_header(name in any::<String>(), subject in any::<String>()) {
            let text = formatted(&letter(&name, &subject));
            prop_assert!(text.is_ascii());
            let found = names(&text);
            prop_assert_eq!(found, HEADERS);
        }
    }
}
