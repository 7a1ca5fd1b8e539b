-- What the figures said when somebody answered whether an action had effect, as a code, and why the answer
-- is another where it is. Nothing in either for answers given before it was asked.
alter table action_effects add column figures text;
alter table action_effects add column why text;
