-- The ballot box: tokens that were signed, and sealed answers. Nothing in it holds a time, a serial, an address or a name; ballots hold no person.
-- The API does not show this schema, and nobody has a right on it: what may be done is in the functions below.

create schema ballot;
revoke all on schema ballot from public;
alter default privileges in schema ballot revoke all on tables from public, anon, authenticated, service_role;
comment on schema ballot is 'Anonymous answers of open rounds. Empty between rounds. Not exposed by the API, granted to nobody.';

create table ballot.ballots (
  nullifier text primary key check (nullifier ~ '^[0-9a-f]{64}$'),
  -- No foreign key: every cast writes the whole round anew, and each check would leave its mark on the round's row.
  round_id uuid not null,
  -- RSA-OAEP, 256 bytes as base64url: every row has the same size.
  sealed text not null check (char_length(sealed) = 342 and sealed ~ '^[A-Za-z0-9_-]+$')
);
create index ballots_round on ballot.ballots (round_id);

create table ballot.tokens (
  round_id uuid not null references public.check_in_rounds (id) on delete cascade,
  person_id uuid not null references public.people (id) on delete cascade,
  -- SHA-256 of the blinded message, in hex: says nothing of the token that comes of it.
  blinded_hash text not null check (blinded_hash ~ '^[0-9a-f]{64}$'),
  primary key (round_id, person_id)
);

alter table ballot.ballots enable row level security;
alter table ballot.tokens enable row level security;

comment on table ballot.ballots is 'Sealed answers. All rows of a round are written together, in random order, whenever one is added.';
comment on table ballot.tokens is 'Who fetched a token, which every device does by itself: it says nothing about answering.';

-- Definer: a round that goes with its team takes what is in the box along.
create function private.empty_ballot_box() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from ballot.ballots where round_id = old.id;
  return old;
end $$;
revoke all on function private.empty_ballot_box() from public, anon, authenticated;
create trigger empty_ballot_box after delete on public.check_in_rounds
  for each row execute function private.empty_ballot_box();

-- Notes for which blinded message a person gets the round's signature: new, same (asked again), other, not_listed, closed.
-- Definer: nobody has a right on the table.
create function public.take_token(p_round uuid, p_blinded_hash text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_person uuid := (select auth.uid());
  v_hash text;
begin
  if not exists (select from public.round_roster o where o.round_id = p_round and o.person_id = v_person) then return 'not_listed'; end if;
  -- Not beside the publication of the round, which deletes its tokens.
  perform pg_advisory_xact_lock(hashtextextended(p_round::text, 0));
  if not exists (select from public.check_in_rounds r
      where r.id = p_round and r.opened_at is not null and r.opens_at <= private.clock() and r.closes_at > private.clock()) then return 'closed'; end if;
  if p_blinded_hash is null or p_blinded_hash !~ '^[0-9a-f]{64}$' then raise exception 'not a hash' using errcode = '22023'; end if;
  insert into ballot.tokens (round_id, person_id, blinded_hash) values (p_round, v_person, p_blinded_hash) on conflict do nothing;
  if found then return 'new'; end if;
  select t.blinded_hash into v_hash from ballot.tokens t where t.round_id = p_round and t.person_id = v_person;
  return case when v_hash = p_blinded_hash then 'same' else 'other' end;
end $$;
revoke all on function public.take_token(uuid, text) from public, anon, authenticated;
grant execute on function public.take_token(uuid, text) to authenticated;

-- Stores one ballot whose signature the server has checked. Gives counted, already, closed or failed, and nothing else: no error that would
-- carry a value into a log. All ballots of the round are written anew in an order that a strong random source draws, in one transaction:
-- then every row has the same xmin, and where a row lies says nothing of when it came.
-- Definer: nobody has a right on the table.
create function public.cast_ballot(p_round uuid, p_nullifier text, p_sealed text) returns text
language plpgsql security definer set search_path = '' as $$
begin
  if p_round is null or coalesce(p_nullifier !~ '^[0-9a-f]{64}$', true) or coalesce(char_length(p_sealed) <> 342 or p_sealed !~ '^[A-Za-z0-9_-]+$', true) then return 'failed'; end if;
  -- One at a time per round; who waited is asked for the time after the wait.
  perform pg_advisory_xact_lock(hashtextextended(p_round::text, 0));
  if not exists (select from public.check_in_rounds r
      where r.id = p_round and r.opened_at is not null and r.opens_at <= private.clock() and r.closes_at > private.clock()) then return 'closed'; end if;
  if exists (select from ballot.ballots b where b.nullifier = p_nullifier) then return 'already'; end if;
  -- One statement sees the rows as they were before it: those taken out come back with the new one among them.
  with taken as (delete from ballot.ballots b where b.round_id = p_round returning b.nullifier, b.sealed),
    all_of_them as (select t.nullifier, t.sealed from taken t union all select p_nullifier, p_sealed)
  insert into ballot.ballots (nullifier, round_id, sealed)
    select a.nullifier, p_round, a.sealed from all_of_them a order by gen_random_uuid();
  return 'counted';
exception when others then
  return 'failed';
end $$;

-- What is in the box of a round that is over; sealed answers only when five or more are there. Before its end: nothing, for nobody.
-- Definer: as above.
create function public.ballots_of(p_round uuid) returns table (nullifier text, sealed text)
language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(p_round::text, 0));
  return query select b.nullifier, case when count(*) over () >= 5 then b.sealed end
    from ballot.ballots b join public.check_in_rounds r on r.id = b.round_id
    where b.round_id = p_round and r.closes_at <= private.clock();
end $$;
revoke all on function public.cast_ballot(uuid, text, text), public.ballots_of(uuid) from public, anon, authenticated;
grant execute on function public.cast_ballot(uuid, text, text), public.ballots_of(uuid) to service_role;
