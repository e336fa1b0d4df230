import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { officeOf, pdfOf, pngOfOnePoint, svgWithScript, zipOf } from '../../../../tests/fixtures/sampleFiles.ts';
import { RuleBroken } from '../../server/errors.ts';
import { fileKinds } from '../files/fileKind.ts';
import { lookInto } from './fileContent.ts';

const office = 'application/vnd.openxmlformats-officedocument';
const gif = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64');
const webp = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');
const jpeg = Buffer.from([
  0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9
]);

const refusal = async (name: string, bytes: Uint8Array | string) => {
  const found = await lookInto({ name, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes }).catch(
    (broken: unknown) => broken
  );
  expect(found).toBeInstanceOf(RuleBroken);
  expect((found as RuleBroken).status).toBe(415);
  return (found as RuleBroken).message;
};

describe('what is taken', () => {
  it.each([
    ['plan.pdf', pdfOf('Plan'), 'application/pdf', 'plan.pdf'],
    ['point.png', pngOfOnePoint(), 'image/png', 'point.png'],
    ['photo.jpeg', jpeg, 'image/jpeg', 'photo.jpeg'],
    ['photo.JPG', jpeg, 'image/jpeg', 'photo.jpg'],
    ['point.gif', gif, 'image/gif', 'point.gif'],
    ['point.webp', webp, 'image/webp', 'point.webp'],
    ['terms.docx', officeOf('docx'), `${office}.wordprocessingml.document`, 'terms.docx'],
    ['slides.pptx', officeOf('pptx'), `${office}.presentationml.presentation`, 'slides.pptx'],
    ['no ending', pdfOf('Plan'), 'application/pdf', 'no ending.pdf'],
    ['a/b\\c 🙂.pdf', pdfOf('Plan'), 'application/pdf', 'a-b-c 🙂.pdf']
  ])('%s', async (given, bytes, contentType, name) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await lookInto({ name: given, bytes })).toEqual({ name, contentType, bytes, sha256 });
  });
});

describe('what is refused, with the reason', () => {
  it('a page, a program or text under the name of a handout', async () => {
    for (const inside of [
      '<!doctype html><script>alert(1)</script>',
      'MZ\u0090\u0000',
      '#!/bin/sh\n',
      'Dear all',
      ' %PDF'
    ])
      expect(await refusal('handout.pdf', inside)).toMatch(
        /^The name says PDF, but what is inside is something else\./
      );
  });

  it('one kind under the name of another', async () => {
    expect(await refusal('handout.pdf', pngOfOnePoint())).toMatch(/^The name says PDF, but what is inside is a PNG/);
    expect(await refusal('slides.docx', officeOf('pptx'))).toContain('PowerPoint slides');
  });

  it('a ZIP, a sheet, and Office files with programs in them', async () => {
    const macros = officeOf('docx', 'application/vnd.ms-word.document.macroEnabled.main+xml');
    for (const inside of [zipOf({ 'word.txt': 'x' }), officeOf('xlsx'), macros])
      expect(await refusal('terms.docx', inside)).toContain('something else');
    expect(await refusal('sheet.xlsx', officeOf('xlsx'))).toMatch(/^This kind of file is not taken\./);
  });

  it('a drawing in SVG, under whatever name and in whatever letters', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(String(svgWithScript), 'utf16le')]);
    const cases: [string, Uint8Array | string][] = [
      ['poster.svg', svgWithScript],
      ['poster.png', svgWithScript],
      ['poster', '\ufeff \n<svg onload=alert(1)>'],
      ['poster.pdf', '<s:svg xmlns:s="http://www.w3.org/2000/svg"/>'],
      ['poster.SVG', utf16],
      ['poster.gif', utf16],
      ['poster.svgz', pngOfOnePoint()]
    ];
    for (const [name, inside] of cases)
      expect([name, await refusal(name, inside)]).toEqual([name, expect.stringContaining('SVG')]);
    expect(await refusal('poster.svg', svgWithScript)).toContain('can carry programs');
  });

  it('and nothing that comes in ends in anything but a kind we know or a sentence', async () => {
    const starts = [pdfOf('x'), pngOfOnePoint(), officeOf('docx'), gif, webp, jpeg];
    const cut = fc
      .tuple(fc.constantFrom(...starts), fc.nat(200), fc.uint8Array({ maxLength: 300 }))
      .map(([start, length, rest]) => Buffer.concat([start.subarray(0, length), rest]));
    const kinds = fileKinds.map(({ contentType }) => contentType);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('x.docx', 'x.png', 'x'), cut, async (name, bytes) => {
        const found = await lookInto({ name, bytes }).catch((broken: unknown) => broken);
        if (found instanceof RuleBroken) expect(found.message).toMatch(/\.$/);
        else expect(kinds).toContain((found as { contentType: string }).contentType);
      }),
      { numRuns: 300 }
    );
  });
});
