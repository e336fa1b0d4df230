import { isHttpError } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { limitedRequest, mostOfAForm } from './bodyLimit.ts';

const files = '/(app)/organisation/[organisation]/files';
const address = 'http://localhost/x';
/** A body in pieces of 1,000 bytes, whose length nobody tells. */
const chunked = (chunks: number) =>
  new Request(address, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: new ReadableStream({
      start(stream) {
        for (let chunk = 0; chunk < chunks; chunk++) stream.enqueue(new Uint8Array(1_000));
        stream.close();
      }
    }),
    duplex: 'half'
  } as RequestInit);
const told = (bytes: number) =>
  new Request(address, { method: 'POST', headers: { 'content-length': String(bytes) }, body: 'x' });
const refusal = async (work: () => unknown) => {
  try {
    await work();
  } catch (broken) {
    return isHttpError(broken) ? broken.status : broken;
  }
  return null;
};

describe('the size of what is sent', () => {
  it('is 6 MB at most by what the browser tells', async () => {
    expect(await refusal(() => limitedRequest(told(mostOfAForm), '/(app)/home').text())).toBeNull();
    expect(await refusal(() => limitedRequest(told(mostOfAForm + 1), '/(app)/home').text())).toBe(413);
    expect(await refusal(() => limitedRequest(told(mostOfAForm + 1), null).text())).toBe(413);
  });

  it('is counted where no length is told', async () => {
    const whole = limitedRequest(chunked(3), '/(app)/home', 3_000);
    expect((await whole.text()).length).toBe(3_000);
    expect(whole.headers.get('content-type')).toBe('text/plain');
    expect(await refusal(() => limitedRequest(chunked(4), '/(app)/home', 3_000).text())).toBe(413);
  });

  it('is left to the files page, where files are sent', async () => {
    expect(await refusal(() => limitedRequest(told(27_000_000), files).text())).toBeNull();
    expect(await refusal(() => limitedRequest(told(27_000_000), `${files}/[file]`).text())).toBeNull();
  });
});
