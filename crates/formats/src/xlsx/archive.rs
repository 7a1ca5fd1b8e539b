//! The archive that a spreadsheet is: what parts it has, and each of them as a stream that ends in
//! time.

use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use zip::ZipArchive;

use super::XlsxProblem;

/// How the container of older and of locked Excel files begins.
pub(super) const OLD: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const MIB: u64 = 1024 * 1024;
/// Most parts in the archive; a workbook has some ten, and a few for each sheet.
const MOST_PARTS: usize = 1_000;
/// Most bytes of one part when unpacked.
const LARGEST_PART: u64 = 100 * MIB;
/// Most bytes of all parts, as the archive tells.
const LARGEST_ALL: u64 = 200 * MIB;
/// How much a large part may shrink; text in sheets seldom shrinks more than fifty times.
const MOST_RATIO: u64 = 200;
/// Below so many bytes the ratio says nothing.
const SMALL: u64 = MIB;

/// An open archive.
pub(super) struct Archive<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> Archive<'a> {
    /// Opens the archive and refuses what is larger than is read, before anything is unpacked.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, XlsxProblem> {
        if bytes.starts_with(&OLD) {
            return Err(if is_locked(bytes) { XlsxProblem::Locked } else { XlsxProblem::Old });
        }
        if !bytes.starts_with(b"PK\x03\x04") {
            return Err(XlsxProblem::NotXlsx);
        }
        if parts_told(bytes).is_some_and(|parts| parts > MOST_PARTS) {
            return Err(XlsxProblem::TooLarge);
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| XlsxProblem::Broken)?;
        if archive.len() > MOST_PARTS {
            return Err(XlsxProblem::TooLarge);
        }
        let mut all: u64 = 0;
        for at in 0..archive.len() {
            let part = archive.by_index_raw(at).map_err(|_| XlsxProblem::Broken)?;
            let (size, packed) = (part.size(), part.compressed_size());
            all = all.saturating_add(size);
            let bomb = size > SMALL && size / packed.max(1) > MOST_RATIO;
            if size > LARGEST_PART || all > LARGEST_ALL || bomb {
                return Err(XlsxProblem::TooLarge);
            }
            if part.encrypted() {
                return Err(XlsxProblem::Locked);
            }
        }
        let archive = Self(archive);
        if archive.has("xl/vbaProject.bin") {
            return Err(XlsxProblem::Macros);
        }
        if archive.has("xl/workbook.xml") { Ok(archive) } else { Err(XlsxProblem::NotXlsx) }
    }

    /// Whether there is a part of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.index_for_name(name).is_some()
    }

    /// A part, read with a function that takes its events; none when it is not there.
    pub(super) fn read<T>(
        &mut self,
        name: &str,
        take: impl FnOnce(&mut Reader<BufReader<&mut dyn Read>>) -> Result<T, XlsxProblem>,
    ) -> Result<Option<T>, XlsxProblem> {
        if !self.has(name) {
            return Ok(None);
        }
        let mut part = self.0.by_name(name).map_err(|_| XlsxProblem::Broken)?;
        let mut counted = Counted { left: LARGEST_PART, inner: &mut part };
        let mut reader = Reader::from_reader(BufReader::new(&mut counted as &mut dyn Read));
        let taken = take(&mut reader);
        drop(reader);
        // What an archive tells of sizes may be a lie; what came out is not.
        if counted.left == 0 { Err(XlsxProblem::TooLarge) } else { taken.map(Some) }
    }
}

/// A stream that ends when more comes than was expected.
pub(super) struct Counted<R> {
    left: u64,
    inner: R,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(into.len());
        let read = self.inner.read(into.get_mut(..most).unwrap_or_default())?;
        self.left -= u64::try_from(read).unwrap_or(0);
        Ok(read)
    }
}

/// Whether the container holds a locked workbook; its directory names it in UTF-16.
fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

/// How many parts the end of the archive tells of, which is read before room is made for them.
fn parts_told(bytes: &[u8]) -> Option<usize> {
    let tail = bytes.get(bytes.len().saturating_sub(66_000)..)?;
    let at = tail.windows(4).rposition(|window| window == b"PK\x05\x06")?;
    let count = tail.get(at + 10..at + 12)?;
    Some(usize::from(u16::from_le_bytes([*count.first()?, *count.get(1)?])))
}
