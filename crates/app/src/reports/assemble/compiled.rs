//! What the body has settled of its own, and the texts it quotes beside it, each with its origin.

use documents::{Block, Origin, Quote as Quoted, Section};

use super::{Context, fact, paragraph};
use crate::compilations::Quote;
use crate::reports::gather::Facts;

/// The section; nothing while it is being written.
pub(super) fn section(context: &Context<'_>, facts: &Facts) -> Option<Section> {
    let (compiled, quotes) = facts.compiled.as_ref()?;
    let body = context.name(facts.org_unit);
    let mut blocks: Vec<Block> =
        compiled.text.split("\n\n").filter(|text| !text.trim().is_empty()).map(paragraph).collect();
    blocks.extend(quotes.iter().map(|one| quote(context, one, body)));
    let title = context.texts.compilations_own(body);
    Some(Section { title, blocks, sections: Vec::new() })
}

/// A text from below with what the body says beside it.
fn quote(context: &Context<'_>, one: &Quote, body: &str) -> Block {
    let texts = context.texts;
    let mut place = context.name(one.origin).to_owned();
    if let Some(through) = one.through {
        place = format!("{place}. {}", texts.compilations_through(context.name(through)));
    }
    let beside = texts.compilations_beside(body);
    let facts = (!one.comment.is_empty())
        .then(|| fact(beside.trim_end_matches(':'), &one.comment))
        .into_iter()
        .collect();
    Block::Quote(Quoted {
        text: one.text.as_str().into(),
        about: if one.title.is_empty() {
            texts.followup_summary().to_owned()
        } else {
            one.title.clone()
        },
        status: None,
        facts,
        origin: Origin {
            who: one.person_name.clone(),
            place,
            when: context.day(one.written_at),
            address: String::new(),
        },
        automatic: false,
    })
}
