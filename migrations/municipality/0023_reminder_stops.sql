-- Keys by which letters are turned off without signing in: one for each letter, of which only the digest is
-- kept, forgotten with the letter.
create table reminder_stops (
  tenant BYTES not null,
  digest BYTES not null,
  person_id BYTES not null,
  day text not null,
  constraint reminder_stops_key primary key (tenant, digest)
);
create index reminder_stops_day on reminder_stops (tenant, day);
