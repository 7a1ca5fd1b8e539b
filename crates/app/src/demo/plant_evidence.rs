//! Planting files beside goals and measures, and a question that waits for the head of a preschool.
//! What is in the files is written here, so that it is small and the same at every start.

use db::{Tx, hex};
use domain::attachments::FileKind;
use domain::ids::ElementId;
use sha2::{Digest, Sha256};

use super::id_of;
use super::plant_thread::element_id;
use super::world::World;
use crate::attachments::{self, Attachment};
use crate::comments::{self, Comment};
use crate::web::error::AppError;

const DAY_MICROS: i64 = 24 * 60 * 60 * 1_000_000;

/// A file: its word, beside what, its name, what it shows, by whom, and how many days ago.
type File = (&'static str, &'static str, &'static str, &'static str, &'static str, i64);

const MINUTES: File = (
    "protokoll",
    "rm-trygg-start",
    "Protokollsutdrag mindre grupper.pdf",
    "Nämndens beslut om grupper om högst tolv barn",
    "lena-holm",
    75,
);
const SURVEY: File = (
    "enkat",
    "rm-trygg-start",
    "Enkät till vårdnadshavare 2026.csv",
    "Svaren på frågan om barnet är tryggt, per förskola",
    "kerstin-oberg",
    20,
);
const METHOD: File = (
    "kartlaggning",
    "sprakutveckling",
    "Så görs språkkartläggningen.txt",
    "Hur förskolorna gör kartläggningen och vilka barn som räknas",
    "kerstin-oberg",
    140,
);

const SURVEY_TEXT: &str = "Förskola;Svarande;Andel trygga, procent\n\
    Skärgårdens förskolor;118;91\nCentrums förskolor;142;88\nNorrbackens förskola;64;93\n\
    Hamnens förskolor;97;86\n";
const METHOD_TEXT: &str = "Språkkartläggningen görs i april med alla femåringar som har gått minst \
    sex månader.\nTvå pedagoger bedömer var för sig och jämför.\nBarn som har flyttat in efter \
    1 mars räknas inte.\n";

/// Something said: its word, about what, the words, by whom, whom it asks, and how many days ago.
type Said = (&'static str, &'static str, &'static str, &'static str, &'static [&'static str], i64);

const SAID: [Said; 3] = [
    (
        "inskolning",
        "rm-trygg-start",
        "@Lena Holm, räknas barn som skolades in i augusti med i enkäten?",
        "kerstin-oberg",
        &["lena-holm"],
        19,
    ),
    (
        "inskolning-svar",
        "rm-trygg-start",
        "Nej, bara de som har gått minst två månader. Det står i bilagan.",
        "lena-holm",
        &[],
        18,
    ),
    (
        "lekgrupper",
        "em-skargardens-forskolor",
        "@Amira Lindqvist, hur många av lekgrupperna är högst tolv barn nu efter sommaren? \
         Jag vill kunna berätta det för nämnden i september.",
        "lena-holm",
        &["amira-lindqvist"],
        1,
    ),
];

/// Plants what there are elements and people for.
pub(super) fn plant(tx: &mut Tx<'_>, world: &World, at: i64) -> Result<(), AppError> {
    let minutes = small_pdf(&[
        "Utbildningsnämnden, sammanträde 2 juni 2026, § 48",
        "Nämnden beslutar att lekgrupperna i förskolan har högst tolv barn.",
        "Kommunen är påhittad, och beslutet med den.",
    ]);
    let files = [
        (MINUTES, FileKind::Pdf, minutes),
        (SURVEY, FileKind::Csv, SURVEY_TEXT.as_bytes().to_vec()),
        (METHOD, FileKind::Txt, METHOD_TEXT.as_bytes().to_vec()),
    ];
    for (file, kind, content) in files {
        put(tx, world, (file, kind, content), at)?;
    }
    for said in SAID {
        say(tx, world, said, at)?;
    }
    Ok(())
}

/// The org unit that an element or a measure belongs to.
fn owner(world: &World, word: &str) -> Option<domain::ids::OrgUnitId> {
    let of_element = world.element(word).map(|element| element.owner.as_str());
    let owner = of_element.or_else(|| world.measure(word).map(|measure| measure.owner.as_str()))?;
    Some(id_of("org", owner))
}

fn put(
    tx: &mut Tx<'_>,
    world: &World,
    (file, kind, content): (File, FileKind, Vec<u8>),
    at: i64,
) -> Result<(), AppError> {
    let (word, element, name, shows, person, days) = file;
    let (Some(owner), Some(person)) = (owner(world, element), world.person(person)) else {
        return Ok(());
    };
    let attachment = Attachment {
        id: id_of("attachment", word),
        element: element_id(element),
        name: name.to_owned(),
        shows: shows.to_owned(),
        kind,
        size: i64::try_from(content.len()).unwrap_or(0),
        digest: hex(&Sha256::digest(&content)),
        person: id_of("person", &person.id),
        person_name: person.name.clone(),
        at: at - days * DAY_MICROS,
        removed_at: None,
        removed_by: String::new(),
        back_until: None,
        version: 1,
    };
    attachments::insert(tx, owner, &attachment, content)?;
    Ok(())
}

fn say(tx: &mut Tx<'_>, world: &World, said: Said, at: i64) -> Result<(), AppError> {
    let (word, about, text, author, asked, days) = said;
    let (Some(owner), Some(author)) = (owner(world, about), world.person(author)) else {
        return Ok(());
    };
    let element: ElementId = element_id(about);
    let comment = Comment {
        id: id_of("comment", word),
        element,
        of_draft: false,
        text: text.to_owned(),
        person: id_of("person", &author.id),
        person_name: author.name.clone(),
        at: at - days * DAY_MICROS,
        edited_at: None,
        removed_at: None,
        removed_by: String::new(),
        reason: String::new(),
        version: 1,
    };
    let known = asked.iter().filter(|person| world.person(person).is_some());
    let asked: Vec<_> = known.map(|person| id_of("person", person)).collect();
    comments::insert(tx, owner, &comment, &asked)?;
    Ok(())
}

/// A PDF of one page with a few lines, whole enough for every reader.
fn small_pdf(lines: &[&str]) -> Vec<u8> {
    let mut drawn = b"BT /F1 12 Tf 60 780 Td 18 TL".to_vec();
    for line in lines {
        drawn.extend(b" (");
        // Every letter of ours is one byte in the font's own alphabet.
        drawn.extend(line.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')));
        drawn.extend(b") Tj T*");
    }
    drawn.extend(b" ET");
    let head = format!("<< /Length {} >>\nstream\n", drawn.len());
    let stream = [head.as_bytes(), &drawn, b"\nendstream"].concat();
    let page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
        /Resources << /Font << /F1 5 0 R >> >> >>";
    let font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
    let objects: [&[u8]; 5] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        &stream,
        font,
    ];
    let mut pdf = b"%PDF-1.4\n".to_vec();
    let mut table = b"xref\n0 6\n0000000000 65535 f \n".to_vec();
    for (at, object) in objects.iter().enumerate() {
        table.extend(format!("{:010} 00000 n \n", pdf.len()).as_bytes());
        pdf.extend(format!("{} 0 obj\n", at + 1).as_bytes());
        pdf.extend(*object);
        pdf.extend(b"\nendobj\n");
    }
    let from = pdf.len();
    pdf.extend(table);
    pdf.extend(b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n");
    pdf.extend(format!("{from}\n%%EOF\n").as_bytes());
    pdf
}
