import { beforeEach, describe, expect, it } from 'vitest';
import { forgetReadiness, readyKey } from './forget.ts';
import { answered, readAnswers, readyPrompts, suggestionsFor, type ReadyPrompt } from './readiness.ts';

const prompts = Object.keys(readyPrompts) as ReadyPrompt[];
const all = (at: number) => Object.fromEntries(prompts.map((prompt) => [prompt, readyPrompts[prompt].at(at)]));

describe('the readiness check', () => {
  it('has nothing to suggest to someone who is well', () => {
    expect(suggestionsFor(all(0))).toEqual([]);
  });

  it('has one suggestion for each answer that weighs', () => {
    expect(suggestionsFor(all(-1))).toEqual([
      'body_unwell',
      'mood_low',
      'carry_close',
      'partner_alone',
      'hold_unsure',
      'after_unknown'
    ]);
  });

  it('is done when all was answered, whatever the answers', () => {
    expect([answered({}), answered({ body: 'tired' }), answered(all(0)), answered(all(-1))]).toEqual([
      false,
      false,
      true,
      true
    ]);
  });

  it('reads back what it kept, and nothing else', () => {
    expect(readAnswers(JSON.stringify(all(1)))).toEqual(all(1));
    expect(readAnswers('{"body":"tired","mood":"<b>","name":"Mo","hold":7}')).toEqual({ body: 'tired' });
    expect([readAnswers(null), readAnswers('no'), readAnswers('null'), readAnswers('[1]')]).toEqual([{}, {}, {}, {}]);
  });
});

describe('on a shared computer', () => {
  const kept = new Map<string, string>();
  const storage: Storage = {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear()
  };
  beforeEach(() => kept.clear());

  it('the answers of one person are not those of the next', () => {
    expect(readyKey('mo', 'c')).not.toBe(readyKey('ada', 'c'));
  });

  it('all of them go at once, and nothing else goes with them', () => {
    storage.setItem(readyKey('mo', '1'), '{}');
    storage.setItem('words of a note', 'stay');
    storage.setItem(readyKey('mo', '2'), '{}');
    forgetReadiness(storage);
    expect([...kept.keys()]).toEqual(['words of a note']);
  });
});
