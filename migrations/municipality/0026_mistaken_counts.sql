-- When somebody said that how many people the values of an org unit for a period are about had been wrong from
-- the beginning: what was said before hides nothing any more.
create table mistaken_counts (
  tenant BYTES not null,
  measure_id BYTES not null,
  org_unit_id BYTES not null,
  period text not null,
  at BIGINT not null,
  constraint mistaken_counts_key primary key (tenant, measure_id, org_unit_id, period)
) ROWLESS;
