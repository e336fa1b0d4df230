/**
 * Where things stand in a JSON text: the line (from 1) of each entry, and the entries whose name is given twice in one
 * object.
 */
export type Places = { lineOf: (path: readonly PropertyKey[]) => number; twice: { name: string; line: number }[] };

const TOKEN = /[ \t\r\n]*([{}[\],:]|"(?:[^"\\]|\\.)*"|[^ \t\r\n{}[\],:"]+)/y;
/** Deeper entries are found by the line of what they lie in: no definition goes deeper. */
const DEEPEST = 8;

type Frame = { list: boolean; path: string | null; place: string | number | null; names: Set<string> };

/**
 * Walks a text that JSON.parse accepts, once, without recursion. A path that isn't there has the line of the nearest
 * entry around it.
 */
export function placesIn(text: string): Places {
  const lines = new Map<string, number>();
  const twice: Places['twice'] = [];
  const open: Frame[] = [];
  let line = 1;
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(text); token; token = TOKEN.exec(text)) {
    const sign = token[1]!;
    // Only the white space before a token can break a line.
    line += (token[0].slice(0, -sign.length).match(/\r\n|\n|\r/g) ?? []).length;
    const frame = open.at(-1);
    if (sign === '}' || sign === ']') open.pop();
    else if (sign === ',') frame!.place = frame!.list ? Number(frame!.place) + 1 : null;
    else if (frame && !frame.list && frame.place === null) {
      frame.place = JSON.parse(sign) as string;
      if (frame.names.has(frame.place)) twice.push({ name: frame.place, line });
      frame.names.add(frame.place);
      const path = inner(frame, open.length);
      if (path !== null) lines.set(path, line);
    } else if (sign !== ':') {
      const path = frame ? inner(frame, open.length) : '';
      if (path !== null && !lines.has(path)) lines.set(path, line);
      if (sign === '{' || sign === '[')
        open.push({ list: sign === '[', path, place: sign === '[' ? 0 : null, names: new Set() });
    }
  }
  return { lineOf: (path) => nearest(lines, path), twice };
}

const inner = ({ path, place }: Frame, depth: number): string | null =>
  path === null || depth > DEEPEST ? null : `${path}/${JSON.stringify(place)}`;

function nearest(lines: Map<string, number>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const line = lines.get(
      path
        .slice(0, length)
        .map((part) => `/${JSON.stringify(part)}`)
        .join('')
    );
    if (line !== undefined) return line;
  }
  return 1;
}
