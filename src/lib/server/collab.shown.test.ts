import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { newWorld, NOTE, OTHER_NOTE, type Stage, startStage, storedText, until, type World } from './collab.stage.ts';

/** The last word of a note, for those who may not read the note: ben and carol. */
const LAST = NOTE.replace('note:', 'last:');

let world: World;
let stage: Stage;
let standing: string;

const start = () =>
  startStage(world, {
    documentName: /^(note|last):[0-9a-f-]{36}$/,
    shown: {
      sourceOf: (name) => (name.startsWith('last:') ? name.replace('last:', 'note:') : null),
      shownIn: (name) => (name.startsWith('note:') ? [name.replace('note:', 'last:')] : []),
      show(_name, source) {
        const words = source.getText('said').toString().trim();
        if (words.endsWith('?!')) throw new Error('cannot be shown');
        return { word: words.split(' ').at(-1) };
      }
    },
    async authorise({ id }, documentName) {
      if (!world.members.has(id) || (documentName.startsWith('note:') && id !== 'asha')) return null;
      const access = { canWrite: true, name: `${id} of the team`, scope: 'circle' };
      return documentName.startsWith('last:') ? { ...access, standing } : access;
    }
  });

beforeEach(async () => {
  world = newWorld();
  standing = 'looks on';
  stage = await start();
});
afterEach(() => stage.end());

async function joined(person: string, name = NOTE) {
  const client = stage.join(person, name);
  await until(() => expect(client.provider.synced).toBe(true));
  return client;
}

const shownTo = (client: { heard: { words: string[] } }) =>
  client.heard.words.findLast((word) => word.startsWith('shows:'));
const shows = (word: string) => `shows:${JSON.stringify({ word })}`;

function keep(words: string) {
  const doc = new Y.Doc();
  doc.getText('said').insert(0, words);
  world.stored.set(NOTE, Y.encodeStateAsUpdate(doc));
}

describe('a document that shows a part of another', () => {
  it('tells every change of the other one, to those who may not open that one', async () => {
    const [ben, carol, asha] = [await joined('ben', LAST), await joined('carol', LAST), await joined('asha')];
    await until(() => expect(shownTo(ben)).toBe(shows('')));
    for (const word of ['good', 'morning']) {
      asha.write(` ${word}`);
      await until(() => expect([shownTo(ben), shownTo(carol)]).toEqual([shows(word), shows(word)]));
    }
    const nosy = stage.join('ben', NOTE);
    await until(() => expect(nosy.heard.denied).toEqual(['no-access']));
    expect(nosy.text.toString()).toBe('');
  });

  it('tells who comes later where things stand', async () => {
    const asha = await joined('asha');
    asha.write('not stored yet');
    const ben = await joined('ben', LAST);
    await until(() => expect(shownTo(ben)).toBe(shows('yet')));
  });

  it('says nothing when the part did not change', async () => {
    const [ben, asha] = [await joined('ben', LAST), await joined('asha')];
    asha.text.insert(0, 'end');
    await until(() => expect(shownTo(ben)).toBe(shows('end')));
    asha.text.insert(0, 'another ');
    asha.write(' twice');
    await until(() => expect(shownTo(ben)).toBe(shows('twice')));
    expect(ben.heard.words.filter((word) => word.startsWith('shows:')).length).toBeLessThanOrEqual(3);
  });

  it('is written by nobody, and by nobody’s presence', async () => {
    const [ben, carol, asha] = [await joined('ben', LAST), await joined('carol', LAST), await joined('asha')];
    expect(ben.provider.authorizedScope).toBe('readonly');
    ben.write('mine');
    ben.provider.setAwarenessField('user', { name: 'ben' });
    ben.provider.sendStateless(shows('mine'));
    asha.write('ours');
    await until(() => expect(shownTo(carol)).toBe(shows('ours')));
    const open = stage.collab.hocuspocus.documents.get(LAST);
    expect(carol.text.toString()).toBe('');
    expect(open?.getText('said').toString()).toBe('');
    expect(open?.awareness.getStates().size).toBe(0);
    expect([...(carol.provider.awareness?.getStates().keys() ?? [])]).toEqual([carol.doc.clientID]);
    await until(() => expect(storedText(world)).toBe('ours'));
    expect([...world.stored.keys()]).toEqual([NOTE]);
  });

  it('is the same after a restart, for who stayed and for who comes, with nobody in the other one', async () => {
    const [before, asha] = [await joined('ben', LAST), await joined('asha')];
    asha.write('kept words');
    await until(() => expect(storedText(world)).toBe('kept words'));
    await until(() => expect(shownTo(before)).toBe(shows('words')));
    await stage.cut();
    stage = await start();
    const after = stage.join('ben', LAST, before.doc);
    await until(() => expect(shownTo(after)).toBe(shows('words')));
    expect([...stage.collab.hocuspocus.documents.keys()]).toEqual([LAST]);
  });

  it('follows when the other one is left, stored and opened again, and holds neither in memory', async () => {
    keep('first');
    const [ben, asha] = [await joined('ben', LAST), await joined('asha')];
    asha.write(' second');
    asha.destroy();
    await until(() => expect([...stage.collab.hocuspocus.documents.keys()]).toEqual([LAST]));
    expect(storedText(world)).toBe('first second');
    keep('stored elsewhere');
    await joined('asha');
    await until(() => expect(shownTo(ben)).toBe(shows('elsewhere')));
    ben.destroy();
    await until(() => expect(stage.collab.hocuspocus.documents.has(LAST)).toBe(false));
    expect(world.stored.has(LAST)).toBe(false);
  });

  it('misses no change made while the stored one was being read', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await stage.end();
    stage = await start();
    const { configuration } = stage.collab.hocuspocus;
    const load = configuration.onLoadDocument!;
    let asked = false;
    configuration.extensions.at(-1)!.onLoadDocument = async (payload) => {
      const found = await load(payload);
      if (payload.documentName === LAST) {
        asked = true;
        await held;
      }
      return found;
    };
    const ben = stage.join('ben', LAST);
    await until(() => expect(asked).toBe(true));
    const asha = await joined('asha');
    asha.write('meanwhile');
    await until(() => expect(asha.provider.hasUnsyncedChanges).toBe(false));
    release();
    await until(() => expect(shownTo(ben)).toBe(shows('meanwhile')));
  });

  it('goes on after a state that cannot be shown', async () => {
    const [ben, asha] = [await joined('ben', LAST), await joined('asha')];
    asha.write('what?!');
    await until(() => expect(world.errors).toEqual([`could not show ${LAST}`]));
    asha.write(' so');
    await until(() => expect(shownTo(ben)).toBe(shows('so')));
  });

  it('stands alone: another note is shown nowhere', async () => {
    const [ben, asha] = [await joined('ben', LAST), await joined('asha', OTHER_NOTE)];
    asha.write('elsewhere');
    await until(() => expect(storedText(world, OTHER_NOTE)).toBe('elsewhere'));
    expect(shownTo(ben)).toBe(shows(''));
  });
});

describe('as what somebody is there', () => {
  it('is told at first and when it changes, and only then', async () => {
    const ben = await joined('ben', LAST);
    const told = () => ben.heard.words.filter((word) => word.startsWith('standing:'));
    await until(() => expect(told()).toEqual(['standing:looks on']));
    await stage.collab.reauthorise(() => true);
    standing = 'runs it';
    await stage.collab.reauthorise(() => true);
    await until(() => expect(told()).toEqual(['standing:looks on', 'standing:runs it']));
  });

  it('ends with the access', async () => {
    const ben = await joined('ben', LAST);
    world.members.delete('ben');
    await stage.collab.reopen('circle');
    await until(() => expect(ben.heard.denied).toEqual(['no-access']));
  });
});
