import { CHOICES, MOST_STATEMENTS } from './answer.ts';

/** A sentence people agree with more or less. */
export type Statement = {
  key: string;
  text: string;
  /** Another statement of the form that asks nearly the same: the two are read together. */
  pairedWith?: string;
  /** What it asks about, where that can be held against something else the training knows. */
  about?: 'time';
};

/** A form: up to 24 statements with the same four choices, the best first. */
export type EvaluationForm = { title: string; intro: string; statements: Statement[]; choices: string[] };

export { CHOICES, MOST_STATEMENTS };

/** The form that comes with the software: eleven statements, from the booking to what people take back to their work. */
export const builtInForm: EvaluationForm = {
  title: 'After the training',
  intro: 'How was it for you? There is no right answer. Leave out what you can’t say.',
  choices: ['Very', 'Satisfied', 'Quite', 'Not'],
  statements: [
    { key: 'booking', text: 'Signing up was easy, and my questions about it were answered.' },
    { key: 'room', text: 'The room and what was in it were good to learn in.' },
    { key: 'clear', text: 'I could follow the presentations.', pairedWith: 'questions' },
    { key: 'questions', text: 'Questions from the group were taken up well.' },
    { key: 'pace', text: 'The pace suited me.', pairedWith: 'time' },
    { key: 'time', text: 'Each topic had as much time as it needed.', about: 'time' },
    { key: 'content', text: 'What was taught was what I hoped to learn.', pairedWith: 'relevant' },
    { key: 'relevant', text: 'It fits the work I do.' },
    { key: 'overall', text: 'All in all, I am content with what the training did for me.', pairedWith: 'equipped' },
    { key: 'apply', text: 'I know how I will use it at work.' },
    { key: 'equipped', text: 'I feel better prepared for this work than before.' }
  ]
};
