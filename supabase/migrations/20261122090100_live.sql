-- The running circle: its live document while it is open, and what stays of it: planned against actual minutes.

-- The Yjs state, base64: what was pressed, who speaks next, who passed. No member reads it, and it is forgotten when the circle closes.
create table public.live_documents (
  circle_id uuid primary key references public.circles (id) on delete cascade,
  state text not null
);

create table public.circle_runs (
  circle_id uuid primary key,
  team_id uuid not null,
  -- {"phase", "current", "since", "started", "ended", "items": [{"id", "title", "kind", "planned", "minutes", "actual", "skipped"}], "rounds": how many}
  run jsonb not null check (jsonb_typeof(run) = 'object' and octet_length(run::text) <= 60000),
  updated_at timestamptz not null default now(),
  foreign key (circle_id, team_id) references public.circles (id, team_id) on delete cascade
);

alter table public.live_documents enable row level security;
alter table public.circle_runs enable row level security;

create policy "the team sees how the circle runs and ran" on public.circle_runs for select to authenticated
  using (team_id in (select private.my_teams()));

grant select on public.circle_runs to authenticated;
grant select, insert, update, delete on public.live_documents, public.circle_runs to service_role;

comment on table public.live_documents is 'The live state of an open circle. Read and written by the server''s store only; gone when the circle closes.';
comment on table public.circle_runs is 'Where a circle stands, and its minutes as planned and as they were. No names.';

-- What the signed-in person may do with a running circle. No row: nothing.
-- Definer: membership is checked once, by the join; asked for every socket that opens, and again and again.
create function public.live_access(p_circle uuid)
returns table (team_id uuid, can_write boolean, display_name text, circle_state text, role text)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select c.team_id,
      c.state = 'open' and (m.role = 'lead' or coalesce(r.role in ('facilitator', 'co_facilitator'), false)),
      p.display_name, c.state,
      case when r.role is not null then r.role when m.role = 'lead' then 'lead' else 'member' end
    from public.circles c
    join public.team_members m on m.team_id = c.team_id and m.person_id = (select auth.uid())
    join public.people p on p.id = m.person_id
    left join public.circle_roles r on r.circle_id = c.id and r.person_id = m.person_id
    where c.id = p_circle;
end $$;
revoke all on function public.live_access(uuid) from public, anon, authenticated;
grant execute on function public.live_access(uuid) to authenticated;

-- Stores the live state of an open circle and what is derived from it, in one transaction.
create function public.store_live(p_circle uuid, p_state text, p_run jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  v_team uuid;
begin
  select team_id into v_team from public.circles where id = p_circle and state = 'open' for share;
  if not found then raise exception 'this circle is not open' using errcode = 'PT409', hint = 'circle_closed'; end if;
  insert into public.live_documents (circle_id, state) values (p_circle, p_state)
    on conflict (circle_id) do update set state = excluded.state;
  insert into public.circle_runs (circle_id, team_id, run) values (p_circle, v_team, p_run)
    on conflict (circle_id) do update set run = excluded.run, updated_at = now();
end $$;

create function public.load_live(p_circle uuid) returns text
language sql stable set search_path = '' as $$
  select state from public.live_documents where circle_id = p_circle
$$;
revoke all on function public.store_live(uuid, text, jsonb), public.load_live(uuid) from public, anon, authenticated;
grant execute on function public.store_live(uuid, text, jsonb), public.load_live(uuid) to service_role;

-- Definer: no member has a right on the live document. Who spoke when, and who passed, is nobody's business afterwards.
create function private.forget_live() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.live_documents where circle_id = new.id;
  return null;
end $$;
revoke all on function private.forget_live() from public, anon, authenticated;
create trigger forget_live after update of state on public.circles
  for each row when (new.state = 'closed' and old.state <> 'closed') execute function private.forget_live();
