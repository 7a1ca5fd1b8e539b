//! Having oversight: how a collection of accounts goes branch by branch, how forecasts hold, and how
//! much of what is decided can be judged at all.

mod collection;
mod foresight;
mod judged;
mod overdue;
mod silence;

pub use collection::{Branches, Reported, Standing, Tally};
pub use foresight::{Held, Kept, held};
pub use judged::{Judgement, Shares, is_told, prevailing};
pub use overdue::{LONGEST_WAIT, USUAL_WAIT, has_waited};
pub use silence::{Awaited, Lacking, Silence, silences};
