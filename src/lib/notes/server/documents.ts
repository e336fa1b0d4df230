import * as Y from 'yjs';
import type { DocumentKind } from '$lib/server/liveDocuments.ts';
import type { Supabase } from '$lib/server/supabase.ts';
import { commentsOf, plainText } from '../comments.ts';
import { firstContent, nameItems, noteIdOf } from '../noteDocument.ts';

// For good: the circle is closed, or the note is gone with its question or group.
const REFUSALS = ['PT409', 'PT404'];

/** Where live notes are kept, and who may open them. */
export function noteDocuments(service: Supabase): DocumentKind {
  return {
    prefix: 'note',
    async authorise({ supabase }, documentName) {
      const { data, error } = await supabase.rpc('note_access', { p_note: idIn(documentName) }).maybeSingle();
      if (error) throw new Error(`asking for a note's access failed (${error.code})`);
      return data && { canWrite: data.can_write, name: data.display_name, scope: data.circle_id };
    },
    async load(documentName) {
      const noteId = idIn(documentName);
      const { data, error } = await service.rpc('load_note', { p_note: noteId });
      if (error) throw new Error(`loading a note failed (${error.code})`);
      return data ? Buffer.from(data, 'base64') : firstContent(noteId);
    },
    async store(documentName, document, origin) {
      nameItems(document, origin);
      const comments = commentsOf(document);
      const { error } = await service.rpc('store_note', {
        p_note: idIn(documentName),
        p_state: Buffer.from(Y.encodeStateAsUpdate(document)).toString('base64'),
        p_body: plainText(comments),
        p_items: comments.map((comment) => ({ ...comment }))
      });
      if (!error) return 'stored';
      if (REFUSALS.includes(error.code)) return 'refused';
      throw new Error(`storing a note failed (${error.code})`);
    }
  };
}

function idIn(documentName: string): string {
  const id = noteIdOf(documentName);
  if (!id) throw new Error('not the name of a note');
  return id;
}
