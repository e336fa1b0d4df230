import type { OpenRound } from '../ballots/device/deviceToken.ts';
import type { ScaleDefinition } from './scales/schema.ts';

/** What one round's own page shows to a member of its team. */
export interface RoundPage {
  round: string;
  team: { id: string; name: string; timeZone: string };
  phase: 'planned' | 'open' | 'counting' | 'published';
  closesAt: string;
  /** Whether this person is on the roster. */
  asked: boolean;
  builtIn: boolean;
  definition: ScaleDefinition | null;
  sign: string;
  seal: string;
  /** Published receipts, this device's among random ones. Empty until then. */
  receipts: string[];
  contacts: { name: string; detail: string; note: string }[];
}

/** What the script of the page is told: no words, and nothing that is not on the page. */
export interface DeviceTask extends OpenRound {
  phase: RoundPage['phase'];
  closesAt: string;
  asked: boolean;
  definition: ScaleDefinition | null;
  receipts: string[];
}

/** A round as the list of a member's rounds shows it. */
export interface RoundInList {
  id: string;
  team: RoundPage['team'];
  phase: RoundPage['phase'];
  opensAt: string;
  closesAt: string;
  /** Whether this person is on the roster. */
  asked: boolean;
  /** Everybody who is asked, by name: the roster is no secret. */
  roster: string[];
  sign: string;
  seal: string;
  /** False: too few answered. Null: nothing was published yet. */
  enough: boolean | null;
}
