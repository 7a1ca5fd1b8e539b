-- Those who are asked to write in an account, in all of it or in one part. What is taken back stays with
-- when, since an account where anybody has been invited is written by invitation from then on.
create table follow_up_invitations (
  tenant BYTES not null,
  invitation_id BYTES not null,
  follow_up_id BYTES not null,
  part_id BYTES,
  person_id BYTES not null,
  person_name text not null,
  invited_by text not null,
  due_on text not null,
  at BIGINT not null,
  removed_at BIGINT,
  version BIGINT not null,
  constraint follow_up_invitations_key primary key (tenant, invitation_id)
);
create index follow_up_invitations_account on follow_up_invitations (tenant, follow_up_id);
create index follow_up_invitations_person on follow_up_invitations (tenant, person_id);
-- Who reports an account instead of the one who answers for it, from the first day to the last. Nobody is
-- named as the one stood in for where nobody answers for the org unit.
create table follow_up_substitutes (
  tenant BYTES not null,
  substitute_id BYTES not null,
  follow_up_id BYTES not null,
  person_id BYTES not null,
  person_name text not null,
  instead_of_id BYTES,
  instead_of_name text not null,
  valid_from text not null,
  valid_to text not null,
  named_by text not null,
  at BIGINT not null,
  ended_at BIGINT,
  version BIGINT not null,
  constraint follow_up_substitutes_key primary key (tenant, substitute_id)
);
create index follow_up_substitutes_account on follow_up_substitutes (tenant, follow_up_id);
create index follow_up_substitutes_person on follow_up_substitutes (tenant, person_id);
-- What a body says in a round of what is reported under it, beside the texts it quotes.
create table compilations (
  tenant BYTES not null,
  compilation_id BYTES not null,
  round_id BYTES not null,
  org_unit_id BYTES not null,
  state text not null,
  text text not null,
  person_name text not null,
  at BIGINT not null,
  version BIGINT not null,
  constraint compilations_key primary key (tenant, compilation_id)
);
create unique index compilations_once on compilations (tenant, round_id, org_unit_id);
-- Which text from below a body quotes, and at which version of it. The words are kept as they stood at that
-- version, so that a later change is seen and nothing that is settled moves; seen_version is the last one
-- that the body has taken a stand on. A part's id or a compilation's is the source.
create table quotes (
  tenant BYTES not null,
  quote_id BYTES not null,
  compilation_id BYTES not null,
  source_kind text not null,
  source_id BYTES not null,
  source_version BIGINT not null,
  seen_version BIGINT not null,
  origin_unit_id BYTES not null,
  through_unit_id BYTES,
  title text not null,
  text text not null,
  person_name text not null,
  written_at BIGINT not null,
  comment text not null,
  position BIGINT not null,
  version BIGINT not null,
  constraint quotes_key primary key (tenant, quote_id)
);
create unique index quotes_once on quotes (tenant, compilation_id, source_id);
create index quotes_source on quotes (tenant, source_id);
