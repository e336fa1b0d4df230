-- An action: what the team will do, who sees to it, by when, and what became of it ("you said, we did").

create table public.actions (
  id uuid primary key default gen_random_uuid(),
  team_id uuid not null references public.teams (id) on delete cascade,
  circle_id uuid,
  text text not null check (char_length(btrim(text)) between 1 and 500),
  owner_id uuid references public.people (id) on delete set null,
  owner_name text not null default '' check (char_length(owner_name) <= 120),
  due_on date,
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_by uuid references public.people (id) on delete set null,
  -- What was done, or why it was let go; never empty once closed.
  outcome text not null default '' check (char_length(outcome) <= 1000),
  let_go boolean not null default false,
  -- The form's own key: sent twice, it is one action.
  request_key uuid,
  foreign key (circle_id, team_id) references public.circles (id, team_id) on delete cascade,
  unique (team_id, request_key),
  check ((closed_at is null) = (btrim(outcome) = '')),
  check (closed_at is not null or not let_go)
);
create index actions_team on public.actions (team_id, closed_at, due_on);
create index actions_circle on public.actions (circle_id, team_id);
create index actions_owner on public.actions (owner_id) where closed_at is null;

alter table public.actions enable row level security;

create policy "the team sees its actions" on public.actions for select to authenticated
  using (team_id in (select private.my_teams()));
create policy "facilitators and leads note actions" on public.actions for insert to authenticated
  with check ((circle_id is null and team_id in (select private.my_lead_teams())) or circle_id in (select private.my_recordable_circles()));
create policy "facilitators and leads change open actions" on public.actions for update to authenticated
  using (closed_at is null and (team_id in (select private.my_lead_teams()) or circle_id in (select private.my_kept_circles())))
  with check (team_id in (select private.my_lead_teams()) or circle_id in (select private.my_kept_circles()));
create policy "facilitators and leads remove open actions" on public.actions for delete to authenticated
  using (closed_at is null and (team_id in (select private.my_lead_teams()) or circle_id in (select private.my_kept_circles())));

grant select, delete on public.actions to authenticated;
grant insert (team_id, circle_id, text, owner_id, owner_name, due_on, request_key) on public.actions to authenticated;
grant update (text, owner_id, owner_name, due_on) on public.actions to authenticated;

comment on table public.actions is 'What a team will do, who sees to it, and what was done.';

-- Definer: looks at membership. The owner is somebody of the team under their own name, or a name alone.
create function private.true_owner() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- Someone outside the team is refused by the policy, and does not learn here who is in it.
  if new.owner_id is null or new.team_id not in (select private.my_teams()) then return new; end if;
  if tg_op = 'UPDATE' and new.owner_id = old.owner_id then
    new.owner_name := old.owner_name;
    return new;
  end if;
  select p.display_name into new.owner_name from public.people p
    join public.team_members m on m.person_id = p.id and m.team_id = new.team_id where p.id = new.owner_id;
  if not found then raise exception 'an action is seen to by somebody of the team' using errcode = '22023', hint = 'not_in_team'; end if;
  return new;
end $$;
revoke all on function private.true_owner() from public, anon, authenticated;
create trigger true_owner before insert or update on public.actions for each row execute function private.true_owner();

-- Closes an action with what was done, or why it was let go; false when it was closed already.
-- Definer: its owner may do this, and only this, without being a lead or facilitator.
create function public.close_action(p_action uuid, p_outcome text, p_let_go boolean default false) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select 1 from public.actions a where a.id = p_action and a.team_id in (select private.my_teams())
      and (a.owner_id = (select auth.uid()) or a.team_id in (select private.my_lead_teams()) or a.circle_id in (select private.my_kept_circles()))) then
    raise exception 'this action is not yours to close' using errcode = '42501';
  end if;
  if char_length(btrim(coalesce(p_outcome, ''))) not between 1 and 1000 then
    raise exception 'say what was done' using errcode = '22023', hint = 'no_outcome';
  end if;
  update public.actions set closed_at = now(), closed_by = (select auth.uid()), outcome = btrim(p_outcome), let_go = coalesce(p_let_go, false)
    where id = p_action and closed_at is null;
  return found;
end $$;

-- Opens it again. Definer: as above.
create function public.reopen_action(p_action uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select 1 from public.actions a where a.id = p_action and a.team_id in (select private.my_teams())
      and (a.owner_id = (select auth.uid()) or a.team_id in (select private.my_lead_teams()) or a.circle_id in (select private.my_kept_circles()))) then
    raise exception 'this action is not yours to open again' using errcode = '42501';
  end if;
  update public.actions set closed_at = null, closed_by = null, outcome = '', let_go = false where id = p_action and closed_at is not null;
  return found;
end $$;
revoke all on function public.close_action(uuid, text, boolean), public.reopen_action(uuid) from public, anon, authenticated;
grant execute on function public.close_action(uuid, text, boolean), public.reopen_action(uuid) to authenticated;
