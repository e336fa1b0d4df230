import { describe, expect, it } from 'vitest';
import type { OwnEvaluation } from '../../places/schema.ts';
import { builtInForm } from '../form.ts';
import { formPage } from './formPage.ts';
import { formHere, receiptFate } from './receipt.ts';

const open: OwnEvaluation = {
  id: 'c1000000-0000-4000-8000-000000000001',
  title: 'After the training',
  form: builtInForm,
  opensAt: '2026-11-23T09:00:00Z',
  closesAt: '2026-11-24T09:00:00Z',
  phase: 'open',
  askedCount: 8,
  signFingerprint: 's',
  sealFingerprint: 'k',
  enough: null,
  respondents: null,
  counts: null,
  receipts: null
};
const published = { ...open, phase: 'published' as const, receipts: ['mine', 'random'] };

describe('the page of a form', () => {
  it('has no result and no receipts before it is published', () => {
    expect(formPage(open)).toMatchObject({ form: builtInForm, askedCount: 8, result: null, receipts: [] });
    expect(formPage({ ...open, phase: 'counting' })).toMatchObject({ result: null, receipts: [] });
  });

  it('has the counts where enough forms came in, and nothing where not', () => {
    const counts = builtInForm.statements.map(() => [4, 1, 0, 0]);
    expect(formPage({ ...published, enough: true, respondents: 5, counts }).result?.totals).toEqual([44, 11, 0, 0]);
    expect(formPage({ ...published, enough: false })).toMatchObject({ result: null, receipts: ['mine', 'random'] });
  });

  it('has nothing where the key was lost', () => {
    expect(formPage({ ...open, phase: 'lost', enough: false })).toMatchObject({
      phase: 'lost',
      result: null,
      receipts: []
    });
  });

  it('refuses what is no form', () => {
    expect(() => formPage({ ...open, form: { ...builtInForm, choices: ['Yes', 'No'] } })).toThrow();
  });
});

describe('the receipt of a device', () => {
  const keys = { sign: 's', seal: 'k' };

  it('is counted when it is among those published, sent or waiting', () => {
    expect(receiptFate({ ...keys, state: 'sent', receipt: 'mine' }, ['mine', 'random'])).toBe('counted');
    expect(receiptFate({ ...keys, state: 'waiting', sealed: 'x', receipt: 'mine' }, ['mine'])).toBe('counted');
    expect(receiptFate({ ...keys, state: 'sent', receipt: 'mine' }, ['random'])).toBe('not_counted');
  });

  it('says on the own page whether the form is still to be filled in here', () => {
    expect(formHere(null)).toBe('open');
    expect(formHere({ ...keys, state: 'asked', receipt: 'mine' })).toBe('open');
    expect(formHere({ ...keys, state: 'signed', receipt: 'mine' })).toBe('open');
    expect(formHere({ ...keys, state: 'asked', sealed: 'x', receipt: 'mine' })).toBe('waiting');
    expect(formHere({ ...keys, state: 'waiting', sealed: 'x', receipt: 'mine' })).toBe('waiting');
    expect(formHere({ ...keys, state: 'sent', receipt: 'mine' })).toBe('sent');
    expect(formHere({ ...keys, state: 'skipped' })).toBe('elsewhere');
  });

  it('is none where only a token was held, or nothing', () => {
    expect(receiptFate({ ...keys, state: 'signed', receipt: 'mine' }, ['mine'])).toBe('no_receipt');
    expect(receiptFate({ ...keys, state: 'skipped' }, ['mine'])).toBe('no_receipt');
    expect(receiptFate(null, ['mine'])).toBe('no_receipt');
  });
});
