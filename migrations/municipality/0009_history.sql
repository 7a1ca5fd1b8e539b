-- What stood where a value was kept, changed or taken away, and until when; the state is empty where
-- nothing stood. What a file replaced stands in import_rows until the file is undone.
create table outcome_versions (
  tenant BYTES not null,
  measure_id BYTES not null,
  org_unit_id BYTES not null,
  breakdown text not null,
  period text not null,
  replaced_at BIGINT not null,
  version BIGINT not null,
  state text not null,
  value BIGINT,
  scale BIGINT not null,
  quality text not null,
  constraint outcome_versions_key primary key (tenant, measure_id, org_unit_id, breakdown, period, replaced_at, version)
) ROWLESS;
-- By time, for what has changed since a day.
create index outcome_versions_at on outcome_versions (tenant, replaced_at);
