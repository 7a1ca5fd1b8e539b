//! The bundled fonts, and which letters they can draw.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

static OURS: [&[u8]; 4] = [
    include_bytes!("../../fonts/SourceSans3-Regular.ttf"),
    include_bytes!("../../fonts/SourceSans3-Italic.ttf"),
    include_bytes!("../../fonts/SourceSans3-SemiBold.ttf"),
    include_bytes!("../../fonts/FamiljenGrotesk-SemiBold.ttf"),
];

struct Fonts {
    faces: Vec<Font>,
    book: LazyHash<FontBook>,
    /// One bit per code point that some font can draw.
    covered: Vec<u64>,
}

static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    // The typesetter's own fonts stand behind ours for letters and signs that ours lack.
    let files = OURS.into_iter().chain(typst_assets::fonts());
    let faces: Vec<Font> = files.flat_map(|data| Font::iter(Bytes::new(data))).collect();
    let book = LazyHash::new(FontBook::from_fonts(&faces));
    let mut covered = vec![0_u64; 0x11_0000 / 64];
    for face in &faces {
        for point in face.info().coverage.iter() {
            if let Some(word) = covered.get_mut(point as usize / 64) {
                *word |= 1 << (point % 64);
            }
        }
    }
    Fonts { faces, book, covered }
});

pub(super) fn book() -> &'static LazyHash<FontBook> {
    &FONTS.book
}

pub(super) fn font(index: usize) -> Option<Font> {
    FONTS.faces.get(index).cloned()
}

/// Whether any bundled font has a shape for the letter.
pub(super) fn can_draw(letter: char) -> bool {
    let point = letter as usize;
    FONTS.covered.get(point / 64).is_some_and(|word| word >> (point % 64) & 1 == 1)
}

/// Whether our own text face has the letter as a shape that stands alone.
pub(super) fn drawings_can_show(letter: char) -> bool {
    let combining =
        matches!(letter, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{20D0}'..='\u{20FF}');
    let ours = FONTS.faces.first().map(Font::info);
    !combining
        && ours.is_some_and(|font| letter.is_ascii() || font.coverage.contains(letter.into()))
}
