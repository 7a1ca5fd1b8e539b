-- What is asked in rounds of a kind. What is taken away stays with when it was, so that it can be put
-- back. One that nobody has changed is not here: it is the usual one of its kind.
create table report_templates (
  tenant BYTES not null,
  template_id BYTES not null,
  kind text not null,
  title text not null,
  stops text not null,
  limit_minutes BIGINT not null,
  person_name text not null,
  at BIGINT not null,
  removed_at BIGINT,
  version BIGINT not null,
  constraint report_templates_key primary key (tenant, template_id)
);
-- The questions of templates, in order of position.
create table template_questions (
  tenant BYTES not null,
  question_id BYTES not null,
  template_id BYTES not null,
  position BIGINT not null,
  title text not null,
  help text not null,
  answer text not null,
  choices text not null,
  levels text not null,
  required BIGINT not null,
  reader text not null,
  minutes BIGINT not null,
  removed_at BIGINT,
  version BIGINT not null,
  constraint template_questions_key primary key (tenant, question_id)
);
create index template_questions_template on template_questions (tenant, template_id, position);
-- When the answers to a question were first read above those who answered, or quoted in a report, in a
-- round.
create table question_reads (
  tenant BYTES not null,
  question_id BYTES not null,
  round_id BYTES not null,
  how text not null,
  at BIGINT not null,
  constraint question_reads_key primary key (tenant, question_id, round_id, how)
);
-- What a round is beyond its period: its kind, the step of a year wheel that it was opened for, the
-- template as it was then, and the days of levels that hand in earlier than the last. Rounds from before
-- have no row: they are of the kind that their period says, and ask what was asked then.
create table round_plans (
  tenant BYTES not null,
  round_id BYTES not null,
  kind text not null,
  wheel_step_id BYTES,
  template_id BYTES,
  template text not null,
  days text not null,
  constraint round_plans_key primary key (tenant, round_id)
);
-- What a part asks beyond what every part asks, as it was when the account was begun, and the answer.
create table part_answers (
  tenant BYTES not null,
  part_id BYTES not null,
  question_id BYTES,
  question_version BIGINT not null,
  answer text not null,
  help text not null,
  choices text not null,
  required BIGINT not null,
  reader text not null,
  minutes BIGINT not null,
  value text not null,
  forecast_ore BIGINT,
  budget_ore BIGINT,
  constraint part_answers_key primary key (tenant, part_id)
);
create index part_answers_question on part_answers (tenant, question_id);
-- In which report an assignment shall be answered: of what kind and about which year.
create table report_points (
  tenant BYTES not null,
  element_id BYTES not null,
  kind text not null,
  year BIGINT not null,
  version BIGINT not null,
  constraint report_points_key primary key (tenant, element_id)
);
-- Whether a report was worth the time: how many said what of a round, and who has been asked. Nothing
-- ties the two together.
create table round_worth (
  tenant BYTES not null,
  round_id BYTES not null,
  answer text not null,
  counted BIGINT not null,
  constraint round_worth_key primary key (tenant, round_id, answer)
);
create table asked_for_worth (
  tenant BYTES not null,
  follow_up_id BYTES not null,
  constraint asked_for_worth_key primary key (tenant, follow_up_id)
);
