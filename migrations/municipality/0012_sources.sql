-- What sources say that are not used: beside the value that is, in outcomes. Origin is the source's name;
-- empty for the municipality's own, which stands here only where somebody has chosen another.
create table source_values (
  tenant BYTES not null,
  measure_id BYTES not null,
  org_unit_id BYTES not null,
  breakdown text not null,
  period text not null,
  origin text not null,
  state text not null,
  value BIGINT,
  scale BIGINT not null,
  quality text not null,
  import_id BYTES,
  at BIGINT not null,
  version BIGINT not null,
  constraint source_values_key primary key (tenant, measure_id, org_unit_id, breakdown, period, origin)
) ROWLESS;
