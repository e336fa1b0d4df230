-- A theme of a question, and codings: which comment belongs to which theme. A comment has at most one theme, so a table's total is the number of coded comments.

create table public.themes (
  id uuid primary key default gen_random_uuid(),
  circle_id uuid not null,
  team_id uuid not null,
  question_id uuid not null,
  name text not null check (char_length(btrim(name)) between 1 and 200),
  description text not null default '' check (char_length(description) <= 5000),
  position integer not null check (position >= 0),
  foreign key (circle_id, team_id) references public.circles (id, team_id) on delete cascade,
  foreign key (question_id, circle_id, team_id) references public.questions (id, circle_id, team_id) on delete cascade,
  unique (id, question_id),
  -- The one name that table and description both print.
  unique (question_id, name) deferrable initially deferred
);
create index themes_question on public.themes (question_id, team_id, position);
create index themes_circle on public.themes (circle_id);

create table public.codings (
  comment_id uuid primary key,
  theme_id uuid not null,
  question_id uuid not null,
  team_id uuid not null references public.teams (id) on delete cascade,
  origin text not null default 'chosen' check (origin in ('chosen', 'accepted', 'against', 'imported')),
  foreign key (comment_id, question_id) references public.comments (id, question_id) on delete cascade,
  foreign key (theme_id, question_id) references public.themes (id, question_id) on delete cascade
);
create index codings_theme on public.codings (theme_id);
create index codings_question on public.codings (question_id, team_id) include (comment_id, theme_id);

-- Every step of coding with what undoes it.
create table public.coding_changes (
  id bigint generated always as identity primary key,
  question_id uuid not null references public.questions (id) on delete cascade,
  team_id uuid not null references public.teams (id) on delete cascade,
  made_by uuid references public.people (id) on delete set null,
  made_at timestamptz not null default now(),
  label text not null check (char_length(label) between 1 and 400),
  ops jsonb not null,
  inverse jsonb not null,
  undone boolean not null default false
);
create index coding_changes_question on public.coding_changes (question_id, team_id, id);

alter table public.themes enable row level security;
alter table public.codings enable row level security;
alter table public.coding_changes enable row level security;

create policy "the team sees the themes" on public.themes for select to authenticated
  using (team_id in (select private.my_teams()));
create policy "the team sees the codings" on public.codings for select to authenticated
  using (team_id in (select private.my_teams()));
create policy "leads see the history of coding" on public.coding_changes for select to authenticated
  using (team_id in (select private.my_lead_teams()));

grant select on public.themes, public.codings, public.coding_changes to authenticated;

comment on table public.themes is 'A theme found in the comments to one question, in the coder''s order.';
comment on table public.codings is 'Comment to theme, and whether a suggestion was accepted or decided against.';
comment on table public.coding_changes is 'History of coding, for undo. Leads only.';

-- Applies row changes to a question's coding and returns what undoes them. Called by the two functions below only.
-- ops: {"theme": id, "name", "description", "position"} | {"theme": id, "removed": true} | {"comment": id, "theme": id | null, "origin"}
create function private.apply_coding(p_question public.questions, p_ops jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_op jsonb;
  v_inverse jsonb := '[]';
  v_theme public.themes;
  v_coding public.codings;
begin
  for v_op in select value from jsonb_array_elements(p_ops) loop
    if v_op ? 'comment' then
      if not exists (select 1 from public.comments where id = (v_op ->> 'comment')::uuid and question_id = p_question.id) then
        raise exception 'that comment is not part of this question' using errcode = '22023';
      end if;
      if v_op ->> 'theme' is not null
          and not exists (select 1 from public.themes where id = (v_op ->> 'theme')::uuid and question_id = p_question.id) then
        raise exception 'that theme is not part of this question' using errcode = '22023';
      end if;
      select * into v_coding from public.codings where comment_id = (v_op ->> 'comment')::uuid;
      v_inverse := jsonb_build_array(jsonb_build_object('comment', v_op -> 'comment', 'theme', v_coding.theme_id, 'origin', v_coding.origin)) || v_inverse;
      if v_op ->> 'theme' is null then
        delete from public.codings where comment_id = (v_op ->> 'comment')::uuid;
      else
        insert into public.codings (comment_id, theme_id, question_id, team_id, origin)
        values ((v_op ->> 'comment')::uuid, (v_op ->> 'theme')::uuid, p_question.id, p_question.team_id, coalesce(v_op ->> 'origin', 'chosen'))
        on conflict (comment_id) do update set theme_id = excluded.theme_id, origin = excluded.origin;
      end if;
      update public.comments set changed_at = null where id = (v_op ->> 'comment')::uuid and changed_at is not null;
    else
      select * into v_theme from public.themes where id = (v_op ->> 'theme')::uuid;
      if found and v_theme.question_id <> p_question.id then
        raise exception 'that theme is not part of this question' using errcode = '22023';
      end if;
      if v_theme.id is null then
        v_inverse := jsonb_build_array(jsonb_build_object('theme', v_op -> 'theme', 'removed', true)) || v_inverse;
      else
        v_inverse := jsonb_build_array(jsonb_build_object('theme', v_theme.id, 'name', v_theme.name, 'description', v_theme.description, 'position', v_theme.position)) || v_inverse;
      end if;
      if (v_op ->> 'removed')::boolean then
        if exists (select 1 from public.codings k join public.comments c on c.id = k.comment_id
                   where k.theme_id = (v_op ->> 'theme')::uuid and c.withdrawn_at is null) then
          raise exception 'a theme with comments is merged or emptied before it is removed' using errcode = 'PT409', hint = 'theme_in_use';
        end if;
        -- Codings of withdrawn comments go with the theme, and come back with it: after it, so they stand behind it.
        v_inverse := jsonb_build_array(v_inverse -> 0)
          || coalesce((select jsonb_agg(jsonb_build_object('comment', k.comment_id, 'theme', k.theme_id, 'origin', k.origin))
                       from public.codings k where k.theme_id = (v_op ->> 'theme')::uuid), '[]')
          || (v_inverse - 0);
        delete from public.themes where id = (v_op ->> 'theme')::uuid;
      else
        insert into public.themes (id, circle_id, team_id, question_id, name, description, position)
        values ((v_op ->> 'theme')::uuid, p_question.circle_id, p_question.team_id, p_question.id,
          coalesce(v_op ->> 'name', v_theme.name), coalesce(v_op ->> 'description', v_theme.description, ''), coalesce((v_op ->> 'position')::integer, v_theme.position, 0))
        on conflict (id) do update set name = excluded.name, description = excluded.description, position = excluded.position;
      end if;
    end if;
  end loop;
  -- Two themes of one name would be told apart nowhere: say so now, not at commit.
  set constraints all immediate;
  set constraints all deferred;
  return v_inverse;
end $$;
revoke all on function private.apply_coding(public.questions, jsonb) from public, anon, authenticated;

-- Definer: themes and codings are written through here only, so that history is whole. The lead is checked once.
create function public.change_coding(p_question uuid, p_version integer, p_label text, p_ops jsonb) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_question public.questions;
  v_inverse jsonb;
begin
  select q.* into v_question from public.questions q join public.circles c on c.id = q.circle_id
    where q.id = p_question and q.team_id in (select private.my_lead_teams()) and c.state in ('open', 'closed') for update of q;
  if not found then raise exception 'only a lead codes, while the circle is open or closed' using errcode = '42501'; end if;
  if v_question.coding_version is distinct from p_version then
    raise exception 'someone coded this question in the meantime' using errcode = 'PT409', hint = 'stale_coding';
  end if;
  if jsonb_typeof(p_ops) <> 'array' or jsonb_array_length(p_ops) not between 1 and 20000 then
    raise exception 'nothing to change, or too much at once' using errcode = '22023';
  end if;
  v_inverse := private.apply_coding(v_question, p_ops);
  -- A new step forgets the steps that were undone.
  delete from public.coding_changes where question_id = p_question and undone;
  insert into public.coding_changes (question_id, team_id, made_by, label, ops, inverse)
    values (p_question, v_question.team_id, (select auth.uid()), left(p_label, 400), p_ops, v_inverse);
  update public.questions set coding_version = coding_version + 1 where id = p_question;
  return v_question.coding_version + 1;
end $$;

-- Definer: as change_coding. Takes back the last step, or does the last undone one again; null when there is none.
create function public.undo_coding(p_question uuid, p_version integer, p_redo boolean default false) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_question public.questions;
  v_change public.coding_changes;
begin
  select q.* into v_question from public.questions q join public.circles c on c.id = q.circle_id
    where q.id = p_question and q.team_id in (select private.my_lead_teams()) and c.state in ('open', 'closed') for update of q;
  if not found then raise exception 'only a lead codes, while the circle is open or closed' using errcode = '42501'; end if;
  if v_question.coding_version is distinct from p_version then
    raise exception 'someone coded this question in the meantime' using errcode = 'PT409', hint = 'stale_coding';
  end if;
  if p_redo then
    select * into v_change from public.coding_changes where question_id = p_question and undone order by id limit 1;
  else
    select * into v_change from public.coding_changes where question_id = p_question and not undone order by id desc limit 1;
  end if;
  if not found then return null; end if;
  perform private.apply_coding(v_question, case when p_redo then v_change.ops else v_change.inverse end);
  update public.coding_changes set undone = not p_redo where id = v_change.id;
  update public.questions set coding_version = coding_version + 1 where id = p_question;
  return v_question.coding_version + 1;
end $$;

-- Definer: checks membership once and then counts without policies. One row a theme, most comments first, ties in the coder's order.
create function public.theme_counts(p_circle uuid)
returns table (question_id uuid, number smallint, theme_id uuid, name text, "position" integer, comments bigint, distinct_comments bigint, groups bigint)
language plpgsql stable security definer set search_path = '' as $$
begin
  if not exists (select 1 from public.circles c join public.team_members m on m.team_id = c.team_id
                 where c.id = p_circle and m.person_id = (select auth.uid())) then return; end if;
  return query
    select q.id, q.number, t.id, t.name, t.position, coalesce(sum(c.count), 0)::bigint, count(c.id), count(distinct c.group_id)
    from public.questions q
    join public.themes t on t.question_id = q.id
    left join public.codings k on k.theme_id = t.id
    left join public.comments c on c.id = k.comment_id and c.withdrawn_at is null
    where q.circle_id = p_circle
    group by q.id, q.number, t.id, t.name, t.position
    order by q.number, 6 desc, t.position;
end $$;
revoke all on function public.change_coding(uuid, integer, text, jsonb), public.undo_coding(uuid, integer, boolean), public.theme_counts(uuid) from public, anon, authenticated;
grant execute on function public.change_coding(uuid, integer, text, jsonb), public.undo_coding(uuid, integer, boolean), public.theme_counts(uuid) to authenticated;
