-- Municipalities of this installation. The host name decides which one a request is about.
create table tenants (
  tenant BYTES not null,
  host text not null,
  name text not null,
  created_at BIGINT not null,
  constraint tenants_key primary key (tenant),
  constraint tenants_host unique (host)
);
-- Local sign-in. A person without a password signs in by an invitation first; opened_by made it.
create table accounts (
  tenant BYTES not null,
  person_id BYTES not null,
  email text not null,
  password_hash text,
  opened_by BYTES,
  version BIGINT not null,
  constraint accounts_key primary key (tenant, person_id),
  constraint accounts_email unique (tenant, email)
);
-- Only the digest of a session's token is kept, so that a copy of the file opens nothing.
create table sessions (
  tenant BYTES not null,
  token_hash BYTES not null,
  person_id BYTES not null,
  created_at BIGINT not null,
  seen_at BIGINT not null,
  stepped_up_at BIGINT,
  constraint sessions_key primary key (tenant, token_hash)
) ROWLESS;
create index sessions_person on sessions (tenant, person_id);
-- One-time codes of invitations, password resets and the first administrator.
create table one_time_codes (
  tenant BYTES not null,
  code_hash BYTES not null,
  person_id BYTES not null,
  issued_by BYTES,
  expires_at BIGINT not null,
  used_at BIGINT,
  constraint one_time_codes_key primary key (tenant, code_hash)
) ROWLESS;
-- Failed attempts per address slow the next one down; nobody is locked out for good.
create table sign_in_failures (
  tenant BYTES not null,
  email text not null,
  failures BIGINT not null,
  last_at BIGINT not null,
  constraint sign_in_failures_key primary key (tenant, email)
) ROWLESS;
