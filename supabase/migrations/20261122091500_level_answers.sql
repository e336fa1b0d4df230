-- "You said, we did": what a lead answers to a published level. The team reads it.

create table public.level_answers (
  round_id uuid not null,
  team_id uuid not null,
  -- The scale or help option that is answered, as the publication names it.
  about text not null check (char_length(about) between 1 and 40),
  text text not null check (char_length(btrim(text)) between 1 and 1000),
  -- The action of the team that came of it.
  action_id uuid references public.actions (id) on delete set null,
  answered_on date not null default current_date,
  primary key (round_id, about),
  -- Only what is published can be answered.
  foreign key (round_id, team_id) references public.check_in_publications (round_id, team_id) on delete cascade
);
create index level_answers_team on public.level_answers (team_id, round_id);
create index level_answers_action on public.level_answers (action_id);

alter table public.level_answers enable row level security;

create policy "members read what was done" on public.level_answers for select to authenticated
  using (team_id in (select private.my_teams()));
create policy "leads answer" on public.level_answers for insert to authenticated
  with check (team_id in (select private.my_lead_teams()));
create policy "leads change their answer" on public.level_answers for update to authenticated
  using (team_id in (select private.my_lead_teams())) with check (team_id in (select private.my_lead_teams()));
create policy "leads take an answer back" on public.level_answers for delete to authenticated
  using (team_id in (select private.my_lead_teams()));

grant select, delete on public.level_answers to authenticated;
grant insert (round_id, team_id, about, text, action_id), update (text, action_id) on public.level_answers to authenticated;

comment on table public.level_answers is 'A lead''s answer to a published level.';

-- Definer: the action may be of another team, which the one who writes does not see. It must be of this one, and what is answered published.
create function private.true_level_answer() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.team_id not in (select private.my_teams()) then return new; end if;
  if new.action_id is not null and not exists (select from public.actions a where a.id = new.action_id and a.team_id = new.team_id) then
    raise exception 'that action is of another team' using errcode = '22023';
  end if;
  if not exists (select from public.check_in_publications p where p.round_id = new.round_id
      and (p.levels @> jsonb_build_array(jsonb_build_object('scale', new.about)) or p.help @> jsonb_build_array(jsonb_build_object('option', new.about)))) then
    raise exception 'that was not published' using errcode = '22023';
  end if;
  return new;
end $$;
revoke all on function private.true_level_answer() from public, anon, authenticated;
create trigger true_level_answer before insert or update of round_id, team_id, about, action_id on public.level_answers
  for each row execute function private.true_level_answer();
