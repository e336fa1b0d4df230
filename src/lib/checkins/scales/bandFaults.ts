import * as m from '../../paraglide/messages.js';
import { holds, possibleRaws, type Scored } from './bands.ts';
import type { Fault } from './fault.ts';
import type { Band, ScaleDefinition } from './schema.ts';

type WithBands = Scored & { strain: string };

/**
 * What is wrong with the bands of one scale (or of the total): every possible raw score must lie in exactly one, from
 * the lowest band to the highest.
 */
export function bandFaults(answers: ScaleDefinition['answers'], scale: WithBands, path: Fault['path']): Fault[] {
  const { bands, strain } = scale;
  const faults: Fault[] = bands.flatMap((band, place) => {
    const what =
      limitFault(band) ??
      (bands.findIndex(({ id }) => id === band.id) < place ? m.checkins_fault_twice({ name: band.id }) : null);
    return what ? { path: [...path, 'bands', place], what } : [];
  });
  const strainAt = bands.findIndex(({ id }) => id === strain);
  if (strainAt < 0) faults.push({ path: [...path, 'strain'], what: m.checkins_fault_strain_unknown({ id: strain }) });
  else if (strainAt > 0 && strainAt < bands.length - 1)
    faults.push({ path: [...path, 'strain'], what: m.checkins_fault_strain_between({ id: strain }) });
  return faults.length > 0 ? faults : coverFaults(bands, possibleRaws(answers, scale), path);
}

function limitFault({ from, to, below }: Band): string | null {
  if (to !== undefined && below !== undefined) return m.checkins_fault_two_ends();
  if (from !== undefined && ((to !== undefined && from > to) || (below !== undefined && from >= below)))
    return m.checkins_fault_backwards({ from: shown(from), to: shown(to ?? below!) });
  return null;
}

/** At most one fault of each sort: a single wrong limit can leave out fifty scores. */
function coverFaults(bands: readonly Band[], raws: readonly number[], path: Fault['path']): Fault[] {
  const faults: Fault[] = [];
  const at = (place: number) => [...path, 'bands', Math.max(0, place)];
  const gap = raws.find((raw) => !bands.some((band) => holds(band, raw)));
  if (gap !== undefined) {
    // The band that ends before the gap is where the limit is missing.
    const before = bands.findLastIndex((band) => raws.some((raw) => raw < gap && holds(band, raw)));
    const end = before < 0 ? 'from' : bands[before]!.to === undefined ? 'below' : 'to';
    faults.push({ path: [...at(before), end], what: m.checkins_fault_gap({ raw: shown(gap) }) });
  }
  const shared = raws.find((raw) => bands.filter((band) => holds(band, raw)).length > 1);
  if (shared !== undefined) {
    const second = bands.findLastIndex((band) => holds(band, shared));
    faults.push({ path: [...at(second), 'from'], what: m.checkins_fault_overlap({ raw: shown(shared) }) });
  }
  const empty = bands.findIndex((band) => !raws.some((raw) => holds(band, raw)));
  if (empty >= 0)
    faults.push({
      path: at(empty),
      what: m.checkins_fault_empty({ lowest: shown(raws[0]!), highest: shown(raws.at(-1)!) })
    });
  if (faults.length > 0) return faults;
  const places = raws.map((raw) => bands.findIndex((band) => holds(band, raw)));
  const falls = places.findIndex((place, index) => index > 0 && place < places[index - 1]!);
  return falls < 0 ? [] : [{ path: at(places[falls]!), what: m.checkins_fault_order() }];
}

/** A number as people read it: 74.29, not 74.28571428571429. */
const shown = (raw: number): string => String(Math.round(raw * 100) / 100);
