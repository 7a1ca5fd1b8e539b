-- Faults of the steering check that someone has decided to let be, with a reason and a last day.
create table let_be (
  tenant BYTES not null,
  rule text not null,
  subject text not null,
  reason text not null,
  until text not null,
  person_id BYTES not null,
  at BIGINT not null,
  version BIGINT not null,
  constraint let_be_key primary key (tenant, rule, subject)
);
