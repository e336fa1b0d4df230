-- A note: what one group says to one question. Its document is the truth while it is written; text and comments are derived from it on store.

create table public.notes (
  id uuid primary key default gen_random_uuid(),
  circle_id uuid not null,
  team_id uuid not null,
  question_id uuid not null,
  group_id uuid not null,
  body text not null default '',
  body_items jsonb not null default '[]',
  updated_at timestamptz,
  foreign key (circle_id, team_id) references public.circles (id, team_id) on delete cascade,
  foreign key (question_id, circle_id, team_id) references public.questions (id, circle_id, team_id) on delete cascade,
  foreign key (group_id, circle_id, team_id) references public.groups (id, circle_id, team_id) on delete cascade,
  unique (question_id, group_id),
  unique (id, question_id)
);
create index notes_circle on public.notes (circle_id, team_id);
create index notes_group on public.notes (group_id);

-- The Yjs state, base64. Apart from notes, so that no page ever reads it by accident, and no member at all.
create table public.note_documents (
  note_id uuid primary key references public.notes (id) on delete cascade,
  state text not null
);

alter table public.notes enable row level security;
alter table public.note_documents enable row level security;

create policy "the team reads the notes" on public.notes for select to authenticated
  using (team_id in (select private.my_teams()));

grant select on public.notes to authenticated, service_role;

comment on table public.notes is 'One group''s answer to one question, as last stored. Written through the live document only.';
comment on table public.note_documents is 'The live document of a note. Read and written by the server''s store only.';

-- Definer: members add questions and groups, but never notes; a note exists for every pair.
create function private.make_notes() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_table_name = 'questions' then
    insert into public.notes (circle_id, team_id, question_id, group_id)
    select new.circle_id, new.team_id, new.id, g.id from public.groups g where g.circle_id = new.circle_id
    on conflict (question_id, group_id) do nothing;
  else
    insert into public.notes (circle_id, team_id, question_id, group_id)
    select new.circle_id, new.team_id, q.id, new.id from public.questions q where q.circle_id = new.circle_id
    on conflict (question_id, group_id) do nothing;
  end if;
  return new;
end $$;
revoke all on function private.make_notes() from public, anon, authenticated;
create trigger make_notes after insert on public.questions for each row execute function private.make_notes();
create trigger make_notes after insert on public.groups for each row execute function private.make_notes();

-- What the signed-in person may do with a note. No row: nothing.
-- Definer: membership is checked once, by the join, instead of by the policies of four tables; asked for every socket that opens, and again and again.
create function public.note_access(p_note uuid)
returns table (circle_id uuid, team_id uuid, can_write boolean, recorder_id uuid, display_name text, circle_state text)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select n.circle_id, n.team_id, c.state = 'open', g.recorder_id, p.display_name, c.state
    from public.notes n
    join public.team_members m on m.team_id = n.team_id and m.person_id = (select auth.uid())
    join public.circles c on c.id = n.circle_id
    join public.groups g on g.id = n.group_id
    join public.people p on p.id = m.person_id
    where n.id = p_note;
end $$;
revoke all on function public.note_access(uuid) from public, anon, authenticated;
grant execute on function public.note_access(uuid) to authenticated;
