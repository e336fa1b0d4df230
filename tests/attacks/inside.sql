-- Only in tests: a clock that can be set, and a way in for the one who tests, as the owner of the database.

create table private.test_clock (ahead interval not null);
insert into private.test_clock values ('0');
create or replace function private.clock() returns timestamptz
language sql volatile security definer set search_path = '' as $$ select clock_timestamp() + (select ahead from private.test_clock) $$;

create function public.test_rows(p_sql text) returns jsonb language plpgsql security definer set search_path = '' as $$
declare v jsonb;
begin
  execute 'select coalesce(jsonb_agg(to_jsonb(q)), ''[]'') from (' || p_sql || ') q' into v;
  return v;
end $$;
create function public.test_do(p_sql text) returns void language plpgsql security definer set search_path = '' as $$
begin
  execute p_sql;
end $$;
grant execute on function public.test_rows(text), public.test_do(text) to service_role;
