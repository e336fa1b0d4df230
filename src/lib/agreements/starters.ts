/** Starter sets: a first draft to read aloud and change. A team's agreement is its own once it has changed a word. */
export interface AgreementStarter {
  title: string;
  summary: string;
  how: readonly string[];
  limits: readonly string[];
}

export const starterKeys = ['first', 'short', 'between', 'gathering'] as const;
export type StarterKey = (typeof starterKeys)[number];

const danger =
  'If someone is in danger now, or a child or an adult who needs protection may be harmed, we act on it. We tell the person first if we safely can.';

export const starters: Record<StarterKey, AgreementStarter> = {
  first: {
    title: 'A first agreement',
    summary: 'For a team that meets in circles for the first time.',
    how: [
      'One person speaks at a time. Who holds the talking piece speaks; everyone else listens.',
      'Anyone may pass, without giving a reason.',
      'We speak for ourselves: “I have seen”, “I feel”, not “everybody knows”.',
      'We listen to understand. We do not fix, rate or advise unless someone asks for it.',
      'We may disagree. We speak about the matter, not against the person.',
      'Anyone may step out quietly and come back. Someone will look after them if they want it.',
      'Phones stay face down. If you have to be reachable, say so at the start.',
      'We begin and end on time.'
    ],
    limits: [
      'What people say here stays with the people who are here. We may talk about what we learned, not about who said it.',
      'We never name or describe a person we serve in a way that someone could recognise.',
      danger,
      'Notes are taken without names. Everyone in the team can read them.'
    ]
  },
  short: {
    title: 'Short and plain',
    summary: 'Six lines that fit on one card, for a circle that has little time.',
    how: [
      'Listen fully. Speak briefly. Passing is fine.',
      'Speak from your own life and work.',
      'Be kind, and be honest: both.',
      'Take care of yourself first; leave the room if you need to.'
    ],
    limits: [
      'Stories stay here; what we learn from them may leave. No names in the notes, and nobody we serve can be recognised.',
      danger
    ]
  },
  between: {
    title: 'Between organisations',
    summary: 'For peer support where people come from different workplaces.',
    how: [
      'We come as colleagues, not as spokespeople for where we work.',
      'Everyone speaks once before anyone speaks twice.',
      'A question that helps someone think is worth more than quick advice.',
      'We do not compare whose work is harder.',
      'If you are called away, go. You will be welcome back.',
      'A follow-up has one owner and a date, and the owner chose it freely.'
    ],
    limits: [
      'Ideas may leave this meeting. Names, places of work and stories may not.',
      'We do not discuss cases that two of us may know. If you notice that we might, say “stop”.',
      'Nothing said here goes into anyone’s staff record or appraisal.',
      'Each of us keeps our own duty to report harm. ' + danger,
      'Our notes say what was said, never who said it.'
    ]
  },
  gathering: {
    title: 'For a gathering',
    summary: 'For a day with many tables, where people may meet for the first time.',
    how: [
      'Every voice at the table has the same weight, whatever the name badge says.',
      'The first round at each question is one turn each, without interruption.',
      'The recorder writes what was said in the speaker’s own words, and reads it back before the end.',
      'Challenge is welcome. Shame is not.',
      'The quiet room is open all day. Nobody asks why you go there.'
    ],
    limits: [
      'Notes from the tables become a report that others will read. It counts what was said and names nobody.',
      'Leave out anything that could tell a listener who a person or a family is, your own included if you prefer.',
      'Words are quoted exactly only where the speaker agrees.',
      danger
    ]
  }
};
