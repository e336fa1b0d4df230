import { expect, test, vi } from 'vitest';
import { once } from './once.ts';

test('a form sent twice does its work once, and both get the answer', async () => {
  const doOnce = once(60_000);
  const work = vi.fn(async () => ({ team: 1 }));
  const [first, second] = await Promise.all([doOnce('amara:1', 0, work), doOnce('amara:1', 5, work)]);
  expect(second).toBe(first);
  expect(work).toHaveBeenCalledTimes(1);
});

test('another form, or the same one much later, does its own', async () => {
  const doOnce = once(60_000);
  const work = vi.fn(async () => 'done');
  await doOnce('amara:1', 0, work);
  await doOnce('amara:2', 0, work);
  await doOnce('amara:1', 60_001, work);
  expect(work).toHaveBeenCalledTimes(3);
});

test('what failed may be tried again', async () => {
  const doOnce = once(60_000);
  await expect(doOnce('a', 0, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(doOnce('a', 1, async () => 'yes')).resolves.toBe('yes');
});

test('a flood of forms does not fill the memory', async () => {
  const doOnce = once(60_000, 2);
  const work = vi.fn(async () => 'done');
  for (const key of ['a', 'b', 'c', 'd']) await doOnce(key, 0, work);
  await doOnce('a', 0, work);
  expect(work).toHaveBeenCalledTimes(5);
});
