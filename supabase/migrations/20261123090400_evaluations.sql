-- Evaluations of a training: anonymous forms through the ballot box, and paper forms counted by hand. Exact counts, published when a form closes, from five on.

-- A form an organisation wrote for itself: {title, intro, statements: [{key, text, pairedWith}], choices}.
create table public.evaluation_forms (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  form jsonb not null check (jsonb_typeof(form) = 'object' and octet_length(form::text) <= 20000),
  created_at timestamptz not null default now()
);
create index evaluation_forms_organisation on public.evaluation_forms (organisation_id, created_at);

create table public.evaluations (
  id uuid primary key default gen_random_uuid(),
  training_id uuid not null,
  organisation_id uuid not null,
  title text not null check (char_length(btrim(title)) between 1 and 120),
  -- As it was when the evaluation was made.
  form jsonb not null check (jsonb_typeof(form) = 'object' and octet_length(form::text) <= 20000 and jsonb_typeof(form -> 'statements') = 'array'
    and jsonb_array_length(form -> 'statements') between 1 and 24),
  -- Who is asked: the cohort, or everybody with a place.
  asked text not null default 'cohort' check (asked in ('cohort', 'everybody')),
  -- Both null: on paper only.
  opens_at timestamptz,
  closes_at timestamptz,
  -- As in check_in_rounds: null until it opens.
  opened_at timestamptz,
  sign_key text check (char_length(sign_key) = 392 and sign_key ~ '^[A-Za-z0-9_-]+$'),
  sign_fingerprint text check (sign_fingerprint = encode(sha256(decode(translate(sign_key, '-_', '+/'), 'base64')), 'hex')),
  seal_key text check (char_length(seal_key) = 392 and seal_key ~ '^[A-Za-z0-9_-]+$'),
  seal_fingerprint text check (seal_fingerprint = encode(sha256(decode(translate(seal_key, '-_', '+/'), 'base64')), 'hex')),
  request_key uuid not null,
  created_at timestamptz not null default now(),
  unique (id, organisation_id),
  unique (training_id, request_key),
  check (num_nulls(opens_at, closes_at) in (0, 2)),
  check (closes_at >= opens_at + interval '10 minutes' and closes_at <= opens_at + interval '28 days'),
  check (num_nulls(opened_at, sign_key, sign_fingerprint, seal_key, seal_fingerprint) in (0, 5)),
  check (opened_at is null or opens_at is not null),
  check (sign_key <> seal_key),
  foreign key (training_id, organisation_id) references public.trainings (id, organisation_id) on delete cascade
);
create index evaluations_training on public.evaluations (training_id, organisation_id);
create index evaluations_organisation on public.evaluations (organisation_id);

-- Who is asked, written down when it opens.
create table public.evaluation_roster (
  evaluation_id uuid not null,
  organisation_id uuid not null,
  place_id uuid not null references public.training_places (id) on delete cascade,
  primary key (evaluation_id, place_id),
  foreign key (evaluation_id, organisation_id) references public.evaluations (id, organisation_id) on delete cascade
);
create index evaluation_roster_place on public.evaluation_roster (place_id);
create index evaluation_roster_organisation on public.evaluation_roster (organisation_id, evaluation_id);

create table public.evaluation_results (
  evaluation_id uuid not null,
  organisation_id uuid not null,
  source text not null check (source in ('forms', 'paper')),
  -- False: fewer than five anonymous forms, and then nothing else is said. Paper forms lie with the trainer; the page shows their table from five on.
  enough boolean not null default true,
  key_lost boolean not null default false,
  respondents smallint check (respondents between 0 and 2000),
  -- [[very, satisfied, quite, not], …], a row for each statement of the form, in its order.
  counts jsonb,
  -- Of anonymous forms only: nullifiers among random ones, padded to a multiple of 64.
  receipts text[] not null default '{}' check (cardinality(receipts) % 64 = 0),
  closed_on date not null default current_date,
  primary key (evaluation_id, source),
  check (enough = (respondents is not null) and enough = (counts is not null) and not (enough and key_lost)),
  check (source = 'paper' or not enough or respondents >= 5),
  check (source = 'forms' or (enough and cardinality(receipts) = 0)),
  foreign key (evaluation_id, organisation_id) references public.evaluations (id, organisation_id) on delete cascade
);
create index evaluation_results_organisation on public.evaluation_results (organisation_id, evaluation_id);

alter table public.evaluation_forms enable row level security;
alter table public.evaluations enable row level security;
alter table public.evaluation_roster enable row level security;
alter table public.evaluation_results enable row level security;

create policy "trainers read their forms" on public.evaluation_forms for select to authenticated
  using (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers write forms" on public.evaluation_forms for insert to authenticated
  with check (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers change forms" on public.evaluation_forms for update to authenticated
  using (organisation_id in (select private.my_trainer_organisations()))
  with check (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers delete forms" on public.evaluation_forms for delete to authenticated
  using (organisation_id in (select private.my_trainer_organisations()));

create policy "trainers see the evaluations" on public.evaluations for select to authenticated
  using (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers plan evaluations" on public.evaluations for insert to authenticated
  with check (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers take back an evaluation that has not opened" on public.evaluations for delete to authenticated
  using (opened_at is null and organisation_id in (select private.my_trainer_organisations()));

create policy "trainers see who is asked" on public.evaluation_roster for select to authenticated
  using (organisation_id in (select private.my_trainer_organisations()));

create policy "trainers read results" on public.evaluation_results for select to authenticated
  using (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers type in paper forms" on public.evaluation_results for insert to authenticated
  with check (source = 'paper' and organisation_id in (select private.my_trainer_organisations()));
create policy "trainers correct paper forms" on public.evaluation_results for update to authenticated
  using (source = 'paper' and organisation_id in (select private.my_trainer_organisations()))
  with check (source = 'paper' and organisation_id in (select private.my_trainer_organisations()));
create policy "trainers take paper forms out again" on public.evaluation_results for delete to authenticated
  using (source = 'paper' and organisation_id in (select private.my_trainer_organisations()));

grant select, delete on public.evaluation_forms, public.evaluations, public.evaluation_results to authenticated;
grant select on public.evaluation_roster to authenticated;
grant insert (organisation_id, form), update (form) on public.evaluation_forms to authenticated;
grant insert (training_id, organisation_id, title, form, asked, opens_at, closes_at, request_key) on public.evaluations to authenticated;
grant insert (evaluation_id, organisation_id, source, respondents, counts), update (respondents, counts) on public.evaluation_results to authenticated;
grant select on public.evaluations, public.evaluation_results to service_role;

comment on table public.evaluation_forms is 'Forms of an organisation''s own.';
comment on table public.evaluations is 'A form put to the participants of a training. Public halves of keys only; the private ones are in a file of the server.';
comment on table public.evaluation_roster is 'Which places are asked in an evaluation. Says nothing of who answered.';
comment on table public.evaluation_results is 'Counts per statement: of anonymous forms written once by publish_evaluation, of paper forms typed in.';

-- Whether counts fit their form: a row a statement, four whole numbers, no more answers than forms.
create function private.counts_fit(p_counts jsonb, p_statements integer, p_respondents integer) returns boolean
language sql immutable set search_path = '' as $$
  select jsonb_typeof(p_counts) = 'array' and jsonb_array_length(p_counts) = p_statements and not exists (
    select from jsonb_array_elements(p_counts) r (value)
    where jsonb_typeof(r.value) <> 'array' or jsonb_array_length(r.value) <> 4
      or exists (select from jsonb_array_elements(r.value) c (value) where jsonb_typeof(c.value) <> 'number' or c.value::text !~ '^[0-9]{1,4}$')
      or (select sum(c.value::text::integer) from jsonb_array_elements(r.value) c (value) where c.value::text ~ '^[0-9]{1,4}$') > p_respondents)
$$;
revoke all on function private.counts_fit(jsonb, integer, integer) from public, anon, authenticated;

-- Definer: reads the form, which the one who is refused may not see.
create function private.true_evaluation_result() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.source = 'forms' then
    raise exception 'what was published is not changed' using errcode = 'PT409', hint = 'published';
  end if;
  if new.enough and not coalesce(private.counts_fit(new.counts,
      (select jsonb_array_length(e.form -> 'statements') from public.evaluations e where e.id = new.evaluation_id), new.respondents), false) then
    raise exception 'more answers than forms, or not a row for each statement' using errcode = '22023', hint = 'evaluation_counts';
  end if;
  return new;
end $$;
revoke all on function private.true_evaluation_result() from public, anon, authenticated;
create trigger true_evaluation_result before insert or update on public.evaluation_results
  for each row execute function private.true_evaluation_result();

-- A form begins from now on, not in the past.
create function private.evaluation_time() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.opens_at < private.clock() - interval '10 minutes' or new.opens_at > private.clock() + interval '1 year' then
    raise exception 'an evaluation begins within a year from now' using errcode = '22023', hint = 'evaluation_start';
  end if;
  return new;
end $$;
revoke all on function private.evaluation_time() from public, anon, authenticated;
grant execute on function private.clock() to authenticated;
create trigger evaluation_time before insert on public.evaluations
  for each row execute function private.evaluation_time();

-- Tokens of evaluations, beside those of check-ins.
create table ballot.evaluation_tokens (
  evaluation_id uuid not null references public.evaluations (id) on delete cascade,
  place_id uuid not null references public.training_places (id) on delete cascade,
  blinded_hash text not null check (blinded_hash ~ '^[0-9a-f]{64}$'),
  primary key (evaluation_id, place_id)
);
create index evaluation_tokens_place on ballot.evaluation_tokens (place_id);
alter table ballot.evaluation_tokens enable row level security;
comment on table ballot.evaluation_tokens is 'Which place fetched a token, which every device does by itself: it says nothing about answering.';

create trigger empty_ballot_box after delete on public.evaluations
  for each row execute function private.empty_ballot_box();

-- Whether the ballot box of a round or an evaluation is open. Definer: for the functions below.
create function private.box_open(p_box uuid) returns boolean
language sql volatile security definer set search_path = '' as $$
  select exists (select from public.check_in_rounds r
      where r.id = p_box and r.opened_at is not null and r.opens_at <= private.clock() and r.closes_at > private.clock())
    or exists (select from public.evaluations e
      where e.id = p_box and e.opened_at is not null and e.opens_at <= private.clock() and e.closes_at > private.clock())
$$;
revoke all on function private.box_open(uuid) from public, anon, authenticated;

-- As before, for check-ins and evaluations: all ballots of the box are written anew in an order that a strong random source draws, in one transaction.
-- Definer: nobody has a right on the table.
create or replace function public.cast_ballot(p_round uuid, p_nullifier text, p_sealed text) returns text
language plpgsql security definer set search_path = '' as $$
begin
  if p_round is null or coalesce(p_nullifier !~ '^[0-9a-f]{64}$', true) or coalesce(char_length(p_sealed) <> 342 or p_sealed !~ '^[A-Za-z0-9_-]+$', true) then return 'failed'; end if;
  -- One at a time per box; who waited is asked for the time after the wait.
  perform pg_advisory_xact_lock(hashtextextended(p_round::text, 0));
  if not private.box_open(p_round) then return 'closed'; end if;
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

-- As before, for check-ins and evaluations. Definer: as above.
create or replace function public.ballots_of(p_round uuid) returns table (nullifier text, sealed text)
language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(p_round::text, 0));
  return query select b.nullifier, case when count(*) over () >= 5 then b.sealed end
    from ballot.ballots b
    where b.round_id = p_round and (exists (select from public.check_in_rounds r where r.id = p_round and r.closes_at <= private.clock())
      or exists (select from public.evaluations e where e.id = p_round and e.closes_at <= private.clock()));
end $$;

-- Notes for which blinded message a place gets the evaluation's signature: new, same, other, not_listed, closed.
-- Definer: nobody has a right on the table.
create function public.take_evaluation_token(p_secret_hash text, p_place uuid, p_evaluation uuid, p_blinded_hash text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_place uuid := private.own_place(p_secret_hash, p_place);
  v_hash text;
begin
  if v_place is null or not exists (select from public.evaluation_roster o where o.evaluation_id = p_evaluation and o.place_id = v_place) then return 'not_listed'; end if;
  -- Not beside the publication, which deletes the tokens.
  perform pg_advisory_xact_lock(hashtextextended(p_evaluation::text, 0));
  if not private.box_open(p_evaluation) then return 'closed'; end if;
  if p_blinded_hash is null or p_blinded_hash !~ '^[0-9a-f]{64}$' then raise exception 'not a hash' using errcode = '22023'; end if;
  insert into ballot.evaluation_tokens (evaluation_id, place_id, blinded_hash) values (p_evaluation, v_place, p_blinded_hash) on conflict do nothing;
  if found then return 'new'; end if;
  select t.blinded_hash into v_hash from ballot.evaluation_tokens t where t.evaluation_id = p_evaluation and t.place_id = v_place;
  return case when v_hash = p_blinded_hash then 'same' else 'other' end;
end $$;

-- What the clock says is to be done with evaluations. Definer: run by the server's job.
create function public.due_evaluations() returns table (evaluation_id uuid, step text, statements integer, seal_fingerprint text, overdue boolean)
language sql volatile security definer set search_path = '' as $$
  select e.id, case when e.opened_at is null then 'open' else 'close' end, jsonb_array_length(e.form -> 'statements'), e.seal_fingerprint,
    e.opened_at is not null and e.closes_at <= private.clock() - interval '7 days'
  from public.evaluations e
  where (e.opened_at is null and e.opens_at <= private.clock()
      and (select count(*) from public.training_places p where p.training_id = e.training_id and p.state = 'placed' and (e.asked = 'everybody' or p.kind = 'cohort')) >= 6)
    or (e.opened_at is not null and e.closes_at <= private.clock()
      and not exists (select from public.evaluation_results r where r.evaluation_id = e.id and r.source = 'forms'))
$$;

-- Opens an evaluation: keys in, roster written down. Gives opened, already, or why not: unknown, not_due, few_people (of five, a published form would say that each of them gave one).
-- A server that was down opens it as long as it was meant to be open.
-- Definer: run by the server's job.
create function public.open_evaluation(p_evaluation uuid, p_sign text, p_sign_fingerprint text, p_seal text, p_seal_fingerprint text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_evaluation public.evaluations;
  v_now timestamptz := private.clock();
  v_late interval;
begin
  select * into v_evaluation from public.evaluations where id = p_evaluation for update;
  if not found then return 'unknown'; end if;
  if v_evaluation.opened_at is not null then return 'already'; end if;
  if v_evaluation.opens_at is null or v_evaluation.opens_at > v_now then return 'not_due'; end if;
  if (select count(*) from public.training_places p where p.training_id = v_evaluation.training_id and p.state = 'placed'
      and (v_evaluation.asked = 'everybody' or p.kind = 'cohort')) < 6 then return 'few_people'; end if;
  v_late := case when v_now > v_evaluation.opens_at + interval '10 minutes' then v_now - v_evaluation.opens_at else interval '0' end;
  insert into public.evaluation_roster (evaluation_id, organisation_id, place_id)
    select p_evaluation, v_evaluation.organisation_id, p.id from public.training_places p
    where p.training_id = v_evaluation.training_id and p.state = 'placed' and (v_evaluation.asked = 'everybody' or p.kind = 'cohort') order by p.id;
  update public.evaluations set opens_at = opens_at + v_late, closes_at = closes_at + v_late, opened_at = v_now,
    sign_key = p_sign, sign_fingerprint = p_sign_fingerprint, seal_key = p_seal, seal_fingerprint = p_seal_fingerprint where id = p_evaluation;
  return 'opened';
end $$;

-- Publishes an evaluation and empties its box, in one transaction. Gives published, already, not_due, not_enough or no_receipt.
-- Definer: nobody has a right on the ballots.
create function public.publish_evaluation(p_evaluation uuid, p_enough boolean, p_respondents integer, p_counts jsonb, p_receipts text[], p_key_lost boolean default false) returns text
language plpgsql security definer set search_path = '' as $$
declare
  v_organisation uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_evaluation::text, 0));
  if exists (select from public.evaluation_results r where r.evaluation_id = p_evaluation and r.source = 'forms') then return 'already'; end if;
  select e.organisation_id into v_organisation from public.evaluations e
    where e.id = p_evaluation and e.opened_at is not null and e.closes_at <= private.clock();
  if not found then return 'not_due'; end if;
  if p_enough and (coalesce(p_respondents, 0) < 5
      or p_respondents > (select count(*) from ballot.ballots b where b.round_id = p_evaluation)) then return 'not_enough'; end if;
  if exists (select from ballot.ballots b where b.round_id = p_evaluation and b.nullifier <> all (p_receipts)) then return 'no_receipt'; end if;
  insert into public.evaluation_results (evaluation_id, organisation_id, source, enough, key_lost, respondents, counts, receipts, closed_on)
    values (p_evaluation, v_organisation, 'forms', p_enough, p_key_lost, case when p_enough then p_respondents end, case when p_enough then p_counts end, p_receipts,
      (private.clock() at time zone 'UTC')::date);
  delete from ballot.ballots b where b.round_id = p_evaluation;
  delete from ballot.evaluation_tokens t where t.evaluation_id = p_evaluation;
  return 'published';
end $$;

revoke all on function public.take_evaluation_token(text, uuid, uuid, text), public.due_evaluations(), public.open_evaluation(uuid, text, text, text, text),
  public.publish_evaluation(uuid, boolean, integer, jsonb, text[], boolean) from public, anon, authenticated;
grant execute on function public.take_evaluation_token(text, uuid, uuid, text) to anon, authenticated;
grant execute on function public.due_evaluations(), public.open_evaluation(uuid, text, text, text, text),
  public.publish_evaluation(uuid, boolean, integer, jsonb, text[], boolean) to service_role;
