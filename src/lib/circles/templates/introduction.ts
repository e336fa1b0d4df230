import type { CircleTemplate } from '../circleTemplate.ts';

/** The first circle of a team: what a circle is, how the talking piece works, and the team's own agreements. */
export const introduction: CircleTemplate = {
  kind: 'introduction',
  title: 'Introduction to circles',
  summary: 'For a team that has not met in a circle before. You try one out and make your first agreements together.',
  minutes: 60,
  items: [
    {
      kind: 'opening',
      title: 'Arrive and open',
      minutes: 5,
      minMinutes: 5,
      priority: 1,
      notes:
        'Set the chairs in a ring with nothing in the middle but the talking piece. Before people come in, ask yourself how you are, and take one slow breath.\n\n' +
        'Say: “Welcome. For the next hour there is nothing to fix and nobody to save. Phones face down if you can. If you need to step out, just go, and come back when you like.”'
    },
    {
      kind: 'core',
      title: 'What a circle is',
      minutes: 8,
      minMinutes: 5,
      priority: 5,
      notes:
        'In a circle everyone has the same place, and one person speaks at a time. It is not therapy and not supervision. It is colleagues who do heavy work and listen to each other on purpose.\n\n' +
        'Show the talking piece. Who holds it speaks; everyone else listens. You may pass without giving a reason. Silence is welcome.\n\n' +
        'Ask: “What would make this hour worth your time?” Take two or three answers.'
    },
    {
      kind: 'agreements',
      title: 'Make our agreements',
      minutes: 10,
      minMinutes: 7,
      priority: 1,
      notes:
        'Read the starter agreements aloud, one line each around the ring. After each one ask: “Can we live with this? What is missing?” Change the words until they sound like you.\n\n' +
        'Read the limits of confidentiality slowly. Ask for questions about them before you go on. Thumbs are enough to agree for today; the written version follows.'
    },
    {
      kind: 'check_in',
      title: 'Check-in round',
      minutes: 12,
      minMinutes: 8,
      priority: 1,
      notes:
        'You go first and keep it short, so that others know short is fine. Then pass the talking piece to your left.\n\n' +
        'Ask: “Your name, and one word or one sentence for how you come in today.” Thank each person by name and add nothing.'
    },
    {
      kind: 'practice',
      title: 'Feet on the floor',
      minutes: 4,
      minMinutes: 2,
      priority: 5,
      notes:
        'Say: “Eyes open or closed, as you like. Feel the floor under your feet. Let the chair take your weight. Notice one breath in, and let the breath out be a little longer. Three of those, at your own pace.”\n\n' +
        'Wait in silence for about a minute. End with: “Look around the ring and come back.”'
    },
    {
      kind: 'round',
      title: 'First round: what keeps you going',
      minutes: 13,
      minMinutes: 8,
      priority: 5,
      notes:
        'Ask the question, leave ten seconds of quiet, then start the talking piece with whoever reaches for it: “What keeps you going in this work?”\n\n' +
        'About a minute each. If someone passes, offer the piece once more at the end. The recorder notes what is said, without names and with nothing about the people you serve.'
    },
    {
      kind: 'actions',
      title: 'Where we go from here',
      minutes: 3,
      minMinutes: 2,
      priority: 1,
      notes:
        'Agree on one thing only: when the next circle is and who sets the chairs. If something needs doing sooner, write down who does it and by when.'
    },
    {
      kind: 'closing',
      title: 'Closing round',
      minutes: 5,
      minMinutes: 5,
      priority: 1,
      notes:
        'One more turn of the talking piece: “One word you take with you.”\n\n' +
        'Say where support can be found, the same for everyone, whatever was said. Thank the group. Put the talking piece down: the circle is closed.'
    }
  ],
  questions: [
    { prompt: 'What keeps you going in this work?', tableTitle: 'What keeps us going' },
    { prompt: 'What would make our circles worth your time?', tableTitle: 'What we want from our circles' }
  ],
  groups: ['Whole circle']
};
