import type { AgreementStarter } from './starters.ts';

/** First drafts of terms of reference for a group that stands for longer than one circle. */
export const termsStarters: Record<string, AgreementStarter> = {
  standing: {
    title: 'A standing group',
    summary: 'For an advisory or steering group that meets again and again.',
    how: [
      'Purpose: we advise on how this work is done, and we say what people who use and do it tell us. Write here what you are for.',
      'Members: eight to twelve people, at least a third of them with lived experience. A place lasts two years and can be renewed once.',
      'Meetings: every two months for ninety minutes. We meet when at least half of us can come.',
      'Two people chair together. The chairs change each year, and nobody chairs alone for their first time.',
      'Papers reach everyone a week before. What comes later waits, unless all agree to take it.',
      'We decide by asking round until nobody has a grave objection. If that fails twice, the chairs write down both views and pass them on.',
      'Who gains or loses by a matter says so before it is discussed, and steps back from deciding it.',
      'Travel and time of members who are not paid for this are paid.',
      'Every request we make gets an answer in writing: yes, no, or when.'
    ],
    limits: [
      'What we advise is open to all. Who said what stays in the group.',
      'We do not discuss a person or a family, and we do not bring papers in which one could be recognised.',
      'If someone is in danger now, or a child or an adult who needs protection may be harmed, we act on it, and say so in the group first if we safely can.',
      'Minutes give decisions and reasons without names. They are kept as long as the organisation’s rule says.'
    ]
  }
};
