-- What is said of an activity as the answer to something: what kind of improvement it is, what is
-- expected of it, where that would be seen, when its effect is asked for, and where it came from. The
-- activity itself is an element; one without a row here is an activity like any other. next_ask_on is
-- when the effect is asked for next: empty when it is answered.
create table actions (
  tenant BYTES not null,
  element_id BYTES not null,
  kind text not null,
  expected text not null,
  measure_id BYTES,
  org_unit_id BYTES,
  direction text not null,
  followed_by text not null,
  ask_on text,
  next_ask_on text,
  map_link text not null,
  origin_kind text not null,
  origin_id BYTES,
  person_name text not null,
  at BIGINT not null,
  version BIGINT not null,
  constraint actions_key primary key (tenant, element_id)
);
create index actions_measure on actions (tenant, measure_id);
create index actions_origin on actions (tenant, origin_id);
create index actions_asked on actions (tenant, next_ask_on);
-- Whether an action had effect, as somebody answered on a day. A new answer is a new row; place counts
-- them from 1, and the one with the highest is what holds. ask_on is when it is asked again.
create table action_effects (
  tenant BYTES not null,
  element_id BYTES not null,
  place BIGINT not null,
  effect_id BYTES not null,
  answer text not null,
  learned text not null,
  ask_on text,
  person_id BYTES not null,
  person_name text not null,
  at BIGINT not null,
  constraint action_effects_key primary key (tenant, element_id, place)
);
create unique index action_effects_id on action_effects (tenant, effect_id);
create index action_effects_at on action_effects (tenant, at);
-- What poor quality is estimated to cost, in öre: of an action, a deviation or an analysis.
create table quality_costs (
  tenant BYTES not null,
  cost_id BYTES not null,
  subject_kind text not null,
  subject_id BYTES not null,
  org_unit_id BYTES not null,
  in_year BIGINT not null,
  ore BIGINT not null,
  estimated text not null,
  person_name text not null,
  at BIGINT not null,
  version BIGINT not null,
  constraint quality_costs_key primary key (tenant, cost_id)
);
create index quality_costs_subject on quality_costs (tenant, subject_id);
create index quality_costs_unit on quality_costs (tenant, in_year, org_unit_id);
-- A number that rises when something is said of an action or answered; what is kept in memory is told
-- apart by it.
create table action_revisions (
  tenant BYTES not null,
  revision BIGINT not null,
  constraint action_revisions_key primary key (tenant)
);
-- For how many days a deviation may wait for a decided action before the executive board is told.
create table action_limits (
  tenant BYTES not null,
  what text not null,
  days BIGINT not null,
  version BIGINT not null,
  constraint action_limits_key primary key (tenant, what)
);
-- Working methods that the municipality wants its org units to have.
create table working_methods (
  tenant BYTES not null,
  method_id BYTES not null,
  name text not null,
  meaning text not null,
  ended_on text,
  version BIGINT not null,
  constraint working_methods_key primary key (tenant, method_id)
);
-- How far an org unit has come with a method, by its own account. Nothing is overwritten: the row with
-- the highest place holds.
create table method_levels (
  tenant BYTES not null,
  method_id BYTES not null,
  org_unit_id BYTES not null,
  place BIGINT not null,
  level text not null,
  said text not null,
  person_name text not null,
  at BIGINT not null,
  constraint method_levels_key primary key (tenant, method_id, org_unit_id, place)
);
create index method_levels_unit on method_levels (tenant, org_unit_id);
-- The greatest challenges of the municipality, and the elements that answer to each.
create table challenges (
  tenant BYTES not null,
  challenge_id BYTES not null,
  title text not null,
  why text not null,
  org_unit_id BYTES not null,
  ended_on text,
  version BIGINT not null,
  constraint challenges_key primary key (tenant, challenge_id)
);
create table challenge_elements (
  tenant BYTES not null,
  challenge_id BYTES not null,
  element_id BYTES not null,
  constraint challenge_elements_key primary key (tenant, challenge_id, element_id)
);
create index challenge_elements_element on challenge_elements (tenant, element_id);
-- Whether a measure shows the inner quality (how those who work have it) or the outer (what those who
-- live here meet), and of what kind the inner is. What is not said of is in no row.
create table quality_sides (
  tenant BYTES not null,
  measure_id BYTES not null,
  side text not null,
  version BIGINT not null,
  constraint quality_sides_key primary key (tenant, measure_id)
);
