import { expect, test } from 'vitest';
import { leaveQuickly, NEUTRAL_ADDRESS, unheardOnceLeft, type LeavingPage } from './exit.ts';

function pageWith(steps: string[]) {
  const listeners: ((event: { persisted: boolean }) => void)[] = [];
  const style = { display: '' };
  const page: LeavingPage = {
    document: { title: 'Circlewell', body: { style } },
    location: {
      replace: (address) => steps.push(`replace ${address} while ${style.display || 'shown'}`),
      reload: () => steps.push('reload')
    },
    addEventListener: (_name, listener) => listeners.push(listener)
  };
  return { page, show: (persisted: boolean) => listeners.forEach((listener) => listener({ persisted })) };
}

test('a form that would ask about what was typed does so until one leaves', () => {
  const page = new EventTarget() as unknown as Window;
  unheardOnceLeft(page);
  page.addEventListener('beforeunload', (event) => event.preventDefault());
  const asks = () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(asks()).toBe(true);
  leaveQuickly(pageWith([]).page);
  expect(asks()).toBe(false);
});

test('the page is blank and nameless before the neutral site takes its place', () => {
  const steps: string[] = [];
  const { page } = pageWith(steps);
  leaveQuickly(page);
  expect(steps).toEqual([`replace ${NEUTRAL_ADDRESS} while none`]);
  expect(page.document.title).toBe('');
});

test('coming back to the blanked page loads it anew', () => {
  const steps: string[] = [];
  const { page, show } = pageWith(steps);
  leaveQuickly(page, 'https://example.org/');
  show(false);
  show(true);
  expect(steps).toEqual(['replace https://example.org/ while none', 'reload']);
});
