import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, changesBetween, countChanges } from './changes.ts';
import type { AgreementLine } from './line.ts';

const how = (text: string): AgreementLine => ({ part: 'how', text });
const told = (before: AgreementLine[], after: AgreementLine[]) =>
  changesBetween(before, after).map(({ what, line }) => `${what} ${line.text}`);

describe('what changed between two versions', () => {
  const before = [how('listen'), how('pass'), how('be on time')];

  it('names what was added and taken out where it stood', () => {
    expect(told(before, [how('listen'), how('pass if you like'), how('be on time'), how('tea')])).toEqual([
      'kept listen',
      'removed pass',
      'added pass if you like',
      'kept be on time',
      'added tea'
    ]);
  });

  it('calls a line that only stands elsewhere moved', () => {
    expect(told(before, [how('be on time'), how('listen'), how('pass')])).toEqual([
      'moved be on time',
      'kept listen',
      'kept pass'
    ]);
  });

  it('does not call a promise that became a limit moved', () => {
    expect(countChanges(changesBetween([how('notes')], [{ part: 'limits', text: 'notes' }]))).toEqual({
      added: 1,
      removed: 1,
      moved: 0
    });
  });

  it('takes everything for new when there was nothing', () => {
    expect(countChanges(changesBetween([], before))).toEqual({ added: 3, removed: 0, moved: 0 });
  });
});

// Few words, so that lines meet, repeat and change places often.
const lines = fc.array(
  fc.record({ part: fc.constantFrom('how' as const, 'limits' as const), text: fc.constantFrom('a', 'b', 'c', 'd') }),
  { maxLength: 12 }
);
const sorted = (some: AgreementLine[]) => some.map((line) => `${line.part} ${line.text}`).sort();
const lineOf = ({ line }: { line: AgreementLine }) => line;

describe('for any two versions', () => {
  it('the changes make the newer one from the older one', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        expect(applyChanges(before, changesBetween(before, after))).toEqual(after);
      })
    );
  });

  it('every line of both is told once', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const changes = changesBetween(before, after);
        expect(sorted(changes.filter(({ what }) => what !== 'added').map(lineOf))).toEqual(sorted(before));
        expect(sorted(changes.filter(({ what }) => what !== 'removed').map(lineOf))).toEqual(sorted(after));
      })
    );
  });

  it('nothing that was taken out is also added', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const changes = changesBetween(before, after);
        const of = (wanted: string) => sorted(changes.filter(({ what }) => what === wanted).map(lineOf));
        const added = new Set(of('added'));
        expect(of('removed').filter((line) => added.has(line))).toEqual([]);
      })
    );
  });

  it('a version and itself differ in nothing, and back again is as many out as in', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        expect(countChanges(changesBetween(after, after))).toEqual({ added: 0, removed: 0, moved: 0 });
        const [there, back] = [changesBetween(before, after), changesBetween(after, before)].map(countChanges);
        expect([there!.added, there!.removed]).toEqual([back!.removed, back!.added]);
      })
    );
  });

  it('refuses changes of another version', () => {
    expect(() => applyChanges([how('x')], changesBetween([how('y')], []))).toThrow('another version');
    expect(() => applyChanges([how('x'), how('y')], changesBetween([how('x')], [how('x')]))).toThrow('another version');
  });
});
