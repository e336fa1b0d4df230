import { must, type Client } from './furnish.ts';
import type { House } from './actors.ts';

export type Plan = { circle: string; questions: [string, string]; groups: [string, string] };

const item = (kind: string, minutes: number) => ({ kind, title: `The ${kind}`, minutes });

/** A planned circle with a short agenda, two questions and two groups, as its lead makes it. */
export async function planCircle(lead: Client, team: string, title = 'A circle'): Promise<Plan> {
  const circle = must(
    await lead.rpc('plan_circle', {
      p_team: team,
      p_key: crypto.randomUUID(),
      p_circle: { kind: 'gathering', title, planned_minutes: 60, time_zone: 'UTC' },
      p_items: [item('opening', 5), item('round', 40), item('closing', 5)],
      p_questions: [{ prompt: 'What helps?', table_title: 'Help' }, { prompt: 'What hinders?' }],
      p_groups: [{ name: 'Table 1' }, { name: 'Table 2' }]
    })
  );
  const questions = must(await lead.from('questions').select('id').eq('circle_id', circle).order('number'));
  const groups = must(await lead.from('groups').select('id').eq('circle_id', circle).order('position'));
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id) as [string, string];
  return { circle, questions: ids(questions), groups: ids(groups) };
}

export async function moveTo(lead: Client, circle: string, ...states: string[]): Promise<void> {
  for (const state of states) {
    const { error } = await lead.from('circles').update({ state }).eq('id', circle);
    if (error) throw new Error(error.message);
  }
}

export async function openCircle(lead: Client, team: string, title?: string): Promise<Plan> {
  const plan = await planCircle(lead, team, title);
  await moveTo(lead, plan.circle, 'open');
  return plan;
}

export async function noteOf(reader: Client, question: string, group: string): Promise<string> {
  const note = await reader.from('notes').select('id').eq('question_id', question).eq('group_id', group).single();
  return must(note).id;
}

export type Item = { itemId: string; text: string; said?: number };

/** Stores a note as the server does after someone wrote; gives the answer. */
export function storeNote(service: Client, note: string, items: Item[]) {
  return service.rpc('store_note', {
    p_note: note,
    p_state: 'AAA=',
    p_body: items.map(({ text }) => text).join('\n'),
    p_items: items.map((one, position) => ({ said: 1, ...one, position }))
  });
}

export type Gathering = Plan & { note: string; comments: [string, string]; theme: string };

/** An open circle in which the first table answered the first question with two comments, the first of them coded. */
export async function holdGathering(house: House, lead: Client, team: string): Promise<Gathering> {
  const plan = await openCircle(lead, team);
  const [question] = plan.questions;
  const note = await noteOf(lead, question, plan.groups[0]);
  const stored = await storeNote(house.service, note, [
    { itemId: 'tea', text: 'Tea with the team', said: 3 },
    { itemId: 'walk', text: 'A walk at noon' }
  ]);
  if (stored.error) throw new Error(stored.error.message);
  const rows = must(await lead.from('comments').select('id').eq('question_id', question).order('position'));
  const comments = rows.map(({ id }) => id) as [string, string];
  const theme = crypto.randomUUID();
  must(
    await lead.rpc('change_coding', {
      p_question: question,
      p_version: 0,
      p_label: 'Made a theme',
      p_ops: [
        { theme, name: 'Breaks', description: 'Time away from work', position: 0 },
        { comment: comments[0], theme, origin: 'chosen' }
      ]
    })
  );
  return { ...plan, note, comments, theme };
}

/** What the report of `holdGathering` must print. */
export const gatheringTables = [{ number: 1, tableTitle: 'Help', total: 3, themes: [{ name: 'Breaks', comments: 3 }] }];

export function publish(lead: Client, circle: string, version = 1, tables: unknown = gatheringTables) {
  return lead.rpc('publish_report', {
    p_circle: circle,
    p_version: version,
    p_content: { title: 'A circle' },
    p_tables: tables as never,
    p_quotes_agreed: false
  });
}
