import type { Actor, House } from './actors.ts';
import { must, type Client, type Guest } from './furnish.ts';
import { planCircle, type Plan } from './gathering.ts';

/** Parts people play in one circle. The house's lead plans it and so facilitates it. */
export type Part = Actor | 'coFacilitator' | 'observer' | 'secondLead';

/** Those who neither belong to the team nor may know what it does; the admin runs its organisation. */
export const outside = ['outsider', 'trainer', 'admin', 'stranger'] as const;

export type Cast = {
  as: (part: Part) => Promise<Client>;
  id: (part: Exclude<Part, 'visitor'>) => string;
  /** A circle that is planned, with its co-facilitator and its observer. */
  plan: (title?: string) => Promise<Plan>;
  giveRoles: (circle: string) => Promise<void>;
};

/**
 * The house with three people more: a co-facilitator and an observer, who are plain members of the team with that role in
 * a circle, and a second lead, who has no role in any.
 */
export async function castParts(house: House): Promise<Cast> {
  const guests: Partial<Record<Part, Guest>> = {
    coFacilitator: await house.newcomer('member'),
    observer: await house.newcomer('member'),
    secondLead: await house.newcomer('lead')
  };
  const lead = await house.as('lead');
  const id: Cast['id'] = (part) => guests[part]?.id ?? house.people[part as keyof House['people']];

  const giveRoles = async (circle_id: string) => {
    const roles = [
      ['coFacilitator', 'co_facilitator'],
      ['observer', 'observer']
    ] as const;
    const rows = roles.map(([part, role]) => ({ circle_id, team_id: house.team, person_id: id(part), role }));
    must(await lead.from('circle_roles').insert(rows).select('role'));
  };

  return {
    as: (part) => {
      const guest = guests[part];
      return guest ? Promise.resolve(guest.client) : house.as(part as Actor);
    },
    id,
    giveRoles,
    plan: async (title) => {
      const plan = await planCircle(lead, house.team, title);
      await giveRoles(plan.circle);
      return plan;
    }
  };
}
