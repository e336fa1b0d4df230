import { expect, type Locator, type Page } from '@playwright/test';

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Presses Tab until the control has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 90; presses++) {
    if (await isFocused(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(target)}`);
}

/** Types a date (`YYYY-MM-DD`) into the field that has the focus, in the order of its parts that this browser has. */
export async function typeDate(page: Page, date: string): Promise<void> {
  const [year, month, day] = date.split('-');
  for (const typed of [`${day}${month}${year}`, `${month}${day}${year}`]) {
    await page.keyboard.type(typed);
    if ((await page.evaluate(() => (document.activeElement as HTMLInputElement).value)) === date) return;
    for (const back of ['Shift+Tab', 'Shift+Tab']) await page.keyboard.press(back);
  }
  throw new Error(`${date} cannot be typed`);
}
