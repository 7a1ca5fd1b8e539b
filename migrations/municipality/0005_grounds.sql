-- Why an element looks as it does and how it is followed up, one column for each thing that can be
-- said; an empty text is not said.
create table grounds (
  tenant BYTES not null,
  element_id BYTES not null,
  perspective text not null,
  follow_up text not null,
  evaluation text not null,
  analysis text not null,
  present_state text not null,
  wanted_state text not null,
  outside_world text not null,
  level_reason text not null,
  example text not null,
  strategy text not null,
  ambition text not null,
  inhabitants text not null,
  version BIGINT not null,
  constraint grounds_key primary key (tenant, element_id)
);
-- Drafts thrown away, which may be taken back for some time.
create table thrown (
  tenant BYTES not null,
  element_id BYTES not null,
  org_unit_id BYTES not null,
  was text not null,
  thrown_on text not null,
  person_id BYTES not null,
  version BIGINT not null,
  constraint thrown_key primary key (tenant, element_id)
);
create index thrown_org_unit on thrown (tenant, org_unit_id);
-- What an element was copied from, such as the goal of the period before.
create table copies (
  tenant BYTES not null,
  element_id BYTES not null,
  copied_from_id BYTES not null,
  version BIGINT not null,
  constraint copies_key primary key (tenant, element_id)
);
create index copies_from on copies (tenant, copied_from_id);
-- What else an element replaces when several are merged into it; the first stands in successions.
create table mergers (
  tenant BYTES not null,
  element_id BYTES not null,
  supersedes_id BYTES not null,
  version BIGINT not null,
  constraint mergers_key primary key (tenant, element_id, supersedes_id)
);
create index mergers_supersedes on mergers (tenant, supersedes_id);
-- What every plan must have; org_unit_id of sixteen zero bytes is the minimum for all.
create table requirements (
  tenant BYTES not null,
  org_unit_id BYTES not null,
  kind text not null,
  person_id BYTES not null,
  version BIGINT not null,
  constraint requirements_key primary key (tenant, org_unit_id, kind)
);
