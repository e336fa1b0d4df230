import { defineConfig } from '@playwright/test';
import { join } from 'node:path';
import { chromiumFlags, findChromium } from './chromium.ts';

export default defineConfig({
  testDir: join(import.meta.dirname, 'e2e'),
  outputDir: join(import.meta.dirname, '../test-results'),
  globalSetup: join(import.meta.dirname, 'e2e/template.ts'),
  fullyParallel: false,
  workers: 2,
  // A flaky test is a fault of the day it is seen, not something to be tried again.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: findChromium() ?? undefined, args: chromiumFlags },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // Requests of a service worker pass by page.route, which many tests stand on. offline.test.ts lets it in.
    serviceWorkers: 'block',
    contextOptions: { reducedMotion: 'reduce' },
    // A control that is not there fails the test by its name, not by the whole test's time.
    actionTimeout: 20_000,
    screenshot: 'only-on-failure'
  }
});
