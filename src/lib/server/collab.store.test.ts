import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newWorld, NOTE, OTHER_NOTE, type Stage, startStage, storedText, until, type World } from './collab.stage.ts';

let world: World;
let stage: Stage;
beforeEach(async () => {
  world = newWorld();
  stage = await startStage(world);
});
afterEach(() => stage.end());

async function joined(person: string, note = NOTE) {
  const client = stage.join(person, note);
  await until(() => expect(client.provider.synced).toBe(true));
  return client;
}

describe('what is written', () => {
  it('is stored while typing goes on, and never waits longer than a second', async () => {
    const asha = await joined('asha');
    const typing = setInterval(() => asha.write('x'), 20);
    await until(() => expect(storedText(world).length).toBeGreaterThan(0));
    clearInterval(typing);
    const { debounce, maxDebounce } = stage.collab.hocuspocus.configuration;
    expect(debounce + maxDebounce).toBeLessThanOrEqual(1_000);
  });

  it('reaches the others and merges when two write at once', async () => {
    const [asha, ben] = [await joined('asha'), await joined('ben')];
    asha.write('from asha ');
    ben.write('from ben ');
    await until(() => {
      expect(asha.text.toString()).toBe(ben.text.toString());
      expect(asha.text.toString()).toContain('from asha');
      expect(asha.text.toString()).toContain('from ben');
      expect(storedText(world)).toBe(asha.text.toString());
    });
  });

  it('stays in its own note', async () => {
    const [asha, ben] = [await joined('asha'), await joined('ben', OTHER_NOTE)];
    asha.write('group one');
    await until(() => expect(storedText(world)).toBe('group one'));
    expect(ben.text.toString()).toBe('');
    expect(world.stored.has(OTHER_NOTE)).toBe(false);
  });

  it('is there again after the server was cut off and came back', async () => {
    const asha = await joined('asha');
    asha.write('kept');
    await until(() => expect(storedText(world)).toBe('kept'));
    await stage.cut();
    stage = await startStage(world);
    const ben = await joined('ben');
    expect(ben.text.toString()).toBe('kept');
  });

  it('joins when somebody who was offline comes back', async () => {
    const [asha, ben] = [await joined('asha'), await joined('ben')];
    asha.socket.disconnect();
    await until(() => expect(asha.provider.synced).toBe(false));
    asha.write('written offline ');
    ben.write('written online ');
    await until(() => expect(storedText(world)).toBe('written online '));
    await asha.socket.connect();
    await until(() => {
      expect(storedText(world)).toContain('written offline');
      expect(ben.text.toString()).toBe(asha.text.toString());
    });
  });

  it('is stored when the last person leaves, and then leaves memory', async () => {
    const asha = await joined('asha');
    asha.write('last words');
    await until(() => expect(asha.provider.hasUnsyncedChanges).toBe(false));
    asha.destroy();
    await until(() => {
      expect(storedText(world)).toBe('last words');
      expect(stage.collab.hocuspocus.documents.size).toBe(0);
    });
  });

  it('is tried again while the database is away, also when everybody has left', async () => {
    world.failStores = true;
    const asha = await joined('asha');
    asha.write('through the storm');
    await until(() => expect(asha.provider.hasUnsyncedChanges).toBe(false));
    asha.destroy();
    await until(() => expect(world.stores).toBeGreaterThan(2));
    expect(world.errors[0]).toContain('trying again');
    world.failStores = false;
    await until(() => {
      expect(storedText(world)).toBe('through the storm');
      expect(stage.collab.hocuspocus.documents.size).toBe(0);
    });
  });

  it('does not make the server store its own change again', async () => {
    let once = false;
    const naming = await startStage(world, {
      async store(_name, document, origin) {
        world.stores++;
        if (!once) document.transact(() => document.getText('said').insert(0, '#'), origin);
        once = true;
        return 'stored';
      }
    });
    const asha = naming.join('asha');
    await until(() => expect(asha.provider.synced).toBe(true));
    asha.write('x');
    await until(() => expect(asha.text.toString()).toBe('#x'));
    const stores = world.stores;
    asha.write('y');
    await until(() => expect(world.stores).toBe(stores + 1));
    await naming.end();
  });
});

describe('closing a circle', () => {
  it('stores what is pending, then takes nothing more, and says so to everybody', async () => {
    const [asha, ben] = [await joined('asha'), await joined('ben')];
    asha.write('before ');
    await until(() => expect(ben.text.toString()).toBe('before '));
    await stage.collab.setReadOnly('circle');
    expect(storedText(world)).toBe('before ');
    world.state = 'closed';
    await until(() => expect([asha.heard.words, ben.heard.words]).toEqual([['read-only'], ['read-only']]));
    asha.write('after');
    const carol = stage.join('carol');
    await until(() => expect(carol.provider.authorizedScope).toBe('readonly'));
    await until(() => expect(carol.text.toString()).toBe('before '));
    expect(storedText(world)).toBe('before ');
  });

  it('can be taken back', async () => {
    const asha = await joined('asha');
    await stage.collab.setReadOnly('circle');
    await stage.collab.reopen('circle');
    await until(() => expect(asha.heard.words).toEqual(['read-only', 'writable']));
    asha.write('goes on');
    await until(() => expect(storedText(world)).toBe('goes on'));
  });

  it('is noticed when the database refuses to store (another server closed it)', async () => {
    const asha = await joined('asha');
    world.state = 'closed';
    asha.write('too late');
    await until(() => expect(asha.heard.words).toEqual(['read-only', 'not-stored']));
    expect(world.stored.size).toBe(0);
  });
});

describe('stopping the server', () => {
  it('stores everything first, then asks clients to come back', async () => {
    const [asha, ben] = [await joined('asha'), await joined('ben', OTHER_NOTE)];
    asha.write('one');
    ben.write('two');
    await until(() => expect(asha.provider.hasUnsyncedChanges || ben.provider.hasUnsyncedChanges).toBe(false));
    await stage.collab.flushAll();
    expect([storedText(world), storedText(world, OTHER_NOTE)]).toEqual(['one', 'two']);
    await until(() => expect(asha.heard.closed).toContain(1012));
  });
});
