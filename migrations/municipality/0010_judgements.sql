-- How much a child weighs in the proposal for its parent, where somebody has said otherwise than one.
create table input_weights (
  tenant BYTES not null,
  parent_id BYTES not null,
  child_id BYTES not null,
  weight BIGINT not null,
  version BIGINT not null,
  constraint input_weights_key primary key (tenant, parent_id, child_id)
);
-- What each stage answers to the two questions of coverage and fulfilment.
create table rule_answers (
  tenant BYTES not null,
  element_id BYTES not null,
  org_unit_id BYTES not null,
  period text not null,
  stage text not null,
  coverage text not null,
  fulfilment text not null,
  at BIGINT not null,
  constraint rule_answers_key primary key (tenant, element_id, org_unit_id, period, stage)
);
-- Judgements that differ from what was proposed or from another stage's; kept by whoever writes a
-- judgement, so that nobody has to look through all of them.
create table overrides (
  tenant BYTES not null,
  element_id BYTES not null,
  org_unit_id BYTES not null,
  period text not null,
  kind text not null,
  at BIGINT not null,
  from_proposal BIGINT not null,
  between_stages BIGINT not null,
  constraint overrides_key primary key (tenant, element_id, org_unit_id, period, kind)
);
create index overrides_latest on overrides (tenant, at, element_id);
create index overrides_period on overrides (tenant, period, at, element_id);
create index overrides_org_unit on overrides (tenant, org_unit_id);
insert into overrides (tenant, element_id, org_unit_id, period, kind, at, from_proposal, between_stages)
select tenant, element_id, org_unit_id, period, kind, max(at),
  max(case when proposed_level <> '' and proposed_level <> level then 1 else 0 end),
  case when min(level) <> max(level) then 1 else 0 end
from assessments group by tenant, element_id, org_unit_id, period, kind
having max(case when proposed_level <> '' and proposed_level <> level then 1 else 0 end) = 1
  or min(level) <> max(level);
