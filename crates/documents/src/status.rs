//! Judgements as shape, colour and word.

use serde::{Deserialize, Serialize};

/// A shape with the word it stands for. The word is always printed.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Status {
    pub symbol: Symbol,
    /// Colour when it is not the symbol's own, for instance a rise that is good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tone: Option<Tone>,
    pub word: String,
}

/// Shapes that differ without colour.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Symbol {
    /// Filled disc with a tick.
    Achieved,
    /// Ring with the right half filled.
    Partly,
    /// Filled diamond with an exclamation mark.
    Missed,
    /// Dashed ring.
    NotJudged,
    /// Stepped arrows; give a tone, for a rise may be good or bad.
    Rising,
    Falling,
    /// Wave: the usual variation.
    Steady,
    /// Three dots: too few values.
    TooFew,
    /// Thin ring.
    NotStarted,
    /// Ring with the lower half filled.
    Ongoing,
    /// Filled diamond.
    Late,
    /// Tick.
    Done,
    /// Two bars.
    Paused,
}

/// What a colour says.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    Good,
    Partly,
    Concern,
    Neutral,
    Event,
}

/// Which colours stand for the tones.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Palette {
    /// Blue, amber, orange.
    #[default]
    Standard,
    /// Green, amber, red.
    TrafficLight,
}

impl Symbol {
    /// The tone that the shape has on its own.
    pub fn tone(self) -> Tone {
        match self {
            Self::Achieved | Self::Done => Tone::Good,
            Self::Partly | Self::Ongoing => Tone::Partly,
            Self::Missed | Self::Late => Tone::Concern,
            Self::NotJudged | Self::Steady | Self::TooFew | Self::NotStarted | Self::Paused => {
                Tone::Neutral
            }
            Self::Rising | Self::Falling => Tone::Event,
        }
    }
}
