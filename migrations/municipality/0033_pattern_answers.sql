-- Whether somebody had expected that two measures move along, at an org unit. Each answer is a row; the latest holds.
create table pattern_answers (
  tenant BYTES not null,
  org_unit_id BYTES not null,
  measure_id BYTES not null,
  other_id BYTES not null,
  at BIGINT not null,
  answer text not null,
  person_id BYTES not null,
  person_name text not null,
  constraint pattern_answers_key primary key (tenant, org_unit_id, measure_id, other_id, at)
);
