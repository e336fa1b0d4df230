import type { Bytes } from '../../ballots/blind/bytes.ts';
import { publicHalves, told } from '../../ballots/server/ballotBox.ts';
import type { BoxKind, Opened } from '../../ballots/server/boxKind.ts';
import type { Json } from '../../database.types.ts';
import type { Supabase } from '../../server/supabase.ts';
import { decodeAnswer } from '../answer.ts';
import { publish } from '../publication/publish.ts';
import { ownScale } from '../scales/ownScale.ts';
import { readScale } from '../scales/readScale.ts';
import type { ScaleDefinition } from '../scales/schema.ts';
import { dueLetters, lettersSent } from './letters.ts';

/** The rounds of the check-ins: asked with a scale, published as levels with noise. */
export const checkInBox: BoxKind = {
  due: async (service) =>
    told(await service.rpc('due_rounds')).map((row) => ({
      round: row.round_id,
      step: row.step === 'open' ? 'open' : 'close',
      sealFingerprint: row.seal_fingerprint,
      overdue: row.overdue,
      async open(keys) {
        // An admin's file is checked once more: it may have come past our page.
        const definition = row.built_in ? ownScale : readScale(JSON.stringify(row.definition)).definition;
        if (!definition) throw new TypeError('The scale of this round is none.');
        return told(
          await service.rpc('open_round', {
            p_round: row.round_id,
            ...(await publicHalves(await keys())),
            p_definition: definition as unknown as Json,
            p_version: definition.version
          })
        );
      },
      publish: (opened) => publishRound(service, row.round_id, row.definition as ScaleDefinition, opened)
    })),

  async standing(service, rounds) {
    const there = told(await service.from('check_in_rounds').select('id').in('id', rounds)).map(({ id }) => id);
    const published = told(await service.from('check_in_publications').select('round_id').in('round_id', rounds));
    return there.filter((id) => !published.some(({ round_id }) => round_id === id));
  },

  letters: { due: dueLetters, sent: lettersSent }
};

/** An answer that is none to this scale is left out without a word. */
async function publishRound(
  service: Supabase,
  round: string,
  definition: ScaleDefinition,
  { answers, receipts, keyLost, random }: Opened
): Promise<string> {
  const read = (bytes: Bytes) => decodeAnswer(bytes, definition) ?? [];
  const publication = answers ? publish(answers.flatMap(read), definition, random) : ({ enough: false } as const);
  return told(
    await service.rpc('publish_round', {
      p_round: round,
      p_enough: publication.enough,
      p_levels: publication.enough ? publication.scales : [],
      p_help: publication.enough ? publication.help : [],
      p_receipts: receipts,
      p_key_lost: keyLost
    })
  );
}
