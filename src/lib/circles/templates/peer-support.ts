import type { CircleTemplate } from '../circleTemplate.ts';

/** Peer support: colleagues from several places with one topic, a wellbeing note, and follow-ups with an owner. */
export const peerSupport: CircleTemplate = {
  kind: 'peer_support',
  title: 'Peer support',
  summary: 'For people who do the same work in different places. A topic, small groups, and follow-ups with an owner.',
  minutes: 60,
  items: [
    {
      kind: 'opening',
      title: 'Arrive and open',
      minutes: 4,
      minMinutes: 4,
      priority: 1,
      notes:
        'Welcome people by name and read out who sent apologies, so that they are in the room too. Online: cameras as you like; the chat is for hellos only.\n\n' +
        'Say: “If work calls you away, go. You don’t have to explain.”'
    },
    {
      kind: 'agreements',
      title: 'Agreements read back',
      minutes: 3,
      minMinutes: 2,
      priority: 1,
      notes:
        'Read the agreements. Since people come from different places, say clearly what may leave this meeting: ideas may, names and stories may not.'
    },
    {
      kind: 'check_in',
      title: 'Check-in round',
      minutes: 12,
      minMinutes: 8,
      priority: 1,
      notes:
        'Go around by name: “Where are you today, and how is your energy, from empty to full?” The recorder writes one line on how the group is as a whole, never on one person.'
    },
    {
      kind: 'practice',
      title: 'Look up, look far',
      minutes: 3,
      minMinutes: 2,
      priority: 5,
      notes:
        'Say: “Look away from the screen or the table. Find the farthest thing you can see, and let your eyes rest on it. Unclench your jaw. Stay for five breaths.”'
    },
    {
      kind: 'core',
      title: 'Today’s topic',
      minutes: 8,
      minMinutes: 5,
      priority: 5,
      notes:
        'The person who brought the topic tells in five minutes why it matters to them. Then three minutes for questions that help to understand, not yet for answers.'
    },
    {
      kind: 'round',
      title: 'Small groups',
      minutes: 16,
      minMinutes: 10,
      priority: 5,
      notes:
        'Groups of four or five, each with a recorder. Everyone speaks once before anyone speaks twice.\n\n' +
        'Ask: “What have you tried? What happened? What would you like to hear from the others?” Two minutes before the end, each group chooses one thing to bring back.'
    },
    {
      kind: 'actions',
      title: 'Follow-ups',
      minutes: 8,
      minMinutes: 5,
      priority: 1,
      notes:
        'You said, we did: go through what was promised last time. Then hear one thing from each group and write down new follow-ups. Each has one owner and a date; a follow-up without an owner is only a wish, and may be dropped.'
    },
    {
      kind: 'closing',
      title: 'Closing round',
      minutes: 6,
      minMinutes: 6,
      priority: 1,
      notes:
        'Last round: “What made you feel less alone today?” Choose the next topic and who brings it. Say where support can be found and close on time.'
    }
  ],
  questions: [
    { prompt: 'What have you tried with today’s topic, and what happened?', tableTitle: 'What we have tried' },
    { prompt: 'What would help you that none of us can do alone?', tableTitle: 'What we need together' }
  ],
  groups: ['Group 1', 'Group 2', 'Group 3']
};
