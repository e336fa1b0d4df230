-- Questions of a circle, and the groups that answer them.

create table public.questions (
  id uuid primary key default gen_random_uuid(),
  circle_id uuid not null,
  team_id uuid not null,
  number smallint not null check (number between 1 and 999),
  prompt text not null check (char_length(btrim(prompt)) between 1 and 2000),
  table_title text not null default '' check (char_length(table_title) <= 200),
  -- Written by a person from a draft; printed in the report.
  summary text not null default '' check (char_length(summary) <= 10000),
  -- Only for records that name no groups: how many answered, as the record says.
  stated_groups smallint check (stated_groups between 0 and 10000),
  coding_version integer not null default 0,
  foreign key (circle_id, team_id) references public.circles (id, team_id) on delete cascade,
  unique (id, circle_id, team_id),
  unique (circle_id, number) deferrable initially deferred
);
create index questions_circle on public.questions (circle_id, team_id);

create table public.groups (
  id uuid primary key default gen_random_uuid(),
  circle_id uuid not null,
  team_id uuid not null,
  position smallint not null check (position between 0 and 199),
  name text not null check (char_length(btrim(name)) between 1 and 100),
  recorder_id uuid references public.people (id) on delete set null,
  foreign key (circle_id, team_id) references public.circles (id, team_id) on delete cascade,
  unique (id, circle_id, team_id),
  unique (circle_id, position) deferrable initially deferred
);
create index groups_circle on public.groups (circle_id, team_id);

alter table public.questions enable row level security;
alter table public.groups enable row level security;

create policy "the team sees the questions" on public.questions for select to authenticated
  using (team_id in (select private.my_teams()));
create policy "leads add questions" on public.questions for insert to authenticated
  with check (circle_id in (select private.my_changeable_circles()));
-- Also after closing, until it is archived: the table title and the summary are written then.
create policy "leads change questions" on public.questions for update to authenticated
  using (team_id in (select private.my_lead_teams())) with check (team_id in (select private.my_lead_teams()));
create policy "leads remove questions" on public.questions for delete to authenticated
  using (circle_id in (select private.my_changeable_circles()));

create policy "the team sees the groups" on public.groups for select to authenticated
  using (team_id in (select private.my_teams()));
create policy "leads add groups" on public.groups for insert to authenticated
  with check (circle_id in (select private.my_changeable_circles()));
create policy "leads change groups" on public.groups for update to authenticated
  using (circle_id in (select private.my_changeable_circles())) with check (circle_id in (select private.my_changeable_circles()));
create policy "leads remove groups" on public.groups for delete to authenticated
  using (circle_id in (select private.my_changeable_circles()));

grant select, delete on public.questions, public.groups to authenticated;
grant insert (id, circle_id, team_id, number, prompt, table_title) on public.questions to authenticated;
grant update (number, prompt, table_title, summary) on public.questions to authenticated;
grant insert (id, circle_id, team_id, position, name, recorder_id), update (position, name, recorder_id) on public.groups to authenticated;
grant select on public.questions, public.groups to service_role;

comment on table public.questions is 'Asked in a circle; every group answers every question.';
comment on table public.groups is 'A small group or table with its recorder.';

create function private.keep_closed_prompts() returns trigger
language plpgsql set search_path = '' as $$
declare
  v_state text := (select c.state from public.circles c where c.id = old.circle_id);
begin
  if v_state in ('closed', 'archived') and (new.prompt, new.number) is distinct from (old.prompt, old.number)
      or v_state = 'archived' and (new.table_title, new.summary) is distinct from (old.table_title, old.summary) then
    raise exception 'a closed circle keeps its questions' using errcode = 'PT409', hint = 'circle_closed';
  end if;
  return new;
end $$;
revoke all on function private.keep_closed_prompts() from public, anon, authenticated;
create trigger keep_closed_prompts before update on public.questions
  for each row execute function private.keep_closed_prompts();

-- A recorder is in the team.
create function private.recorder_in_team() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.recorder_id is not null and not exists (
      select 1 from public.team_members m where m.team_id = new.team_id and m.person_id = new.recorder_id) then
    raise exception 'the recorder is not in this team' using errcode = '22023', hint = 'recorder';
  end if;
  return new;
end $$;
revoke all on function private.recorder_in_team() from public, anon, authenticated;
create trigger recorder_in_team before insert or update of recorder_id on public.groups
  for each row execute function private.recorder_in_team();
