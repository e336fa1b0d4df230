import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';

/** The browser to test with: Playwright's own, else the system's. Null when neither is here (`npm test` gets one). */
export function findChromium(): string | null {
  const candidates = [
    process.env.CHROMIUM,
    chromium.executablePath(),
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser'
  ];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}

/** Nothing but the page under test is fetched; root, as in containers, cannot use the sandbox. */
export const chromiumFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
];
