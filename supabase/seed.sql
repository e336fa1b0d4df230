-- The demo organisation: all names and sentences are made up. For a demo or a developer's machine only; the password is public.
-- Loaded by the embedded backend into an empty database, and by the Supabase CLI after a reset.

insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data,
  confirmation_token, recovery_token, email_change, email_change_token_new, created_at, updated_at)
select p.id, 'authenticated', 'authenticated', p.email, '$2b$10$r4wxsZ1FDWlPnnzc5I1dN.llskHxDCSijuuDinDoF2DKpcDtsbJOa', now(),
  '{"provider": "email", "providers": ["email"]}', jsonb_build_object('display_name', p.name), '', '', '', '', now(), now()
from (values
  ('d0000000-0000-4000-8000-000000000001'::uuid, 'lead@demo.example', 'Amara Lindqvist'),
  ('d0000000-0000-4000-8000-000000000002'::uuid, 'member@demo.example', 'Joss Okafor'),
  ('d0000000-0000-4000-8000-000000000003'::uuid, 'mei@demo.example', 'Mei Tanaka'),
  ('d0000000-0000-4000-8000-000000000004'::uuid, 'sam@demo.example', 'Sam Riviere'),
  ('d0000000-0000-4000-8000-000000000005'::uuid, 'ines@demo.example', 'Ines Duarte'),
  ('d0000000-0000-4000-8000-000000000006'::uuid, 'trainer@demo.example', 'Ruth Valemont'),
  ('d0000000-0000-4000-8000-000000000007'::uuid, 'admin@demo.example', 'Dana Holt'),
  ('d0000000-0000-4000-8000-000000000008'::uuid, 'tomasz@demo.example', 'Tomasz Weber'),
  ('d0000000-0000-4000-8000-000000000009'::uuid, 'priya@demo.example', 'Priya Nair'),
  ('d0000000-0000-4000-8000-000000000010'::uuid, 'noor@demo.example', 'Noor Haddad')
) as p (id, email, name);

insert into auth.identities (id, provider, provider_id, user_id, identity_data, last_sign_in_at, created_at, updated_at)
select u.id, 'email', u.id::text, u.id, jsonb_build_object('sub', u.id::text, 'email', u.email, 'email_verified', true), now(), now(), now()
from auth.users u where u.email like '%@demo.example';

insert into public.organisations (id, name) values ('d1000000-0000-4000-8000-000000000001', 'Harbour Street Family Services');

insert into public.organisation_members (organisation_id, person_id, is_admin, is_trainer)
select 'd1000000-0000-4000-8000-000000000001', p.id, p.display_name = 'Dana Holt', p.display_name = 'Ruth Valemont'
from public.people p where p.id::text like 'd0000000-%';

insert into public.support_contacts (organisation_id, position, name, reach, note) values
  ('d1000000-0000-4000-8000-000000000001', 0, 'Employee assistance line', '555 0100', 'Free and confidential. Day and night.'),
  ('d1000000-0000-4000-8000-000000000001', 1, 'Dana Holt, wellbeing lead', '555 0101', 'Weekdays, nine to five. You can just walk in.'),
  ('d1000000-0000-4000-8000-000000000001', 2, 'Emergency services', 'The emergency number where you are', 'When someone is in danger right now.');

insert into public.teams (id, organisation_id, name, time_zone) values
  ('d2000000-0000-4000-8000-000000000001', 'd1000000-0000-4000-8000-000000000001', 'Outreach team', 'Europe/London'),
  ('d2000000-0000-4000-8000-000000000002', 'd1000000-0000-4000-8000-000000000001', 'Night shelter team', 'Europe/London');

insert into public.team_members (team_id, person_id, role) values
  ('d2000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000001', 'lead'),
  ('d2000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000002', 'member'),
  ('d2000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000003', 'member'),
  ('d2000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000004', 'member'),
  ('d2000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000008', 'member'),
  ('d2000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000009', 'member'),
  ('d2000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000010', 'member'),
  ('d2000000-0000-4000-8000-000000000002', 'd0000000-0000-4000-8000-000000000005', 'lead'),
  ('d2000000-0000-4000-8000-000000000002', 'd0000000-0000-4000-8000-000000000006', 'member');

-- Long enough ago for a check-in round: who joined in the last two weeks is not asked.
update public.team_members set joined_at = now() - interval '60 days' where team_id::text like 'd2000000-%';

insert into public.agreements (team_id, version, lines, review_on, adopted_by) values
  ('d2000000-0000-4000-8000-000000000001', 1, '[
    {"part": "how", "text": "One person speaks at a time; the rest of us listen to understand."},
    {"part": "how", "text": "Passing is always fine and needs no reason."},
    {"part": "how", "text": "We speak from our own work, not about others in the team."},
    {"part": "limits", "text": "What is said here stays here. The exception: someone is at risk of harm. Then we say so in the circle first, if we can."},
    {"part": "limits", "text": "We never name or describe clients so that they could be known."}]',
   (now() + interval '5 months')::date, 'd0000000-0000-4000-8000-000000000001');

-- The lead's own acts, done as the lead so that the same rules apply.
select set_config('request.jwt.claim.sub', 'd0000000-0000-4000-8000-000000000001', true),
  set_config('request.jwt.claims', '{"sub": "d0000000-0000-4000-8000-000000000001", "role": "authenticated"}', true);

select public.plan_circle('d2000000-0000-4000-8000-000000000001', 'd3000000-0000-4000-8000-000000000001',
  jsonb_build_object('kind', 'staff', 'title', 'Staff circle: after a heavy month', 'planned_minutes', 45, 'time_zone', 'Europe/London',
    'starts_at', date_trunc('hour', now()) + interval '2 days'),
  '[{"kind": "opening", "title": "Arrive and open", "note": "Welcome everybody. Take three slow breaths together. Say why we meet today.", "minutes": 4, "min_minutes": 4, "priority": 1},
    {"kind": "agreements", "title": "Agreements read back", "note": "Read them aloud, one line each around the circle.", "minutes": 3, "min_minutes": 2, "priority": 3},
    {"kind": "check_in", "title": "Check-in round", "note": "With the talking piece: one word or one sentence on how you come in.", "minutes": 8, "min_minutes": 5, "priority": 2},
    {"kind": "practice", "title": "Hand on the heart", "note": "Two minutes of quiet. Notice where the day sits in your body.", "minutes": 4, "min_minutes": 2, "priority": 6},
    {"kind": "round", "title": "What carried you this month?", "note": "Two rounds. The second is for what you heard from others.", "minutes": 16, "min_minutes": 8, "priority": 4},
    {"kind": "actions", "title": "Actions", "note": "What will we ask for, change or try? Each with an owner.", "minutes": 5, "min_minutes": 3, "priority": 3},
    {"kind": "closing", "title": "Closing round", "note": "One thing you take with you. Thank each other.", "minutes": 5, "min_minutes": 5, "priority": 1}]',
  '[{"prompt": "What carried you through this month?", "table_title": "What carries us"}]', '[{"name": "Whole circle"}]');

select public.plan_circle('d2000000-0000-4000-8000-000000000001', 'd3000000-0000-4000-8000-000000000002',
  jsonb_build_object('kind', 'gathering', 'title', 'Gathering: how we stay kind when the waiting list is full', 'planned_minutes', 120, 'time_zone', 'Europe/London',
    'starts_at', date_trunc('hour', now())),
  '[{"kind": "opening", "title": "Arrive and open", "note": "A candle in the middle, one minute of quiet.", "minutes": 10, "min_minutes": 10, "priority": 1},
    {"kind": "agreements", "title": "Agreements read back", "note": "", "minutes": 5, "min_minutes": 3, "priority": 3},
    {"kind": "core", "title": "First question at the tables", "note": "A recorder at each table writes one comment a line.", "minutes": 40, "min_minutes": 25, "priority": 3},
    {"kind": "break", "title": "Break", "note": "", "minutes": 15, "min_minutes": 10, "priority": 5},
    {"kind": "core", "title": "Second question at the tables", "note": "", "minutes": 35, "min_minutes": 20, "priority": 4},
    {"kind": "closing", "title": "Closing round", "note": "", "minutes": 15, "min_minutes": 15, "priority": 1}]',
  '[{"prompt": "When did you last feel that compassion made the work easier, not harder?", "table_title": "When compassion helps"},
    {"prompt": "What would we need from each other to keep going?", "table_title": "What we need from each other"}]',
  '[{"name": "Table by the window"}, {"name": "Table by the door"}]');

update public.circles set state = 'open' where request_key = 'd3000000-0000-4000-8000-000000000002';
update public.groups set recorder_id = 'd0000000-0000-4000-8000-000000000002' where name = 'Table by the window';
update public.groups set recorder_id = 'd0000000-0000-4000-8000-000000000003' where name = 'Table by the door';

select public.import_circle('d2000000-0000-4000-8000-000000000001', 'd3000000-0000-4000-8000-000000000003', '{
  "format": "circle-record/1",
  "circle": {"title": "Spring gathering: looking after each other", "kind": "gathering", "heldOn": ["2026-04-14"]},
  "questions": [
    {"number": 1, "prompt": "What helps you to leave work at work?", "tableTitle": "Leaving work at work",
     "comments": [
      {"id": "1", "text": "A colleague who asks how the visit was before I write it up.", "count": 4, "theme": "Someone who asks", "group": "Table 1"},
      {"id": "2", "text": "Ten minutes in the car with the radio off.", "count": 2, "theme": "A pause between", "group": "Table 1"},
      {"id": "3", "text": "We walk around the block in pairs after a hard call.", "count": 3, "theme": "A pause between", "group": "Table 2"},
      {"id": "4", "text": "Knowing that the night team has read my note.", "count": 2, "theme": "Handing over well", "group": "Table 2"},
      {"id": "5", "text": "My lead says out loud when the day is done.", "count": 1, "theme": "Someone who asks", "group": "Table 3"},
      {"id": "6", "text": "Writing one line about what went well.", "count": 2, "group": "Table 3"}]},
    {"number": 2, "prompt": "What would make the next hard week lighter?", "tableTitle": "A lighter hard week",
     "comments": [
      {"id": "7", "text": "Not two first visits on one day.", "count": 5, "theme": "How work is spread", "group": "Table 1"},
      {"id": "8", "text": "Someone to ring on Sunday evening.", "count": 2, "theme": "Someone to reach", "group": "Table 2"},
      {"id": "9", "text": "A room without a screen to sit in.", "count": 3, "group": "Table 3"}]}]}');

insert into public.circle_roles (circle_id, team_id, person_id, role)
select c.id, c.team_id, p.person_id, p.role from public.circles c,
  (values ('d0000000-0000-4000-8000-000000000002'::uuid, 'co_facilitator'), ('d0000000-0000-4000-8000-000000000003'::uuid, 'observer')) as p (person_id, role)
where c.request_key = 'd3000000-0000-4000-8000-000000000001';

select public.save_record(c.id, 0, '{"topic": "How we look after each other between circles", "small_groups": true, "present_unnamed": 14, "apologies_unnamed": 2,
  "declined_unnamed": 1, "attendance_taken": true, "wellbeing_note": "Tired, and glad to sit down together. Several came straight from a visit.",
  "outcomes": ["Pairs walk around the block after a hard call", "The night team leaves a note for the morning"], "suggestions": ["A room without a screen"]}')
from public.circles c where c.request_key = 'd3000000-0000-4000-8000-000000000003';

insert into public.actions (team_id, circle_id, text, owner_id, due_on)
select c.team_id, c.id, a.text, a.owner, current_date + a.days from public.circles c,
  (values ('Ask for the small room on Mondays', 'd0000000-0000-4000-8000-000000000002'::uuid, 10), ('Try "not two first visits on one day" for a month', 'd0000000-0000-4000-8000-000000000001'::uuid, 24)) as a (text, owner, days)
where c.request_key = 'd3000000-0000-4000-8000-000000000003';
insert into public.actions (team_id, circle_id, text, owner_id)
select c.team_id, c.id, 'Write down who can be rung on a Sunday', 'd0000000-0000-4000-8000-000000000001' from public.circles c
where c.request_key = 'd3000000-0000-4000-8000-000000000003';
select public.close_action(a.id, 'There is a list beside the door now: two names for every Sunday until summer.') from public.actions a where a.text like 'Write down who%';

select set_config('request.jwt.claim.sub', '', true), set_config('request.jwt.claims', '', true);
