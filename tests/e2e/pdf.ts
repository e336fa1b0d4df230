import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Printed {
  /** Text of each page as it is printed; null where poppler is not installed. */
  pages: string[] | null;
  /** Width and height of the paper, in points. */
  size: [number, number];
  count: number;
}

/** What is in a PDF that the browser printed. */
export function readPdf(pdf: Buffer): Printed {
  const folder = mkdtempSync(join(tmpdir(), 'circlewell-pdf-'));
  const file = join(folder, 'printed.pdf');
  writeFileSync(file, pdf);
  const text = textOf(file);
  rmSync(folder, { recursive: true });
  const raw = pdf.toString('latin1');
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(raw) ?? [];
  return {
    // A form feed ends each page.
    pages: text === null ? null : text.split('\f').slice(0, -1),
    size: [Math.round(Number(width)), Math.round(Number(height))],
    count: raw.match(/\/Type\s*\/Page\b/g)?.length ?? 0
  };
}

function textOf(file: string): string | null {
  try {
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return null;
  }
}
