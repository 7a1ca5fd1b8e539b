-- Every change of a value that stood already: what stood, what took its place, why, who and when. A value
-- taken away has no state after.
create table corrections (
  tenant BYTES not null,
  measure_id BYTES not null,
  org_unit_id BYTES not null,
  breakdown text not null,
  period text not null,
  version BIGINT not null,
  before_state text not null,
  before_value BIGINT,
  before_scale BIGINT not null,
  before_quality text not null,
  state text not null,
  value BIGINT,
  scale BIGINT not null,
  quality text not null,
  kind text not null,
  reason text not null,
  person_name text not null,
  at BIGINT not null,
  constraint corrections_key primary key (tenant, measure_id, org_unit_id, breakdown, period, version, at)
) ROWLESS;
create index corrections_newest on corrections (tenant, measure_id, at);
-- The values that a frozen report stands on, one row for each measure in it: period, state, digits and scale
-- on a line each. What is corrected afterwards is held against them.
create table report_series (
  tenant BYTES not null,
  report_id BYTES not null,
  measure_id BYTES not null,
  org_unit_id BYTES not null,
  points text not null,
  at BIGINT not null,
  constraint report_series_key primary key (tenant, report_id, measure_id)
) ROWLESS;
create index report_series_measure on report_series (tenant, measure_id, org_unit_id, at);
-- How many people a value is about, where that is known: what is about too few is not shown.
create table value_counts (
  tenant BYTES not null,
  measure_id BYTES not null,
  org_unit_id BYTES not null,
  breakdown text not null,
  period text not null,
  counted BIGINT not null,
  constraint value_counts_key primary key (tenant, measure_id, org_unit_id, breakdown, period)
) ROWLESS;
