-- When a person was here last, and the time before that, from which what is new is counted.
create table visits (
  tenant BYTES not null,
  person_id BYTES not null,
  last_at BIGINT not null,
  before_at BIGINT,
  constraint visits_key primary key (tenant, person_id)
);
