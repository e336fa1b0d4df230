import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type WebSocket from 'ws';
import { newWorld, NOTE, OTHER_NOTE, type Stage, startStage, until, type World } from './collab.stage.ts';

let world: World;
let stage: Stage;
beforeEach(async () => {
  world = newWorld();
  stage = await startStage(world);
});
afterEach(() => stage.end());

/** The HTTP status a socket is refused with, or 101. */
function answer(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => {
    socket.on('open', () => resolve(101));
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
  });
}

describe('opening a socket', () => {
  it('lets in somebody signed in', async () => {
    expect(await answer(stage.dial('asha'))).toBe(101);
  });

  it('refuses a browser that is not signed in', async () => {
    expect(await answer(stage.dial(null))).toBe(401);
    expect(await answer(stage.dial('nobody'))).toBe(401);
  });

  it('refuses another site’s page, cookie or not', async () => {
    expect(await answer(stage.dial('asha', { origin: 'https://elsewhere.example' }))).toBe(403);
    expect(await answer(stage.dial('asha', { origin: 'null' }))).toBe(403);
  });

  it('lets in an origin that was set by hand', async () => {
    const behindProxy = await startStage(world, { allowedOrigins: ['https://circlewell.example'] });
    expect(await answer(behindProxy.dial('asha', { origin: 'https://circlewell.example' }))).toBe(101);
    await behindProxy.end();
  });

  it('lets in a tool that brings a token instead of a cookie', async () => {
    const tool = stage.join('', NOTE, undefined, 'token-asha');
    await until(() => expect(tool.provider.synced).toBe(true));
  });

  it('does not let in a tool whose token is no token', async () => {
    const tool = stage.join('', NOTE, undefined, 'made-up');
    await until(() => expect(tool.heard.denied).toEqual(['signed-out']));
  });

  it('is closed when no document is opened', async () => {
    const strict = await startStage(world, { timing: { signIn: 20, recheck: 3_600_000 } });
    const socket = strict.dial('asha');
    const code = await new Promise((resolve) => socket.on('close', resolve));
    expect(code).toBe(4401);
    await strict.end();
  });
});

describe('opening a note', () => {
  it('is for members of the team', async () => {
    const asha = stage.join('asha');
    await until(() => expect(asha.provider.synced).toBe(true));
    expect(asha.provider.authorizedScope).toBe('read-write');
  });

  it('is refused to an outsider, who reads nothing of it', async () => {
    const asha = stage.join('asha');
    await until(() => expect(asha.provider.synced).toBe(true));
    asha.write('for the team');
    const outsider = stage.join('outsider');
    await until(() => expect(outsider.heard.denied).toEqual(['no-access']));
    expect(outsider.provider.synced).toBe(false);
    expect(outsider.text.toString()).toBe('');
  });

  it.each(['note:1', 'circle:5f0c1c9e-6a52-4a3e-9f0f-3f6a52d7a001', 'note:../../etc'])(
    'is refused under the name %s',
    async (name) => {
      const asha = stage.join('asha', name);
      await until(() => expect(asha.heard.denied).toEqual(['no-access']));
      expect(stage.collab.hocuspocus.documents.size).toBe(0);
    }
  );

  it('is read-only in a closed circle, and writing there changes nothing', async () => {
    world.state = 'closed';
    const asha = stage.join('asha');
    await until(() => expect(asha.provider.authorizedScope).toBe('readonly'));
    asha.write('too late');
    const ben = stage.join('ben');
    await until(() => expect(ben.provider.synced).toBe(true));
    expect(ben.text.toString()).toBe('');
    expect(world.stores).toBe(0);
  });
});

describe('somebody whose rights change', () => {
  it('is shut out at once when removed from the team, and what they send after is not taken', async () => {
    const asha = stage.join('asha');
    const ben = stage.join('ben');
    await until(() => expect(asha.provider.synced && ben.provider.synced).toBe(true));
    world.members.delete('ben');
    await stage.collab.reauthorise(({ personId }) => personId === 'ben');
    ben.write('still here?');
    await until(() => expect(ben.heard.closed).toContain(4403));
    await until(() => expect(ben.heard.denied).toContain('no-access'));
    asha.write('we go on');
    await until(() => expect(world.stores).toBeGreaterThan(0));
    expect(asha.text.toString()).toBe('we go on');
  });

  it('is shut out by the regular check when no event came (another server)', async () => {
    const watchful = await startStage(world, { timing: { recheck: 20 } });
    const ben = watchful.join('ben');
    await until(() => expect(ben.provider.synced).toBe(true));
    world.members.delete('ben');
    await until(() => expect(ben.heard.closed).toContain(4403));
    await watchful.end();
  });

  it('is found by one question for everybody when the feature brings one', async () => {
    const asked: number[] = [];
    const watchful = await startStage(world, {
      timing: { recheck: 20 },
      async recheck(rooms) {
        asked.push(rooms.length);
        return rooms.map(({ personId }) =>
          world.members.has(personId) ? { canWrite: true, name: personId, scope: 'circle' } : null
        );
      }
    });
    const [asha, ben] = [watchful.join('asha'), watchful.join('ben', OTHER_NOTE)];
    await until(() => expect(asked).toContain(2));
    world.members.delete('ben');
    await until(() => expect(ben.heard.closed).toContain(4403));
    expect(asha.heard.closed).toEqual([]);
    await watchful.end();
  });

  it('is asked to sign in again when the sign-in ends', async () => {
    const brief = await startStage(world, {
      authenticate: async () => ({ id: 'asha', expiresAt: Date.now() + 100 })
    });
    const asha = brief.join('asha');
    await until(() => expect(asha.heard.closed).toContain(4401));
    await brief.end();
  });

  it('is not let in when removed while the answer was on its way', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let questions = 0;
    const slow = await startStage(world, {
      async authorise(person) {
        const allowed = world.members.has(person.id);
        if (questions++ === 0) await held;
        return allowed ? { canWrite: true, name: person.id, scope: 'circle' } : null;
      }
    });
    const ben = slow.join('ben');
    await until(() => expect(questions).toBe(1));
    world.members.delete('ben');
    await slow.collab.reauthorise(() => true);
    release();
    await until(() => expect(ben.heard.denied).toEqual(['no-access']));
    await slow.end();
  });

  it('is closed by name', async () => {
    const [asha, ben] = [stage.join('asha'), stage.join('ben')];
    await until(() => expect(asha.provider.synced && ben.provider.synced).toBe(true));
    stage.collab.closeConnections(({ personId, documents }) => personId === 'ben' && documents.includes(NOTE));
    await until(() => expect(ben.heard.closed).toContain(4403));
    expect(asha.heard.closed).toEqual([]);
  });
});
