-- Views of the thread that people have given a name: the filters as an address tells them.
create table saved_views (
  tenant BYTES not null,
  view_id BYTES not null,
  person_id BYTES not null,
  name text not null,
  sort_key text not null,
  query text not null,
  at BIGINT not null,
  version BIGINT not null,
  constraint saved_views_key primary key (tenant, view_id)
);
create index saved_views_person on saved_views (tenant, person_id, sort_key);
-- What a person answers for, when they hand over or leave.
create index elements_responsible on elements (tenant, responsible_id);
-- What is decided not to concern anybody, by the goal that it is about.
create index exemptions_element on exemptions (tenant, element_id);
-- Changes of many elements at once, with what each was before, so that they can be taken back.
create table bulk_changes (
  tenant BYTES not null,
  bulk_change_id BYTES not null,
  person_id BYTES not null,
  person_name text not null,
  at BIGINT not null,
  kind text not null,
  words text not null,
  taken_back_at BIGINT,
  version BIGINT not null,
  constraint bulk_changes_key primary key (tenant, bulk_change_id)
);
create table bulk_change_parts (
  tenant BYTES not null,
  bulk_change_id BYTES not null,
  element_id BYTES not null,
  -- What was there before, as the kind of change writes it.
  before text not null,
  element_version BIGINT not null,
  constraint bulk_change_parts_key primary key (tenant, bulk_change_id, element_id)
);
-- Frameworks from outside that the municipality has chosen, such as Agenda 2030.
create table frameworks (
  tenant BYTES not null,
  framework text not null,
  pack_version text not null,
  chosen_at BIGINT not null,
  version BIGINT not null,
  constraint frameworks_key primary key (tenant, framework)
);
