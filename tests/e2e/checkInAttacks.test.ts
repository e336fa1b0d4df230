import { expect, test, type Page, type Request } from '@playwright/test';
import { generateRoundKeys } from '../../src/lib/ballots/blind/signer.ts';
import { toBase64url } from '../../src/lib/ballots/blind/bytes.ts';
import { fingerprintOf } from '../../src/lib/ballots/blind/token.ts';
import { asked, groundOn, planOfRound, round, roundIsOpen, type Ground, type Scene } from './checkInGround.ts';
import { answerAll, arrived, begin, checkInPath, enterAs, send, toResult } from './checkInPage.ts';

test.setTimeout(150_000);

let ground: Ground;
let scene: Scene;
test.beforeAll(async () => {
  ground = await groundOn('pglite');
  scene = await ground.open(planOfRound);
  await roundIsOpen(scene);
});
test.afterAll(async () => {
  await scene.remove();
  await ground.remove();
});

/** What every browser tells along with a request, and we must not send with a cast. */
async function tellsWhoSends(request: Request): Promise<string[]> {
  const headers = await request.allHeaders();
  return ['cookie', 'authorization', 'referer'].filter((name) => name in headers);
}

test.describe('attack 8: a cast says nothing of who sends it', () => {
  const castOf = async (page: Page) => {
    await begin(page);
    await answerAll(page, 'Mostly');
    const going = page.waitForRequest('**/cast/**');
    await send(page);
    return going;
  };

  test('attack 8: a real browser with a session sends no cookie and no referrer, and the server refuses one that does', async ({
    browser
  }) => {
    const page = await enterAs(browser, scene, asked[0]!);
    const own = page.waitForRequest('**/token');
    const cast = await castOf(page);

    expect(await tellsWhoSends(cast)).toEqual([]);
    expect((await cast.response())?.status()).toBe(204);
    // The same browser does send them where they belong: the look above is able to see them.
    expect(await tellsWhoSends(await own)).toEqual(['cookie', 'referer']);
    const refused = await page.context().request.post(cast.url(), { data: cast.postDataBuffer()! });
    expect(refused.status()).toBe(400);
  });

  test('attack 8, weakened: a page that sends its session along is noticed, and its answer is not taken', async ({
    browser
  }) => {
    const page = await enterAs(browser, scene, asked[1]!);
    await page.addInitScript(() => {
      const honest = window.fetch;
      window.fetch = (input, init) =>
        honest(
          input,
          String(input).includes('/cast/') ? { ...init, credentials: 'include', referrerPolicy: 'unsafe-url' } : init
        );
    });
    const cast = await castOf(page);

    expect(await tellsWhoSends(cast)).toEqual(['cookie', 'referer']);
    expect((await cast.response())?.status()).toBe(400);
    await expect(page.getByRole('heading', { name: 'It was not taken' })).toBeFocused();
  });
});

test.describe('attack 12: a key served to one person only', () => {
  const refusal = 'The key of this round is not the one it should be.';
  /** Keys that nobody else got, as the server would publish them. */
  const otherKeys = async () => {
    const { sign, seal } = await generateRoundKeys();
    const published = async (key: Uint8Array<ArrayBuffer>) => ({
      key: toBase64url(key),
      fingerprint: await fingerprintOf(key)
    });
    return { round, sign: await published(sign.publicKey), seal: await published(seal.publicKey) };
  };
  const serveKeys = (page: Page, keys: object) =>
    page.route('**/keys/*.json', (route) => route.fulfill({ json: keys }));
  const servePage = async (page: Page, keys: Awaited<ReturnType<typeof otherKeys>>) => {
    const honest = await (await fetch(`${scene.server.url}/keys/${round}.json`)).json();
    await page.route(`**${checkInPath}`, async (route) => {
      const response = await route.fetch();
      const body = (await response.text())
        .replaceAll(honest.sign.fingerprint, keys.sign.fingerprint)
        .replaceAll(honest.seal.fingerprint, keys.seal.fingerprint);
      await route.fulfill({ response, body });
    });
  };
  const askedForSignature = (page: Page) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (/\/token$|\/cast\//.test(request.url())) asked.push(request.url());
    });
    return asked;
  };

  test('attack 12: a key that is on this person’s page only is refused, and no token is asked for', async ({
    browser
  }) => {
    const page = await enterAs(browser, scene, asked[2]!);
    const requests = askedForSignature(page);
    await servePage(page, await otherKeys());
    await page.goto(checkInPath);

    await expect(page.getByText(refusal).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Begin' })).toBeHidden();
    expect(requests).toEqual([]);
  });

  test('attack 12: a key file that differs from the page is refused', async ({ browser }) => {
    const page = await enterAs(browser, scene, asked[2]!);
    const requests = askedForSignature(page);
    await serveKeys(page, await otherKeys());
    await page.goto(checkInPath);

    await expect(page.getByText(refusal).first()).toBeVisible();
    expect(requests).toEqual([]);
  });

  test('attack 12: page and key file together with another key are refused by a device that saw the first one', async ({
    browser
  }) => {
    const page = await enterAs(browser, scene, asked[2]!);
    await begin(page);
    const requests = askedForSignature(page);
    const keys = await otherKeys();
    await servePage(page, keys);
    await serveKeys(page, keys);
    await page.goto(checkInPath);

    await expect(page.getByText(refusal).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Begin' })).toBeHidden();
    expect(requests).toEqual([]);
  });

  test('attack 12, weakened: a device without memory that gets the same wrong key twice asks for a token, and the look above sees it', async ({
    browser
  }) => {
    const page = await enterAs(browser, scene, asked[3]!);
    const requests = askedForSignature(page);
    const keys = await otherKeys();
    await servePage(page, keys);
    await serveKeys(page, keys);
    await page.goto(checkInPath);

    await expect.poll(() => requests.length).toBe(1);
    // The true signer can't sign for a key it does not hold: still nothing is sent.
    await expect(page.getByText(refusal).first()).toBeVisible();
    expect(requests.filter((address) => address.includes('/cast/'))).toEqual([]);
  });
});

test.describe('attack 17: what goes over the network is the same whatever is answered', () => {
  /** Every request from the first screen to the arrival, without times: method, address, lengths and names of headers. */
  async function traceOf(page: Page, answer: string, help: string[]): Promise<string[]> {
    const requests: Request[] = [];
    page.on('request', (request) => {
      // The browser fetches the icon when it likes.
      if (!request.url().endsWith('/favicon.svg')) requests.push(request);
    });
    await begin(page);
    await answerAll(page, answer, help);
    await send(page);
    await arrived(page);
    return Promise.all(
      requests.map(async (request) => {
        const headers = Object.keys(await request.allHeaders()).sort();
        const status = (await request.response())?.status();
        return [request.method(), request.url(), status, request.postDataBuffer()?.length ?? 0, ...headers].join(' ');
      })
    );
  }

  test('attack 17: all-low and all-high answers leave equal traces, and casts of 592 bytes', async ({ browser }) => {
    const low = await traceOf(await enterAs(browser, scene, asked[4]!), 'Not at all', []);
    const help = ['Time with my lead', 'A debrief after hard work'];
    const high = await traceOf(await enterAs(browser, scene, asked[5]!), 'Nearly always', help);

    expect(high).toEqual(low);
    expect(low.filter((line) => line.startsWith('POST') && line.includes(`/cast/${round} 204 592 `))).toHaveLength(1);
  });

  test('attack 17, weakened: a page that fetches the practices that fit gives itself away', async ({ browser }) => {
    const fetching = async (answer: string) => {
      const page = await enterAs(browser, scene, asked[3]!);
      await page.addInitScript(() => {
        addEventListener('click', () => {
          const seen = document.querySelector<HTMLElement>('[data-result]:not([hidden])');
          if (seen) void fetch(`/clock?for=${seen.dataset.result}`);
        });
      });
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await begin(page);
      await toResult(page, answer);
      return requests;
    };

    expect(await fetching('Nearly always')).not.toEqual(await fetching('Not at all'));
  });
});
