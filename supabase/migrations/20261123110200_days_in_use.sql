-- As before; a day with somebody's make-up, a note, or people counted at its door is in use as well.
-- Writes title, date, audience and starting times of the days, [{day, held_on, audience, title, morning_starts, afternoon_starts}], all at once. Days that are not named
-- stay; new ones are added; p_remove goes, unless something stands on it. Invoker: the policies decide.
create or replace function public.save_training_days(p_training uuid, p_days jsonb, p_remove smallint default null) returns void
language plpgsql set search_path = '' as $$
declare
  v_organisation uuid;
begin
  select t.organisation_id into v_organisation from public.trainings t where t.id = p_training for update;
  if not found then raise exception 'no such training' using errcode = 'PT404'; end if;
  if p_remove is not null then
    if exists (select from public.training_sessions s where s.training_id = p_training and s.day = p_remove)
        or exists (select from public.training_attendance a where a.training_id = p_training and a.day = p_remove)
        or exists (select from public.training_make_ups m where m.training_id = p_training and m.day = p_remove)
        or exists (select from public.training_notes n where n.training_id = p_training and n.day = p_remove)
        or exists (select from public.training_days d where d.training_id = p_training and d.day = p_remove and d.counted > 0) then
      raise exception 'there is something on this day' using errcode = 'PT409', hint = 'day_in_use';
    end if;
    delete from public.training_days d where d.training_id = p_training and d.day = p_remove;
  end if;
  -- Out of the way first: two days may have changed dates.
  update public.training_days d set held_on = d.held_on + 400000
    from jsonb_to_recordset(p_days) as e (day smallint) where d.training_id = p_training and d.day = e.day;
  update public.training_days d set held_on = e.held_on, audience = e.audience, title = coalesce(e.title, ''), morning_starts = e.morning_starts, afternoon_starts = e.afternoon_starts
    from jsonb_to_recordset(p_days) as e (day smallint, held_on date, audience text, title text, morning_starts time, afternoon_starts time)
    where d.training_id = p_training and d.day = e.day;
  insert into public.training_days (training_id, organisation_id, day, held_on, audience, title, morning_starts, afternoon_starts)
    select p_training, v_organisation, e.day, e.held_on, e.audience, coalesce(e.title, ''), e.morning_starts, e.afternoon_starts
    from jsonb_to_recordset(p_days) as e (day smallint, held_on date, audience text, title text, morning_starts time, afternoon_starts time)
    where not exists (select from public.training_days d where d.training_id = p_training and d.day = e.day);
end $$;
