// Devices that cast: the ballots are made beforehand, so that only the server's work is measured.
import { Agent, request } from 'node:http';
import type { CheckinAnswer } from '../../src/lib/checkins/answer.ts';
import { generateRoundKeys } from '../../src/lib/ballots/blind/signer.ts';
import { ballotMaker, manyOpenRounds, type Ballot } from '../attacks/manyRounds.ts';
import { answer } from './child.ts';

/** `oneByOne`: the ballots of a round after those of the other; else one of each round in turn, as if all teams answered on the same day. */
export type Crowd = { team: string; rounds: number; each: number; oneByOne: boolean };
/** `sql` puts the rounds into a database; `names` is what its ballots should be afterwards, "round nullifier" each. */
export type Made = { sql: string; rounds: string[]; names: string[] };
export type Cast = { milliseconds: number[]; perSecond: number; statuses: Record<string, number> };

const answers: CheckinAnswer[] = [
  { bands: [2, 0, 0], help: [] },
  { bands: [0, 2, 2], help: ['debrief', 'real_breaks'] },
  { bands: [1, 1, 0], help: ['circle_time'] }
];
let ballots: Ballot[] = [];

function send(url: string, { round, body }: Ballot, agent: Agent): Promise<number> {
  const options = {
    agent,
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'content-length': body.length }
  };
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/cast/${round}`, options, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

answer({
  async make({ team, rounds: count, each, oneByOne }: Crowd): Promise<Made> {
    const keys = await generateRoundKeys();
    const rounds = Array.from({ length: count }, () => crypto.randomUUID() as string);
    const make = await ballotMaker(keys);
    ballots = [];
    for (let at = 0; at < count * each; at++) {
      const round = rounds[oneByOne ? Math.floor(at / each) : at % count]!;
      ballots.push(await make(round, answers[at % answers.length]!));
    }
    const names = ballots.map(({ round, nullifier }) => `${round} ${nullifier}`);
    return { sql: await manyOpenRounds(team, rounds, keys), rounds, names };
  },
  /** Casts all of them, so many at a time; each twentieth is sent a second time, as a device does that got no answer. */
  async cast({ url, atOnce }: { url: string; atOnce: number }): Promise<Cast> {
    const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
    const milliseconds: number[] = [];
    const statuses: Record<string, number> = {};
    let next = 0;
    const note = (status: number) => (statuses[status] = (statuses[status] ?? 0) + 1);
    const device = async () => {
      for (let at = next++; at < ballots.length; at = next++) {
        const ballot = ballots[at]!;
        const began = performance.now();
        const status = await send(url, ballot, agent);
        milliseconds[at] = performance.now() - began;
        note(status);
        if (at % 20 === 0) note(await send(url, ballot, agent));
      }
    };
    const began = performance.now();
    await Promise.all(Array.from({ length: atOnce }, device));
    const seconds = (performance.now() - began) / 1000;
    agent.destroy();
    return { milliseconds, perSecond: ballots.length / seconds, statuses };
  }
});
