const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

/** What may stand next. `close`: the object or list may also end here. */
type Expected = { next: 'value' | 'key' | 'colon' | 'comma'; close: boolean };

/**
 * Where a text stops being JSON, line and column from 1; null when it is JSON. The place after the last sign means that the end is missing.
 * JSON.parse tells a place for some faults only.
 */
export function jsonFault(text: string): { line: number; column: number; atEnd: boolean } | null {
  const open: string[] = [];
  let expected: Expected = { next: 'value', close: false };
  let index = 0;
  while (expected.next !== 'comma' || open.length > 0) {
    TOKEN.lastIndex = index;
    const token = TOKEN.exec(text);
    const following = token && follow(token[1] ?? '', token[2] !== undefined, expected, open);
    if (!following) return placeOf(text, index);
    expected = following;
    index = TOKEN.lastIndex;
  }
  return /^[ \t\r\n]*$/.test(text.slice(index)) ? null : placeOf(text, index);
}

/** What may follow a token where it is allowed, else null. Keeps the stack of what is open. */
function follow(sign: string, isString: boolean, { next, close }: Expected, open: string[]): Expected | null {
  const inObject = open.at(-1) === '{';
  const afterValue: Expected = { next: 'comma', close: true };
  if (sign === '}' || sign === ']') {
    if (!close || inObject !== (sign === '}')) return null;
    open.pop();
    return afterValue;
  }
  if (sign === ',') return next === 'comma' ? { next: inObject ? 'key' : 'value', close: false } : null;
  if (sign === ':') return next === 'colon' ? { next: 'value', close: false } : null;
  if (next === 'key') return isString ? { next: 'colon', close: false } : null;
  if (next !== 'value') return null;
  if (sign === '') return afterValue;
  open.push(sign);
  return { next: sign === '{' ? 'key' : 'value', close: true };
}

function placeOf(text: string, from: number) {
  const index = from + /^[ \t\r\n]*/.exec(text.slice(from))![0].length;
  const lines = text.slice(0, index).split(/\r\n|\n|\r/);
  return { line: lines.length, column: lines.at(-1)!.length + 1, atEnd: index === text.length };
}
