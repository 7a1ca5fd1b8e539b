-- That a body accepts that something deviates, for a time and with a reason. It ends by its day without
-- anybody doing anything; ended_on says when somebody took it back before that.
create table accepted_deviations (
  tenant BYTES not null,
  acceptance_id BYTES not null,
  element_id BYTES not null,
  org_unit_id BYTES not null,
  reason text not null,
  decision_id BYTES not null,
  until_on text not null,
  ended_on text,
  person_name text not null,
  at BIGINT not null,
  version BIGINT not null,
  constraint accepted_deviations_key primary key (tenant, acceptance_id)
);
create index accepted_deviations_element on accepted_deviations (tenant, element_id);
create index accepted_deviations_until on accepted_deviations (tenant, until_on);
