//! Where colours and fonts come from: the page's custom properties on screen, fixed light colours in print.

/// The surface a chart is drawn for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme<'a> {
    /// Inline in a page: colours and fonts are the page's custom properties, so both colour
    /// schemes and high contrast follow the stylesheet.
    Screen,
    /// In a document: fixed light colours and the given font families, in the part of SVG 1.1
    /// that document renderers understand.
    Print {
        /// Family of running text, for example `Source Sans 3`.
        text_font: &'a str,
        /// Family of big figures and headings.
        heading_font: &'a str,
    },
}

/// What a colour says about a value. Never the only carrier: shapes and words say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Achieved, or a change for the better.
    Good,
    /// On the way.
    Partly,
    /// Not achieved, or a change for the worse.
    Concern,
    /// Not judged, or usual variation.
    Neutral,
    /// A change that is neither better nor worse, or an event.
    Event,
}

impl Tone {
    pub(crate) fn ink(self) -> Ink {
        match self {
            Self::Good => Ink::Good,
            Self::Partly => Ink::Partly,
            Self::Concern => Ink::Concern,
            Self::Neutral => Ink::Neutral,
            Self::Event => Ink::Event,
        }
    }
}

/// A colour by its role, with the page's property and the light colour used in print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ink {
    Ground,
    Sunken,
    Sheet,
    Text,
    Secondary,
    Small,
    Hairline,
    Line,
    Action,
    Thread,
    Good,
    Partly,
    Concern,
    Neutral,
    Event,
    Sky,
    Sun,
    FarLand,
    MiddleLand,
    NearLand,
    Water,
    Snow,
    /// The colour of the text around it; black granite in print, where nothing surrounds it.
    Current,
}

impl Ink {
    fn on_screen(self) -> &'static str {
        match self {
            Self::Ground => "var(--linne)",
            Self::Sunken => "var(--linne-2)",
            Self::Sheet => "var(--ark)",
            Self::Text => "var(--granit)",
            Self::Secondary => "var(--skiffer)",
            Self::Small => "var(--lav)",
            Self::Hairline => "var(--kant)",
            Self::Line => "var(--kant-stark)",
            Self::Action => "var(--fjord)",
            Self::Thread => "var(--lingon)",
            Self::Good => "var(--bla)",
            Self::Partly => "var(--barnsten)",
            Self::Concern => "var(--orange)",
            Self::Neutral => "var(--grus)",
            Self::Event => "var(--ljung)",
            Self::Sky => "var(--himmel)",
            Self::Sun => "var(--sol)",
            Self::FarLand => "var(--o1)",
            Self::MiddleLand => "var(--o2)",
            Self::NearLand => "var(--o3)",
            Self::Water => "var(--vatten)",
            Self::Snow => "var(--sno,#FFF)",
            Self::Current => "currentColor",
        }
    }

    fn in_print(self) -> &'static str {
        match self {
            Self::Ground => "#F6F4EE",
            Self::Sunken => "#ECE9E0",
            Self::Sheet | Self::Snow => "#FFFFFF",
            Self::Text | Self::Current => "#17211F",
            Self::Secondary => "#465350",
            Self::Small => "#596561",
            Self::Hairline => "#DAD5C8",
            Self::Line => "#78827D",
            Self::Action => "#0F5257",
            Self::Thread => "#A5173A",
            Self::Good => "#1C5CA3",
            Self::Partly => "#7C5C00",
            Self::Concern => "#A84A06",
            Self::Neutral => "#5D6763",
            Self::Event => "#6A3D9A",
            Self::Sky => "#F6EFE0",
            Self::Sun => "#F2D9AC",
            Self::FarLand => "#E3E6DD",
            Self::MiddleLand => "#CFDAD4",
            Self::NearLand => "#B3C8C3",
            Self::Water => "#E9EEE9",
        }
    }
}

impl<'a> Theme<'a> {
    pub(crate) fn colour(self, ink: Ink) -> &'static str {
        match self {
            Self::Screen => ink.on_screen(),
            Self::Print { .. } => ink.in_print(),
        }
    }

    pub(crate) fn text_font(self) -> &'a str {
        match self {
            Self::Screen => "var(--text)",
            Self::Print { text_font, .. } => text_font,
        }
    }

    pub(crate) fn heading_font(self) -> &'a str {
        match self {
            Self::Screen => "var(--rubrik)",
            Self::Print { heading_font, .. } => heading_font,
        }
    }

    pub(crate) fn is_screen(self) -> bool {
        self == Theme::Screen
    }
}
