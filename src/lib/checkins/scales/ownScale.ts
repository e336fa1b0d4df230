import type { ScaleDefinition } from './schema.ts';

/**
 * Our own check-in: nine statements, every sentence ours. It has not been tested on a population and its band limits
 * are plain thirds of the range (0–4, 5–8, 9–12): it starts a conversation, it measures no illness.
 */
export const ownScale: ScaleDefinition = {
  format: 'circlewell-scale/1',
  id: 'circlewell-nine',
  version: 1,
  title: 'How this work has been for me',
  licence: 'Written for this app. Free to use, print and change.',
  intro: 'Think of the last two weeks at work. Take the answer that comes first.',
  answers: [
    { value: 0, label: 'Not at all' },
    { value: 1, label: 'Now and then' },
    { value: 2, label: 'Half the time' },
    { value: 3, label: 'Mostly' },
    { value: 4, label: 'Nearly always' }
  ],
  // The scales take turns, so that nobody answers three heavy statements in a row. The last one looks ahead.
  statements: [
    { text: 'Something went right at work, and I took a moment to see it.' },
    { text: 'There was more in my week than a week can hold.' },
    { text: 'What someone had been through followed me home.' },
    { text: 'A colleague was on my side when I could use one.' },
    { text: 'I got a true pause in the middle of the day.' },
    { text: 'I kept part of myself back, so that the next hard story would not reach me.' },
    { text: 'A free day did not fill me up again.' },
    { text: 'After hearing something hard, I found my way back to calm.' },
    { text: 'I could say in one sentence why this work is worth it.' }
  ],
  scales: [
    {
      id: 'sustains',
      title: 'What sustains me',
      items: [1, 4, 9],
      reversed: [],
      score: 'sum',
      bands: [
        { id: 'little', title: 'Little right now', to: 4 },
        { id: 'some', title: 'Some', from: 5, to: 8 },
        { id: 'much', title: 'A good deal', from: 9 }
      ],
      strain: 'little'
    },
    {
      id: 'wears',
      title: 'What wears me down',
      items: [2, 5, 7],
      reversed: [5],
      score: 'sum',
      bands: [
        { id: 'little', title: 'Little right now', to: 4 },
        { id: 'some', title: 'Some', from: 5, to: 8 },
        { id: 'much', title: 'A good deal', from: 9 }
      ],
      strain: 'much'
    },
    {
      id: 'stays',
      title: 'What stays with me from others’ pain',
      items: [3, 6, 8],
      reversed: [8],
      score: 'sum',
      bands: [
        { id: 'little', title: 'Little right now', to: 4 },
        { id: 'some', title: 'Some', from: 5, to: 8 },
        { id: 'much', title: 'A good deal', from: 9 }
      ],
      strain: 'much'
    }
  ]
};
