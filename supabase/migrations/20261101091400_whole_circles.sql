-- Making a whole circle at once: from a template, or from a record of one that was held.

-- As the person: every row is checked by its policy. The same request key gives the same circle, however often the form is sent.
-- circle: {"kind", "title", "starts_at", "planned_minutes", "time_zone"}; items as save_agenda; questions: [{"prompt", "table_title"}]; groups: [{"name"}]
create function public.plan_circle(p_team uuid, p_key uuid, p_circle jsonb, p_items jsonb, p_questions jsonb, p_groups jsonb) returns uuid
language plpgsql set search_path = '' as $$
declare
  v_circle uuid;
begin
  insert into public.circles (team_id, kind, title, starts_at, planned_minutes, time_zone, request_key)
  values (p_team, p_circle ->> 'kind', btrim(p_circle ->> 'title'), (p_circle ->> 'starts_at')::timestamptz,
    (p_circle ->> 'planned_minutes')::integer, coalesce(p_circle ->> 'time_zone', 'UTC'), p_key)
  on conflict (team_id, request_key) do nothing
  returning id into v_circle;
  if v_circle is null then
    return (select id from public.circles where team_id = p_team and request_key = p_key);
  end if;
  perform public.save_agenda(v_circle, 0, p_items);
  insert into public.questions (circle_id, team_id, number, prompt, table_title)
  select v_circle, p_team, q.ordinality::smallint, q.value ->> 'prompt', coalesce(q.value ->> 'table_title', '')
  from jsonb_array_elements(p_questions) with ordinality q;
  insert into public.groups (circle_id, team_id, position, name)
  select v_circle, p_team, (g.ordinality - 1)::smallint, g.value ->> 'name'
  from jsonb_array_elements(p_groups) with ordinality g;
  return v_circle;
end $$;

-- Definer: writes comments, which no member may do by hand. The lead is checked once; the circle arrives closed.
-- record: circle-record/1 (see src/lib/themes/schema.ts): {"circle": {"title", "kind", "heldOn"}, "questions": [{"number", "prompt", "tableTitle",
-- "groupsResponding", "summary", "themes": [{"name", "description"}], "comments": [{"id", "text", "count", "theme", "group"}]}]}
create function public.import_circle(p_team uuid, p_key uuid, p_record jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_circle uuid;
  v_question uuid;
  v_q jsonb;
begin
  if p_team not in (select private.my_lead_teams()) then raise exception 'only a lead brings in a record' using errcode = '42501'; end if;
  if p_record ->> 'format' is distinct from 'circle-record/1' then raise exception 'not a circle record' using errcode = '22023'; end if;
  insert into public.circles (team_id, kind, title, state, held_on, closed_at, request_key, created_by)
  values (p_team, p_record #>> '{circle,kind}', btrim(p_record #>> '{circle,title}'), 'closed',
    coalesce((select array_agg(d.value::date order by d.ordinality) from jsonb_array_elements_text(p_record #> '{circle,heldOn}') with ordinality d), '{}'),
    now(), p_key, (select auth.uid()))
  on conflict (team_id, request_key) do nothing
  returning id into v_circle;
  if v_circle is null then
    return (select id from public.circles where team_id = p_team and request_key = p_key);
  end if;

  insert into public.groups (circle_id, team_id, position, name)
  select v_circle, p_team, (row_number() over (order by min(c.n)) - 1)::smallint, c.name
  from (select btrim(c.value ->> 'group') as name, row_number() over () as n
        from jsonb_array_elements(p_record -> 'questions') q, jsonb_array_elements(q -> 'comments') c
        where nullif(btrim(c.value ->> 'group'), '') is not null) c
  group by c.name;

  for v_q in select value from jsonb_array_elements(p_record -> 'questions') loop
    insert into public.questions (circle_id, team_id, number, prompt, table_title, summary, stated_groups)
    values (v_circle, p_team, (v_q ->> 'number')::smallint, v_q ->> 'prompt', coalesce(v_q ->> 'tableTitle', ''), coalesce(v_q ->> 'summary', ''), (v_q ->> 'groupsResponding')::smallint)
    returning id into v_question;
    -- Themes keep the coder's order: the list if the record has one, then the order in which comments name them.
    insert into public.themes (circle_id, team_id, question_id, name, description, position)
    select v_circle, p_team, v_question, t.name, coalesce(max(t.description), ''), (row_number() over (order by min(t.n)) - 1)::integer
    from (
      select btrim(l.value ->> 'name') as name, l.value ->> 'description' as description, l.ordinality as n
      from jsonb_array_elements(coalesce(v_q -> 'themes', '[]')) with ordinality l
      union all
      select btrim(c.value ->> 'theme'), null, 1000000 + c.ordinality
      from jsonb_array_elements(v_q -> 'comments') with ordinality c where nullif(btrim(c.value ->> 'theme'), '') is not null
    ) t group by t.name;
    with made as (
      insert into public.comments (circle_id, team_id, question_id, group_id, item_id, position, text, count)
      select v_circle, p_team, v_question,
        (select g.id from public.groups g where g.circle_id = v_circle and g.name = btrim(c.value ->> 'group')),
        nullif(left(c.value ->> 'id', 200), ''), c.ordinality::integer, c.value ->> 'text', coalesce((c.value ->> 'count')::integer, 1)
      from jsonb_array_elements(v_q -> 'comments') with ordinality c
      returning id, position
    )
    insert into public.codings (comment_id, theme_id, question_id, team_id, origin)
    select m.id, t.id, v_question, p_team, 'imported'
    from made m
    join jsonb_array_elements(v_q -> 'comments') with ordinality c on c.ordinality = m.position
    join public.themes t on t.question_id = v_question and t.name = btrim(c.value ->> 'theme');
  end loop;
  -- The notes of its groups can be read like any other.
  update public.notes n set body = c.body, body_items = c.items
  from (
    select c.question_id, c.group_id,
      string_agg('- ' || replace(c.text, E'\n', E'\n  '), E'\n' order by c.position) as body,
      jsonb_agg(jsonb_build_object('itemId', coalesce(c.item_id, c.id::text), 'text', c.text, 'said', c.count, 'position', c.position) order by c.position) as items
    from public.comments c where c.circle_id = v_circle and c.group_id is not null
    group by c.question_id, c.group_id) c
  where n.question_id = c.question_id and n.group_id = c.group_id;
  return v_circle;
end $$;
revoke all on function public.plan_circle(uuid, uuid, jsonb, jsonb, jsonb, jsonb), public.import_circle(uuid, uuid, jsonb) from public, anon, authenticated;
grant execute on function public.plan_circle(uuid, uuid, jsonb, jsonb, jsonb, jsonb), public.import_circle(uuid, uuid, jsonb) to authenticated;
