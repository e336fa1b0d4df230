import * as m from '../paraglide/messages.js';
import type { AgreementKind } from './kind.ts';

const agreement = {
  title: m.agreements_title,
  lead: m.agreements_lead,
  how: m.agreements_how,
  howHint: m.agreements_how_hint,
  noneTitle: m.agreements_none_title,
  noneLead: m.agreements_none_lead,
  noneMember: m.agreements_none_member,
  adopted: m.agreements_adopted,
  unread: m.agreements_ack_notice,
  proposed: m.agreements_proposal_notice,
  proposedByMe: m.agreements_proposal_notice_me
};

const words: Record<AgreementKind, typeof agreement> = {
  agreement,
  terms: {
    title: m.agreements_terms_title,
    lead: m.agreements_terms_lead,
    how: m.agreements_terms_how,
    howHint: m.agreements_terms_how_hint,
    noneTitle: m.agreements_terms_none_title,
    noneLead: m.agreements_terms_none_lead,
    noneMember: m.agreements_terms_none_member,
    adopted: m.agreements_terms_adopted,
    unread: m.agreements_ack_notice_terms,
    proposed: m.agreements_proposal_notice_terms,
    proposedByMe: m.agreements_proposal_notice_terms_me
  }
};

/** Where agreements and terms of reference are spoken of in other words. */
export const wordsOf = (kind: AgreementKind): typeof agreement => words[kind];
