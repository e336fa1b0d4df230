import { DocumentConnection } from '$lib/ui/live-document/documentConnection.svelte.ts';
import type { LiveClock } from '../liveClock.svelte.ts';
import type { Candle } from './candle.ts';

export interface CandleCircleOptions {
  circleId: string;
  personId: string;
  clock: LiveClock;
}

/** The candle of a running circle, as the server tells it: to look at, for everybody in the team. */
export class CandleCircle {
  readonly clock: LiveClock;
  readonly connection: DocumentConnection;
  /** Undefined until it was told for the first time. */
  candle = $state.raw<Candle>();

  constructor({ circleId, personId, clock }: CandleCircleOptions) {
    this.clock = clock;
    this.connection = new DocumentConnection({
      name: `candle:${circleId}`,
      pendingKey: `circlewell:candle:${circleId}:${personId}`,
      accessUrl: `/circles/${circleId}/live/access`,
      onsynced: () => void clock.sync(),
      onshown: (json) => (this.candle = JSON.parse(json))
    });
  }

  get arrived(): boolean {
    return this.connection.arrived && this.candle !== undefined;
  }

  destroy(): void {
    this.connection.destroy();
  }
}
