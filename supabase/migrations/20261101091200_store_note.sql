-- Storing a live note: the document and its comments in one transaction, by the server's store, for everybody who wrote.

-- items: [{"itemId", "text", "said", "position"}]
create function public.store_note(p_note uuid, p_state text, p_body text, p_items jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  v_note public.notes;
begin
  select n.* into v_note from public.notes n where n.id = p_note for update;
  if not found then raise exception 'no such note' using errcode = 'PT404'; end if;
  perform 1 from public.circles where id = v_note.circle_id and state = 'open' for share;
  if not found then raise exception 'this circle is not open' using errcode = 'PT409', hint = 'circle_closed'; end if;

  insert into public.note_documents (note_id, state) values (p_note, p_state)
    on conflict (note_id) do update set state = excluded.state;
  update public.notes set body = p_body, body_items = p_items, updated_at = now() where id = p_note;

  -- A deleted list item withdraws its comment; when it returns (undo), so does the comment, with its coding.
  update public.comments c set withdrawn_at = now()
    where c.note_id = p_note and c.withdrawn_at is null
      and c.item_id not in (select i ->> 'itemId' from jsonb_array_elements(p_items) i);
  insert into public.comments (circle_id, team_id, question_id, note_id, group_id, item_id, position, text, count)
  select v_note.circle_id, v_note.team_id, v_note.question_id, p_note, v_note.group_id,
    i ->> 'itemId', (i ->> 'position')::integer, left(i ->> 'text', 10000), coalesce((i ->> 'said')::integer, 1)
  from jsonb_array_elements(p_items) i
  on conflict (note_id, item_id) do update set
    position = excluded.position,
    text = excluded.text,
    count = excluded.count,
    withdrawn_at = null,
    changed_at = case when public.comments.text <> excluded.text
        and exists (select 1 from public.codings k where k.comment_id = public.comments.id) then now()
      else public.comments.changed_at end
  where (public.comments.position, public.comments.text, public.comments.count) is distinct from (excluded.position, excluded.text, excluded.count)
    or public.comments.withdrawn_at is not null;
end $$;

create function public.load_note(p_note uuid) returns text
language sql stable set search_path = '' as $$
  select state from public.note_documents where note_id = p_note
$$;

revoke all on function public.store_note(uuid, text, text, jsonb), public.load_note(uuid) from public, anon, authenticated;
grant execute on function public.store_note(uuid, text, text, jsonb), public.load_note(uuid) to service_role;
grant select, insert, update on public.note_documents to service_role;
grant update (body, body_items, updated_at) on public.notes to service_role;
grant select, insert, update on public.comments to service_role;
grant select on public.codings to service_role;
-- "for share" on circles and "for update" on notes need an update right on some column.
grant update (agenda_version) on public.circles to service_role;
