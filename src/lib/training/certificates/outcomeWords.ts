import * as m from '../../paraglide/messages.js';
import type { Outcome, Verified } from './verify.ts';

interface OutcomeWords {
  kind: 'good' | 'warn' | 'strain';
  title: string;
  text: string;
}

const words: Record<Outcome, () => OutcomeWords> = {
  valid: () => ({
    kind: 'good',
    title: m.training_certificates_verify_valid_title(),
    text: m.training_certificates_verify_valid()
  }),
  revoked: () => ({
    kind: 'strain',
    title: m.training_certificates_verify_revoked_title(),
    text: m.training_certificates_verify_revoked()
  }),
  not_yet: () => ({
    kind: 'warn',
    title: m.training_certificates_verify_not_yet_title(),
    text: m.training_certificates_verify_not_yet()
  }),
  ended: () => ({
    kind: 'strain',
    title: m.training_certificates_verify_ended_title(),
    text: m.training_certificates_verify_ended()
  }),
  changed: () => ({
    kind: 'strain',
    title: m.training_certificates_verify_changed_title(),
    text: m.training_certificates_verify_changed()
  }),
  other_key: () => ({
    kind: 'strain',
    title: m.training_certificates_verify_other_key_title(),
    text: m.training_certificates_verify_other_key()
  }),
  unknown_key: () => ({
    kind: 'warn',
    title: m.training_certificates_verify_unknown_key_title(),
    text: m.training_certificates_verify_unknown_key()
  }),
  other_way: () => ({
    kind: 'warn',
    title: m.training_certificates_verify_other_way_title(),
    text: m.training_certificates_verify_other_way()
  }),
  not_a_certificate: () => ({
    kind: 'strain',
    title: m.training_certificates_verify_not_title(),
    text: m.training_certificates_verify_not()
  }),
  empty: () => ({
    kind: 'strain',
    title: m.training_certificates_verify_empty_title(),
    text: m.training_certificates_verify_empty()
  }),
  too_large: () => ({
    kind: 'strain',
    title: m.training_certificates_verify_large_title(),
    text: m.training_certificates_verify_large()
  })
};

/** What came out, in words. A signature alone is not called valid while nobody could say whether it was revoked. */
export function outcomeInWords({ outcome, statusChecked }: Pick<Verified, 'outcome' | 'statusChecked'>): OutcomeWords {
  const said = words[outcome]();
  if (outcome !== 'valid' || statusChecked) return said;
  return { ...said, kind: 'warn', title: m.training_certificates_verify_valid_unchecked_title() };
}
