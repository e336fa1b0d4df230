import { DocumentConnection } from '$lib/ui/live-document/documentConnection.svelte.ts';
import type { Deed } from './event.ts';
import type { LiveClock } from './liveClock.svelte.ts';
import { append, eventsOf, liveDocumentName } from './liveDocument.ts';
import { foldEvents } from './liveState.ts';
import { overtaken } from './overtaken.ts';
import { waiting, type LiveState } from './state.ts';
import { restAfter } from './steady.ts';

export interface LiveCircleOptions {
  circleId: string;
  personId: string;
  /** Answers `{ canWrite }`, or 401/403/404. */
  accessUrl: string;
  clock: LiveClock;
}

/** A running circle as this screen has it: what was done, folded; and a way to do something. */
export class LiveCircle {
  readonly clock: LiveClock;
  readonly connection: DocumentConnection;
  state = $state.raw<LiveState>(waiting);
  /** A change of the plan made here was not used: somebody else's was there first. */
  wasOvertaken = $state(false);
  /** The main buttons just came to mean something else and take no press for a moment. */
  resting = $state(false);
  /** How often something was done on this screen. */
  presses = $state(0);
  /** Person id. */
  readonly me: string;
  #rests = 0;
  /** Changes of the plan made on this screen that counted when last looked. */
  #counted: string[] = [];

  constructor({ circleId, personId, accessUrl, clock }: LiveCircleOptions) {
    this.clock = clock;
    this.me = personId;
    this.connection = new DocumentConnection({
      name: liveDocumentName(circleId),
      pendingKey: `circlewell:circle:${circleId}:${personId}`,
      accessUrl,
      onsynced: () => void clock.sync()
    });
    this.connection.doc.on('update', this.#look);
    this.#look();
  }

  get arrived(): boolean {
    return this.connection.arrived;
  }

  /** Whether something can be done here now. Offline too: it joins later. */
  get canRun(): boolean {
    return this.connection.arrived && this.connection.canWrite;
  }

  /** The same as `do`, for the main buttons: not while they rest. */
  press(deed: Deed): void {
    if (!this.resting) this.do(deed);
  }

  /** Lets the main buttons take no press for so many ms: others have just come to stand there. */
  rest(ms: number): void {
    this.#rests++;
    this.resting = true;
    setTimeout(() => (this.resting = --this.#rests > 0), ms);
  }

  /** Writes a deed down and shows what it does. One that no longer fits changes nothing. */
  do(deed: Deed): void {
    if (!this.canRun) return;
    this.wasOvertaken = false;
    this.presses++;
    const { id } = append(this.connection.doc, this.me, this.clock.read(), deed);
    if (this.state.changes.some((change) => change.id === id)) this.#counted.push(id);
    this.clock.tick();
  }

  destroy(): void {
    this.connection.doc.off('update', this.#look);
    this.connection.destroy();
  }

  #look = () => {
    const events = eventsOf(this.connection.doc);
    const before = this.state;
    this.state = foldEvents(events);
    const rest = restAfter(before, this.state, this.me);
    if (rest > 0) this.rest(rest);
    const lost = overtaken(this.#counted, this.state, events);
    if (lost.length === 0) return;
    this.#counted = this.#counted.filter((id) => !lost.includes(id));
    this.wasOvertaken = true;
  };
}
