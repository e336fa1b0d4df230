import type { CircleTemplate } from '../circleTemplate.ts';

/** The longer staff circle: room for a scenario. */
export const staff60: CircleTemplate = {
  kind: 'staff',
  title: 'Staff circle with a scenario',
  summary: 'A full hour with a short story from the work to think about together. Good once a month.',
  minutes: 60,
  items: [
    {
      kind: 'opening',
      title: 'Arrive and open',
      minutes: 4,
      minMinutes: 4,
      priority: 1,
      notes:
        'Greet each person as they come in. When the time has come, let the room settle for three breaths.\n\n' +
        'Say: “This hour is for the people who do the caring. You may speak, you may listen, and you may simply rest here.”'
    },
    {
      kind: 'agreements',
      title: 'Agreements read back',
      minutes: 3,
      minMinutes: 2,
      priority: 1,
      notes:
        'Read the agreements in turn, one line each. Say the limits of confidentiality in your own words. Ask if anything needs to change; if it does, note it for the next version.'
    },
    {
      kind: 'check_in',
      title: 'Check-in round',
      minutes: 10,
      minMinutes: 6,
      priority: 1,
      notes:
        'Pass the talking piece. Ask: “How full is your cup today, and what is in it?” Listen without nodding people along. Thank each person.'
    },
    {
      kind: 'practice',
      title: 'A longer breath out',
      minutes: 4,
      minMinutes: 2,
      priority: 5,
      notes:
        'Say: “Breathe in while you count to three. Breathe out while you count to five. No need to get it right.” Go on for two minutes in silence. If counting feels bad, look at one thing in the room and notice its colours.'
    },
    {
      kind: 'scenario',
      title: 'A scenario',
      minutes: 12,
      minMinutes: 8,
      priority: 9,
      notes:
        'First say what the story touches on, and that anyone may step out without a word. Read it aloud slowly, once.\n\n' +
        'One minute of quiet. Then in pairs: “What would this stir up in you? What would you need from the rest of us?” It is not a test and there is no best answer. Challenge is welcome; blame is not.'
    },
    {
      kind: 'round',
      title: 'Round: what we heard ourselves say',
      minutes: 14,
      minMinutes: 8,
      priority: 5,
      notes:
        'Back in the ring with the talking piece: “What did you notice, in the story or in yourself?” About ninety seconds each.\n\n' +
        'If feelings run high, hold the piece for a moment, breathe, and go on. The recorder notes what is said without names.'
    },
    {
      kind: 'actions',
      title: 'What we do about it',
      minutes: 7,
      minMinutes: 4,
      priority: 1,
      notes:
        'Look at the steps from last time first: done, still going, or let go. Then ask what today calls for. Sort it: what we can do ourselves, what we take to someone else. Each step gets a name and a date.'
    },
    {
      kind: 'closing',
      title: 'Closing round',
      minutes: 6,
      minMinutes: 6,
      priority: 1,
      notes:
        'Last turn: “One thing you want to remember, or one person here you want to thank.” Say where support can be found. Put the talking piece down and stay a few minutes for anyone who wants to linger.'
    }
  ],
  questions: [
    { prompt: 'What did the scenario bring up for you?', tableTitle: 'What the scenario brought up' },
    { prompt: 'What would you need from the team in such a moment?', tableTitle: 'What we need from each other' }
  ],
  groups: ['Group A', 'Group B']
};
