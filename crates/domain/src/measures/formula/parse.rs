//! From text to a formula. Length and depth are bounded before anything is built.

use rust_decimal::Decimal;

use super::{DEEPEST_FORMULA, Expression, Rule};

/// Why a text is no formula. Places are counted in letters from 1.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FormulaProblem {
    /// Nothing is written.
    #[error("empty")]
    Empty,
    /// Longer than can be kept.
    #[error("more than {most} bytes")]
    TooLong {
        /// The longest.
        most: usize,
    },
    /// Parentheses or signs stand too deep in each other.
    #[error("deeper than {most}")]
    TooDeep {
        /// The deepest.
        most: usize,
    },
    /// A sign that has no meaning in a formula.
    #[error("{sign} at {at} means nothing")]
    UnknownSign {
        /// The sign.
        sign: char,
        /// Where.
        at: usize,
    },
    /// A name that stands for no measure.
    #[error("{name} is no measure")]
    UnknownMeasure {
        /// The name, shortened.
        name: String,
    },
    /// A number that cannot be read.
    #[error("{text} is no number")]
    NotANumber {
        /// What stands there, shortened.
        text: String,
    },
    /// A number, a measure or a parenthesis is wanted.
    #[error("a value is missing at {at}")]
    ValueWanted {
        /// Where.
        at: usize,
    },
    /// One of the four rules is wanted between two values.
    #[error("a rule is missing at {at}")]
    RuleWanted {
        /// Where.
        at: usize,
    },
    /// A parenthesis is opened and not closed, or closed and not opened.
    #[error("parentheses do not match at {at}")]
    Unmatched {
        /// Where.
        at: usize,
    },
}

#[derive(Clone, PartialEq, Debug)]
enum Sign {
    Number(Decimal),
    Name(String),
    Rule(Rule),
    Open,
    Close,
}

/// Reads a text of at most so many bytes; `measure` finds what a name stands for.
pub(super) fn parse<M>(
    text: &str,
    most: usize,
    measure: impl Fn(&str) -> Option<M>,
) -> Result<Expression<M>, FormulaProblem> {
    if text.len() > most {
        return Err(FormulaProblem::TooLong { most });
    }
    let signs = signs(text)?;
    let end = text.chars().count() + 1;
    let mut reader = Reader { signs, next: 0, end, measure };
    if reader.signs.is_empty() {
        return Err(FormulaProblem::Empty);
    }
    let all = reader.sum(0)?;
    match reader.peek() {
        None => Ok(all),
        Some(Sign::Close) => Err(FormulaProblem::Unmatched { at: reader.at() }),
        Some(_) => Err(FormulaProblem::RuleWanted { at: reader.at() }),
    }
}

fn signs(text: &str) -> Result<Vec<(usize, Sign)>, FormulaProblem> {
    let letters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut place = 0;
    while let Some(&letter) = letters.get(place) {
        let at = place + 1;
        let run = |from: usize, holds: &dyn Fn(char) -> bool| -> String {
            letters.iter().skip(from).take_while(|letter| holds(**letter)).collect()
        };
        let sign = match letter {
            _ if letter.is_whitespace() => {
                place += 1;
                continue;
            }
            '+' => Sign::Rule(Rule::Add),
            '-' | '\u{2212}' | '\u{2013}' => Sign::Rule(Rule::Subtract),
            '*' | '\u{d7}' | '\u{b7}' => Sign::Rule(Rule::Multiply),
            '/' | '\u{f7}' | ':' => Sign::Rule(Rule::Divide),
            '(' => Sign::Open,
            ')' => Sign::Close,
            '[' => {
                let name = run(place + 1, &|letter| letter != ']');
                place += name.chars().count() + 1;
                if letters.get(place).is_none() {
                    return Err(FormulaProblem::Unmatched { at });
                }
                Sign::Name(name)
            }
            '0'..='9' => {
                let number = run(place, &|one| one.is_ascii_digit() || one == ',' || one == '.');
                place += number.chars().count() - 1;
                Sign::Number(number_of(&number)?)
            }
            _ if letter.is_alphabetic() => {
                let name = run(place, &char::is_alphanumeric);
                place += name.chars().count() - 1;
                Sign::Name(name)
            }
            sign => return Err(FormulaProblem::UnknownSign { sign, at }),
        };
        found.push((at, sign));
        place += 1;
    }
    Ok(found)
}

fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

fn number_of(text: &str) -> Result<Decimal, FormulaProblem> {
    let plain = text.replace(',', ".");
    let well_formed = plain.matches('.').count() <= 1 && !plain.ends_with('.');
    let exact = || Decimal::from_str_exact(&plain).ok();
    let number = if well_formed { exact() } else { None };
    number.ok_or_else(|| FormulaProblem::NotANumber { text: short(text) })
}

struct Reader<F> {
    signs: Vec<(usize, Sign)>,
    next: usize,
    end: usize,
    measure: F,
}

impl<F> Reader<F> {
    fn peek(&self) -> Option<&Sign> {
        self.signs.get(self.next).map(|(_, sign)| sign)
    }

    fn at(&self) -> usize {
        self.signs.get(self.next).map_or(self.end, |(at, _)| *at)
    }

    fn rule(&self, strength: u8) -> Option<Rule> {
        match self.peek() {
            Some(Sign::Rule(rule)) if rule.strength() == strength => Some(*rule),
            _ => None,
        }
    }

    fn sum<M>(&mut self, depth: usize) -> Result<Expression<M>, FormulaProblem>
    where
        F: Fn(&str) -> Option<M>,
    {
        let mut left = self.product(depth)?;
        while let Some(rule) = self.rule(1) {
            self.next += 1;
            let right = self.product(depth)?;
            left = Expression::Both(rule, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    fn product<M>(&mut self, depth: usize) -> Result<Expression<M>, FormulaProblem>
    where
        F: Fn(&str) -> Option<M>,
    {
        let mut left = self.one(depth)?;
        while let Some(rule) = self.rule(2) {
            self.next += 1;
            let right = self.one(depth)?;
            left = Expression::Both(rule, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    fn one<M>(&mut self, depth: usize) -> Result<Expression<M>, FormulaProblem>
    where
        F: Fn(&str) -> Option<M>,
    {
        if depth >= DEEPEST_FORMULA {
            return Err(FormulaProblem::TooDeep { most: DEEPEST_FORMULA });
        }
        let at = self.at();
        let Some(sign) = self.peek().cloned() else {
            return Err(FormulaProblem::ValueWanted { at });
        };
        self.next += 1;
        match sign {
            Sign::Number(number) => Ok(Expression::Number(number)),
            Sign::Name(name) => (self.measure)(&name)
                .map(Expression::Measure)
                .ok_or_else(|| FormulaProblem::UnknownMeasure { name: short(&name) }),
            Sign::Rule(Rule::Subtract) => Ok(Expression::Negative(Box::new(self.one(depth + 1)?))),
            Sign::Open => {
                let inner = self.sum(depth + 1)?;
                if self.peek() != Some(&Sign::Close) {
                    let at = if self.peek().is_none() { at } else { self.at() };
                    return Err(match self.peek() {
                        None => FormulaProblem::Unmatched { at },
                        Some(_) => FormulaProblem::RuleWanted { at },
                    });
                }
                self.next += 1;
                Ok(inner)
            }
            Sign::Close | Sign::Rule(_) => Err(FormulaProblem::ValueWanted { at }),
        }
    }
}
