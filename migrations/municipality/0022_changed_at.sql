-- The values that stood already, by when they were changed: what has changed between two days is read
-- a page at a time.
create index value_history_changed on value_history (tenant, at, measure_id, org_unit_id, period, version) where before_state <> '' and breakdown = '';
