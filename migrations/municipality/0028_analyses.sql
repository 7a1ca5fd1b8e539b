-- Analyses: why something became as it became. The subject is told by kind and identity, or in words alone
-- where it is nothing of ours. A conversation's analysis is seen by those who take part in it.
create table analyses (
  tenant BYTES not null,
  analysis_id BYTES not null,
  method text not null,
  is_quick BIGINT not null,
  is_conversation BIGINT not null,
  subject_kind text not null,
  subject_id BYTES,
  subject_words text not null,
  subject_url text not null,
  org_unit_id BYTES not null,
  period text not null,
  year BIGINT not null,
  state text not null,
  conclusion text not null,
  certainty text not null,
  sought text not null,
  steps_done BIGINT not null,
  person_id BYTES not null,
  person_name text not null,
  created_at BIGINT not null,
  changed_at BIGINT not null,
  concluded_at BIGINT,
  concluded_by text not null,
  version BIGINT not null,
  constraint analyses_key primary key (tenant, analysis_id)
);
create index analyses_changed on analyses (tenant, changed_at);
create index analyses_subject on analyses (tenant, subject_id);
create index analyses_year on analyses (tenant, year, changed_at);
-- What is written in a step of an analysis. What the facts were is kept when the step is called done.
create table analysis_steps (
  tenant BYTES not null,
  analysis_id BYTES not null,
  number BIGINT not null,
  content text not null,
  facts text not null,
  facts_at BIGINT,
  done_at BIGINT,
  person_name text not null,
  at BIGINT not null,
  version BIGINT not null,
  constraint analysis_steps_key primary key (tenant, analysis_id, number)
);
-- What stood in a step before somebody else wrote over it, or what somebody wrote when another was faster.
create table analysis_earlier (
  tenant BYTES not null,
  analysis_id BYTES not null,
  number BIGINT not null,
  version BIGINT not null,
  person_name text not null,
  at BIGINT not null,
  content text not null,
  constraint analysis_earlier_key primary key (tenant, analysis_id, number, version, person_name)
);
-- What is asked of people, with a day.
create table analysis_questions (
  tenant BYTES not null,
  question_id BYTES not null,
  analysis_id BYTES not null,
  person_id BYTES not null,
  person_name text not null,
  text text not null,
  due_on text not null,
  asked_by text not null,
  asked_at BIGINT not null,
  answer text not null,
  answered_at BIGINT,
  version BIGINT not null,
  constraint analysis_questions_key primary key (tenant, question_id)
);
create index analysis_questions_analysis on analysis_questions (tenant, analysis_id, asked_at);
create index analysis_questions_person on analysis_questions (tenant, person_id, answered_at);
-- Who takes part in an analysis besides those who work at its org unit.
create table analysis_people (
  tenant BYTES not null,
  analysis_id BYTES not null,
  person_id BYTES not null,
  person_name text not null,
  invited_by text not null,
  at BIGINT not null,
  removed_at BIGINT,
  version BIGINT not null,
  constraint analysis_people_key primary key (tenant, analysis_id, person_id)
);
create index analysis_people_person on analysis_people (tenant, person_id);
-- When an analysis was concluded, opened again, thrown away or taken back, with what it said then.
create table analysis_events (
  tenant BYTES not null,
  analysis_id BYTES not null,
  version BIGINT not null,
  event text not null,
  reason text not null,
  conclusion text not null,
  certainty text not null,
  person_name text not null,
  at BIGINT not null,
  constraint analysis_events_key primary key (tenant, analysis_id, version)
);
-- Where a conclusion has been taken: to which part of an account, in which words and of which version.
create table analysis_uses (
  tenant BYTES not null,
  analysis_id BYTES not null,
  part_id BYTES not null,
  conclusion text not null,
  of_version BIGINT not null,
  person_name text not null,
  at BIGINT not null,
  constraint analysis_uses_key primary key (tenant, analysis_id, part_id)
);
create index analysis_uses_part on analysis_uses (tenant, part_id);
