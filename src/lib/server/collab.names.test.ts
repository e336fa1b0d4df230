import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { colourOf } from './collabNames.ts';
import { newWorld, NOTE, type Stage, startStage, until } from './collab.stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage(newWorld());
});
afterEach(() => stage.end());

type Client = ReturnType<Stage['join']>;
const seen = (by: Client, of: Client) => by.provider.awareness?.getStates().get(of.doc.clientID);

async function both() {
  const [asha, ben] = [stage.join('asha'), stage.join('ben')];
  await until(() => expect(asha.provider.synced && ben.provider.synced).toBe(true));
  return { asha, ben };
}

describe('presence', () => {
  it('shows people under the name they were let in with, whatever they say', async () => {
    const { asha, ben } = await both();
    ben.provider.setAwarenessField('user', { name: 'asha of the team', color: 'url(x)' });
    await until(() => expect(seen(asha, ben)?.user).toEqual({ name: 'ben of the team', color: colourOf('ben') }));
  });

  it('passes cursors on, and nothing else', async () => {
    const { asha, ben } = await both();
    ben.provider.setAwarenessField('note', 'x'.repeat(5_000));
    ben.provider.setAwarenessField('cursor', { anchor: 1, head: 2 });
    await until(() => expect(seen(asha, ben)?.cursor).toEqual({ anchor: 1, head: 2 }));
    expect(Object.keys(seen(asha, ben) ?? {})).toEqual(['user', 'cursor']);
  });

  it('drops a cursor too large to be one', async () => {
    const { asha, ben } = await both();
    ben.provider.setAwarenessField('cursor', { anchor: 'x'.repeat(5_000) });
    await until(() => expect(seen(asha, ben)).toEqual({ user: expect.anything(), cursor: null }));
  });

  it('lets nobody speak for another person’s client', async () => {
    const { asha, ben } = await both();
    asha.provider.setAwarenessField('cursor', { anchor: 5, head: 5 });
    await until(() => expect(seen(ben, asha)?.cursor).toEqual({ anchor: 5, head: 5 }));
    const document = stage.collab.hocuspocus.documents.get(NOTE);
    // Ben's client claims to be Asha's, with a newer clock.
    ben.provider.awareness?.meta.set(asha.doc.clientID, { clock: 1_000, lastUpdated: Date.now() });
    ben.provider.awareness?.states.set(asha.doc.clientID, { user: { name: 'ben' }, cursor: { anchor: 9, head: 9 } });
    ben.provider.awareness?.emit('update', [{ added: [], updated: [asha.doc.clientID], removed: [] }, 'local']);
    ben.provider.setAwarenessField('cursor', { anchor: 1, head: 1 });
    await until(() =>
      expect(document?.awareness.getStates().get(ben.doc.clientID)?.cursor).toEqual({ anchor: 1, head: 1 })
    );
    expect(document?.awareness.getStates().get(asha.doc.clientID)).toMatchObject({
      user: { name: 'asha of the team' },
      cursor: { anchor: 5, head: 5 }
    });
  });

  it('ends when the person leaves', async () => {
    const { asha, ben } = await both();
    ben.provider.setAwarenessField('cursor', { anchor: 1, head: 1 });
    await until(() => expect(seen(asha, ben)).toBeDefined());
    ben.destroy();
    await until(() => expect(seen(asha, ben)).toBeUndefined());
  });
});
