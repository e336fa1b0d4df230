import { must, type Client } from './furnish.ts';

/** Three Tuesdays at ten, with two places. */
export const tuesdays = {
  title: 'Tuesdays',
  kind: 'peer_support',
  every_weeks: 1,
  first_on: '2027-01-05',
  starts_at: '10:00',
  time_zone: 'Europe/London',
  minutes: 60,
  length: 3,
  places: 2 as number | null,
  intake_weeks: 6,
  gate: 2
};
export const starts = ['2027-01-05T10:00:00Z', '2027-01-12T10:00:00Z', '2027-01-19T10:00:00Z'];
export const items = [
  { kind: 'opening', title: 'Arrive', minutes: 5 },
  { kind: 'closing', title: 'Close', minutes: 5 }
];

type Over = { key?: string; series?: object; starts?: string[]; items?: object[] };

/** Starts the Tuesdays; gives the answer. */
export const startTuesdays = (client: Client, team: string, over: Over = {}) =>
  client.rpc('start_series', {
    p_team: team,
    p_key: over.key ?? crypto.randomUUID(),
    p_series: { ...tuesdays, ...over.series },
    p_starts: over.starts ?? starts,
    p_items: (over.items ?? items) as never,
    p_questions: [{ prompt: 'What helps?' }],
    p_groups: []
  });

export type Series = { series: string; circles: string[] };

export async function holdSeries(lead: Client, team: string, over: Over = {}): Promise<Series> {
  const series = must(await startTuesdays(lead, team, over));
  const circles = must(await lead.from('circles').select('id').eq('series_id', series).order('series_number'));
  return { series, circles: circles.map(({ id }) => id) };
}
