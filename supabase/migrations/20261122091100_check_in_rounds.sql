-- A round of anonymous check-ins: planned by a lead, opened and closed by the clock, never changed once open.

create table public.check_in_rounds (
  id uuid primary key default gen_random_uuid(),
  team_id uuid not null references public.teams (id) on delete cascade,
  -- True: the scale that comes with the software, whose definition the server gives at the opening.
  built_in boolean not null,
  scale_key text not null check (scale_key ~ '^[a-z][a-z0-9-]{0,39}$'),
  scale_version smallint not null check (scale_version between 1 and 9999),
  definition jsonb,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  -- Null until the round opens. Keys are SubjectPublicKeyInfo (DER, RSA-2048) as base64url; a fingerprint is its SHA-256 in hex.
  opened_at timestamptz,
  sign_key text check (char_length(sign_key) = 392 and sign_key ~ '^[A-Za-z0-9_-]+$'),
  sign_fingerprint text check (sign_fingerprint = encode(sha256(decode(translate(sign_key, '-_', '+/'), 'base64')), 'hex')),
  seal_key text check (char_length(seal_key) = 392 and seal_key ~ '^[A-Za-z0-9_-]+$'),
  seal_fingerprint text check (seal_fingerprint = encode(sha256(decode(translate(seal_key, '-_', '+/'), 'base64')), 'hex')),
  -- Others are asked than in the round before, so the two levels are not to be compared.
  roster_changed boolean,
  request_key uuid not null,
  unique (id, team_id),
  unique (team_id, request_key),
  check (closes_at >= opens_at + interval '7 days' and closes_at <= opens_at + interval '28 days'),
  check (num_nulls(opened_at, sign_key, sign_fingerprint, seal_key, seal_fingerprint, roster_changed) in (0, 6)),
  check (opened_at is null or definition is not null),
  check (sign_key <> seal_key)
);
-- One plan at a time, so that no row of short rounds can be laid out beforehand.
create unique index check_in_rounds_planned on public.check_in_rounds (team_id) where opened_at is null;
create index check_in_rounds_team on public.check_in_rounds (team_id, opens_at);

alter table public.check_in_rounds enable row level security;

create policy "members see the rounds of their team" on public.check_in_rounds for select to authenticated
  using (team_id in (select private.my_teams()));
create policy "leads take back a round that has not opened" on public.check_in_rounds for delete to authenticated
  using (opened_at is null and team_id in (select private.my_lead_teams()));

grant select, delete on public.check_in_rounds to authenticated;
grant select on public.check_in_rounds to service_role;

comment on table public.check_in_rounds is 'Rounds of anonymous check-ins. Public halves of the keys only; the private ones are in a file of the server.';

-- Every rule about time asks here, so that tests can set this clock and nothing else.
create function private.clock() returns timestamptz
language sql volatile set search_path = '' as $$ select clock_timestamp() $$;
revoke all on function private.clock() from public, anon, authenticated;

create function private.keep_open_round() returns trigger
language plpgsql set search_path = '' as $$
begin
  if old.opened_at is not null then
    raise exception 'an open round is not changed' using errcode = 'PT409', hint = 'round_open';
  end if;
  return new;
end $$;
revoke all on function private.keep_open_round() from public, anon, authenticated;
create trigger keep_open_round before update on public.check_in_rounds
  for each row execute function private.keep_open_round();

-- Plans a round, as a lead; the same request again gives the same round.
-- Definer: the only way in, so that length and distance of rounds hold for everybody, and a scale is an admin's file or the built-in one.
create function public.schedule_round(p_team uuid, p_key uuid, p_built_in boolean, p_scale text, p_version integer, p_opens timestamptz, p_closes timestamptz)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_round uuid;
  v_organisation uuid;
  v_definition jsonb;
begin
  if p_team is null or p_team not in (select private.my_lead_teams()) then
    raise exception 'only a lead plans a check-in' using errcode = '42501';
  end if;
  select t.organisation_id into v_organisation from public.teams t where t.id = p_team for update;
  select r.id into v_round from public.check_in_rounds r where r.team_id = p_team and r.request_key = p_key;
  if found then return v_round; end if;
  if not exists (select from public.support_contacts s where s.organisation_id = v_organisation) then
    raise exception 'no check-in without support contacts' using errcode = 'PT409', hint = 'no_support_contacts';
  end if;
  if exists (select from public.check_in_rounds r where r.team_id = p_team and r.opened_at is null) then
    raise exception 'a round is planned already' using errcode = 'PT409', hint = 'round_planned';
  end if;
  if p_opens is null or p_opens < private.clock() - interval '10 minutes' or p_opens > private.clock() + interval '1 year' then
    raise exception 'a round begins within a year from now' using errcode = '22023', hint = 'round_start';
  end if;
  if p_closes is null or p_closes < p_opens + interval '7 days' or p_closes > p_opens + interval '28 days' then
    raise exception 'a round lasts 7 to 28 days' using errcode = '22023', hint = 'round_length';
  end if;
  if exists (select from public.check_in_rounds r where r.team_id = p_team and r.opens_at > p_opens - interval '28 days') then
    raise exception 'rounds begin at least 28 days apart' using errcode = 'PT409', hint = 'round_too_soon';
  end if;
  if not p_built_in then
    select s.definition into v_definition from public.check_in_scales s
      where s.organisation_id = v_organisation and s.key = p_scale and s.version = p_version;
    if not found then raise exception 'this scale has not been loaded' using errcode = '22023', hint = 'no_such_scale'; end if;
  end if;
  insert into public.check_in_rounds (team_id, built_in, scale_key, scale_version, definition, opens_at, closes_at, request_key)
    values (p_team, p_built_in, p_scale, p_version, v_definition, p_opens, p_closes, p_key) returning id into v_round;
  return v_round;
end $$;
revoke all on function public.schedule_round(uuid, uuid, boolean, text, integer, timestamptz, timestamptz) from public, anon, authenticated;
grant execute on function public.schedule_round(uuid, uuid, boolean, text, integer, timestamptz, timestamptz) to authenticated;
