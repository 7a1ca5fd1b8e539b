-- When it was last said how many people values are about, or decided what is withheld of them: asked each
-- time a page of another day is shown.
create index count_history_at on count_history (tenant, at);
create index withheld_at on withheld (tenant, at);
create index mistaken_counts_at on mistaken_counts (tenant, at);
