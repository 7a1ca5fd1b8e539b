//! The only files the typesetter can see: our template and the data of one report.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use super::fonts;

/// Two fixed names for the life of the process: the typesetter never forgets a file name, so a
/// name per job would leak.
static FILES: LazyLock<Option<(FileId, FileId)>> =
    LazyLock::new(|| Some((name("report.typ")?, name("data.json")?)));

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    // Row headers of tables are behind this feature.
    let features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

fn name(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

/// One report's view: no disk, no network, no clock.
pub(super) struct ReportWorld {
    template: Source,
    data_name: FileId,
    data: Bytes,
}

impl ReportWorld {
    /// `None` only if the fixed file names were not accepted, which would be a fault of ours.
    pub(super) fn new(data: Vec<u8>) -> Option<Self> {
        let (template_name, data_name) = (*FILES)?;
        let template = Source::new(template_name, include_str!("report.typ").to_owned());
        Some(Self { template, data_name, data: Bytes::new(data) })
    }
}

impl World for ReportWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        fonts::book()
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            return Ok(self.template.clone());
        }
        Err(FileError::AccessDenied)
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
