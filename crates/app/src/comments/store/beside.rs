//! SQL of what stands beside an element on its own page.

use db::{DbError, Tx, params};
use domain::ids::{CommentId, ElementId};

use crate::attachments::Brief;

/// A comment as the element's own page tells of it.
pub(in crate::comments) struct Latest {
    pub(in crate::comments) id: CommentId,
    pub(in crate::comments) text: String,
    pub(in crate::comments) person_name: String,
    pub(in crate::comments) at: i64,
}

/// The files beside an element, the latest comments about it, and how many there are, in one
/// statement, since it stands on every page of an element. `drafts` is −1 for who reads no comments,
/// 1 for who also reads what was said of a draft.
pub(in crate::comments) fn beside(
    tx: &mut Tx<'_>,
    element: ElementId,
    drafts: i64,
) -> Result<(Vec<Brief>, Vec<Latest>, i64), DbError> {
    let (mut files, mut latest, mut count): (Vec<Brief>, Vec<Latest>, i64) = <_>::default();
    tx.each(
        "select * from (select 0 as part, attachment_id as id, name as words, shows, kind, size, \
         person_name, at from attachments where tenant = $1 and element_id = $2 \
         and removed_at is null order by at desc, attachment_id desc limit 20) files \
         union all select * from (select 1 as part, comment_id as id, text as words, '' as shows, \
         '' as kind, 0 as size, person_name, at from comments where tenant = $1 and element_id = $2 \
         and removed_at is null and of_draft <= $3 order by at desc, comment_id desc limit 2) said \
         union all select 2, element_id, '', '', '', count(*), '', 0 from comments \
         where tenant = $1 and element_id = $2 and removed_at is null and of_draft <= $3 \
         group by element_id",
        params![element.bytes(), drafts],
        |row| {
            match row.int(0)? {
                0 => files.push(Brief {
                    id: row.id(1)?,
                    name: row.text(2)?,
                    shows: row.text(3)?,
                    kind: row.parsed(4)?,
                    size: row.int(5)?,
                    person_name: row.text(6)?,
                    at: row.int(7)?,
                }),
                1 => latest.push(Latest {
                    id: row.id(1)?,
                    text: row.text(2)?,
                    person_name: row.text(6)?,
                    at: row.int(7)?,
                }),
                _ => count = row.int(5)?,
            }
            Ok(())
        },
    )?;
    files.sort_by_key(|file| std::cmp::Reverse((file.at, file.id)));
    latest.sort_by_key(|one| std::cmp::Reverse((one.at, one.id)));
    Ok((files, latest, count))
}
