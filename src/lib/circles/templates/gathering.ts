import type { CircleTemplate } from '../circleTemplate.ts';

/** A gathering: many tables, several questions, a day. A second day is a second circle, or the same one taken up again. */
export const gathering: CircleTemplate = {
  kind: 'gathering',
  title: 'Gathering',
  summary: 'A day with many tables that answer the same questions, each with a recorder. It ends in a themes report.',
  minutes: 390,
  items: [
    {
      kind: 'opening',
      title: 'Welcome and opening',
      minutes: 30,
      minMinutes: 20,
      priority: 1,
      notes:
        'Coffee first, then a welcome from someone who belongs to the place. Tell the whole day in four sentences: what we ask, how tables work, when we eat, what happens with the notes.\n\n' +
        'Show the quiet room and say who is there to talk to. Nobody needs a reason to use it.'
    },
    {
      kind: 'agreements',
      title: 'Agreements for the day',
      minutes: 10,
      minMinutes: 6,
      priority: 1,
      notes:
        'Read the agreements and the limits of confidentiality from the front. Tables take two minutes to add what they need. Say plainly: notes are taken, names are not.'
    },
    {
      kind: 'check_in',
      title: 'Meet your table',
      minutes: 20,
      minMinutes: 12,
      priority: 1,
      notes:
        'Eight to ten people a table. One round: name, where from, and “what made you come today?” The table finds its recorder, who signs in to the notes and tries writing one line.'
    },
    {
      kind: 'round',
      title: 'First question',
      minutes: 45,
      minMinutes: 30,
      priority: 5,
      notes:
        'Read the question out twice. Two minutes of quiet to think, then one full round before open talk. Recorders write one point a line, in the speaker’s own words where they can, and mark when several people say the same.\n\n' +
        'Ten minutes before the end: each table reads its notes back and mends them.'
    },
    {
      kind: 'break',
      title: 'Break',
      minutes: 15,
      minMinutes: 10,
      priority: 5,
      notes: 'A real break: doors open, no announcements. Recorders get to sit down too.'
    },
    {
      kind: 'round',
      title: 'Second question',
      minutes: 45,
      minMinutes: 30,
      priority: 5,
      notes:
        'As before: read twice, think, one round, then open talk. Start at a different seat, so that other voices come first.'
    },
    {
      kind: 'break',
      title: 'Lunch',
      minutes: 60,
      minMinutes: 45,
      priority: 1,
      notes:
        'Eat together. Facilitators check in with each other for five minutes: what do we hear, who looks tired, what do we change?'
    },
    {
      kind: 'practice',
      title: 'Stretch and settle',
      minutes: 10,
      minMinutes: 5,
      priority: 5,
      notes:
        'Stand if you like. Reach up, let the arms fall, roll the shoulders. Then sit, and listen for one minute to the sounds near and far. Everyone joins in as far as it feels good.'
    },
    {
      kind: 'round',
      title: 'Third question',
      minutes: 45,
      minMinutes: 30,
      priority: 5,
      notes:
        'The question that looks ahead. Ask tables to be concrete: who would do what, and by when? Same way of noting, same reading back.'
    },
    {
      kind: 'break',
      title: 'Break',
      minutes: 15,
      minMinutes: 10,
      priority: 9,
      notes: 'While people rest, two facilitators look through the notes and choose what to read out.'
    },
    {
      kind: 'core',
      title: 'What we heard',
      minutes: 40,
      minMinutes: 25,
      priority: 5,
      notes:
        'Read out a few points from every table without saying which. Ask the room: “What do you hear in this? What is missing?” Say that this is a first listening; the themes report follows, with every comment counted.'
    },
    {
      kind: 'actions',
      title: 'Next steps',
      minutes: 35,
      minMinutes: 20,
      priority: 1,
      notes:
        'Tables choose up to two steps they care about. Each step gets an owner and a date. Say when the report comes, who will read it, and when you will tell people what came of it.'
    },
    {
      kind: 'closing',
      title: 'Closing circle',
      minutes: 20,
      minMinutes: 20,
      priority: 1,
      notes:
        'Everyone in one large ring, as far as the room allows. One word each, or a hand on the heart to pass. Thank the recorders and the kitchen. Say once more where support can be found, tonight as well.'
    }
  ],
  questions: [
    { prompt: 'What matters most to you in this work, and what guides you?', tableTitle: 'What guides us' },
    { prompt: 'What gets in the way of doing it well?', tableTitle: 'What gets in the way' },
    { prompt: 'What should change in the next year, and who could begin?', tableTitle: 'What should change' }
  ],
  groups: ['Table 1', 'Table 2', 'Table 3', 'Table 4', 'Table 5', 'Table 6']
};
