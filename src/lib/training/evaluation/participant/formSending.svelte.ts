import { type Keeping, readRecord } from '../../../ballots/device/deviceRecord.ts';
import { holdToken, type OpenRound, type Token } from '../../../ballots/device/deviceToken.ts';
import { keepsAnything, sealAndSend } from '../../../ballots/device/sealAndSend.ts';
import { encodeForm } from '../answer.ts';

/** Where there is nothing to fill in any more. `sent`: just now. `done`: before. The rest as the device and the server say. */
export type FormEnd =
  | 'sent'
  | 'done'
  | 'waiting'
  | 'closed'
  | 'refused'
  | 'key'
  | 'skipped'
  | 'not_listed'
  | 'signed_out'
  | 'insecure'
  | 'no_storage';
/** `begun`: filled in before a reload, and not kept. `later`: no network yet. `stay`: was to be sent, and is still only in the page. */
export type FormNote = 'begun' | 'later' | 'stay';

type Device = { keeping: () => Keeping; tab: () => Keeping; ask: typeof fetch; sealing: () => boolean };
const browser: Device = {
  keeping: () => localStorage,
  tab: () => sessionStorage,
  ask: (...request) => fetch(...request),
  // Only on https and localhost.
  sealing: () => Boolean(globalThis.crypto?.subtle)
};

/**
 * One participant's form on its way: token, sealing, sending. Choices live in the page and come in here only to be sealed; after
 * that nothing on the device can tell them.
 */
export class FormSending {
  end = $state<FormEnd | null>(null);
  note = $state<FormNote | null>(null);
  busy = $state(false);
  readonly #round: OpenRound;
  readonly #device: Device;
  readonly #begun: string;
  #token: Promise<Token> | null = null;

  constructor(round: OpenRound, device: Device = browser) {
    this.#round = round;
    this.#device = device;
    // Says that a form was begun in this tab, and nothing of what was chosen.
    this.#begun = `circlewell-begun:${round.round}:${round.person}`;
  }

  /** Fetches the token, at once and for everybody, whether or not anything will be sent, and sends what waits. */
  async start(): Promise<void> {
    if (!this.#device.sealing()) return this.#finish('insecure');
    if (!keepsAnything(this.#device.keeping, this.#device.tab)) return this.#finish('no_storage');
    const before = readRecord(this.#device.keeping(), this.#round);
    if (before?.state === 'sent') return this.#finish('done');
    if (this.#device.tab().getItem(this.#begun) !== null) this.note = 'begun';
    this.#device.tab().removeItem(this.#begun);
    this.#token = this.#hold();
    // Sealed before, perhaps without a signature yet: the first form stands.
    if (before?.sealed) {
      this.#finish('waiting');
      return this.send([]);
    }
    const { outcome } = await this.#token;
    if (this.end !== null || this.busy || outcome === 'ready') return;
    if (outcome !== 'later') return this.#finish(outcome === 'sent' ? 'done' : outcome);
    this.note ??= 'later';
  }

  /** To be called when something is chosen. */
  begin(): void {
    if (this.end !== null) return;
    if (this.note === 'begun') this.note = null;
    this.#device.tab().setItem(this.#begun, '');
  }

  /** Seals these choices, one a statement, unless a form is sealed already, and sends. One at a time. */
  async send(choices: readonly number[]): Promise<void> {
    if (this.busy || (this.end !== null && this.end !== 'waiting')) return;
    this.busy = true;
    this.note = null;
    const outcome = await this.#trySending(choices).catch(() => 'stay' as const);
    if (outcome === 'stay') this.note = 'stay';
    else this.#finish(outcome);
    this.busy = false;
  }

  /** The network is back: what waits is sent, and what was to be sent as it is chosen now. */
  async again(choices: readonly number[]): Promise<void> {
    if (this.note === 'stay' || this.end === 'waiting') await this.send(choices);
    else if (this.note === 'later') this.note = null;
  }

  async #trySending(choices: readonly number[]): Promise<FormEnd | 'stay'> {
    const { ask } = this.#device;
    const token = this.#token && (await this.#token);
    if (!token || token.outcome === 'later') this.#token = this.#hold();
    const answer = choices.length > 0 ? encodeForm(choices) : null;
    return sealAndSend(this.#round, await this.#token!, answer, this.#device.keeping(), ask);
  }

  #finish(end: FormEnd): void {
    this.end = end;
    this.note = null;
    if (end !== 'insecure' && end !== 'no_storage') this.#device.tab().removeItem(this.#begun);
  }

  #hold = (): Promise<Token> => holdToken(this.#round, this.#device.keeping(), this.#device.ask);
}
