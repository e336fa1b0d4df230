-- A join link lets people into a team (or makes them trainer or admin). Only the SHA-256 of its secret is kept.

create table public.join_links (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  team_id uuid,
  role text not null check (role in ('member', 'lead', 'trainer', 'admin')),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  created_by uuid default auth.uid() references public.people (id) on delete set null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  uses integer not null default 0,
  max_uses integer not null default 50 check (max_uses between 1 and 500),
  foreign key (team_id, organisation_id) references public.teams (id, organisation_id) on delete cascade,
  check ((role in ('member', 'lead')) = (team_id is not null)),
  check (expires_at <= created_at + interval '31 days')
);
create index join_links_team on public.join_links (team_id);
create index join_links_organisation on public.join_links (organisation_id);

-- Tries of one person, to slow down guessing. Kept ten minutes.
create table private.join_attempts (
  person_id uuid not null references public.people (id) on delete cascade,
  attempted_at timestamptz not null default now()
);
create index join_attempts_person on private.join_attempts (person_id, attempted_at);
alter table private.join_attempts enable row level security;

alter table public.join_links enable row level security;

create policy "leads and admins see the links" on public.join_links for select to authenticated
  using (team_id in (select private.my_lead_teams()) or organisation_id in (select private.my_admin_organisations()));
create policy "leads invite to their team, admins to the organisation" on public.join_links for insert to authenticated
  with check (created_by = (select auth.uid())
    and ((team_id in (select private.my_lead_teams())) or organisation_id in (select private.my_admin_organisations())));
create policy "leads and admins revoke links" on public.join_links for update to authenticated
  using (team_id in (select private.my_lead_teams()) or organisation_id in (select private.my_admin_organisations()))
  with check (revoked_at is not null
    and (team_id in (select private.my_lead_teams()) or organisation_id in (select private.my_admin_organisations())));

grant select (id, organisation_id, team_id, role, created_by, created_at, expires_at, revoked_at, uses, max_uses) on public.join_links to authenticated;
grant insert (organisation_id, team_id, role, token_hash, expires_at, max_uses) on public.join_links to authenticated;
grant update (revoked_at) on public.join_links to authenticated;

comment on table public.join_links is 'Invitations: expiring, revocable, the secret stored as SHA-256 only.';

-- Definer: reads a link that the person, not yet a member, may not see; answers with a word, never with an error that undoes the counting of tries.
create function public.look_at_join_link(p_token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_person uuid := (select auth.uid());
  v_link public.join_links;
  v_already boolean;
begin
  if v_person is null then raise exception 'sign in first' using errcode = '42501'; end if;
  delete from private.join_attempts where attempted_at < now() - interval '10 minutes';
  if (select count(*) from private.join_attempts where person_id = v_person) >= 10 then
    return jsonb_build_object('status', 'too_many');
  end if;
  select * into v_link from public.join_links
    where token_hash = encode(sha256(convert_to(coalesce(p_token, ''), 'UTF8')), 'hex');
  if not found then
    insert into private.join_attempts (person_id) values (v_person);
    return jsonb_build_object('status', 'unknown');
  end if;
  if v_link.revoked_at is not null then return jsonb_build_object('status', 'revoked'); end if;
  if v_link.expires_at <= now() then return jsonb_build_object('status', 'expired'); end if;
  -- Already: has what the link gives. A member who opens a link for leads has not.
  v_already := case
    when v_link.team_id is null then exists (
      select 1 from public.organisation_members m where m.organisation_id = v_link.organisation_id and m.person_id = v_person
        and case v_link.role when 'admin' then m.is_admin else m.is_trainer end)
    else exists (
      select 1 from public.team_members m where m.team_id = v_link.team_id and m.person_id = v_person and m.role in (v_link.role, 'lead'))
  end;
  if v_link.uses >= v_link.max_uses and not v_already then return jsonb_build_object('status', 'full'); end if;
  return jsonb_build_object('status', 'ok', 'role', v_link.role, 'team_id', v_link.team_id, 'link_id', v_link.id,
    'organisation', (select name from public.organisations where id = v_link.organisation_id),
    'team', (select name from public.teams where id = v_link.team_id),
    'already', v_already);
end $$;

-- Definer: adds a membership that no policy lets a person give themselves; the link is the permission.
create function public.join_by_link(p_token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_person uuid := (select auth.uid());
  v_look jsonb := public.look_at_join_link(p_token);
  v_link public.join_links;
begin
  if v_look ->> 'status' <> 'ok' then return v_look; end if;
  -- Locked and looked at again, so that the last place is given once and a second click is not counted.
  select * into v_link from public.join_links where id = (v_look ->> 'link_id')::uuid for update;
  v_look := public.look_at_join_link(p_token);
  if v_look ->> 'status' <> 'ok' then return v_look; end if;
  insert into public.organisation_members (organisation_id, person_id, is_admin, is_trainer)
    values (v_link.organisation_id, v_person, v_link.role = 'admin', v_link.role = 'trainer')
    on conflict (organisation_id, person_id) do update
      set is_admin = public.organisation_members.is_admin or excluded.is_admin,
          is_trainer = public.organisation_members.is_trainer or excluded.is_trainer;
  if v_link.team_id is not null then
    insert into public.team_members (team_id, person_id, role) values (v_link.team_id, v_person, v_link.role)
      on conflict (team_id, person_id) do update set role = case when excluded.role = 'lead' then 'lead' else public.team_members.role end;
  end if;
  if not (v_look ->> 'already')::boolean then update public.join_links set uses = uses + 1 where id = v_link.id; end if;
  return v_look;
end $$;
revoke all on function public.look_at_join_link(text), public.join_by_link(text) from public, anon, authenticated;
grant execute on function public.look_at_join_link(text), public.join_by_link(text) to authenticated;
