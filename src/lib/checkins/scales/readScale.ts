import * as m from '../../paraglide/messages.js';
import { jsonFault } from '../../themes/jsonFault.ts';
import { bandFaults } from './bandFaults.ts';
import { totalScale } from './bands.ts';
import type { Fault } from './fault.ts';
import { itemFaults } from './itemFaults.ts';
import { placesIn } from './places.ts';
import { scaleDefinitionSchema, type ScaleDefinition } from './schema.ts';

/** Far more than sixty statements with labels need. */
export const MOST_CHARACTERS = 100_000;

/** A line of the file (from 1) and a sentence on what is wrong there. */
export type LineFault = { line: number; what: string };

/**
 * Reads a definition file whole or not at all: with any fault there is no definition, since half a scale measures
 * something else.
 */
export function readScale(
  text: string
): { definition: ScaleDefinition; faults: null } | { definition: null; faults: LineFault[] } {
  const broken = notReadable(text);
  if (broken) return { definition: null, faults: [broken] };
  const places = placesIn(text);
  const faults: LineFault[] = places.twice.map(({ name, line }) => ({
    line,
    what: m.checkins_fault_entry_twice({ name })
  }));
  const { definition, faults: found } = check(JSON.parse(text));
  faults.push(...found.map(({ path, what }) => ({ line: places.lineOf(path), what })));
  if (definition && faults.length === 0) return { definition, faults: null };
  return { definition: null, faults: faults.sort((a, b) => a.line - b.line) };
}

/** “Line 12: …”, as the page shows it. */
export const lineFaultSentence = ({ line, what }: LineFault): string => m.checkins_fault_line({ line, what });

function notReadable(text: string): LineFault | null {
  if (text.trim() === '') return { line: 1, what: m.checkins_fault_nothing() };
  if (text.length > MOST_CHARACTERS) return { line: 1, what: m.checkins_fault_long({ most: MOST_CHARACTERS }) };
  const fault = jsonFault(text);
  if (!fault) return null;
  return {
    line: fault.line,
    what: fault.atEnd ? m.checkins_fault_cut() : m.checkins_fault_sign({ column: fault.column })
  };
}

function check(file: unknown): { definition: ScaleDefinition | null; faults: Fault[] } {
  const read = scaleDefinitionSchema.safeParse(file);
  if (!read.success)
    return {
      definition: null,
      faults: read.error.issues.map((issue) => ({
        path: issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path,
        what: issue.message
      }))
    };
  const definition = read.data;
  const faults = itemFaults(definition);
  // Bands are measured against the scores the items give: wrong items would bring faults that aren't there.
  if (faults.length > 0) return { definition, faults };
  const total = totalScale(definition);
  return {
    definition,
    faults: [
      ...definition.scales.flatMap((scale, place) => bandFaults(definition.answers, scale, ['scales', place])),
      ...(total ? bandFaults(definition.answers, total, ['total']) : [])
    ]
  };
}
