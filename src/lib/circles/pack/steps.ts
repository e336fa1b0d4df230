/**
 * Notes of a practice as steps to read aloud: a line each, or a sentence each where there is only one line. A quotation
 * stays whole, for it is spoken in one go.
 */
export function stepsOf(notes: string): string[] {
  const lines = notes
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d{1,2}[.)])\s+/, '').trim())
    .filter((line) => line !== '');
  return lines.length === 1 ? sentences(lines[0]!) : lines;
}

function sentences(line: string): string[] {
  const steps: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '“') quoted = true;
    if (line[at] === '”') quoted = false;
    const ends = /[.!?]/.test(line[at]!) || (line[at] === '”' && /[.!?]/.test(line[at - 1] ?? ''));
    if (!quoted && ends && line[at + 1] === ' ') {
      steps.push(line.slice(from, at + 1).trim());
      from = at + 1;
    }
  }
  steps.push(line.slice(from).trim());
  return steps.filter((step) => step !== '');
}
