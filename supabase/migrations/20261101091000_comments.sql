-- A comment: one unit of what was said. It carries no author. Its text is derived from a note, or comes from an imported record.

create table public.comments (
  id uuid primary key default gen_random_uuid(),
  circle_id uuid not null,
  team_id uuid not null,
  question_id uuid not null,
  note_id uuid references public.notes (id) on delete cascade,
  group_id uuid,
  item_id text check (char_length(item_id) between 1 and 200),
  position integer not null default 0,
  text text not null check (char_length(text) between 1 and 10000),
  -- How many people said it.
  count integer not null default 1 check (count between 1 and 10000),
  withdrawn_at timestamptz,
  -- Set when the text changed after the comment was coded.
  changed_at timestamptz,
  foreign key (circle_id, team_id) references public.circles (id, team_id) on delete cascade,
  foreign key (question_id, circle_id, team_id) references public.questions (id, circle_id, team_id) on delete cascade,
  foreign key (group_id, circle_id, team_id) references public.groups (id, circle_id, team_id) on delete cascade,
  foreign key (note_id, question_id) references public.notes (id, question_id) on delete cascade,
  unique (id, question_id),
  unique (note_id, item_id)
);
create index comments_question on public.comments (question_id, team_id) include (id, count, group_id, withdrawn_at);
create index comments_circle on public.comments (circle_id, team_id);
create index comments_group on public.comments (group_id);

alter table public.comments enable row level security;

create policy "the team reads the comments" on public.comments for select to authenticated
  using (team_id in (select private.my_teams()));

grant select on public.comments to authenticated, service_role;

comment on table public.comments is 'One unit of what was said. No author, on purpose. Written only by store_note and import_circle.';
