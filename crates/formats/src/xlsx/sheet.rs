//! The workbook: which sheet is read, what its shared texts say and how its numbers are shown.

use std::collections::HashMap;
use std::io::{BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::XlsxProblem;
use super::archive::Archive;
use super::cells::{self, Shown};
use super::numbers::Epoch;

/// A part as a stream of events.
pub(super) type Xml<'r> = Reader<BufReader<&'r mut dyn Read>>;

/// Most sheets looked through for one that has something in it.
const MOST_SHEETS: usize = 20;
/// Most bytes of shared texts kept.
const LARGEST_TEXTS: usize = 48 * 1024 * 1024;
/// Most shared texts.
const MOST_TEXTS: usize = 1_000_000;
/// Most bytes of one event: a text, or a tag with all it says of itself.
const LARGEST_EVENT: usize = 1024 * 1024;
/// Most ways of showing that a workbook tells of.
const MOST_STYLES: usize = 65_536;

/// What is known of a workbook before its sheets are read.
pub(super) struct Book {
    sheets: Vec<String>,
    texts: Vec<String>,
    styles: Vec<Shown>,
    epoch: Epoch,
}

impl Book {
    /// Reads all but the sheets.
    pub(super) fn read(archive: &mut Archive<'_>) -> Result<Self, XlsxProblem> {
        let (named, epoch) =
            archive.read("xl/workbook.xml", read_workbook)?.ok_or(XlsxProblem::NotXlsx)?;
        let parts = archive.read("xl/_rels/workbook.xml.rels", read_relations)?.unwrap_or_default();
        let sheets: Vec<String> =
            named.iter().filter_map(|id| parts.get(id)).map(|target| part_name(target)).collect();
        let texts = archive.read("xl/sharedStrings.xml", read_texts)?.unwrap_or_default();
        let styles = archive.read("xl/styles.xml", read_styles)?.unwrap_or_default();
        Ok(Self { sheets, texts, styles, epoch })
    }

    /// The rows of the first sheet that is shown and has something in it.
    pub(super) fn first_rows(
        &self,
        archive: &mut Archive<'_>,
    ) -> Result<Vec<Vec<String>>, XlsxProblem> {
        for name in self.sheets.iter().take(MOST_SHEETS) {
            let rows = archive.read(name, |xml| cells::read_rows(xml, self))?;
            if let Some(rows) = rows.filter(|rows| !rows.is_empty()) {
                return Ok(rows);
            }
        }
        Err(XlsxProblem::Empty)
    }

    pub(super) fn text(&self, at: usize) -> Option<&str> {
        self.texts.get(at).map(String::as_str)
    }

    pub(super) fn style(&self, at: usize) -> Shown {
        self.styles.get(at).copied().unwrap_or(Shown::Plain)
    }

    pub(super) fn epoch(&self) -> Epoch {
        self.epoch
    }
}

fn part_name(target: &str) -> String {
    target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned)
}

/// The next event; the buffer is emptied first.
pub(super) fn next<'b>(
    xml: &mut Xml<'_>,
    buffer: &'b mut Vec<u8>,
) -> Result<Event<'b>, XlsxProblem> {
    buffer.clear();
    let event = xml.read_event_into(buffer).map_err(|_| XlsxProblem::Broken)?;
    // Entities of one's own are how a small file becomes a large one.
    if matches!(event, Event::DocType(_)) {
        return Err(XlsxProblem::Broken);
    }
    if event.len() > LARGEST_EVENT { Err(XlsxProblem::TooLarge) } else { Ok(event) }
}

/// An attribute by its name without prefix.
pub(super) fn attribute(tag: &BytesStart<'_>, wanted: &str) -> Option<String> {
    // Without checks each name is looked at once; with them every name is held against every other.
    let mut attributes = tag.attributes();
    let found = attributes
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|one| one.key.local_name().as_ref() == wanted)?;
    quick_xml::escape::unescape(&found.value).ok().map(std::borrow::Cow::into_owned)
}

/// What a reference such as `&amp;` or `&#229;` stands for.
pub(super) fn reference(name: &str) -> Option<String> {
    quick_xml::escape::unescape(&format!("&{name};")).ok().map(std::borrow::Cow::into_owned)
}

fn read_workbook(xml: &mut Xml<'_>) -> Result<(Vec<String>, Epoch), XlsxProblem> {
    let (mut buffer, mut sheets, mut epoch) = (Vec::new(), Vec::new(), Epoch::default());
    loop {
        match next(xml, &mut buffer)? {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "sheet" => {
                    let shown = attribute(&tag, "state").is_none_or(|state| state == "visible");
                    sheets.extend(attribute(&tag, "id").filter(|_| shown));
                }
                "workbookPr" => {
                    let from_1904 = attribute(&tag, "date1904");
                    if from_1904.is_some_and(|told| told == "1" || told == "true") {
                        epoch = Epoch::Of1904;
                    }
                }
                _ => {}
            },
            Event::Eof => return Ok((sheets, epoch)),
            _ => {}
        }
    }
}

fn read_relations(xml: &mut Xml<'_>) -> Result<HashMap<String, String>, XlsxProblem> {
    let (mut buffer, mut parts) = (Vec::new(), HashMap::new());
    loop {
        match next(xml, &mut buffer)? {
            Event::Start(tag) | Event::Empty(tag)
                if tag.local_name().as_ref() == "Relationship" =>
            {
                if let (Some(id), Some(target)) = (attribute(&tag, "Id"), attribute(&tag, "Target"))
                {
                    parts.insert(id, target);
                }
            }
            Event::Eof => return Ok(parts),
            _ => {}
        }
    }
}

fn read_texts(xml: &mut Xml<'_>) -> Result<Vec<String>, XlsxProblem> {
    let (mut buffer, mut texts, mut bytes) = (Vec::new(), Vec::new(), 0);
    loop {
        match next(xml, &mut buffer)? {
            Event::Start(tag) if tag.local_name().as_ref() == "si" => {
                let text = cells::read_text(xml, "si")?;
                bytes += text.len() + size_of::<String>();
                if bytes > LARGEST_TEXTS || texts.len() >= MOST_TEXTS {
                    return Err(XlsxProblem::TooLarge);
                }
                texts.push(text);
            }
            Event::Empty(tag) if tag.local_name().as_ref() == "si" => texts.push(String::new()),
            Event::Eof => return Ok(texts),
            _ => {}
        }
    }
}

fn read_styles(xml: &mut Xml<'_>) -> Result<Vec<Shown>, XlsxProblem> {
    let (mut buffer, mut own, mut styles) = (Vec::new(), HashMap::new(), Vec::new());
    let mut among = false;
    loop {
        match next(xml, &mut buffer)? {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "numFmt" => {
                    let told = (attribute(&tag, "numFmtId"), attribute(&tag, "formatCode"));
                    if let (Some(id), Some(code)) = told {
                        own.insert(id, Shown::of_code(&code));
                    }
                }
                "cellXfs" => among = true,
                "xf" if among => {
                    if styles.len() >= MOST_STYLES {
                        return Err(XlsxProblem::TooLarge);
                    }
                    let id = attribute(&tag, "numFmtId").unwrap_or_default();
                    styles.push(own.get(&id).copied().unwrap_or_else(|| Shown::of_id(&id)));
                }
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == "cellXfs" => among = false,
            Event::Eof => return Ok(styles),
            _ => {}
        }
    }
}
