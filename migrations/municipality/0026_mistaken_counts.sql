-- When somebody said that how many people a value is about had been wrong from the beginning: what was said
-- before hides nothing any more.
create table mistaken_counts (
  tenant BYTES not null,
  measure_id BYTES not null,
  org_unit_id BYTES not null,
  breakdown text not null,
  period text not null,
  at BIGINT not null,
  constraint mistaken_counts_key primary key (tenant, measure_id, org_unit_id, breakdown, period)
) ROWLESS;
-- What a value has been known to be about, asked of one place at a time.
create index count_history_place on count_history (tenant, measure_id, org_unit_id, period);
