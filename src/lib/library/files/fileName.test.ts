import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileKinds, kindByContentType, type FileKind } from './fileKind.ts';
import { safeFileName, savedAs } from './fileName.ts';

const pdf = kindByContentType('application/pdf') as FileKind;
const jpeg = kindByContentType('image/jpeg') as FileKind;

describe('a name to save a file under', () => {
  it.each([
    ['breathing.pdf', 'breathing.pdf'],
    ['Réunion du 3 mai – équipe.pdf', 'Réunion du 3 mai – équipe.pdf'],
    ['حلقة.pdf', 'حلقة.pdf'],
    ['../../etc/passwd', 'etc-passwd.pdf'],
    ['C:\\Users\\ada\\plan.pdf', 'C-Users-ada-plan.pdf'],
    ['week 1/2 🙂.pdf', 'week 1-2 🙂.pdf'],
    ['family 👨‍👩‍👧.pdf', 'family 👨‍👩‍👧.pdf'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe.pdf'],
    ['a\u0000b\r\nSet-Cookie: x.pdf', 'ab Set-Cookie- x.pdf'],
    ['zero\u200bwidth\ufeff.pdf', 'zerowidth.pdf'],
    ['half \ud83d.pdf', 'half.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['...pdf', 'file.pdf'],
    ['', 'file.pdf'],
    ['///', 'file.pdf'],
    [' trailing . . .pdf', 'trailing.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['nul', '_nul.pdf'],
    ['com1.tar.pdf', '_com1.tar.pdf'],
    ['console.pdf', 'console.pdf'],
    ['poster.PDF', 'poster.pdf'],
    ['poster.exe', 'poster.exe.pdf']
  ])('%j becomes %j', (given, safe) => {
    expect(safeFileName(given, pdf)).toBe(safe);
  });

  it('keeps each ending that belongs to the kind', () => {
    expect(safeFileName('a.JPEG', jpeg)).toBe('a.jpeg');
    expect(safeFileName('a.jpg', jpeg)).toBe('a.jpg');
    expect(safeFileName('a', jpeg)).toBe('a.jpg');
  });

  it('is short enough for every disk, and no emoji is cut in two', () => {
    expect(safeFileName(`${'a'.repeat(300)}.pdf`, pdf)).toBe(`${'a'.repeat(120)}.pdf`);
    const family = '👨‍👩‍👧';
    const stem = safeFileName(`${family.repeat(100)}.pdf`, pdf).slice(0, -4);
    expect(stem.length % family.length).toBe(0);
    expect(stem.replaceAll(family, '')).toBe('');
  });

  it('is one step of a path, whatever comes in, and stays as it is the second time', () => {
    const any = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(any, fc.constantFrom(...fileKinds), (given, kind) => {
        const safe = safeFileName(given, kind);
        expect(safe).not.toMatch(/[/\\:*?"<>|\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect(safe).toMatch(/^[^.\s].*\.[a-z]+$/u);
        expect(safe.isWellFormed()).toBe(true);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200);
        expect(kind.endings).toContain(safe.slice(safe.lastIndexOf('.') + 1));
        expect(safeFileName(safe, kind)).toBe(safe);
      })
    );
  });
});

describe('the header it is saved by', () => {
  it('writes the name as RFC 5987 does, with a plain one beside it', () => {
    expect(savedAs("Zoë's plan (1) 🙂.pdf")).toBe(
      `attachment; filename="Zo_'s plan (1) _.pdf"; filename*=UTF-8''Zo%C3%AB%27s%20plan%20%281%29%20%F0%9F%99%82.pdf`
    );
  });

  it('can be a header, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const headers = new Headers({ 'content-disposition': savedAs(safeFileName(given, pdf)) });
        expect(headers.get('content-disposition')).toMatch(
          /^attachment; filename="[^"\\]+"; filename\*=UTF-8''[!#-~]+$/
        );
      })
    );
  });
});
