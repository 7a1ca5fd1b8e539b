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
-- For how long an account is written: the time between two changes where it is short. Kept of an account
-- until it is handed in, and of nobody in it.
create table account_times (
  tenant BYTES not null,
  follow_up_id BYTES not null,
  latest_at BIGINT not null,
  micros BIGINT not null,
  constraint account_times_key primary key (tenant, follow_up_id)
);
-- How many accounts of a round took how many minutes; nothing ties a number to an account.
create table round_minutes (
  tenant BYTES not null,
  round_id BYTES not null,
  minutes BIGINT not null,
  counted BIGINT not null,
  constraint round_minutes_key primary key (tenant, round_id, minutes)
);
