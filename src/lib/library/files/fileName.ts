import { endingOf, type FileKind } from './fileKind.ts';

// With the ending, a space and a number that a browser adds to a second download, this stays below the 255 bytes of file systems.
const mostBytes = 160;
// The database counts characters.
const mostCharacters = 120;

// Control characters, marks that turn the direction of text (so that "gpj.exe" would read "exe.jpg"), and others that are not seen.
// The two joiners stay: emoji and several scripts are written with them.
const unseen = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]|(?![\u200c\u200d])\p{Cf}/gu;
// Separators of paths and what Windows refuses; the full-width slashes look like them.
const forbidden = /[/\\:*?"<>|\u2044\u2215\u29f8\uff0f\uff3c]+/g;
// Devices of Windows, with or without an ending.
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=$|[. ])/i;

/**
 * A name under which a file can be saved anywhere: one step of a path, on every system, with the ending of what is in it.
 * Letters of all scripts and emoji stay.
 * @param given as it came with the file
 */
export function safeFileName(given: string, kind: FileKind): string {
  const tidy = given
    .toWellFormed()
    .replaceAll('\ufffd', '')
    .normalize('NFC')
    .replace(/\s/gu, ' ')
    .replace(unseen, '')
    .replace(forbidden, '-');
  const ending = endingOf(tidy);
  const isItsOwn = kind.endings.includes(ending);
  const stem = (isItsOwn ? tidy.slice(0, tidy.lastIndexOf('.')) : tidy)
    .replace(/ {2,}/g, ' ')
    // Hidden files, the folder above, and what Windows cuts off without saying so.
    .replace(/^[.\- ]+|[. ]+$/g, '');
  const short = shortened(stem).replace(/[. ]+$/, '');
  const named = /[^\s.-]/u.test(short) ? short : 'file';
  return `${reserved.test(named) ? `_${named}` : named}.${isItsOwn ? ending : kind.endings[0]}`;
}

/** As many whole characters as fit; an emoji of several parts is never cut in two. */
function shortened(text: string): string {
  const encoder = new TextEncoder();
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    const next = kept + segment;
    if (next.length > mostCharacters || encoder.encode(next).length > mostBytes) break;
    kept = next;
  }
  return kept;
}

/**
 * The header that has a browser save a file under its name and not show it: RFC 6266, with the name as RFC 5987 writes it,
 * and a plain one for whatever reads only that.
 */
export function savedAs(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]+/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
