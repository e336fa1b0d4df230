/**
 * The same form sent twice does its work once: the second sending waits for the first and gets its answer. Kept in this
 * process, for as long as a double click or a reload of the answer is likely.
 * @param keepMs how long an answer is remembered, in milliseconds
 */
export function once(keepMs: number, keysAtMost = 1000) {
  const answers = new Map<string, { at: number; answer: Promise<unknown> }>();
  return function doOnce<T>(key: string, now: number, work: () => Promise<T>): Promise<T> {
    for (const [old, { at }] of answers) if (now - at > keepMs || answers.size > keysAtMost) answers.delete(old);
    const known = answers.get(key);
    if (known) return known.answer as Promise<T>;
    const answer = work();
    answers.set(key, { at: now, answer });
    // What failed may be tried again.
    answer.catch(() => answers.delete(key));
    return answer;
  };
}
