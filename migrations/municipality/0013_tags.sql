-- What of the municipality's own contributes to goals from outside, told by tags: they need no type in
-- the steering model. The goal is numbered as its framework counts.
create table framework_tags (
  tenant BYTES not null,
  element_id BYTES not null,
  framework text not null,
  goal BIGINT not null,
  at BIGINT not null,
  version BIGINT not null,
  constraint framework_tags_key primary key (tenant, element_id, framework, goal)
);
create index framework_tags_goal on framework_tags (tenant, framework, goal, element_id);
-- Frameworks that the municipality has read in itself, as their files were written.
create table framework_packs (
  tenant BYTES not null,
  framework text not null,
  content text not null,
  at BIGINT not null,
  version BIGINT not null,
  constraint framework_packs_key primary key (tenant, framework)
);
-- What is proposed and waits for a decision.
create index elements_state on elements (tenant, state);
-- What an org unit reports.
create index series_org_unit on series (tenant, org_unit_id, measure_id);
