-- The view of an organisation needs three teams: of one it would be that team's own level, and of two each could be told from the other.

-- The newest publication of each team, without the team and in the order of its own words: all that an organisation's view is made of. Of each
-- definition only where at least three teams have published levels with it; below that nothing, not even how many teams there are.
-- Definer: an admin reads no team's publication.
create or replace function public.organisation_levels(p_organisation uuid) returns table (definition text, enough boolean, levels jsonb, help jsonb)
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_organisation is null or p_organisation not in (select private.my_admin_organisations()) then
    raise exception 'only an admin sees the view of the organisation' using errcode = '42501';
  end if;
  return query
    with newest as (
      select distinct on (p.team_id) r.scale_key || '/' || r.scale_version as asked_with, p.enough, p.levels, p.help
      from public.check_in_publications p join public.check_in_rounds r on r.id = p.round_id join public.teams t on t.id = p.team_id
      where t.organisation_id = p_organisation and not p.key_lost order by p.team_id, r.opens_at desc
    ), counted as (
      select n.*, count(*) filter (where n.enough) over (partition by n.asked_with) as teams from newest n
    )
    select c.asked_with, c.enough, c.levels, c.help from counted c where c.teams >= 3
    order by c.asked_with, c.enough, c.levels::text, c.help::text;
end $$;
