import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isTooLong, previewOf, readKept, readSent, tooLarge } from './bringIn.ts';
import { problemSentence } from './problem.ts';

const openDay = readFileSync(new URL('../../../tests/fixtures/open-day.json', import.meta.url));

function formOf(values: Record<string, string | File>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}
const noFile = new File([], '');

test('a file is read, shown and, sent back, read as the same record', async () => {
  const { record } = await readSent(formOf({ file: new File([openDay], 'open-day.json'), text: '', title: '' }));
  const preview = previewOf(record!);
  expect(preview.title).toBe(record!.circle.title);
  const again = readKept(preview.kept, '');
  expect(again).toEqual({ record, problems: [] });
  expect(previewOf(again.record!).tables).toEqual(preview.tables);
});

test('the title typed beside the preview is the one that is kept', () => {
  const kept = JSON.stringify({ format: 'circle-record/1', questions: [{ number: 1, comments: [{ text: 'a' }] }] });
  expect(readKept(kept, ' Spring ').record?.circle.title).toBe('Spring');
  expect(readKept(kept, 'x'.repeat(201)).problems).toHaveLength(1);
});

test('a preview that was tampered with is told, title or not', () => {
  const kept = JSON.stringify({
    format: 'circle-record/1',
    questions: [{ number: 1, comments: [{ text: 'a' }, { text: 'b', count: -3 }] }]
  });
  expect(readKept(kept, 'Spring').problems.map(problemSentence)).toEqual([
    'Question 1, comment 2: The count must be a whole number from 1 to 10,000. This comment was left out.'
  ]);
});

test('pasted text is read when no file was chosen', async () => {
  const { record } = await readSent(
    formOf({ file: noFile, text: '# What helps?\n## Tea\nat four (x3)', title: 'Spring' })
  );
  expect(record?.circle.title).toBe('Spring');
  expect(previewOf(record!)).toMatchObject({ comments: 1, uncoded: 0, tables: [{ total: 3 }] });
});

test('nothing sent, an empty file and a record without comments are told apart', async () => {
  const told = async (values: Record<string, string | File>) => {
    const { record, problems } = await readSent(formOf(values));
    expect(record).toBeNull();
    return problems.map(problemSentence);
  };
  expect(await told({ file: noFile, text: ' ' })).toEqual(['The file: No file was chosen and no text was pasted.']);
  expect(await told({ file: new File([], 'notes.csv'), text: '' })).toEqual(['The file: It is empty.']);
  const none = '{"format": "circle-record/1", "questions": []}';
  expect(await told({ file: new File([none], 'a.json') })).toEqual(['The file: It has no comments.']);
});

test('a request says how long it is, and one that is too long is not read', () => {
  expect([null, '100', String(5 * 1024 * 1024), String(20 * 1024 * 1024)].map(isTooLong)).toEqual([
    false,
    false,
    false,
    true
  ]);
  expect(problemSentence(tooLarge())).toMatch(/larger than 5 MB/);
});
