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
