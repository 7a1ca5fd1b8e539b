-- The year wheel of an org unit and a year, so that one without steps is told from none.
create table wheels (
  tenant BYTES not null,
  wheel_id BYTES not null,
  org_unit_id BYTES not null,
  year BIGINT not null,
  at BIGINT not null,
  person_name text not null,
  version BIGINT not null,
  constraint wheels_key primary key (tenant, wheel_id)
);
create unique index wheels_org_unit on wheels (tenant, org_unit_id, year);
-- Steps of wheels. What is taken away stays for a while with when it was, so that it can be put back.
create table wheel_steps (
  tenant BYTES not null,
  wheel_step_id BYTES not null,
  org_unit_id BYTES not null,
  year BIGINT not null,
  model_step text not null,
  kind text not null,
  title text not null,
  opens_on text,
  due_on text not null,
  needed_on text,
  day_rule text not null,
  about_year BIGINT not null,
  document text not null,
  instructions text not null,
  at BIGINT not null,
  removed_at BIGINT,
  version BIGINT not null,
  constraint wheel_steps_key primary key (tenant, wheel_step_id)
);
create index wheel_steps_org_unit on wheel_steps (tenant, org_unit_id, due_on);
-- Calendars that people subscribe to at a secret address, of which only the digest is kept.
create table calendar_feeds (
  tenant BYTES not null,
  feed_id BYTES not null,
  person_id BYTES not null,
  -- The org unit that it is about; none when it is about those where the person holds roles.
  org_unit_id BYTES,
  digest BYTES not null,
  at BIGINT not null,
  revoked_at BIGINT,
  version BIGINT not null,
  constraint calendar_feeds_key primary key (tenant, feed_id)
);
create unique index calendar_feeds_digest on calendar_feeds (tenant, digest);
create index calendar_feeds_person on calendar_feeds (tenant, person_id);
