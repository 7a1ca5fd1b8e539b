//! Status symbols and small line symbols on one 18 pixel grid. Each silhouette differs, so that a
//! symbol is understood without its colour; the word beside it says the same thing.

use maud::{Markup, PreEscaped, html};

/// Colour role. Never the only carrier of a meaning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Met, better.
    Good,
    /// Met in part, under way.
    Partly,
    /// Not met, worse, late.
    Concern,
    /// Not assessed, as usual.
    #[default]
    Neutral,
    /// An event or a neutral note.
    Event,
}

impl Tone {
    /// Bare word used in class names of notices and tags.
    pub fn name(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Partly => "partly",
            Self::Concern => "concern",
            Self::Neutral => "neutral",
            Self::Event => "event",
        }
    }

    /// Class that sets the text colour.
    pub fn class(self) -> &'static str {
        match self {
            Self::Good => "tone-good",
            Self::Partly => "tone-partly",
            Self::Concern => "tone-concern",
            Self::Neutral => "tone-neutral",
            Self::Event => "tone-event",
        }
    }
}

/// A shape with a fixed meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbol {
    /// Filled disc with a tick: met, finished.
    Met,
    /// Half filled ring: met in part, under way.
    Partly,
    /// Diamond with a mark: not met, late.
    NotMet,
    /// Dashed ring: not assessed, not started.
    NotAssessed,
    /// Two upright bars: paused.
    Paused,
    /// Stepped arrow upwards.
    Rising,
    /// Stepped arrow downwards.
    Falling,
    /// Wave: varies as usual.
    Usual,
    /// Three dots: too few values.
    TooFew,
    /// Arrow to the right, on buttons and task rows.
    Arrow,
    /// Open chevron.
    Down,
    /// Magnifying glass.
    Search,
    /// Clock.
    Clock,
    /// Speech bubble.
    Talk,
    /// Bare tick.
    Tick,
    /// Three lines.
    Menu,
    /// Question mark in a ring.
    Help,
    /// Arrow into a tray.
    Download,
    /// Plus sign.
    Plus,
    /// Padlock: adopted or frozen.
    Locked,
}

impl Symbol {
    /// The tone a symbol has when nothing else is said.
    pub fn tone(self) -> Tone {
        match self {
            Self::Met => Tone::Good,
            Self::Partly => Tone::Partly,
            Self::NotMet => Tone::Concern,
            _ => Tone::Neutral,
        }
    }

    /// Drawing of a status or a signal, or of a sign when it is neither.
    fn shape(self) -> &'static str {
        match self {
            Self::Met => {
                r#"<circle cx="9" cy="9" r="8" fill="currentColor"/><path d="M5.2 9.3l2.6 2.6 5-5.4" fill="none" stroke="var(--ark)" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"/>"#
            }
            Self::Partly => {
                r#"<circle cx="9" cy="9" r="7.1" fill="none" stroke="currentColor" stroke-width="1.8"/><path d="M9 1.9a7.1 7.1 0 010 14.2z" fill="currentColor"/>"#
            }
            Self::NotMet => {
                r#"<path d="M9 .8L17.2 9 9 17.2.8 9z" fill="currentColor"/><path d="M9 5v4.6" stroke="var(--ark)" stroke-width="1.9" stroke-linecap="round"/><circle cx="9" cy="12.4" r="1.15" fill="var(--ark)"/>"#
            }
            Self::NotAssessed => {
                r#"<circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" stroke-width="1.7" stroke-dasharray="2.6 2.9"/>"#
            }
            Self::Paused => {
                r#"<path d="M6 3.5v11M12 3.5v11" stroke="currentColor" stroke-width="2.6" stroke-linecap="round"/>"#
            }
            Self::Rising => {
                r#"<path d="M3 13.5L8 7.6l3 3L15.6 4M10.8 3.6h5v5" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>"#
            }
            Self::Falling => {
                r#"<path d="M3 4.5l5 5.9 3-3 4.6 6.6M10.8 14.4h5v-5" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>"#
            }
            Self::Usual => {
                r#"<path d="M1.5 10.5c2-4 3.6-4 5.1-1.2s3 2.8 4.5 0 3.2-2.8 5.4.6" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>"#
            }
            Self::TooFew => {
                r#"<circle cx="4" cy="9" r="1.5" fill="currentColor"/><circle cx="9" cy="9" r="1.5" fill="currentColor"/><circle cx="14" cy="9" r="1.5" fill="currentColor"/>"#
            }
            sign => sign.sign(),
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Self::Arrow => {
                r#"<path d="M3 9h11M9.6 4.4L14.2 9l-4.6 4.6" fill="none" stroke="currentColor" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"/>"#
            }
            Self::Down => {
                r#"<path d="M4 6.8L9 11.6l5-4.8" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>"#
            }
            Self::Search => {
                r#"<circle cx="7.7" cy="7.7" r="5.2" fill="none" stroke="currentColor" stroke-width="1.8"/><path d="M11.7 11.7L16 16" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/>"#
            }
            Self::Clock => {
                r#"<circle cx="9" cy="9" r="7.2" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M9 5v4.3l2.8 1.8" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/>"#
            }
            Self::Talk => {
                r#"<path d="M2.5 3.5h13v8.6H8.2L4.6 15v-2.9H2.5z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/>"#
            }
            Self::Tick => {
                r#"<path d="M3.6 9.6l3.7 3.6 7.2-8" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>"#
            }
            Self::Menu => {
                r#"<path d="M2.5 4.8h13M2.5 9h13M2.5 13.2h13" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/>"#
            }
            Self::Help => {
                r#"<circle cx="9" cy="9" r="7.6" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M6.8 7.2c0-1.3 1-2.1 2.3-2.1s2.2.8 2.2 2c0 1.6-2.2 1.7-2.2 3.4" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/><circle cx="9.1" cy="13" r="1" fill="currentColor"/>"#
            }
            Self::Download => {
                r#"<path d="M9 2.5v8.2M5.4 7.4L9 11l3.6-3.6M3 14.8h12" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>"#
            }
            Self::Plus => {
                r#"<path d="M9 3.2v11.6M3.2 9h11.6" stroke="currentColor" stroke-width="1.9" stroke-linecap="round"/>"#
            }
            Self::Locked => {
                r#"<rect x="3.4" y="7.8" width="11.2" height="8" rx="1.4" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M5.9 7.6V5.4a3.1 3.1 0 016.2 0v2.2" fill="none" stroke="currentColor" stroke-width="1.6"/>"#
            }
            _ => "",
        }
    }
}

/// The symbol alone, `size` pixels, hidden from screen readers: a word must stand beside it.
pub fn symbol(symbol: Symbol, size: u16) -> Markup {
    html! {
        svg.sym width=(size) height=(size) viewBox="0 0 18 18" aria-hidden="true" { (PreEscaped(symbol.shape())) }
    }
}

/// Symbol and word in the symbol's own tone.
pub fn status(symbol: Symbol, word: &str) -> Markup {
    signal_status(symbol, symbol.tone(), word)
}

/// Symbol and word in a tone of their own: a rise can be good or of concern.
pub fn signal_status(shape: Symbol, tone: Tone, word: &str) -> Markup {
    html! { span class={"status " (tone.class())} { (symbol(shape, 18)) (word) } }
}

/// Symbol with its word hidden, for dense tables with a legend on the same page.
pub fn status_symbol(shape: Symbol, word: &str) -> Markup {
    html! { span class={"status " (shape.tone().class())} { (symbol(shape, 18)) span.sr { (word) } } }
}

/// The looped thread of the product's mark.
pub fn brand_mark() -> Markup {
    html! {
        svg width="34" height="34" viewBox="0 0 34 34" aria-hidden="true" {
            path d="M1 21c5.5 0 7.6-1.6 10.6-5.2C14.6 12.2 17 8 21 8c3.7 0 5.6 2.7 5.6 5.5 0 3-2.3 5.4-5.4 5.4-3.9 0-6.8-4.3-10.2-4.3-2.7 0-4.4 1.9-4.4 4.3 0 2.6 2 4.6 4.9 4.6 6.2 0 8.4-6.6 21.5-6.6"
                fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" {}
        }
    }
}
