-- Files that show something about an element. A file taken away is marked, and can be taken back until
-- an instant; after it its content goes.
create table attachments (
  tenant BYTES not null,
  attachment_id BYTES not null,
  element_id BYTES not null,
  name text not null,
  shows text not null,
  kind text not null,
  size BIGINT not null,
  digest text not null,
  person_id BYTES not null,
  person_name text not null,
  at BIGINT not null,
  removed_at BIGINT,
  removed_by text not null,
  back_until BIGINT,
  version BIGINT not null,
  constraint attachments_key primary key (tenant, attachment_id)
);
create index attachments_element on attachments (tenant, element_id, at);
create index attachments_digest on attachments (tenant, digest);
create index attachments_back_until on attachments (tenant, back_until);
-- What is in the files, by the digest of the content, so that the same content is kept once.
create table attachment_contents (
  tenant BYTES not null,
  digest text not null,
  content BYTES not null,
  constraint attachment_contents_key primary key (tenant, digest)
);
-- What people say to each other about an element. What was said of a draft stays with those who read
-- drafts. A comment taken away keeps its row, without its text.
create table comments (
  tenant BYTES not null,
  comment_id BYTES not null,
  element_id BYTES not null,
  of_draft BIGINT not null,
  text text not null,
  person_id BYTES not null,
  person_name text not null,
  at BIGINT not null,
  edited_at BIGINT,
  removed_at BIGINT,
  removed_by text not null,
  reason text not null,
  version BIGINT not null,
  constraint comments_key primary key (tenant, comment_id)
);
create index comments_element on comments (tenant, element_id, at);
-- Whom a comment asks, and when they answered it or said that they were done with it.
create table mentions (
  tenant BYTES not null,
  person_id BYTES not null,
  comment_id BYTES not null,
  element_id BYTES not null,
  at BIGINT not null,
  done_at BIGINT,
  constraint mentions_key primary key (tenant, person_id, comment_id)
);
create index mentions_waiting on mentions (tenant, person_id, done_at, at);
create index mentions_comment on mentions (tenant, comment_id);
