//! How the report was made, so that an auditor can follow each sentence to its figures.

use documents::{Block, Section};

use super::{Context, fact, paragraph};
use crate::i18n::date;
use crate::reports::gather::Facts;

pub(super) fn section(context: &Context<'_>, facts: &Facts) -> Section {
    let texts = context.texts;
    let made = date(texts.language, context.today);
    let facts = vec![
        fact(texts.reports_made(), &made),
        fact(texts.reports_audit_head(), &facts.audit_head),
    ];
    Section {
        title: texts.reports_about().to_owned(),
        blocks: vec![paragraph(texts.reports_about_text()), Block::Facts { facts }],
        sections: Vec::new(),
    }
}
