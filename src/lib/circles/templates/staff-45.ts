import type { CircleTemplate } from '../circleTemplate.ts';

/** The everyday circle that fits between two visits. */
export const staff45: CircleTemplate = {
  kind: 'staff',
  title: 'Staff circle',
  summary: 'The everyday circle for a team that knows how circles work. One topic, one good round, back in time.',
  minutes: 45,
  items: [
    {
      kind: 'opening',
      title: 'Arrive and open',
      minutes: 3,
      minMinutes: 3,
      priority: 1,
      notes:
        'Start on time with whoever is here. Ring a bell, light a candle or simply fall quiet for three breaths.\n\n' +
        'Say: “You did enough to get here. Let the last hour stay outside the door for now.”'
    },
    {
      kind: 'agreements',
      title: 'Agreements read back',
      minutes: 2,
      minMinutes: 1,
      priority: 1,
      notes:
        'Someone who did not read last time reads the agreements. Ask: “Is there one we need most today?” If anyone is new, read the limits of confidentiality too.'
    },
    {
      kind: 'check_in',
      title: 'Check-in round',
      minutes: 8,
      minMinutes: 5,
      priority: 1,
      notes:
        'Pass the talking piece. Ask: “What is the weather like inside you today?” One sentence is plenty. Passing is fine. Nobody answers or advises.'
    },
    {
      kind: 'practice',
      title: 'Loosen hands and shoulders',
      minutes: 3,
      minMinutes: 2,
      priority: 5,
      notes:
        'Say: “Make a fist of both hands, hold, and let go. Lift your shoulders to your ears, hold, and let them drop. Do it twice more, slower each time.” Do it with them. Anyone may just sit and breathe.'
    },
    {
      kind: 'core',
      title: 'Our topic today',
      minutes: 9,
      minMinutes: 5,
      priority: 5,
      notes:
        'Put the topic into one plain sentence, then say why it matters now. Three minutes from you at most; the rest belongs to the group.\n\n' +
        'If the topic is a hard one, say so first and remind people that they may step out in silence. Speak of situations in broad strokes, never of a person someone could recognise.'
    },
    {
      kind: 'round',
      title: 'Round: what it is like for us',
      minutes: 12,
      minMinutes: 7,
      priority: 5,
      notes:
        'Ask: “What does this look like in your own week?” Let ten quiet seconds pass before the first person speaks.\n\n' +
        'Keep an eye on the clock so that the last person gets as much time as the first. Come back to those who passed. The recorder notes what is said without names.'
    },
    {
      kind: 'actions',
      title: 'One small step',
      minutes: 4,
      minMinutes: 2,
      priority: 1,
      notes:
        'First say what came of last time’s steps. Then ask: “What is one thing we can change before we meet again?” Write down who, what and by when. Nothing is also an honest answer.'
    },
    {
      kind: 'closing',
      title: 'Closing round',
      minutes: 4,
      minMinutes: 4,
      priority: 1,
      notes:
        'Last turn of the talking piece: “What are you leaving here, and what are you taking along?” A word will do. Thank people, name the next date, and end when you said you would.'
    }
  ],
  questions: [
    { prompt: 'What has weighed on you most in the last two weeks?', tableTitle: 'What weighs on us' },
    { prompt: 'What helped, even a little?', tableTitle: 'What helps' }
  ],
  groups: ['Whole circle']
};
