-- Letters about a round are begun and done: a server that stops while it sends leaves nobody without. What is noted is still of the round only.

alter table public.round_letters add column done boolean not null default false;
-- What went out before this was noted when it was begun.
update public.round_letters set done = true;

comment on table public.round_letters is 'Which letters of a round were begun and done; not to whom. Read and written by take_letters and letters_sent only.';

drop function public.take_letters();

-- Gives the letters that are due, an address a row, and notes in the same transaction that they are begun: nobody else gets them. p_restarted: the
-- server has started again, and what was broken off then goes to everybody once more, whoever had it. One letter when a round has opened, one
-- two days before its end (then the first is not sent any more, nor again). The list is the frozen roster, whoever answered: nothing here looks
-- at the ballot box, and the tests read this text for that.
-- Definer: addresses are in auth, which nobody may read. For the server's job only.
create function public.take_letters(p_restarted boolean) returns table (round_id uuid, kind text, closes_at timestamptz, time_zone text, email text)
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_now timestamptz := private.clock();
begin
  return query
    with due as (
      select r.id, case when r.closes_at - interval '2 days' <= v_now then 'closing' else 'opening' end as what
      from public.check_in_rounds r where r.opened_at is not null and r.opens_at <= v_now and r.closes_at > v_now
    ), begun as (
      insert into public.round_letters as l (round_id, kind) select d.id, d.what from due d order by d.id
        on conflict do nothing returning l.round_id as id, l.kind as what
    ), again as (
      select d.id, d.what from due d join public.round_letters l on l.round_id = d.id and l.kind = d.what
      where p_restarted and not l.done
    )
    select d.id, d.what, r.closes_at, t.time_zone, a.email::text
    from (select * from begun union all select * from again) d
      join public.check_in_rounds r on r.id = d.id join public.teams t on t.id = r.team_id
      join public.round_roster o on o.round_id = d.id join auth.users a on a.id = o.person_id
    where a.email is not null
    order by d.id, o.name, o.person_id;
end $$;

-- Notes that a letter of a round has been handed over for everybody.
-- Definer: nobody has a right on the table. For the server's job only.
create function public.letters_sent(p_round uuid, p_kind text) returns void
language sql volatile security definer set search_path = '' as $$
  update public.round_letters set done = true where round_id = p_round and kind = p_kind
$$;
revoke all on function public.take_letters(boolean), public.letters_sent(uuid, text) from public, anon, authenticated;
grant execute on function public.take_letters(boolean), public.letters_sent(uuid, text) to service_role;
