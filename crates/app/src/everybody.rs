//! Looking as everybody may: what many read, and what is kept for them, is told alike whoever looks.

use crate::cx::{Cx, Visit};
use crate::web::error::AppError;

impl Cx<'_, '_> {
    /// Looks as somebody without any right would, but for reading: at what is decided, and at no value
    /// that is about too few.
    pub fn as_everybody<T>(
        &mut self,
        look: impl FnOnce(&mut Cx<'_, '_>) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let visit = Visit { person: None, ..self.visit.clone() };
        let structure = self.decided();
        let whole = self.whole.clone();
        let (committed, reported) = (self.committed, self.reported);
        let mut other = Cx {
            tx: &mut *self.tx,
            app: self.app,
            req: self.req,
            visit: &visit,
            structure,
            whole,
            committed,
            reported,
        };
        look(&mut other)
    }
}
