-- What files with the same headings mean by their columns and names, as somebody has told.
create table import_mappings (
  tenant BYTES not null,
  signature text not null,
  mapping text not null,
  version BIGINT not null,
  constraint import_mappings_key primary key (tenant, signature)
);
