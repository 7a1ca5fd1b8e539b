-- That it has been decided once what is withheld of the values that stood before it was decided as they are
-- written.
create table withholding_decided (
  tenant BYTES not null,
  at BIGINT not null,
  constraint withholding_decided_key primary key (tenant)
) ROWLESS;
