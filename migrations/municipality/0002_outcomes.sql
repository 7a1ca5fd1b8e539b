-- Measured values: the one used of each measure, org unit, group and period. What stood there before is
-- in value_history, what other sources say in source_values. Origin is the source's name; empty for the
-- municipality's own.
create table outcomes (
  tenant BYTES not null,
  measure_id BYTES not null,
  org_unit_id BYTES not null,
  breakdown text not null,
  period text not null,
  state text not null,
  value BIGINT,
  scale BIGINT not null,
  quality text not null,
  origin text not null,
  import_id BYTES,
  at BIGINT not null,
  version BIGINT not null,
  constraint outcomes_key primary key (tenant, measure_id, org_unit_id, breakdown, period)
) ROWLESS;
-- Which series for all people there are, and the latest period that has a value; empty when none has.
-- Kept by whoever writes outcomes, so that nobody reads all values to find what is late.
create table series (
  tenant BYTES not null,
  measure_id BYTES not null,
  org_unit_id BYTES not null,
  latest text not null,
  constraint series_key primary key (tenant, measure_id, org_unit_id)
) ROWLESS;
-- Raised when a value of the measure changes, so that a kept roll-up is known to hold.
create table value_revisions (
  tenant BYTES not null,
  measure_id BYTES not null,
  revision BIGINT not null,
  constraint value_revisions_key primary key (tenant, measure_id)
);
-- Which values for all people changed at a revision, so that what is kept is brought up to date by them
-- alone. Where a write touched too many there are none.
create table value_changes (
  tenant BYTES not null,
  measure_id BYTES not null,
  revision BIGINT not null,
  org_unit_id BYTES not null,
  period text not null,
  constraint value_changes_key primary key (tenant, measure_id, revision, org_unit_id, period)
) ROWLESS;
-- By org unit, for its pages and reports.
create index outcomes_org_unit on outcomes (tenant, org_unit_id, measure_id);
-- Where a value of another source is used; the municipality's own cost nothing here.
create index outcomes_origin on outcomes (tenant, measure_id, org_unit_id) where origin <> '';
-- A file of values: previewed, applied in one transaction, undone in one transaction. What it wrote is in
-- value_history, at the times it was applied and undone. Origin names the source that the values are from;
-- empty for the municipality's own.
create table imports (
  tenant BYTES not null,
  import_id BYTES not null,
  org_unit_id BYTES not null,
  file_name text not null,
  origin text not null,
  content text not null,
  state text not null,
  value_count BIGINT not null,
  digest text not null,
  person_id BYTES not null,
  at BIGINT not null,
  applied_at BIGINT not null,
  undone_at BIGINT not null,
  version BIGINT not null,
  constraint imports_key primary key (tenant, import_id)
);
-- Events drawn on every chart of the org unit and those under it.
create table annotations (
  tenant BYTES not null,
  annotation_id BYTES not null,
  org_unit_id BYTES not null,
  on_day text not null,
  text text not null,
  version BIGINT not null,
  constraint annotations_key primary key (tenant, annotation_id)
);
create index annotations_org_unit on annotations (tenant, org_unit_id);
-- Where a person says that a series starts anew, with the reason. What has changed: how an org
-- unit works, or, for everyone, how it is measured.
create table baselines (
  tenant BYTES not null,
  measure_id BYTES not null,
  org_unit_id BYTES not null,
  period text not null,
  locked BIGINT,
  reason text not null,
  kind text not null,
  version BIGINT not null,
  constraint baselines_key primary key (tenant, measure_id, org_unit_id, period)
);
