-- Versions of the steering model, each as its file; the newest is in force and older ones are read.
create table steering_models (
  tenant BYTES not null,
  version BIGINT not null,
  model_id text not null,
  yaml text not null,
  valid_from text not null,
  valid_to text,
  loaded_at BIGINT not null,
  loaded_by text not null,
  constraint steering_models_key primary key (tenant, version)
);
-- The organisation. A row lives from valid_from to valid_to; moves and renames keep the identity.
create table org_units (
  tenant BYTES not null,
  org_unit_id BYTES not null,
  level text not null,
  kind text not null,
  parent_id BYTES,
  name text not null,
  sort_key text not null,
  valid_from text not null,
  valid_to text,
  succeeded_by BYTES,
  version BIGINT not null,
  constraint org_units_key primary key (tenant, org_unit_id)
);
create table people (
  tenant BYTES not null,
  person_id BYTES not null,
  name text not null,
  sort_key text not null,
  title text not null,
  email text not null,
  -- The day the person left; the row stays, since history names it.
  left_on text,
  version BIGINT not null,
  constraint people_key primary key (tenant, person_id),
  constraint people_email unique (tenant, email)
);
-- A role over a subtree. Ended by a day, never erased, so that "who could do what then" has an answer.
create table grants (
  tenant BYTES not null,
  grant_id BYTES not null,
  person_id BYTES not null,
  role text not null,
  org_unit_id BYTES not null,
  valid_from text not null,
  valid_to text,
  version BIGINT not null,
  constraint grants_key primary key (tenant, grant_id)
);
create index grants_person on grants (tenant, person_id);
create index grants_org_unit on grants (tenant, org_unit_id);
-- What bodies decided; adoption of elements points here.
create table decisions (
  tenant BYTES not null,
  decision_id BYTES not null,
  body_id BYTES not null,
  decided_on text not null,
  paragraph text not null,
  reference text not null,
  version BIGINT not null,
  constraint decisions_key primary key (tenant, decision_id)
);
-- Nodes of the thread, of every role.
create table elements (
  tenant BYTES not null,
  element_id BYTES not null,
  element_type text not null,
  role text not null,
  owner_id BYTES not null,
  number text not null,
  title text not null,
  text text not null,
  responsible_id BYTES,
  starts_on text,
  ends_on text,
  state text not null,
  decision_id BYTES,
  version BIGINT not null,
  constraint elements_key primary key (tenant, element_id)
);
create table links (
  tenant BYTES not null,
  link_id BYTES not null,
  child_id BYTES not null,
  parent_id BYTES not null,
  kind text not null,
  version BIGINT not null,
  constraint links_key primary key (tenant, link_id),
  constraint links_once unique (tenant, child_id, parent_id, kind)
);
-- By parent, for what hangs under a goal.
create index links_parent on links (tenant, parent_id);
-- Changes of the links of what is decided, waiting for a decision: links to come and links to go.
create table link_proposals (
  tenant BYTES not null,
  link_id BYTES not null,
  child_id BYTES not null,
  parent_id BYTES not null,
  kind text not null,
  state text not null,
  version BIGINT not null,
  constraint link_proposals_key primary key (tenant, link_id)
);
create index link_proposals_child on link_proposals (tenant, child_id);
-- What an element was written to replace; the one replaced is superseded when the new one is adopted.
create table successions (
  tenant BYTES not null,
  element_id BYTES not null,
  supersedes_id BYTES not null,
  version BIGINT not null,
  constraint successions_key primary key (tenant, element_id)
) ROWLESS;
create index successions_supersedes on successions (tenant, supersedes_id);
-- That a goal from above does not concern an org unit, and why: an answer like a goal of its own.
create table exemptions (
  tenant BYTES not null,
  exemption_id BYTES not null,
  org_unit_id BYTES not null,
  element_id BYTES not null,
  reason text not null,
  state text not null,
  decision_id BYTES,
  version BIGINT not null,
  constraint exemptions_key primary key (tenant, exemption_id),
  constraint exemptions_once unique (tenant, org_unit_id, element_id)
);
-- How a measure element measures. Values stand in outcomes and outlive goals.
-- Also how it is computed from others, by what its values are broken down, and how many a value must be
-- about to be shown.
create table measures (
  tenant BYTES not null,
  element_id BYTES not null,
  class text not null,
  measure_unit text not null,
  decimals BIGINT not null,
  direction text not null,
  method text not null,
  source text not null,
  frequency text not null,
  over_organisation text not null,
  over_time text not null,
  counts_in_assessment BIGINT not null,
  controllable BIGINT not null,
  is_percentage BIGINT not null,
  formula text not null,
  breakdowns text not null,
  least_count BIGINT not null,
  lag_days BIGINT,
  constraint measures_key primary key (tenant, element_id)
);
-- Target levels; org_unit_id of sixteen zero bytes is the level for everyone without an own.
create table targets (
  tenant BYTES not null,
  measure_id BYTES not null,
  org_unit_id BYTES not null,
  period text not null,
  kind text not null,
  low BIGINT,
  low_scale BIGINT not null,
  high BIGINT,
  high_scale BIGINT not null,
  version BIGINT not null,
  constraint targets_key primary key (tenant, measure_id, org_unit_id, period)
);
-- The revision is raised by structural writes only; the deltas bring a node's picture up to date
-- without a reload. What people report about the structure raises the other number.
create table structure_revisions (
  tenant BYTES not null,
  revision BIGINT not null,
  reported BIGINT not null,
  constraint structure_revisions_key primary key (tenant)
);
create table structure_deltas (
  tenant BYTES not null,
  revision BIGINT not null,
  kind text not null,
  object_id BYTES not null,
  constraint structure_deltas_key primary key (tenant, revision, kind, object_id)
) ROWLESS;
