-- The life of an agreement: proposed, discussed, adopted as a version, acknowledged by each member. Terms of reference live the same way.

alter table public.agreements add column kind text not null default 'agreement' check (kind in ('agreement', 'terms'));
alter table public.agreements drop constraint agreements_team_id_version_key;
alter table public.agreements add unique (team_id, kind, version), add unique (id, team_id);
grant insert (kind) on public.agreements to authenticated;

create or replace function private.next_agreement() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.version > 1 and not exists (select 1 from public.agreements
      where team_id = new.team_id and kind = new.kind and version = new.version - 1) then
    raise exception 'agreements are adopted one version after the other' using errcode = '22023';
  end if;
  return null;
end $$;

create table public.agreement_proposals (
  id uuid primary key default gen_random_uuid(),
  team_id uuid not null references public.teams (id) on delete cascade,
  kind text not null default 'agreement' check (kind in ('agreement', 'terms')),
  -- The version it would change; 0 when there was none.
  based_on integer not null check (based_on >= 0),
  lines jsonb not null check (jsonb_typeof(lines) = 'array' and jsonb_array_length(lines) between 1 and 40 and octet_length(lines::text) <= 40000),
  why text not null default '' check (char_length(why) <= 1000),
  proposed_by uuid default auth.uid() references public.people (id) on delete set null,
  proposed_at timestamptz not null default now(),
  adopted_version integer,
  withdrawn_at timestamptz,
  request_key uuid,
  unique (id, team_id),
  unique (team_id, request_key)
);
create index agreement_proposals_team on public.agreement_proposals (team_id, kind, proposed_at);

create table public.agreement_remarks (
  id uuid primary key default gen_random_uuid(),
  proposal_id uuid not null,
  team_id uuid not null,
  person_id uuid default auth.uid() references public.people (id) on delete set null,
  text text not null check (char_length(btrim(text)) between 1 and 1000),
  said_at timestamptz not null default clock_timestamp(),
  foreign key (proposal_id, team_id) references public.agreement_proposals (id, team_id) on delete cascade
);
create index agreement_remarks_proposal on public.agreement_remarks (proposal_id, said_at);

create table public.agreement_acknowledgements (
  agreement_id uuid not null,
  team_id uuid not null,
  person_id uuid not null default auth.uid() references public.people (id) on delete cascade,
  acknowledged_at timestamptz not null default now(),
  -- The day they left the team: from then on the retention period runs.
  left_on date,
  primary key (agreement_id, person_id),
  foreign key (agreement_id, team_id) references public.agreements (id, team_id) on delete cascade
);
create index agreement_acknowledgements_person on public.agreement_acknowledgements (person_id, team_id);

alter table public.agreement_proposals enable row level security;
alter table public.agreement_remarks enable row level security;
alter table public.agreement_acknowledgements enable row level security;

create policy "the team reads proposals" on public.agreement_proposals for select to authenticated
  using (team_id in (select private.my_teams()));
create policy "members propose" on public.agreement_proposals for insert to authenticated
  with check (team_id in (select private.my_teams()) and proposed_by = (select auth.uid()));

create policy "the team reads what is said about a proposal" on public.agreement_remarks for select to authenticated
  using (team_id in (select private.my_teams()));
create policy "members say what they think of a proposal" on public.agreement_remarks for insert to authenticated
  with check (team_id in (select private.my_teams()) and person_id = (select auth.uid()));
create policy "people take their own words back" on public.agreement_remarks for delete to authenticated
  using (team_id in (select private.my_teams()) and person_id = (select auth.uid()));

create policy "people see their own acknowledgement and leads see all" on public.agreement_acknowledgements for select to authenticated
  using ((person_id = (select auth.uid()) and team_id in (select private.my_teams())) or team_id in (select private.my_lead_teams()));
create policy "members acknowledge for themselves" on public.agreement_acknowledgements for insert to authenticated
  with check (person_id = (select auth.uid()) and team_id in (select private.my_teams()));

grant select on public.agreement_proposals, public.agreement_remarks, public.agreement_acknowledgements to authenticated;
grant insert (team_id, kind, based_on, lines, why, request_key) on public.agreement_proposals to authenticated;
grant insert (proposal_id, team_id, text), delete on public.agreement_remarks to authenticated;
grant insert (agreement_id, team_id) on public.agreement_acknowledgements to authenticated;

comment on table public.agreement_proposals is 'What somebody of the team would like to agree.';
comment on table public.agreement_remarks is 'What people say about a proposal, with their names.';
comment on table public.agreement_acknowledgements is 'Who has read and acknowledged a version, once.';

-- Adopts a proposal as the next version, with the review day the lead sets. As the person: the policy of agreements decides who may.
-- The proposal is marked by a definer below, for nobody changes proposals by hand.
create function public.adopt_proposal(p_proposal uuid, p_review_on date) returns integer
language plpgsql set search_path = '' as $$
declare
  v_proposal public.agreement_proposals;
begin
  select * into v_proposal from public.agreement_proposals where id = p_proposal;
  if not found then raise exception 'no such proposal' using errcode = 'PT404'; end if;
  if v_proposal.team_id not in (select private.my_lead_teams()) then
    raise exception 'a lead adopts what the team agreed' using errcode = '42501';
  end if;
  if v_proposal.withdrawn_at is not null or v_proposal.adopted_version is not null then
    raise exception 'this proposal is closed' using errcode = 'PT409', hint = 'proposal_closed';
  end if;
  if v_proposal.based_on <> coalesce((select max(a.version) from public.agreements a where a.team_id = v_proposal.team_id and a.kind = v_proposal.kind), 0) then
    raise exception 'the agreement has changed since this was proposed' using errcode = 'PT409', hint = 'stale_proposal';
  end if;
  insert into public.agreements (team_id, kind, version, lines, review_on)
  values (v_proposal.team_id, v_proposal.kind, v_proposal.based_on + 1, v_proposal.lines, p_review_on);
  perform private.mark_adopted(p_proposal, v_proposal.based_on + 1);
  return v_proposal.based_on + 1;
end $$;

-- Definer: marks a proposal whose version a lead of its team has just adopted.
create function private.mark_adopted(p_proposal uuid, p_version integer) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.agreement_proposals p set adopted_version = p_version
  where p.id = p_proposal and p.team_id in (select private.my_lead_teams()) and p.adopted_version is null
    and exists (select 1 from public.agreements a where a.team_id = p.team_id and a.kind = p.kind and a.version = p_version and a.lines = p.lines);
end $$;

-- Withdraws an open proposal; false when it was closed already. Definer: proposals are not changed by hand; the proposer or a lead may end one.
create function public.withdraw_proposal(p_proposal uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select 1 from public.agreement_proposals p where p.id = p_proposal and p.team_id in (select private.my_teams())
      and (p.proposed_by = (select auth.uid()) or p.team_id in (select private.my_lead_teams()))) then
    raise exception 'this proposal is not yours to withdraw' using errcode = '42501';
  end if;
  update public.agreement_proposals set withdrawn_at = now()
    where id = p_proposal and withdrawn_at is null and adopted_version is null;
  return found;
end $$;
revoke all on function public.adopt_proposal(uuid, date), private.mark_adopted(uuid, integer), public.withdraw_proposal(uuid) from public, anon, authenticated;
grant execute on function public.adopt_proposal(uuid, date), private.mark_adopted(uuid, integer), public.withdraw_proposal(uuid) to authenticated;

-- Definer: the one who leaves has no rights in the team any more when this runs.
create function private.date_acknowledgements() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    update public.agreement_acknowledgements set left_on = current_date where team_id = old.team_id and person_id = old.person_id and left_on is null;
    return old;
  end if;
  update public.agreement_acknowledgements set left_on = null where team_id = new.team_id and person_id = new.person_id;
  return new;
end $$;
revoke all on function private.date_acknowledgements() from public, anon, authenticated;
create trigger date_acknowledgements after insert or delete on public.team_members
  for each row execute function private.date_acknowledgements();
