import { render, screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import BarList from './BarList.svelte';

const props = {
  caption: 'Question 1',
  labelHead: 'Themes identified',
  valueHead: 'Number of comments made',
  items: [
    { label: 'Workload', value: 8 },
    { label: 'Support from leads', value: 8 },
    { label: 'Space to rest', value: 2 }
  ],
  total: 18
};

test('it is one table whose rows keep the order given', () => {
  render(BarList, props);
  const rows = within(screen.getByRole('table', { name: 'Question 1' })).getAllByRole('row');
  const cells = (row: HTMLElement) => [...row.children].map((cell) => cell.textContent?.trim());
  expect(rows.map(cells)).toEqual([
    ['Themes identified', 'Number of comments made'],
    ['Workload', '8'],
    ['Support from leads', '8'],
    ['Space to rest', '2'],
    ['Total', '18']
  ]);
});

test('bars are drawn to the largest value and are no part of what is read aloud', () => {
  const { container } = render(BarList, props);
  const bars = [...container.querySelectorAll<HTMLElement>('[aria-hidden="true"] > span')];
  expect(bars.map((bar) => bar.style.width)).toEqual(['100%', '100%', '25%']);
});
