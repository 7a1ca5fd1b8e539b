//! From bytes to a tree. Stops at the first syntax error, since what follows one cannot be trusted.

use super::frames::Frames;
use super::limits::{MAX_DEPTH, MAX_NODES, text_of};
use super::node::{Kind, Node};
use super::scalar::resolve;
use crate::steering::problem::{Fault, Problem};
use crate::steering::problems::{Problems, clip};
use granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle, ScanError, Span, Tag};
use std::collections::BTreeMap;

/// The root of the file, and the problems found on the way. No root means that reading had to stop.
pub(in crate::steering) fn parse(bytes: &[u8]) -> (Option<Node>, Problems) {
    let mut problems = Problems::default();
    let text = match text_of(bytes) {
        Ok(text) => text,
        Err((line, fault)) => {
            problems.push(String::new(), line, fault);
            return (None, problems);
        }
    };
    let mut reading = Reading::default();
    let stopped = reading.read(text).err();
    let Frames { root, mut problems, .. } = reading.frames;
    match stopped {
        None => (root, problems),
        Some(Problem { path, line, fault }) => {
            problems.push(path, line, fault);
            (None, problems)
        }
    }
}

#[derive(Default)]
struct Reading {
    frames: Frames,
    anchors: BTreeMap<usize, Node>,
    /// Values written out in the file.
    written: u32,
    /// Values written out or repeated.
    counted: u32,
    documents: u32,
}

impl Reading {
    fn read(&mut self, text: &str) -> Result<(), Problem> {
        let mut options = Options::default();
        options.set_emit_comments(false);
        // One more than allowed, so that our own check gives the place.
        options.flow_nesting_limit = MAX_DEPTH + 1;
        options.block_nesting_limit = MAX_DEPTH + 1;
        for event in Parser::new_from_str_with_options(text, options) {
            let (event, span) = event.map_err(|error| syntax_problem(&error))?;
            self.take(event, line_of(&span))?;
        }
        if self.frames.root.is_none() {
            return Err(stop(1, Fault::Empty));
        }
        Ok(())
    }

    fn take(&mut self, event: Event<'_>, line: u32) -> Result<(), Problem> {
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(stop(line, Fault::SeveralDocuments));
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.count_written(line)?;
                let kind = scalar_kind(&text, style, tag.as_deref(), line)?;
                let node = Node { line, size: 1, kind };
                self.finish(node, anchor, Some(&text));
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.begin(line, tag.as_deref(), "seq")?;
                self.frames.open_list(line, anchor);
            }
            Event::MappingStart(_, anchor, tag) => {
                self.begin(line, tag.as_deref(), "map")?;
                self.frames.open_map(line, anchor);
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some((node, anchor)) = self.frames.close() {
                    self.finish(node, anchor, None);
                }
            }
            Event::Alias(anchor) => self.repeat(anchor, line)?,
            // Off in the options, or without meaning for the tree. The parser's own list may grow.
            _ => {}
        }
        Ok(())
    }

    fn begin(&mut self, line: u32, tag: Option<&Tag>, suffix: &str) -> Result<(), Problem> {
        self.count_written(line)?;
        if self.frames.depth() >= MAX_DEPTH {
            return Err(stop(line, Fault::TooDeep { limit: MAX_DEPTH }));
        }
        match tag {
            Some(tag) if !is_core(tag, suffix) => Err(foreign(tag, line)),
            _ => Ok(()),
        }
    }

    fn finish(&mut self, node: Node, anchor: usize, scalar_text: Option<&str>) {
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        self.frames.place(node, scalar_text);
    }

    fn repeat(&mut self, anchor: usize, line: u32) -> Result<(), Problem> {
        let Some(target) = self.anchors.get(&anchor) else {
            // The only known anchor without a node is that of a list or mapping still open.
            return Err(stop(
                line,
                Fault::Yaml { detail: "a value may not contain itself".to_owned() },
            ));
        };
        self.counted = self.counted.saturating_add(target.size);
        if self.counted > MAX_NODES {
            return Err(stop(line, Fault::AliasBomb { limit: MAX_NODES }));
        }
        let node = Node { line, ..target.clone() };
        let text = match &node.kind {
            Kind::Text(text) | Kind::Number(text) => Some(text.clone()),
            _ => None,
        };
        self.frames.place(node, text.as_deref());
        Ok(())
    }

    fn count_written(&mut self, line: u32) -> Result<(), Problem> {
        self.written += 1;
        self.counted = self.counted.saturating_add(1);
        if self.written > MAX_NODES {
            return Err(stop(line, Fault::TooManyNodes { limit: MAX_NODES }));
        }
        if self.counted > MAX_NODES {
            return Err(stop(line, Fault::AliasBomb { limit: MAX_NODES }));
        }
        Ok(())
    }
}

fn scalar_kind(
    text: &str,
    style: ScalarStyle,
    tag: Option<&Tag>,
    line: u32,
) -> Result<Kind, Problem> {
    match tag {
        None if style == ScalarStyle::Plain => Ok(resolve(text)),
        None => Ok(Kind::Text(text.to_owned())),
        Some(tag) if is_core(tag, "str") => Ok(Kind::Text(text.to_owned())),
        Some(tag) if ["int", "float", "bool", "null"].iter().any(|suffix| is_core(tag, suffix)) => {
            Ok(resolve(text))
        }
        Some(tag) => Err(foreign(tag, line)),
    }
}

fn is_core(tag: &Tag, suffix: &str) -> bool {
    tag.is_yaml_core_schema_tag(suffix)
}

fn foreign(tag: &Tag, line: u32) -> Problem {
    stop(line, Fault::ForeignTag { tag: clip(tag.suffix()) })
}

fn stop(line: u32, fault: Fault) -> Problem {
    Problem::at(String::new(), line, fault)
}

fn line_of(span: &Span) -> u32 {
    u32::try_from(span.start.line()).unwrap_or(u32::MAX)
}

fn syntax_problem(error: &ScanError) -> Problem {
    let line = u32::try_from(error.marker().line()).unwrap_or(u32::MAX);
    let fault = match error.kind() {
        ErrorKind::RecursionLimitExceeded => Fault::TooDeep { limit: MAX_DEPTH },
        _ => Fault::Yaml { detail: error.info() },
    };
    stop(line, fault)
}
