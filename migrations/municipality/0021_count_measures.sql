-- What was once known to be about few, of a measure: its old values are told nobody either.
create index count_history_measure on count_history (tenant, measure_id);
