-- Puts a text of the library into the agenda of a planned circle, with its questions, in one transaction: before the actions, or else before
-- the closing. Gives false, and changes nothing, when a part of this kind and title is in it already: pressed twice, it is there once.
-- p_item: {"kind", "title", "note", "minutes", "min_minutes", "priority"}; p_questions: [{"prompt", "table_title"}]
create function public.use_in_circle(p_circle uuid, p_item jsonb, p_questions jsonb) returns boolean
language plpgsql set search_path = '' as $$
declare
  v_team uuid;
  v_place smallint;
begin
  -- Locked, so that two people at once come one after the other.
  select c.team_id into v_team from public.circles c where c.id = p_circle and c.state = 'planned' for update;
  if not found then raise exception 'this agenda cannot be changed' using errcode = '42501'; end if;
  if exists (select from public.agenda_items i where i.circle_id = p_circle and i.kind = p_item ->> 'kind' and i.title = btrim(p_item ->> 'title')) then
    return false;
  end if;
  update public.circles set agenda_version = agenda_version + 1 where id = p_circle;
  select coalesce(min(i.position) filter (where i.kind = 'actions'), min(i.position) filter (where i.kind = 'closing'), max(i.position) + 1, 0)
    into v_place from public.agenda_items i where i.circle_id = p_circle;
  update public.agenda_items set position = position + 1 where circle_id = p_circle and position >= v_place;
  insert into public.agenda_items (circle_id, team_id, position, kind, title, note, minutes, min_minutes, priority)
    values (p_circle, v_team, v_place, p_item ->> 'kind', btrim(p_item ->> 'title'), coalesce(p_item ->> 'note', ''),
      (p_item ->> 'minutes')::smallint, (p_item ->> 'min_minutes')::smallint, (p_item ->> 'priority')::smallint);
  insert into public.questions (circle_id, team_id, number, prompt, table_title)
    select p_circle, v_team, (coalesce((select max(q.number) from public.questions q where q.circle_id = p_circle), 0) + n.ordinality)::smallint,
      n.value ->> 'prompt', n.value ->> 'table_title'
    from jsonb_array_elements(p_questions) with ordinality n;
  return true;
end $$;
revoke all on function public.use_in_circle(uuid, jsonb, jsonb) from public, anon, authenticated;
grant execute on function public.use_in_circle(uuid, jsonb, jsonb) to authenticated;
