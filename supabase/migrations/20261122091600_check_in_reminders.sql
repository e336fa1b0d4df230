-- Letters about a round, to everybody on its roster or to nobody. What is noted is that a round's letter went out; not to whom.

create table public.round_letters (
  round_id uuid not null references public.check_in_rounds (id) on delete cascade,
  kind text not null check (kind in ('opening', 'closing')),
  primary key (round_id, kind)
);

alter table public.round_letters enable row level security;

comment on table public.round_letters is 'Which letters of a round went out. Read and written by take_letters only.';

-- Gives the letters that are due, an address a row, and notes in the same transaction that they went: nobody gets one twice, and a server
-- that stops while it sends leaves some without. One when a round has opened, one two days before its end (then the first is not sent any
-- more). The list is the frozen roster, whoever answered: nothing here looks at the ballot box, and the tests read this text for that.
-- Definer: addresses are in auth, which nobody may read. For the server's job only.
create function public.take_letters() returns table (round_id uuid, kind text, closes_at timestamptz, time_zone text, email text)
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_now timestamptz := private.clock();
begin
  return query
    with due as (
      insert into public.round_letters as l (round_id, kind)
        select r.id, case when r.closes_at - interval '2 days' <= v_now then 'closing' else 'opening' end
        from public.check_in_rounds r where r.opened_at is not null and r.opens_at <= v_now and r.closes_at > v_now
        order by r.id
        on conflict do nothing
        returning l.round_id, l.kind
    )
    select d.round_id, d.kind, r.closes_at, t.time_zone, a.email::text
    from due d join public.check_in_rounds r on r.id = d.round_id join public.teams t on t.id = r.team_id
      join public.round_roster o on o.round_id = d.round_id join auth.users a on a.id = o.person_id
    where a.email is not null
    order by d.round_id, o.name, o.person_id;
end $$;
revoke all on function public.take_letters() from public, anon, authenticated;
grant execute on function public.take_letters() to service_role;
