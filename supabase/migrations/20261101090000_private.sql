-- The ground: nothing is granted by default, and the schema for helpers that the API does not show.

create schema if not exists private;
comment on schema private is 'Helpers for policies. Not exposed by the API.';

alter default privileges in schema public revoke all on tables from public, anon, authenticated;
alter default privileges in schema public revoke all on sequences from public, anon, authenticated;
alter default privileges in schema public revoke all on functions from public, anon, authenticated;
alter default privileges revoke execute on functions from public;
revoke all on all tables in schema public from public, anon, authenticated;

grant usage on schema public to authenticated, service_role;
grant usage on schema private to authenticated, service_role;
grant usage on schema auth to authenticated, service_role;
-- A visitor may call the API; there is nothing there for them to read.
grant usage on schema public to anon;
