import * as m from '../paraglide/messages.js';
import { dateList } from './dateList.ts';
import { countHeading, groupsLine, partsAt, totalLabel, uncodedLine, type Depth, type Report } from './report.ts';
import type { ReportComment, ReportQuestion } from './report.ts';

const WIDTH = 80;
const INDENT = '   ';

/** The report as plain text, 80 characters wide, for a terminal or a mail. Ends with a line break. */
export function reportText(report: Report, depth: Depth): string {
  const dates = dateList(report.heldOn);
  const head = [...wrap(report.title), ...(dates ? wrap(m.themes_report_held_on({ dates })) : [])];
  const questions = report.questions.map((question) => questionLines(question, report, depth));
  const body = questions.length > 0 ? questions : [[m.themes_report_no_questions()]];
  return [head, ...body].map((lines) => lines.join('\n') + '\n').join('\n');
}

function questionLines(question: ReportQuestion, { countBy }: Report, depth: Depth): string[] {
  const { number, prompt, tableTitle, summary, draft, themes, total, uncoded } = question;
  const { tables, descriptions } = partsAt(depth);
  const indented = (text: string) => wrap(text, INDENT);
  const title = wrap(`${number}. ${tableTitle}`, INDENT).map((line, index) => (index === 0 ? line.trimStart() : line));
  const lines = [...title, ...(prompt === tableTitle ? [] : indented(prompt)), ''];
  const [groups, missing] = [groupsLine(question), uncodedLine(question)];
  if (groups) lines.push(...indented(groups), '');
  lines.push(...indented(summary ?? draft), '');
  if (tables && themes.length > 0) {
    const rows = themes.map(({ name, counts }): [string, number] => [name, counts[countBy]]);
    lines.push(
      ...table(m.themes_report_themes_heading(), countHeading(countBy), rows, [totalLabel(countBy), total]),
      ''
    );
  }
  if (missing) lines.push(...indented(missing), '');
  if (descriptions) {
    for (const theme of themes) {
      lines.push(...indented(`${number}.${theme.number} ${theme.name}`), ...indented(theme.share));
      if (theme.description) lines.push(...indented(theme.description));
      lines.push(...theme.comments.flatMap(commentLines), '');
    }
    if (uncoded.length > 0) lines.push(...indented(m.themes_report_uncoded()), ...uncoded.flatMap(commentLines), '');
  }
  return lines.slice(0, -1);
}

function commentLines({ text, count }: ReportComment): string[] {
  const said = count > 1 ? ` (${m.themes_said_by({ count })})` : '';
  const [first, ...rest] = wrap(text + said, `${INDENT}  `);
  return [`${INDENT}- ${first!.trimStart()}`, ...rest];
}

function table(name: string, number: string, rows: [string, number][], last: [string, number]): string[] {
  const right = number.length;
  const left = WIDTH - INDENT.length - right - 2;
  const line = (text: string, value: string) => `${INDENT}${text.padEnd(left)}  ${value.padStart(right)}`;
  const wrapped = ([text, value]: [string, number]) => {
    const parts = wrap(text, '', left);
    // The number stands beside the last line of a long name, where the eye arrives.
    return parts.map((part, index) => (index < parts.length - 1 ? INDENT + part : line(part, String(value))));
  };
  const rule = `${INDENT}${'-'.repeat(left)}  ${'-'.repeat(right)}`;
  return [line(name, number), rule, ...rows.flatMap(wrapped), rule, ...wrapped(last)];
}

/** Breaks text at spaces so that no line passes the width; a longer word keeps a line of its own. Line breaks in it stay. */
function wrap(text: string, indent = '', width = WIDTH - indent.length): string[] {
  return printable(text)
    .split('\n')
    .flatMap((paragraph) => {
      const lines = [''];
      for (const word of paragraph.split(' ')) {
        const line = lines.at(-1)!;
        if (line && line.length + 1 + word.length > width) lines.push(word);
        else lines[lines.length - 1] = line ? `${line} ${word}` : word;
      }
      return lines.map((line) => (indent + line).trimEnd());
    });
}

/** Without control characters, which a terminal would obey. */
function printable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '');
}
