import type { PracticeKind } from './result.ts';

/** A practice as the check-in shows it: a name and two or three short steps. */
export type PracticeSteps = { name: string; steps: readonly string[] };

/** One short practice of each kind, for everybody whatever they answered. */
export const practiceSteps: Record<PracticeKind, PracticeSteps> = {
  breath: {
    name: 'Six slow breaths',
    steps: [
      'Let your shoulders drop and feel the chair under you.',
      'Breathe in while you count to four, and out while you count to six.',
      'Do it six times. There is nothing to get right.'
    ]
  },
  body: {
    name: 'From head to floor',
    steps: [
      'Stand up. Unlock your jaw, then your hands, then your knees.',
      'Press both feet into the floor and let go again, three times.',
      'Walk to a window or a door and look at something far away.'
    ]
  },
  attention: {
    name: 'Three things near you',
    steps: [
      'Find one thing you can see that has a colour you like.',
      'Find one sound that is not about work.',
      'Touch something near you and notice whether it is warm or cool.'
    ]
  },
  letting_go: {
    name: 'Put it on paper, then away',
    steps: [
      'Write one line about what is still with you. No names.',
      'Say quietly: “I did what was mine to do today.”',
      'Tear the paper up or throw it away, slowly.'
    ]
  },
  gratitude: {
    name: 'One good minute',
    steps: [
      'Think of one minute in the last days that was good, however small.',
      'Remember who was there and what you heard.',
      'If someone had a part in it, tell them so today.'
    ]
  },
  boundary: {
    name: 'One clear no',
    steps: [
      'Name one thing this week that is not yours to carry.',
      'Choose the words: “I can’t take that on this week. I can do this instead.”',
      'Say them to the person it is about, or practise with a colleague first.'
    ]
  },
  after_hard_call: {
    name: 'Two minutes after a hard call',
    steps: [
      'Do not pick up the next thing yet. Put both feet on the floor.',
      'Shake out your hands, then drink some water.',
      'Tell a colleague one word for how it was. One word is enough.'
    ]
  },
  between_clients: {
    name: 'Close one door, open the next',
    steps: [
      'Put away what belongs to the last hour: papers, screen, chair.',
      'Wash your hands, and let the water stand for the ending.',
      'Take one breath at the door before you go in again.'
    ]
  },
  end_of_shift: {
    name: 'The last five minutes',
    steps: [
      'Write down the first thing for tomorrow, so that you need not hold it.',
      'Name one thing that went as it should.',
      'Choose a spot on your way home where work ends, and notice when you pass it.'
    ]
  },
  together: {
    name: 'Ten minutes with someone',
    steps: [
      'Ask someone you trust: “Do you have ten minutes? I don’t need advice.”',
      'Say how it is, as plainly as you can, without any client’s story.',
      'Ask how it is for them, too.'
    ]
  }
};

export const practiceKinds = Object.keys(practiceSteps) as PracticeKind[];
