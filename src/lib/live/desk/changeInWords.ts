import * as m from '../../paraglide/messages.js';
import type { LiveState } from '../state.ts';

/** The latest change of the plan that can be taken back, in words that name what was changed; '' when there is none. */
export function changeInWords(state: LiveState): string {
  const last = state.changes.at(-1);
  if (!last || state.canUndo?.id !== last.id) return '';
  const was = new Map(last.before.map((item) => [item.id, item]));
  switch (last.did) {
    case 'extend': {
      const item = state.items.find(({ id, minutes }) => was.get(id)?.minutes !== minutes);
      const more = item ? item.minutes - (was.get(item.id)?.minutes ?? 0) : 0;
      const words = more < 0 ? m.live_less({ count: -more }) : m.live_more({ count: more });
      return m.live_did_extend({ title: item?.title ?? '', words });
    }
    case 'skip':
    case 'unskip': {
      const title = state.items.find(({ id, skipped }) => was.get(id)?.skipped !== skipped)?.title ?? '';
      return last.did === 'skip' ? m.live_did_skip({ title }) : m.live_did_unskip({ title });
    }
    case 'agenda':
      return m.live_did_agenda();
    case 'order':
      return m.live_did_order();
    case 'fit':
      return m.live_did_fit();
  }
}
