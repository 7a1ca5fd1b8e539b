-- How far activities and assignments have come; outside the structure, because it changes while people
-- report. Beside what it means stands the level of the steering model's scale that was chosen; empty when
-- none was.
create table progress (
  tenant BYTES not null,
  element_id BYTES not null,
  progress text not null,
  scale_level text not null,
  note text not null,
  version BIGINT not null,
  constraint progress_key primary key (tenant, element_id)
);
-- Judgements in layers: what was proposed by rule stands beside what a person judged, per stage. Beside
-- what a level means stands the level of the steering model's scale that was chosen; empty when none was.
create table assessments (
  tenant BYTES not null,
  assessment_id BYTES not null,
  element_id BYTES not null,
  org_unit_id BYTES not null,
  period text not null,
  kind text not null,
  stage text not null,
  level text not null,
  scale_level text not null,
  proposed_level text not null,
  reason text not null,
  person_id BYTES,
  person_name text not null,
  at BIGINT not null,
  version BIGINT not null,
  constraint assessments_key primary key (tenant, assessment_id),
  constraint assessments_once unique (tenant, element_id, org_unit_id, period, kind, stage)
);
create index assessments_org_unit on assessments (tenant, org_unit_id, period);
-- The level that lists show, one row per element, kept by whoever writes an assessment; through is
-- the last day of the period, so that periods of different lengths compare.
create table element_status (
  tenant BYTES not null,
  element_id BYTES not null,
  level text not null,
  scale_level text not null,
  period text not null,
  through text not null,
  constraint element_status_key primary key (tenant, element_id)
);
create index element_status_level on element_status (tenant, level, through, element_id);
-- A follow-up that many take part in. Late accounts are received until it closes.
create table rounds (
  tenant BYTES not null,
  round_id BYTES not null,
  title text not null,
  period text not null,
  opens_on text not null,
  due_on text not null,
  closes_on text not null,
  version BIGINT not null,
  constraint rounds_key primary key (tenant, round_id)
);
-- One org unit's account in a round; who did the latest step with it, and when.
create table follow_ups (
  tenant BYTES not null,
  follow_up_id BYTES not null,
  round_id BYTES not null,
  org_unit_id BYTES not null,
  state text not null,
  person_name text not null,
  at BIGINT not null,
  version BIGINT not null,
  constraint follow_ups_key primary key (tenant, follow_up_id),
  constraint follow_ups_once unique (tenant, round_id, org_unit_id)
);
create index follow_ups_org_unit on follow_ups (tenant, org_unit_id);
-- The parts of an account. Long texts carry versions of their own, so that two writers never overwrite;
-- version is that of the rest of the form.
create table parts (
  tenant BYTES not null,
  part_id BYTES not null,
  follow_up_id BYTES not null,
  position BIGINT not null,
  kind text not null,
  subject_id BYTES,
  title text not null,
  needs text not null,
  state text not null,
  automatic_text text not null,
  causes text not null,
  text text not null,
  text_version BIGINT not null,
  earlier_text text not null,
  earlier_period text not null,
  level text not null,
  scale_level text not null,
  proposed_level text not null,
  proposal_reason text not null,
  reason text not null,
  reason_version BIGINT not null,
  person_name text not null,
  at BIGINT not null,
  version BIGINT not null,
  constraint parts_key primary key (tenant, part_id)
);
create index parts_follow_up on parts (tenant, follow_up_id, position);
-- Boxes to tick for why a measure deviates, one per line.
create table cause_choices (
  tenant BYTES not null,
  measure_id BYTES not null,
  causes text not null,
  version BIGINT not null,
  constraint cause_choices_key primary key (tenant, measure_id)
);
-- Activities chosen as the answer to a deviation. When handing the account in made a draft known,
-- state_before says what it goes back to if the account is taken back.
create table part_remedies (
  tenant BYTES not null,
  part_id BYTES not null,
  element_id BYTES not null,
  state_before text not null,
  constraint part_remedies_key primary key (tenant, part_id, element_id)
) ROWLESS;
-- Submission, return, approval and withdrawal are records with person and time.
create table follow_up_events (
  tenant BYTES not null,
  event_id BYTES not null,
  follow_up_id BYTES not null,
  part_id BYTES,
  kind text not null,
  comment text not null,
  person_id BYTES not null,
  person_name text not null,
  at BIGINT not null,
  version BIGINT not null,
  constraint follow_up_events_key primary key (tenant, event_id)
);
create index follow_up_events_follow_up on follow_up_events (tenant, follow_up_id);
-- Frozen reports: the tree and its digest; later values never change them.
create table reports (
  tenant BYTES not null,
  report_id BYTES not null,
  round_id BYTES not null,
  org_unit_id BYTES not null,
  language text not null,
  tree text not null,
  digest text not null,
  person_name text not null,
  at BIGINT not null,
  constraint reports_key primary key (tenant, report_id)
);
