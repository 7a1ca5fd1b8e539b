-- What a measure says to those who live in the municipality, and by which established definition it is
-- counted. A measure without a row has said nothing.
create table measure_worth (
  tenant BYTES not null,
  element_id BYTES not null,
  tells_inhabitants text not null,
  tells_reason text not null,
  established text not null,
  established_link text not null,
  constraint measure_worth_key primary key (tenant, element_id)
);
-- What is said in the fields that the steering model adds to a type; an empty value is not said.
create table own_fields (
  tenant BYTES not null,
  element_id BYTES not null,
  name text not null,
  value text not null,
  version BIGINT not null,
  constraint own_fields_key primary key (tenant, element_id, name)
);
