-- When an org unit came to lie under another, so that an open round can tell whose its accounts are now.
-- The version is that of the org unit after the move.
create table org_unit_moves (
  tenant BYTES not null,
  org_unit_id BYTES not null,
  version BIGINT not null,
  from_id BYTES not null,
  to_id BYTES not null,
  moved_on text not null,
  constraint org_unit_moves_key primary key (tenant, org_unit_id, version)
);
create index org_unit_moves_day on org_unit_moves (tenant, moved_on);
