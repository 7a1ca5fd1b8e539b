-- How many people a value was about before each change of that, and after: none where it was not known. What
-- undoing a file and pages of another day put back.
create table count_history (
  tenant BYTES not null,
  at BIGINT not null,
  measure_id BYTES not null,
  org_unit_id BYTES not null,
  breakdown text not null,
  period text not null,
  before_counted BIGINT,
  counted BIGINT,
  import_id BYTES,
  constraint count_history_key primary key (tenant, at, measure_id, org_unit_id, breakdown, period)
) ROWLESS;
