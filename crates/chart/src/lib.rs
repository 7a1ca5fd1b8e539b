//! Pictures of numbers: each chart is a struct of plain data whose `svg` returns one SVG element as text.
//!
//! The crate knows no domain, no language and no number format: labels come ready from the caller.
//! Values that are not finite, or whose size exceeds [`LARGEST`], count as missing. Charts that
//! inform carry `role="img"` with a title and a description; decorations carry `aria-hidden`.
//! Output is the same for the same input, uses presentation attributes only (no styles, no
//! scripts) and keeps coordinates to one decimal.

mod bullet;
mod canvas;
mod dumbbell;
mod horizon;
mod intervals;
mod label;
mod marker;
mod path;
mod point;
mod rows;
mod scale;
mod scatter;
mod small_multiples;
mod sparkline;
mod step_ring;
mod symbol;
mod theme;
mod thread_line;
mod xmr;
mod year_wheel;

pub use bullet::{Bullet, Desired};
pub use canvas::Caption;
pub use dumbbell::{Dumbbell, Pair};
pub use horizon::{Horizon, Season};
pub use intervals::{Intervals, Span};
pub use label::{Slot, spread, text_width};
pub use point::{Baseline, Mark, Point, PointState, Reference, Width};
pub use scale::{LARGEST, Scale, nice_ticks};
pub use scatter::{Curve, Scatter, Spot};
pub use small_multiples::{Panel, SmallMultiples};
pub use sparkline::{Sparkline, SparklineSize};
pub use step_ring::{RingKnot, RingState, StepRing};
pub use symbol::{StatusSymbol, Symbol};
pub use theme::{Theme, Tone};
pub use thread_line::{Knot, ThreadLine, ThreadSegment};
pub use xmr::{Annotation, BaselineLabels, XmrChart};
pub use year_wheel::{ArcLink, ArcPattern, Reach, RingTone, WheelArc, WheelRing, YearWheel};
