import * as m from '../../paraglide/messages.js';
import { instantInWords } from '../../ui/time/instant.ts';
import { dayOf, type CircleSummary } from '../circle.ts';
import type { Sheet } from './sheets.ts';

/** What stands at the head of a sheet, and in the list of contents. */
export function titleOf(sheet: Sheet): string {
  if (sheet.kind === 'question') return m.circles_pack_question({ number: sheet.question.number });
  if (sheet.kind === 'questions') {
    const numbers = sheet.questions.map(({ number }) => number);
    const [first = 0, last = first] = [numbers[0], numbers.at(-1)];
    return first === last
      ? m.circles_pack_question({ number: first })
      : m.circles_pack_questions({ from: first, to: last });
  }
  if (sheet.kind === 'scenario' || sheet.kind === 'practice') return sheet.item.title;
  return {
    cover: m.circles_pack_title,
    agenda: m.circles_pack_agenda,
    agreements: m.circles_pack_agreements,
    round: m.circles_pack_round,
    attendance: m.circles_pack_attendance,
    record: m.circles_pack_record,
    wellbeing: m.circles_pack_wellbeing,
    poster: m.circles_pack_poster
  }[sheet.kind]();
}

/** A key that no two sheets of a pack share. */
export function keyOf(sheet: Sheet): string {
  if (sheet.kind === 'question') return `question ${sheet.question.id} ${sheet.group?.id ?? ''}`;
  if (sheet.kind === 'scenario') return `scenario ${sheet.item.id} ${sheet.group?.id ?? ''}`;
  if (sheet.kind === 'questions') return `questions ${sheet.questions[0]?.id ?? ''}`;
  return sheet.kind === 'practice' ? `practice ${sheet.item.id}` : sheet.kind;
}

/** What stands above every sheet, for sheets get separated: the circle and its day, when it has one. */
export function headOf({ title, startsAt, timeZone, heldOn }: CircleSummary): string {
  const [held] = heldOn;
  if (startsAt === null) return held ? `${title} · ${dayOf(held)}` : title;
  return `${title} · ${instantInWords(startsAt, timeZone, 'day')}`;
}
