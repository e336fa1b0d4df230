import { CsvError, parse } from 'csv-parse/sync';
import * as m from '../paraglide/messages.js';
import { fromSpreadsheet } from './csv.ts';
import { fileProblem, type Problem, type ReadResult } from './problem.ts';
import { recordOfRows, type Row } from './rowRecord.ts';

type Column = Exclude<keyof Row, 'line'>;

/** Other names that columns go by, without capitals and spaces. */
const COLUMNS: Record<Column, string[]> = {
  question: ['question', 'questionnumber', 'q', 'no', 'number'],
  prompt: ['prompt', 'questiontext', 'wording'],
  tableTitle: ['tabletitle', 'title'],
  theme: ['theme', 'code', 'category', 'themesidentified'],
  text: ['comment', 'comments', 'text', 'response', 'answer', 'whatwassaid'],
  count: ['count', 'times', 'timessaid', 'saidby', 'mentions', 'n', 'numberofcommentsmade', 'numberofcomments'],
  group: ['group', 'table', 'smallgroup', 'groupname']
};

/** Which column stands where, or null when none holds comments. */
export function columnsOf(header: string[]): Map<Column, number> | null {
  const names = header.map((cell) => cell.toLowerCase().replace(/[^\p{L}]/gu, ''));
  const found = new Map<Column, number>();
  for (const [column, aliases] of Object.entries(COLUMNS) as [Column, string[]][]) {
    // The first alias that is there wins, so that "Comment" is taken before "Comments" where a table has both.
    const place = aliases.map((alias) => names.indexOf(alias)).find((index) => index >= 0);
    if (place !== undefined) found.set(column, place);
  }
  return found.has('text') ? found : null;
}

/** The sign between columns: the one the first line has most of. */
export function delimiterOf(text: string): string {
  const first = text.slice(0, 10_000).split(/\r?\n/, 1)[0]!;
  const count = (sign: string) => first.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** The header cells of the first line, to tell a table from plain text. */
export function firstLineCells(text: string): string[] {
  const first = text.slice(0, 10_000).split(/\r?\n/, 1)[0]!;
  return first.split(delimiterOf(text)).map((cell) => cell.replace(/^"|"$/g, ''));
}

/**
 * Reads a table with a header line; columns `question, theme, comment, count, group` in any order, only `comment` required.
 * Lines that can't be read are told and left out.
 */
export function readCsvRecord(text: string, title: string): ReadResult {
  const problems: Problem[] = [];
  const [header, ...lines] = readLines(text, problems);
  const columns = columnsOf(header?.cells ?? []);
  if (!columns) return { record: null, problems: [fileProblem(m.themes_problem_csv_header()), ...problems] };
  const rows = lines.map(({ line, cells }): Row => {
    const cell = (column: Column) => fromSpreadsheet(cells[columns.get(column) ?? -1] ?? '');
    return {
      line,
      text: cell('text'),
      question: cell('question'),
      prompt: cell('prompt'),
      tableTitle: cell('tableTitle'),
      theme: cell('theme'),
      count: cell('count'),
      group: cell('group')
    };
  });
  return recordOfRows(rows, title, problems);
}

/** The lines up to the first place where quoting breaks; that place is told. */
function readLines(text: string, problems: Problem[]): { line: number; cells: string[] }[] {
  const lines: { line: number; cells: string[] }[] = [];
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      on_record: (cells: string[], { lines: last }) => {
        const breaks = cells.reduce((sum, cell) => sum + cell.split(/\r\n|\n|\r/).length - 1, 0);
        lines.push({ line: last - breaks, cells });
        return null;
      }
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const what = error.code === 'CSV_QUOTE_NOT_CLOSED' ? m.themes_problem_csv_quote() : m.themes_problem_csv_broken();
    problems.push({ where: m.themes_where_line({ line: (lines.at(-1)?.line ?? 0) + 1 }), what });
  }
  return lines;
}
