import { expect, test } from 'vitest';
import { z } from 'zod';
import { fieldErrors, typedValues } from './failure.ts';

test('one sentence a field, keyed by its path; the whole form under an empty name', () => {
  const schema = z
    .object({
      title: z
        .string()
        .min(3, 'Longer.')
        .regex(/^[A-Z]/, 'Begin large.'),
      questions: z.array(z.object({ text: z.string().min(1, 'Write the question.') })),
      from: z.number(),
      to: z.number()
    })
    .refine((circle) => circle.to > circle.from, 'End after you begin.');
  const wrong = schema.safeParse({ title: 'a', questions: [{ text: 'ok' }, { text: '' }], from: 1, to: 2 });
  expect(fieldErrors(wrong.error!)).toEqual({ title: 'Longer.', 'questions.1.text': 'Write the question.' });
  const backwards = schema.safeParse({ title: 'Abc', questions: [], from: 2, to: 1 });
  expect(fieldErrors(backwards.error!)).toEqual({ '': 'End after you begin.' });
});

test('what was typed comes back, passwords and files never', () => {
  const data = new FormData();
  data.set('title', '  <b>مرحبا</b> 🙂 ');
  data.set('password', 'hidden');
  data.set('code', '123456');
  data.set('file', new File(['x'], 'x.txt'));
  expect(typedValues(data)).toEqual({ title: '  <b>مرحبا</b> 🙂 ', code: '123456' });
  expect(typedValues(data, ['password', 'code'])).toEqual({ title: '  <b>مرحبا</b> 🙂 ' });
});
