//! The only files the typesetter can see: our templates and the data of one document.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use super::fonts;

/// Fixed for the life of the process: the typesetter never forgets a file name, so a name per job
/// would leak. Those that are main ones come first, in the order of [`Template`].
static TEMPLATES: LazyLock<Option<[Source; 4]>> = LazyLock::new(|| {
    let source = |path, text: &str| Some(Source::new(name(path)?, text.to_owned()));
    Some([
        source("report.typ", include_str!("report.typ"))?,
        source("poster.typ", include_str!("poster.typ"))?,
        source("blocks.typ", include_str!("blocks.typ"))?,
        source("look.typ", include_str!("look.typ"))?,
    ])
});

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    // Row headers of tables are behind this feature.
    let features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

fn name(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

/// What is set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Template {
    Report,
    Poster,
}

/// One document's view: no disk, no network, no clock.
pub(super) struct TypesetWorld {
    templates: &'static [Source; 4],
    main: Template,
    data_name: FileId,
    data: Bytes,
}

impl TypesetWorld {
    /// `None` only if the fixed file names were not accepted, which would be a fault of ours.
    pub(super) fn new(main: Template, data: Vec<u8>) -> Option<Self> {
        let templates = TEMPLATES.as_ref()?;
        Some(Self { templates, main, data_name: name("data.json")?, data: Bytes::new(data) })
    }
}

impl World for TypesetWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        fonts::book()
    }

    fn main(&self) -> FileId {
        let [report, poster, ..] = self.templates;
        match self.main {
            Template::Report => report.id(),
            Template::Poster => poster.id(),
        }
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = self.templates.iter().find(|template| template.id() == id);
        found.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data_name {
            return Ok(self.data.clone());
        }
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
