import * as m from '../paraglide/messages.js';
import {
  countHeading,
  countNote,
  groupsLine,
  partsAt,
  totalLabel,
  uncodedLine,
  type Depth,
  type Report
} from './report.ts';
import type { ReportComment, ReportQuestion, ReportTheme } from './report.ts';
import { dateList } from './dateList.ts';

/** Inline, because the document is one file that is sent on and printed; there is no script in it. */
const STYLE = `
:root { color-scheme: light; }
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem; font: 1.0625rem/1.55 Georgia, 'Times New Roman', serif; color: #26211c; background: #fff; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
h2 { margin-top: 3rem; }
h4 { margin: 1.5rem 0 0.25rem; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; }
caption { text-align: start; font-weight: bold; padding-bottom: 0.5rem; }
th, td { padding: 0.35rem 0.5rem; border-bottom: 1px solid #c9c0b4; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th:last-child, td:last-child { text-align: end; font-variant-numeric: tabular-nums; }
tbody th { font-weight: normal; }
tfoot th, tfoot td { font-weight: bold; border-bottom: 2px solid #26211c; }
p, li { overflow-wrap: anywhere; white-space: pre-line; }
li { margin: 0.25rem 0; }
.note { color: #5c5348; font-size: 0.9375rem; }
@page { margin: 2cm; }
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; }
  table, li { break-inside: avoid; }
  h1, h2, h3, h4, caption { break-after: avoid; }
}
`;

/** The report as one HTML document that stands alone and prints well. Whatever people wrote is escaped and finds its own direction. */
export function reportHtml(report: Report, depth: Depth): string {
  const dates = dateList(report.heldOn);
  const body = [
    `<h1 dir="auto">${escape(report.title)}</h1>`,
    dates && `<p class="note">${escape(m.themes_report_held_on({ dates }))}</p>`,
    report.questions.length === 0 && `<p>${escape(m.themes_report_no_questions())}</p>`,
    partsAt(depth).tables && report.questions.length > 0 && `<p class="note">${escape(countNote(report.countBy))}</p>`,
    ...report.questions.map((question) => questionHtml(question, report, depth))
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(report.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${lines(body)}
</main>
</body>
</html>
`;
}

function questionHtml(question: ReportQuestion, report: Report, depth: Depth): string {
  const { number, prompt, tableTitle, summary, draft, uncoded } = question;
  const { tables, descriptions } = partsAt(depth);
  const [groups, missing] = [groupsLine(question), uncodedLine(question)];
  return lines([
    `<section>`,
    `<h2>${number}. ${isolated(tableTitle)}</h2>`,
    prompt !== tableTitle && `<p dir="auto">${escape(prompt)}</p>`,
    groups && `<p dir="auto">${escape(groups)}</p>`,
    `<p dir="auto">${escape(summary ?? draft)}</p>`,
    tables && question.themes.length > 0 && tableHtml(question, report),
    missing && `<p>${escape(missing)}</p>`,
    descriptions && question.themes.length > 0 && `<h3>${escape(m.themes_report_descriptions())}</h3>`,
    descriptions && question.themes.map(themeHtml).join('\n'),
    descriptions && uncoded.length > 0 && `<h3>${escape(m.themes_report_uncoded())}</h3>\n${commentsHtml(uncoded)}`,
    `</section>`
  ]);
}

function tableHtml({ tableTitle, themes, total }: ReportQuestion, { countBy }: Report): string {
  const row = ({ name, counts }: ReportTheme) =>
    `<tr><th scope="row" dir="auto">${escape(name)}</th><td>${counts[countBy]}</td></tr>`;
  return lines([
    `<table>`,
    `<caption dir="auto">${escape(tableTitle)}</caption>`,
    `<thead><tr><th scope="col">${escape(m.themes_report_themes_heading())}</th>` +
      `<th scope="col">${escape(countHeading(countBy))}</th></tr></thead>`,
    `<tbody>`,
    ...themes.map(row),
    `</tbody>`,
    `<tfoot><tr><th scope="row">${escape(totalLabel(countBy))}</th><td>${total}</td></tr></tfoot>`,
    `</table>`
  ]);
}

function themeHtml({ number, name, share, description, comments }: ReportTheme): string {
  return lines([
    `<h4>${number}. ${isolated(name)}</h4>`,
    `<p class="note">${escape(share)}</p>`,
    description && `<p dir="auto">${escape(description)}</p>`,
    comments.length > 0 && commentsHtml(comments)
  ]);
}

function commentsHtml(comments: ReportComment[]): string {
  const item = ({ text, count }: ReportComment) =>
    `<li>${isolated(text)}${count > 1 ? ` <span class="note">(${escape(m.themes_said_by({ count }))})</span>` : ''}</li>`;
  return lines([`<ul>`, ...comments.map(item), `</ul>`]);
}

/** Text of any direction inside a line of ours. */
function isolated(text: string): string {
  return `<bdi>${escape(text)}</bdi>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

function lines(parts: (string | false | null)[]): string {
  return parts.filter(Boolean).join('\n');
}
