import type { Asker } from './asker.ts';
import type { Ground } from './makeGround.ts';

export type Gathered = { circle: string; question: string; note: string };

const teams = 200;

/** Adds a circle with 5 questions, 20 groups, 8 themes a question and this many coded comments. Gives the ids. */
function circleOf(team: string, comments: number): string {
  return `
  with c as (insert into public.circles (team_id, kind, title, state) values (${team}, 'gathering', 'Crowded', 'open') returning id, team_id),
    q as (insert into public.questions (circle_id, team_id, number, prompt) select c.id, c.team_id, n, 'Question ' || n from c, generate_series(1, 5) n returning id, circle_id, team_id, number),
    g as (insert into public.groups (circle_id, team_id, position, name) select c.id, c.team_id, n, 'Table ' || n from c, generate_series(0, 19) n returning id, position),
    t as (insert into public.themes (circle_id, team_id, question_id, name, position) select q.circle_id, q.team_id, q.id, 'Theme ' || n, n from q, generate_series(0, 7) n returning id, question_id, position),
    m as (insert into public.comments (circle_id, team_id, question_id, group_id, position, text)
      select q.circle_id, q.team_id, q.id, g.id, n, 'It helps when somebody asks how the visit was before I write it up, most of all in winter: ' || n
      from generate_series(1, ${comments}) n join q on q.number = 1 + n % 5 join g on g.position = (n / 5) % 20 returning id, question_id, team_id, position)
  insert into public.codings (comment_id, theme_id, question_id, team_id)
    select m.id, t.id, m.question_id, m.team_id from m join t on t.question_id = m.question_id and t.position = (m.position / 7) % 8
    where m.position % 10 > 0`;
}

/**
 * A circle of the ground's team with so many comments, and in other teams' circles so many together (those already there
 * count). Written as the owner of the database: through the app it would take minutes.
 */
export async function gather(asker: Asker, ground: Ground, own: number, others: number): Promise<Gathered> {
  const outside = `(select organisation_id from public.teams where id = '${ground.team}')`;
  await asker.run(`
    insert into public.teams (organisation_id, name) select ${outside}, 'Crowd ' || n from generate_series(1, ${teams}) n
      where not exists (select 1 from public.teams where name = 'Crowd 1');
    do $$ declare v_team uuid; v_each integer; begin
      select ceil(greatest(0, ${others} - count(*)) / ${teams}.0) into v_each from public.comments k join public.teams t on t.id = k.team_id where t.name like 'Crowd %';
      if v_each > 0 then for v_team in select id from public.teams where name like 'Crowd %' loop ${circleOf('v_team', 0).replace('generate_series(1, 0)', 'generate_series(1, v_each)')};
      end loop; end if; end $$;
    ${circleOf(`'${ground.team}'::uuid`, own)};`);
  // Not inside of what came before: a vacuum stands alone.
  await asker.run('vacuum analyze');
  const [row] = await asker.ask({
    text: `select c.id as circle, q.id as question, (select n.id from public.notes n where n.question_id = q.id limit 1) as note
      from public.circles c join public.questions q on q.circle_id = c.id and q.number = 1
      where c.team_id = $1 and c.title = 'Crowded' order by c.created_at desc limit 1`,
    values: [ground.team]
  });
  return row as Gathered;
}
