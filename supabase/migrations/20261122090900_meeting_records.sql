-- Bringing in the record of a meeting that was held: meeting-record/1.

-- Definer: writes a circle that is closed already. The lead is checked once.
-- record: {"format": "meeting-record/1", "circle": {"title", "kind", "heldOn"}, "topic", "attended", "apologies": {"declined", "apologies"},
-- "wellbeingNote", "comments", "outcomesDiscussed", "suggestions" (each a number, a list of lines, or {"count", "lines"}
-- when only some were written down), "smallGroups", "actions": [{"text", "owner", "dueOn"}]}
create function public.import_meeting_record(p_team uuid, p_key uuid, p_record jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_circle uuid;
begin
  if p_team not in (select private.my_lead_teams()) then raise exception 'only a lead brings in a record' using errcode = '42501'; end if;
  if p_record ->> 'format' is distinct from 'meeting-record/1' then raise exception 'not the record of a meeting' using errcode = '22023'; end if;
  insert into public.circles (team_id, kind, title, state, held_on, closed_at, request_key, created_by)
  values (p_team, p_record #>> '{circle,kind}', btrim(p_record #>> '{circle,title}'), 'closed',
    coalesce((select array_agg(d.value::date order by d.ordinality) from jsonb_array_elements_text(p_record #> '{circle,heldOn}') with ordinality d), '{}'),
    now(), p_key, (select auth.uid()))
  on conflict (team_id, request_key) do nothing
  returning id into v_circle;
  if v_circle is null then
    return (select id from public.circles where team_id = p_team and request_key = p_key);
  end if;
  insert into public.circle_records (circle_id, team_id, topic, small_groups, present_unnamed, apologies_unnamed, declined_unnamed, attendance_taken_at,
    comments, comments_counted, outcomes, outcomes_counted, suggestions, suggestions_counted)
  values (v_circle, p_team, coalesce(p_record ->> 'topic', ''), coalesce((p_record ->> 'smallGroups')::boolean, false),
    coalesce((p_record ->> 'attended')::smallint, 0), coalesce((p_record #>> '{apologies,apologies}')::smallint, 0),
    coalesce((p_record #>> '{apologies,declined}')::smallint, 0), case when p_record ->> 'attended' is not null then now() end,
    private.lines_of(p_record -> 'comments'), private.counted_in(p_record -> 'comments'),
    private.lines_of(p_record -> 'outcomesDiscussed'), private.counted_in(p_record -> 'outcomesDiscussed'),
    private.lines_of(p_record -> 'suggestions'), private.counted_in(p_record -> 'suggestions'));
  insert into public.wellbeing_notes (circle_id, team_id, note)
  select v_circle, p_team, btrim(p_record ->> 'wellbeingNote') where btrim(coalesce(p_record ->> 'wellbeingNote', '')) <> '';
  insert into public.actions (team_id, circle_id, text, owner_name, due_on)
  select p_team, v_circle, btrim(a.value ->> 'text'), left(btrim(coalesce(a.value ->> 'owner', '')), 120), (a.value ->> 'dueOn')::date
  from jsonb_array_elements(coalesce(p_record -> 'actions', '[]')) a;
  return v_circle;
end $$;

-- A figure, a list of lines, or both: the lines.
create function private.lines_of(p_value jsonb) returns text[]
language sql immutable set search_path = '' as $$
  select case jsonb_typeof(p_value) when 'array' then array(select jsonb_array_elements_text(p_value))
    when 'object' then array(select jsonb_array_elements_text(p_value -> 'lines')) else '{}'::text[] end
$$;
-- The same: the figure, where there is one.
create function private.counted_in(p_value jsonb) returns smallint
language sql immutable set search_path = '' as $$
  select case jsonb_typeof(p_value) when 'number' then (p_value #>> '{}')::smallint when 'object' then (p_value ->> 'count')::smallint end
$$;
revoke all on function public.import_meeting_record(uuid, uuid, jsonb), private.lines_of(jsonb), private.counted_in(jsonb) from public, anon, authenticated;
grant execute on function public.import_meeting_record(uuid, uuid, jsonb) to authenticated;
