-- Every value that was kept, changed or taken away: what stood before, what stands after, why, who and when.
-- Whatever door it came by writes here, once. The state before is empty where nothing stood, the state after
-- where nothing stands. In the order of time, so that what a file wrote lies together.
create table value_history (
  tenant BYTES not null,
  at BIGINT not null,
  measure_id BYTES not null,
  org_unit_id BYTES not null,
  breakdown text not null,
  period text not null,
  version BIGINT not null,
  before_state text not null,
  before_value BIGINT,
  before_scale BIGINT not null,
  before_quality text not null,
  before_origin text not null,
  before_at BIGINT not null,
  state text not null,
  value BIGINT,
  scale BIGINT not null,
  quality text not null,
  origin text not null,
  kind text not null,
  import_id BYTES,
  reason text not null,
  person_name text not null,
  constraint value_history_key primary key (tenant, at, measure_id, org_unit_id, breakdown, period, origin, version)
) ROWLESS;
-- What has become of a value, and of a measure's; the many that were only ever kept once cost nothing here.
create index value_history_place on value_history (tenant, measure_id, org_unit_id, breakdown, period) where before_state <> '';
create index value_history_measure on value_history (tenant, measure_id, at) where before_state <> '';
-- Where something has stood and nothing does: whatever comes there next goes on from its version.
create index value_history_taken on value_history (tenant, measure_id) where state = '';
