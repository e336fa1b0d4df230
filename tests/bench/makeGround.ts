// In a process of its own: PGlite keeps its memory until the process ends.
import { createChunks, stringToBase64URL } from '@supabase/ssr';
import { openEmbedded } from '../../src/lib/server/backend.ts';
import { clientOf, makeLink, must, signUp, type Client } from '../policies/furnish.ts';
import { answer } from './child.ts';
import { noteState, writtenItems } from './noteState.ts';

export type Member = { id: string; token: string; cookies: { name: string; value: string }[] };

/** What stands in the database that is measured. Member 0 leads the team and is the recorder of every group. */
export type Ground = {
  team: string;
  circle: string;
  groups: string[];
  members: Member[];
  /** The first question is answered and coded. */
  coded: { question: string; comments: number };
  /** The second question: a note for each group, empty. */
  tables: { question: string; notes: string[] };
  /** The third question: empty notes, but the fourth, which holds `bigNote` comments. */
  single: { question: string; notes: string[] };
};

type Options = { dataDir: string; databaseUrl?: string; members: number; groups: number; bigNote: number };

async function memberOf(client: Client, id: string): Promise<Member> {
  const { session } = must(await client.auth.getSession());
  if (!session) throw new Error('a member has no session');
  // The cookie as @supabase/ssr writes it (src/lib/server/supabase.ts names it).
  const value = `base64-${stringToBase64URL(JSON.stringify(session))}`;
  return { id, token: session.access_token, cookies: createChunks('circlewell', value) };
}

const items = [5, 5, 10, 5, 25, 5, 5].map((minutes, i) => ({
  kind: i === 0 ? 'opening' : i === 6 ? 'closing' : 'round',
  title: `Part ${i + 1}`,
  note: 'One sentence on what happens in this part and what the lead says.',
  minutes
}));

async function make({ dataDir, databaseUrl, members, groups, bigNote }: Options): Promise<Ground> {
  const backend = await openEmbedded({
    dataDir,
    databaseUrl,
    siteUrl: 'http://localhost:3000',
    mail: { send: async () => {} }
  });
  try {
    const service = clientOf({ ...backend, publishableKey: backend.secretKey });
    const lead = await signUp(backend, 'lead', 'Lena Lead');
    const team = must(await lead.client.rpc('start_organisation', { p_name: 'Harbour House', p_team: 'North' }));
    const { organisation_id: organisation } = must(
      await lead.client.from('teams').select('organisation_id').eq('id', team).single()
    );
    const secret = await makeLink(lead.client, { organisation, team, role: 'member' }, { uses: members });
    const people = [await memberOf(lead.client, lead.id)];
    while (people.length < members) {
      const guest = await signUp(backend, `member-${people.length}`, `Member ${people.length}`);
      must(await guest.client.rpc('join_by_link', { p_token: secret }));
      people.push(await memberOf(guest.client, guest.id));
    }

    const circle = must(
      await lead.client.rpc('plan_circle', {
        p_team: team,
        p_key: crypto.randomUUID(),
        p_circle: { kind: 'gathering', title: 'A large gathering', planned_minutes: 60, time_zone: 'UTC' },
        p_items: items,
        p_questions: ['What helps?', 'What hinders?', 'What next?'].map((prompt) => ({ prompt, table_title: prompt })),
        p_groups: Array.from({ length: groups }, (_, i) => ({ name: `Table ${i + 1}` }))
      })
    );
    must(await lead.client.from('circles').update({ state: 'open' }).eq('id', circle).select('id'));
    const groupIds = must(await lead.client.from('groups').select('id').eq('circle_id', circle).order('position')).map(
      ({ id }) => id
    );
    must(await lead.client.from('groups').update({ recorder_id: lead.id }).eq('circle_id', circle).select('id'));
    const questions = must(await lead.client.from('questions').select('id').eq('circle_id', circle).order('number'));
    const [coded, tables, single] = await Promise.all(
      questions.map(async ({ id }) => {
        const notes = must(await lead.client.from('notes').select('id, group_id').eq('question_id', id));
        return {
          question: id,
          notes: groupIds.map((group) => notes.find((note) => note.group_id === group)?.id ?? '')
        };
      })
    );
    if (!coded || !tables || !single) throw new Error('a question is missing');

    const write = async (note: string, count: number) => {
      const written = writtenItems(count);
      const { error } = await service.rpc('store_note', {
        p_note: note,
        p_state: Buffer.from(noteState(written)).toString('base64'),
        p_body: written.map(({ text }) => text).join('\n'),
        p_items: written
      });
      if (error) throw new Error(error.message);
    };
    for (const note of coded.notes) await write(note, 12);
    if (single.notes[3]) await write(single.notes[3], bigNote);
    const comments = must(await lead.client.from('comments').select('id').eq('question_id', coded.question));
    const themes = Array.from({ length: 8 }, () => crypto.randomUUID());
    must(
      await lead.client.rpc('change_coding', {
        p_question: coded.question,
        p_version: 0,
        p_label: 'Coded',
        p_ops: [
          ...themes.map((theme, position) => ({ theme, name: `Theme ${position + 1}`, description: '', position })),
          ...comments.slice(0, -9).map(({ id }, i) => ({ comment: id, theme: themes[i % 8], origin: 'chosen' }))
        ]
      })
    );
    return {
      team,
      circle,
      groups: groupIds,
      members: people,
      coded: { question: coded.question, comments: comments.length },
      tables,
      single
    };
  } finally {
    await backend.close();
  }
}

answer({ make });
