import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { flushDelay } from './collab.ts';
import { createBudget, originAllowed } from './collabGate.ts';
import { LARGEST_FRAME } from './collabSockets.ts';
import { newWorld, NOTE, type Stage, startStage, until, type World } from './collab.stage.ts';

let world: World;
let stage: Stage;
beforeEach(async () => {
  world = newWorld();
  stage = await startStage(world);
  // Hocuspocus reports every broken frame; that is what this file sends.
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(async () => {
  await stage.end();
  vi.restoreAllMocks();
});

const name = Buffer.from(NOTE);
const named = (...rest: number[]) => Buffer.from([name.length, ...name, ...rest]);

/** Sends frames on a socket of its own and returns when the server is known to have survived them. */
async function survives(...frames: (Buffer | string)[]) {
  const socket = stage.dial('asha');
  await new Promise((resolve) => socket.on('open', resolve));
  for (const frame of frames) socket.send(frame);
  const ben = stage.join('ben');
  await until(() => expect(ben.provider.synced).toBe(true));
  ben.destroy();
  socket.terminate();
}

describe('frames that are none', () => {
  it('do not stop the server: empty, text, noise, half a frame, an unknown kind', async () => {
    const auth = named(2, 0, 0);
    await survives(Buffer.alloc(0));
    await survives('hello', '{"type":"x"}');
    await survives(Buffer.from([255, 255, 255, 255, 255, 255, 255, 255, 255, 255]));
    await survives(named());
    await survives(Buffer.from([9, ...Buffer.from('__proto__'), 2, 0, 0]));
    await survives(auth, named(0), named(0, 0), named(0, 2, 200));
    await survives(auth, named(99, 1, 2), named(1, 3, 1, 2, 3), named(6, 1, 65), named(5), named(2, 0));
  });

  it('do not stop the server, whatever they are', async () => {
    const socketFrames = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(socketFrames, fc.boolean(), (frames, signedIn) =>
        survives(named(2, 0, 0), ...frames.map((frame) => (signedIn ? named(...frame) : Buffer.from(frame))))
      ),
      { numRuns: 15 }
    );
  });

  it('are closed when too large', async () => {
    const socket = stage.dial('asha');
    await new Promise((resolve) => socket.on('open', resolve));
    socket.send(Buffer.alloc(LARGEST_FRAME + 1));
    const code = await new Promise((resolve) => socket.on('close', resolve));
    expect([1009, 1006]).toContain(code);
  });

  it('throw out a client that sends more than it may, and it comes back with all it wrote', async () => {
    const strict = await startStage(world, { allowance: { messages: 5, bytes: 1e6, burst: 4 } });
    const asha = strict.join('asha');
    await until(() => expect(asha.provider.synced).toBe(true));
    for (let i = 0; i < 30; i++) asha.write('x');
    await until(() => expect(asha.heard.closed).toContain(4429));
    const ben = strict.join('ben');
    await until(() => expect(ben.text.toString()).toBe('x'.repeat(30)));
    await strict.end();
  });
});

describe('a note of 500 comments', () => {
  it('opens, and goes up in one piece', async () => {
    const asha = stage.join('asha');
    await until(() => expect(asha.provider.synced).toBe(true));
    asha.socket.disconnect();
    await until(() => expect(asha.provider.synced).toBe(false));
    for (let i = 0; i < 500; i++) asha.write(`Comment ${i}: what we heard at this table, in a sentence or two.\n`);
    await asha.socket.connect();
    const ben = stage.join('ben');
    await until(() => expect(ben.text.toString()).toBe(asha.text.toString()));
  });
});

describe('the gate', () => {
  it('refills an allowance with time', () => {
    let clock = 0;
    const fits = createBudget({ messages: 2, bytes: 100, burst: 1 }, () => clock);
    expect([fits(1), fits(1), fits(1)]).toEqual([true, true, false]);
    clock += 1_000;
    expect(fits(1)).toBe(true);
    clock += 10_000;
    expect(fits(101)).toBe(false);
  });

  it('knows our own pages by their host', () => {
    const headers = (origin: string) => ({ origin, host: 'circlewell.example' });
    expect(originAllowed(headers('https://circlewell.example'))).toBe(true);
    expect(originAllowed(headers('https://circlewell.example.evil'))).toBe(false);
    expect(originAllowed(headers('null'))).toBe(false);
    expect(originAllowed(headers('https://other.example'), ['https://other.example'])).toBe(true);
    expect(originAllowed({ host: 'circlewell.example' })).toBe(true);
  });
});

describe('batching', () => {
  it('grows with the number of people, and waits at most a fifth of a second', () => {
    expect([1, 10, 11, 20, 40, 500].map(flushDelay)).toEqual([0, 0, 55, 100, 200, 200]);
  });
});
