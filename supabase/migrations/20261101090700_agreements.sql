-- An agreement: what the team promised each other, and the limits of confidentiality. Adopted as a version; a version never changes.

create table public.agreements (
  id uuid primary key default gen_random_uuid(),
  team_id uuid not null references public.teams (id) on delete cascade,
  version integer not null check (version >= 1),
  -- [{"part": "how" | "limits", "text": "…"}] in the order they are read back
  lines jsonb not null check (jsonb_typeof(lines) = 'array' and jsonb_array_length(lines) between 1 and 40 and octet_length(lines::text) <= 40000),
  review_on date,
  adopted_at timestamptz not null default now(),
  adopted_by uuid default auth.uid() references public.people (id) on delete set null,
  unique (team_id, version)
);

alter table public.agreements enable row level security;

create policy "the team reads its agreements" on public.agreements for select to authenticated
  using (team_id in (select private.my_teams()));
create policy "leads adopt the next version" on public.agreements for insert to authenticated
  with check (team_id in (select private.my_lead_teams()) and adopted_by = (select auth.uid()));

grant select on public.agreements to authenticated;
grant insert (team_id, version, lines, review_on) on public.agreements to authenticated;

comment on table public.agreements is 'Versions of what a team promised each other. The highest version is in force.';

-- Versions are counted one by one, or one far ahead would leave no room for the next. After the insert, so that the policy speaks first.
create function private.next_agreement() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.version > 1 and not exists (select 1 from public.agreements where team_id = new.team_id and version = new.version - 1) then
    raise exception 'agreements are adopted one version after the other' using errcode = '22023';
  end if;
  return null;
end $$;
revoke all on function private.next_agreement() from public, anon, authenticated;
create trigger next_agreement after insert on public.agreements
  for each row execute function private.next_agreement();
