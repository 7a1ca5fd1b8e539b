-- How often a person wants to be reminded by mail, and in which language. Who has said nothing is reminded
-- each working day, in Swedish.
create table reminder_choices (
  tenant BYTES not null,
  person_id BYTES not null,
  pace text not null,
  -- Whether what is due the same day and came after the digest is sent at once.
  immediate BIGINT not null,
  language text not null,
  at BIGINT not null,
  version BIGINT not null,
  constraint reminder_choices_key primary key (tenant, person_id)
);
-- One row for each mail: claimed before it is sent, so that it is sent once by however many nodes.
create table reminders_sent (
  tenant BYTES not null,
  person_id BYTES not null,
  day text not null,
  kind text not null,
  state text not null,
  attempts BIGINT not null,
  -- How many times a claim ended without anybody knowing whether the mail was sent.
  unsure BIGINT not null,
  -- Until when nobody else may take it: the end of the claim, or when it is tried again.
  until BIGINT not null,
  at BIGINT not null,
  things BIGINT not null,
  -- What was due the same day and has been told, so that it is not told again.
  told text not null,
  error text not null,
  constraint reminders_sent_key primary key (tenant, person_id, day, kind)
);
create index reminders_sent_day on reminders_sent (tenant, day, kind);
-- The walk over all people once a day; one node at a time has it.
create table reminder_runs (
  tenant BYTES not null,
  day text not null,
  until BIGINT not null,
  done_at BIGINT,
  constraint reminder_runs_key primary key (tenant, day)
);
