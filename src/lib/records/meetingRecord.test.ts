import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isMeetingRecord, meetingRecordOf, readMeetingRecord, recordFrom } from './meetingRecord.ts';
import { totalOf } from './record.ts';

const fixture = readFileSync(new URL('../../../tests/fixtures/peer-evening.json', import.meta.url), 'utf8');
const shared = new URL('../../../../shared/data/peer-support-2021.json', import.meta.url);
const problems = (change: object) =>
  readMeetingRecord(JSON.stringify({ ...(JSON.parse(fixture) as object), ...change })).problems.map(
    ({ where, what }) => `${where}: ${what}`
  );

/** Brings a file in and takes it out again, as the app does. */
function thereAndBack(text: string): unknown {
  const { record: meeting } = readMeetingRecord(text);
  const { record, figures } = recordFrom(meeting!);
  const actions = meeting!.actions.map(({ text, owner, dueOn }) => ({ text, ownerName: owner, dueOn: dueOn ?? null }));
  return meetingRecordOf(meeting!.circle, record, figures, actions);
}

test('a meeting record is told by its format', () => {
  expect(isMeetingRecord(fixture)).toBe(true);
  expect(['{', '[]', 'null', '{"format":"circle-record/1"}', '"meeting-record/1"'].filter(isMeetingRecord)).toEqual([]);
});

test('a record comes back the same from its export', () => {
  expect(thereAndBack(fixture)).toEqual(JSON.parse(fixture));
});

describe('the peer-support record of 2021', () => {
  const there = existsSync(shared);
  test.skipIf(!there)('has the figures of the paper, and comes back the same', () => {
    const text = readFileSync(shared, 'utf8');
    const { record, figures } = recordFrom(readMeetingRecord(text).record!);
    expect(figures).toMatchObject({ attended: 19, declined: 7, apologies: 3, saidNo: 10 });
    expect([record.comments, record.outcomes, record.suggestions].map(totalOf)).toEqual([4, 6, 2]);
    expect(record.smallGroups).toBe(true);
    expect(readMeetingRecord(text).record!.actions).toEqual([
      { text: 'Find suggestions for external supervisors', owner: 'Liz' }
    ]);
    expect(thereAndBack(text)).toEqual(JSON.parse(text));
  });
});

test('what is left out is nothing, and attendance that was not taken stays so', () => {
  const { record: meeting } = readMeetingRecord(
    '{"format":"meeting-record/1","circle":{"title":"Short","heldOn":["2024-01-01"]}}'
  );
  const { record, figures } = recordFrom(meeting!);
  expect(record.attendanceTaken).toBe(false);
  expect(meetingRecordOf(meeting!.circle, record, figures, [])).not.toHaveProperty('attended');
});

describe('a bad file is refused with its field', () => {
  test.each([
    [{ attended: 'nineteen' }, 'attended: A whole number from 0 to 2000 is expected here.'],
    [{ attended: -1 }, 'attended: A whole number from 0 to 2000 is expected here.'],
    [{ apologies: { declined: 1.5 } }, 'apologies, declined: A whole number from 0 to 2000 is expected here.'],
    [
      { circle: { title: 'x', heldOn: ['2021-02-30'] } },
      'circle, heldOn, 1: A day such as 2021-09-23 is expected here.'
    ],
    [{ circle: { title: ' ', heldOn: ['2021-02-03'] } }, 'circle, title: This can’t be empty.'],
    [{ circle: null }, 'circle: An object with "title" and "heldOn" is expected here.'],
    [{ comments: ['fine', ''] }, 'comments, 2: This can’t be empty.'],
    [{ comments: { count: 1, lines: ['a', 'b'] } }, 'comments: The count is smaller than the number of lines.'],
    [
      { suggestions: 'two' },
      'suggestions: A number, a list of lines, or an object with "count" and "lines" is expected here.'
    ],
    [{ smallGroups: 'yes' }, 'smallGroups: true or false is expected here.'],
    [
      { actions: [{ text: 'a' }, { text: 'b', dueOn: 'soon' }] },
      'actions, 2, dueOn: A day such as 2021-09-23 is expected here.'
    ],
    [{ topic: 'a\u0000b' }, 'topic: There is a character in this text that can’t be kept. Type the text again.']
  ])('%j', (change, sentence) => {
    expect(problems(change)).toEqual([sentence]);
  });
});
