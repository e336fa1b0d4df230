import type { House } from './actors.ts';
import { must, type Client } from './furnish.ts';
import { holdGathering, publish, type Gathering } from './gathering.ts';
import { holdSeries } from './recurring.ts';

const worked = ({ error }: { error: { message: string } | null }) => {
  if (error) throw new Error(error.message);
};

/** An open circle with something in every table below it: noted, coded, reported, run, recorded, attended, acted on, debriefed. */
export async function holdWholeCircle(house: House, lead: Client): Promise<Gathering> {
  const { team: team_id, people } = house;
  const gathering = await holdGathering(house, lead, team_id);
  const { circle: circle_id } = gathering;
  must(await publish(lead, circle_id));
  worked(await house.service.rpc('store_live', { p_circle: circle_id, p_state: 'AAA=', p_run: { phase: 'running' } }));
  const record = { topic: 'Rest', wellbeing_note: 'Tired' };
  must(await lead.rpc('save_record', { p_circle: circle_id, p_version: 0, p_record: record }));
  const below = { circle_id, team_id };
  const name = 'Mo';
  worked(await lead.from('attendance').insert({ ...below, person_id: people.member, name, status: 'present' }));
  worked(await lead.from('actions').insert({ ...below, text: 'Ask Liz' }));
  worked(await lead.from('debriefs').insert({ ...below, moment: 'break', text: 'Slower' }));
  return gathering;
}

/** Something in every table of a team that does not belong to one circle. */
export async function keepTeamRecords(house: House, lead: Client): Promise<{ series: string; agreement: string }> {
  const team_id = house.team;
  const lines = [{ part: 'how', text: 'Gently' }];
  const { series: series_id } = await holdSeries(lead, team_id);
  worked(await lead.from('series_places').insert({ series_id, team_id, name: 'Ann' }));
  worked(await lead.from('resourcing_sheets').insert({ series_id, team_id, sheet: {} }));
  const { id: agreement } = must(
    await lead.from('agreements').insert({ team_id, version: 1, lines }).select('id').single()
  );
  const { id: proposal_id } = must(
    await lead.from('agreement_proposals').insert({ team_id, based_on: 1, lines }).select('id').single()
  );
  worked(await lead.from('agreement_remarks').insert({ proposal_id, team_id, text: 'Yes' }));
  const copy = { kind: 'handout', slug: 'a-text', title: 'A text' };
  worked(
    await lead
      .from('library_copies')
      .insert({ team_id, kind: copy.kind, slug: copy.slug, document: copy, original: copy })
  );
  worked(await lead.from('agreement_acknowledgements').insert({ agreement_id: agreement, team_id }));
  return { series: series_id, agreement };
}
