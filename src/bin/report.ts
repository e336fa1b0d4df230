/**
 * `npm run report -- FILE`: the themes report of a circle's record, made on this machine without a server. The result alone goes
 * to standard output, every message to standard error. Ends with 0 when all was read, 1 when something in the file could not be,
 * 2 when it was called wrongly or the file can't be opened.
 */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import * as m from '../lib/paraglide/messages.js';
import { codedCircleOf, type CodedCircle } from '../lib/themes/codedCircle.ts';
import { commentsCsv, tablesCsv } from '../lib/themes/csv.ts';
import { sizeProblem } from '../lib/themes/fileText.ts';
import { reportHtml } from '../lib/themes/html.ts';
import { tablesJson } from '../lib/themes/json.ts';
import { problemSentence, type ReadResult } from '../lib/themes/problem.ts';
import { commentsIn, readRecord } from '../lib/themes/record.ts';
import { DEPTHS, makeReport, type Depth } from '../lib/themes/report.ts';
import { reportText } from '../lib/themes/text.ts';

/** Beyond this many problems a list helps nobody. */
const MOST_PROBLEMS = 50;
const OPTIONS = {
  json: { type: 'boolean' },
  html: { type: 'boolean' },
  csv: { type: 'boolean' },
  depth: { type: 'string' },
  valid: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' }
} as const;
const FORMS = ['json', 'html', 'csv'] as const;

type Form = (typeof FORMS)[number] | 'text';
type Wish = { file: string; form: Form; depth: Depth | undefined; valid: boolean };

/** Called wrongly; the message is the sentence to show. */
class UsageError extends Error {}

function wishOf(args: string[]): Wish | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  const forms = FORMS.filter((form) => values[form]);
  if (positionals.length !== 1) throw new UsageError(m.themes_cli_one_file());
  if (forms.length > 1) throw new UsageError(m.themes_cli_one_form());
  const depth = DEPTHS.find((depth) => depth === values.depth);
  if (values.depth !== undefined && !depth) throw new UsageError(m.themes_cli_depth());
  return { file: positionals[0]!, form: forms[0] ?? 'text', depth, valid: values.valid ?? false };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(m.themes_cli_unknown({ detail: String((error as Error).message).split('.')[0]! }));
  }
}

/** The size is asked first, so that a huge file is refused without being read. */
function readFile(file: string): ReadResult {
  try {
    const problem = sizeProblem(statSync(file).size);
    if (problem) return { record: null, problems: [problem] };
    return readRecord(readFileSync(file), { name: basename(file) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new UsageError(m.themes_cli_unreadable({ file }));
  }
}

function render(circle: CodedCircle, form: Form, depth: Depth | undefined): string {
  const report = makeReport(circle);
  switch (form) {
    case 'json':
      return tablesJson(report);
    case 'html':
      return reportHtml(report, depth ?? 'full');
    case 'csv':
      return depth === 'full' ? commentsCsv(circle) : tablesCsv(report);
    case 'text':
      return reportText(report, depth ?? 'tables');
  }
}

function run(args: string[]): number {
  const wish = wishOf(args);
  if (wish === 'help') {
    process.stdout.write(`${m.themes_cli_usage()}\n`);
    return 0;
  }
  const { record, problems } = readFile(wish.file);
  for (const problem of problems.slice(0, MOST_PROBLEMS)) console.error(problemSentence(problem));
  if (problems.length > MOST_PROBLEMS) {
    console.error(m.themes_cli_more_problems({ count: problems.length - MOST_PROBLEMS }));
  }
  const readable = m.themes_comments({ count: record ? commentsIn(record) : 0 });
  if (!record || (problems.length > 0 && !wish.valid)) {
    console.error(m.themes_cli_no_report({ file: wish.file }));
    if (record) console.error(m.themes_cli_offer({ comments: readable }));
    return 1;
  }
  process.stdout.write(render(codedCircleOf(record), wish.form, wish.depth));
  if (problems.length === 0) return 0;
  console.error(m.themes_cli_partial({ file: wish.file, comments: readable }));
  return 1;
}

// A reader such as `head` may close the pipe early; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  // Setting the code, not exiting, lets a slow pipe take everything.
  process.exitCode = run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  console.error(m.themes_cli_usage());
  process.exitCode = 2;
}
