import { describe, expect, it } from 'vitest';
import { copyFields, copyProblems, fieldValue, partName, readCopyForm, stepRows } from './copyForm.ts';
import { documentSchema, type LibraryDocument } from './schema.ts';
import { builtInOf } from './server/builtIn.ts';

const [practice] = builtInOf('practice');
const [scenario] = builtInOf('scenario');
const [section] = builtInOf('section');
const [handout] = builtInOf('handout');

/** The form as the page shows it, with these fields typed over. */
function form(some: LibraryDocument, over: Record<string, string> = {}): FormData {
  const data = new FormData();
  if (some.kind !== 'visual')
    for (const { name } of copyFields[some.kind]) data.set(name, fieldValue(some, name).replaceAll('\n', '\r\n'));
  if (some.kind === 'practice') {
    data.set('minutes', String(some.minutes));
    for (const [at, { text, seconds }] of stepRows(some).entries()) {
      data.set(`steps.${at}.text`, text);
      data.set(`steps.${at}.seconds`, seconds);
    }
  }
  for (const [name, value] of Object.entries(over)) data.set(name, value);
  return data;
}
const problems = (some: LibraryDocument, over: Record<string, string>) => {
  const { error } = documentSchema.safeParse(readCopyForm(some, form(some, over)));
  return error ? copyProblems(error) : {};
};

describe('the form of a copy', () => {
  it.each([practice!, scenario!, section!, handout!].map((some) => [some.kind, some] as const))(
    'of a %s sent as it is leaves it as it was',
    (_, some) => {
      expect(documentSchema.parse(readCopyForm(some, form(some)))).toEqual(some);
    }
  );

  it('changes what was typed, and nothing else', () => {
    expect(readCopyForm(scenario!, form(scenario!, { 'questions.act': 'What now?', minutes: '12' }))).toEqual({
      ...scenario,
      minutes: 12,
      questions: { ...scenario!.questions, act: 'What now?' }
    });
    expect(readCopyForm(section!, form(section!, { slug: 'x', kind: 'practice', version: '9' }))).toEqual(section);
  });

  it('takes a step away when its words are gone, and adds one in an empty row', () => {
    const last = practice!.steps.length;
    const changed = readCopyForm(
      practice!,
      form(practice!, { 'steps.0.text': ' ', [`steps.${last}.text`]: 'Go on.', [`steps.${last}.seconds`]: '15' })
    );
    expect(changed).toMatchObject({ steps: [...practice!.steps.slice(1), { text: 'Go on.', seconds: 15 }] });
  });

  it('says of each field what is wrong', () => {
    expect(problems(handout!, { title: ' ', text: 'x'.repeat(12_001) })).toEqual({
      title: expect.stringContaining('write'),
      text: expect.stringContaining('12000')
    });
    expect(problems(scenario!, { minutes: 'ten' })).toEqual({ minutes: expect.stringContaining('number') });
    expect(problems(section!, { 'video.address': 'javascript:alert(1)' })).toEqual({
      'video.address': expect.stringContaining('https://')
    });
    expect(problems(practice!, { 'steps.0.seconds': '4000' })).toEqual({
      'steps.0.seconds': expect.stringContaining('240')
    });
  });
});

it('every part of a text that can differ has a name', () => {
  for (const some of [practice!, scenario!, section!, handout!])
    for (const part of Object.keys(some)) {
      if (['kind', 'slug', 'version'].includes(part)) continue;
      expect(partName(some.kind, part).length).toBeGreaterThan(3);
    }
});
