-- What is kept from readers of a measure's values for a period, so that a value about too few cannot be
-- computed by who has kept what was shown before. `places`: the org units and groups; `kept`: the sums that
-- may have been kept; `holds`: whether the values stand that it was decided of, which is so but on another day.
create table withheld (
  tenant BYTES not null,
  measure_id BYTES not null,
  period text not null,
  places text not null,
  kept text not null,
  at BIGINT not null,
  holds BIGINT not null,
  constraint withheld_key primary key (tenant, measure_id, period)
) ROWLESS;
