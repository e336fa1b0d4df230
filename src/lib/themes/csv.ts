import * as m from '../paraglide/messages.js';
import type { CodedCircle } from './codedCircle.ts';
import { countHeading, type Report } from './report.ts';

/**
 * Spreadsheets run cells that begin with these signs as formulas, a way to attack whoever opens the file (OWASP, CSV Injection;
 * the last three are the full-width forms). An apostrophe in front makes them text.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/** Text as a cell that no spreadsheet runs. `fromSpreadsheet` gives the same text back. */
export function forSpreadsheet(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text of a cell without the apostrophe that protects it. */
export function fromSpreadsheet(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** Rows as CSV by RFC 4180: comma, CRLF, quotes doubled. Text is protected, numbers are ours and need none. */
export function toCsv(rows: (string | number)[][]): string {
  return rows.map((row) => row.map(cellOf).join(',') + '\r\n').join('');
}

function cellOf(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : forSpreadsheet(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The tables: a line for each theme of each question, in the order of the report. */
export function tablesCsv(report: Report): string {
  const header = [
    m.themes_csv_question(),
    m.themes_csv_table_title(),
    m.themes_csv_theme(),
    countHeading(report.countBy)
  ];
  const rows = report.questions.flatMap(({ number, tableTitle, themes }) =>
    themes.map((theme) => [number, tableTitle, theme.name, theme.counts[report.countBy]])
  );
  return toCsv([header, ...rows]);
}

/** Every comment with its theme: a file that can be imported again. Comments in no theme have an empty cell. */
export function commentsCsv(circle: CodedCircle): string {
  const header = [
    m.themes_csv_question(),
    m.themes_csv_prompt(),
    m.themes_csv_table_title(),
    m.themes_csv_theme(),
    m.themes_csv_comment(),
    m.themes_csv_count(),
    m.themes_csv_group()
  ];
  const rows = circle.questions.flatMap(({ number, prompt, tableTitle, themes, comments }) => {
    const names = new Map(themes.map(({ id, name }) => [id, name]));
    return comments.map(({ text, count, group, theme }) => {
      const name = theme === null ? '' : (names.get(theme) ?? '');
      return [number, prompt, tableTitle, name, text, count, group ?? ''];
    });
  });
  return toCsv([header, ...rows]);
}
