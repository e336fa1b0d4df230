import { expect, test } from 'vitest';
import { describedDrawing } from './drawing.ts';

test('a drawing gets a name and a description, and nothing of them becomes markup', () => {
  const drawn = describedDrawing('<svg xmlns="x" viewBox="0 0 210 297"><path /></svg>\n', {
    id: 'a',
    title: 'Ask & <b>listen</b>',
    summary: 'Three "steps"'
  });
  expect(drawn).toBe(
    '<svg xmlns="x" viewBox="0 0 210 297" role="img" aria-labelledby="a-title" aria-describedby="a-desc">' +
      '<title id="a-title">Ask &amp; &lt;b&gt;listen&lt;/b&gt;</title><desc id="a-desc">Three &quot;steps&quot;</desc>' +
      '<path /></svg>'
  );
});
