-- A themes report: a version frozen at publication. Nobody changes or removes it; a mended one is the next version.

create table public.reports (
  id uuid primary key default gen_random_uuid(),
  circle_id uuid not null,
  team_id uuid not null,
  version integer not null check (version >= 1),
  content jsonb not null check (octet_length(content::text) <= 8000000),
  -- The groups agreed that their words are printed; without it the report has no comments, only counts and descriptions.
  quotes_agreed boolean not null,
  published_by uuid references public.people (id) on delete set null,
  published_at timestamptz not null default now(),
  foreign key (circle_id, team_id) references public.circles (id, team_id) on delete cascade,
  unique (circle_id, version)
);
create index reports_team on public.reports (team_id);

alter table public.reports enable row level security;

create policy "the team reads published reports" on public.reports for select to authenticated
  using (team_id in (select private.my_teams()));

grant select on public.reports to authenticated;

comment on table public.reports is 'Published themes reports, frozen.';

-- The tables of a circle as the report must print them: [{"number", "tableTitle", "total", "themes": [{"name", "comments"}]}]
create function private.report_tables(p_circle uuid) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('number', q.number, 'tableTitle', q.table_title, 'total', q.total, 'themes', q.themes) order by q.number), '[]')
  from (
    select q.number, q.table_title, coalesce(sum(t.comments), 0)::bigint as total,
      jsonb_agg(jsonb_build_object('name', t.name, 'comments', t.comments) order by t.comments desc, t.position) as themes
    from public.questions q
    join (
      select t.question_id, t.name, t.position, coalesce(sum(c.count), 0)::bigint as comments
      from public.themes t
      left join public.codings k on k.theme_id = t.id
      left join public.comments c on c.id = k.comment_id and c.withdrawn_at is null
      group by t.id
    ) t on t.question_id = q.id and t.comments > 0
    where q.circle_id = p_circle
    group by q.id
  ) q
$$;
revoke all on function private.report_tables(uuid) from public, anon, authenticated;

-- Definer: no one may insert a report by hand. Counts are re-added here; a report whose tables differ is refused.
create function public.publish_report(p_circle uuid, p_version integer, p_content jsonb, p_tables jsonb, p_quotes_agreed boolean) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_team uuid;
begin
  select c.team_id into v_team from public.circles c
    where c.id = p_circle and c.state in ('open', 'closed') and c.team_id in (select private.my_lead_teams()) for update;
  if not found then raise exception 'only a lead publishes, while the circle is open or closed' using errcode = '42501'; end if;
  if p_version is distinct from coalesce((select max(version) from public.reports where circle_id = p_circle), 0) + 1 then
    raise exception 'that version is already published' using errcode = 'PT409', hint = 'stale_report';
  end if;
  if p_tables is distinct from private.report_tables(p_circle) then
    raise exception 'the counts changed while the report was made' using errcode = 'PT409', hint = 'report_counts';
  end if;
  insert into public.reports (circle_id, team_id, version, content, quotes_agreed, published_by)
    values (p_circle, v_team, p_version, p_content, p_quotes_agreed, (select auth.uid()));
  return p_version;
end $$;
revoke all on function public.publish_report(uuid, integer, jsonb, jsonb, boolean) from public, anon, authenticated;
grant execute on function public.publish_report(uuid, integer, jsonb, jsonb, boolean) to authenticated;
