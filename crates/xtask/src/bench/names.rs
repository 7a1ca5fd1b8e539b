//! What the requests that are measured are called, and where among them those of the gates stand.

/// The requests in the order of the table.
pub(super) const NAMES: [&str; 32] = [
    "Min sida `/`",
    "Röda tråden `/trad`",
    "a goal",
    "a measure",
    "list of 200 activities `/aktiviteter`",
    "report part",
    "autosave",
    "a value recorded",
    "a measure made (structural write)",
    "a measure made, then `/matt`",
    "the thread as a list `/trad?vy=lista`",
    "the thread as a grid `/trad?vy=rutnat`",
    "the thread in words `/trad?vy=ord`",
    "the collection `/folja-upp`",
    "oversight `/uppsikt`",
    "the collection by branch `/uppsikt/insamling`",
    "deviations `/uppsikt/avvikelser`",
    "committees beside each other `/uppsikt/namnder`",
    "forecasts `/uppsikt/prognoser`",
    "what can be judged `/uppsikt/bedombart`",
    "who is silent `/uppsikt/tysta`",
    "the quality manager's `/uppsikt/kvalitet`",
    "what is new `/uppsikt/nytt?organ=alla`",
    "the council's compilation",
    "the council's report",
    "the council's year wheel",
    "the wheels of all below the council, looked through",
    "200 series `/matt/{id}/enheter?vy=tid`",
    "org units beside each other `/matt/{id}/enheter`",
    "the list of analyses `/analyser`",
    "the list of actions `/atgarder`",
    "what is strong and weak `/starkt-och-svagt`",
];

/// How many of them, from the first, are pages of gate 1; the autosave follows.
pub(super) const PAGES: usize = 6;

/// Where the page of 200 series stands: it is held to three times gate 1.
pub(super) const MANY_SERIES: usize = 27;

/// How many of them, from the first, are pages and writes that gates speak of.
pub(super) const FIRST: usize = 10;
