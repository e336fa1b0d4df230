import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, refused } from './answers.ts';
import { must, type Client } from './furnish.ts';
import { holdGathering, moveTo, planCircle, type Gathering } from './gathering.ts';

let house: House;
let lead: Client;
let gathering: Gathering;
beforeAll(async () => {
  house = await openHouse();
  lead = await house.as('lead');
});
afterAll(() => house.close());
beforeEach(async () => {
  gathering = await holdGathering(house, lead, house.team);
});

const change = (client: Client, ops: unknown, version = 1, question = gathering.questions[0]) =>
  client.rpc('change_coding', { p_question: question, p_version: version, p_label: 'A step', p_ops: ops as never });
const undo = (client: Client, version: number, redo = false) =>
  client.rpc('undo_coding', { p_question: gathering.questions[0], p_version: version, p_redo: redo });
const code = (comment: string, theme: string | null, origin = 'chosen') => ({ comment, theme, origin });
const newTheme = (name: string, theme = crypto.randomUUID() as string) => ({
  theme,
  name,
  description: '',
  position: 1
});

/** All there is to the coding of a question, as its lead sees it. */
const coding = (question = gathering.questions[0]) =>
  lead
    .from('questions')
    .select('coding_version, themes(id, name, position), codings:comments(id, codings(theme_id, origin))')
    .eq('id', question)
    .order('position', { referencedTable: 'themes' })
    .order('id', { referencedTable: 'codings' });
const history = () =>
  lead.from('coding_changes').select('label, undone').eq('question_id', gathering.questions[0]).order('id');
const stale = refused('PT409', 'stale_coding');

describe('coding', () => {
  it('a lead makes a theme and codes into it in one step, which is kept with its maker', async () => {
    const theme = newTheme('Fresh air');

    expect(await change(lead, [theme, code(gathering.comments[1], theme.theme, 'against')])).toMatchObject({
      data: 2,
      error: null
    });

    const made = must(await lead.from('codings').select('theme_id, origin').eq('comment_id', gathering.comments[1]));
    expect(made).toEqual([{ theme_id: theme.theme, origin: 'against' }]);
    const steps = must(
      await lead.from('coding_changes').select('label, made_by').eq('question_id', gathering.questions[0]).order('id')
    );
    expect(steps[1]).toEqual({ label: 'A step', made_by: house.people.lead });
  });

  it.each(['member', 'outsider', 'trainer', 'admin', 'stranger', 'visitor'] as const)(
    'the %s neither codes nor undoes',
    async (actor) => {
      const client = await house.as(actor);
      expect(await changingNothing(coding, () => change(client, [newTheme('Mine')]))).toMatchObject(refused());
      expect(await changingNothing(coding, () => undo(client, 1))).toMatchObject(refused());
    }
  );

  it('a screen that had not seen the newest is refused', async () => {
    must(await change(lead, [newTheme('Newest')]));
    expect(await changingNothing(coding, () => change(lead, [newTheme('Stale')], 1))).toMatchObject(stale);
    expect(await changingNothing(coding, () => change(lead, [newTheme('No number')], null as never))).toMatchObject(
      stale
    );
    expect(await changingNothing(coding, () => undo(lead, 1))).toMatchObject(stale);
  });

  it('of two who code at once one is told to look again', async () => {
    const answers = await Promise.all([change(lead, [newTheme('One')]), change(lead, [newTheme('Other')])]);
    expect(answers.filter(({ error }) => error === null)).toHaveLength(1);
    expect(answers.find(({ error }) => error)).toMatchObject(stale);
  });

  it('a second theme of the same name is refused', async () => {
    expect(await changingNothing(coding, () => change(lead, [newTheme('Breaks')]))).toMatchObject(refused('23505'));
  });

  it('two themes change names in one step', async () => {
    const other = newTheme('Others');
    must(await change(lead, [other]));
    const swapped = [newTheme('Others', gathering.theme), newTheme('Breaks', other.theme)];
    expect(await change(lead, swapped, 2)).toMatchObject({ data: 3, error: null });
  });

  it('a theme that has comments is not removed', async () => {
    const answer = await changingNothing(coding, () => change(lead, [{ theme: gathering.theme, removed: true }]));
    expect(answer).toMatchObject(refused('PT409', 'theme_in_use'));
  });

  it('a comment or a theme of another question, of the same or another team, is refused', async () => {
    const elsewhere = await holdGathering(house, lead, house.team);
    const outsider = await house.as('outsider');
    const theirs = await holdGathering(house, outsider, house.otherTeam);

    for (const { comments, theme } of [elsewhere, theirs])
      for (const wrong of [
        code(comments[0], gathering.theme),
        code(gathering.comments[0], theme),
        newTheme('Ours now', theme),
        { theme, removed: true }
      ])
        expect(await changingNothing(coding, () => change(lead, [newTheme('Fine'), wrong]))).toMatchObject(
          refused('22023')
        );

    expect(must(await outsider.from('themes').select('name').eq('id', theirs.theme))).toEqual([{ name: 'Breaks' }]);
  });

  it.each([
    ['nothing', []],
    ['something that is no list', { theme: 'x' }],
    ['twenty thousand and one', Array.from({ length: 20_001 }, () => code(crypto.randomUUID(), null))]
  ])('%s to change is refused', async (_, ops) => {
    expect(await changingNothing(coding, () => change(lead, ops))).toMatchObject(refused('22023'));
  });

  it.each([['planned'], ['archived']])('a circle that is %s is not coded', async (state) => {
    if (state === 'planned') {
      const plan = await planCircle(lead, house.team);
      expect(await change(lead, [newTheme('Early')], 0, plan.questions[0])).toMatchObject(refused());
    } else {
      await moveTo(lead, gathering.circle, 'closed', 'archived');
      expect(await changingNothing(coding, () => change(lead, [newTheme('Late')]))).toMatchObject(refused());
    }
  });

  it('a closed one is: that is when it is mostly done', async () => {
    await moveTo(lead, gathering.circle, 'closed');
    expect(await change(lead, [newTheme('In peace')])).toMatchObject({ data: 2 });
  });
});

describe('undo and redo', () => {
  const state = async () => {
    const [question] = must(await coding());
    return { themes: question?.themes, codings: question?.codings };
  };

  it('take back and do again a step with everything in it', async () => {
    const before = await state();
    const theme = newTheme('Air');
    must(
      await change(lead, [
        theme,
        ...gathering.comments.map((comment) => code(comment, theme.theme)),
        { theme: gathering.theme, removed: true }
      ])
    );
    const after = await state();

    expect(await undo(lead, 2)).toMatchObject({ data: 3, error: null });
    expect(await state()).toEqual(before);
    expect(must(await history()).map(({ undone }) => undone)).toEqual([false, true]);

    expect(await undo(lead, 3, true)).toMatchObject({ data: 4, error: null });
    expect(await state()).toEqual(after);
  });

  it('a new step forgets what was undone', async () => {
    must(await change(lead, [newTheme('First thought')]));
    must(await undo(lead, 2));
    must(await change(lead, [newTheme('Second thought')], 3));

    expect(await undo(lead, 4, true)).toMatchObject({ data: null, error: null });
    expect(must(await history())).toHaveLength(2);
  });

  it('with nothing left to undo nothing happens', async () => {
    must(await undo(lead, 1));
    expect(await changingNothing(coding, () => undo(lead, 2))).toMatchObject({ data: null, error: null });
  });
});
