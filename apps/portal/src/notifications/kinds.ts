import type { components } from '../api/schema.gen.ts';
import type { IconName } from '../ui/Icon.tsx';

/** How grave each kind is and its sign; its words are the text of the same name. */
const kinds = {
  'list.held': { tone: 'held', icon: 'held' },
  'list.refused': { tone: 'refused', icon: 'refused' },
  'list.released': { tone: 'released', icon: 'released' },
  'question.asked': { tone: 'held', icon: 'info' },
  'question.answered': { tone: 'forwarded', icon: 'info' },
  'link.lost': { tone: 'refused', icon: 'warning' },
  'link.failed': { tone: 'refused', icon: 'warning' },
  'filing.applied': { tone: 'waiting', icon: 'waiting' },
  'filing.checked': { tone: 'waiting', icon: 'waiting' },
  'filing.returned': { tone: 'refused', icon: 'withdrawn' },
  'filing.approved': { tone: 'released', icon: 'released' },
  'enterprise.expiring': { tone: 'held', icon: 'waiting' },
  'enterprise.suspended': { tone: 'refused', icon: 'held' },
  'enterprise.resumed': { tone: 'released', icon: 'released' },
  'enterprise.cancelled': { tone: 'refused', icon: 'refused' },
  'goods.returned': { tone: 'refused', icon: 'withdrawn' },
  'goods.approved': { tone: 'released', icon: 'released' },
  'transit.applied': { tone: 'waiting', icon: 'waiting' },
  'transit.approved': { tone: 'released', icon: 'released' },
  'transit.refused': { tone: 'refused', icon: 'refused' },
  'transit.arrived': { tone: 'waiting', icon: 'forwarded' },
  'transit.alerted': { tone: 'refused', icon: 'warning' },
  'transit.written_off': { tone: 'released', icon: 'released' },
  'return.accepted': { tone: 'waiting', icon: 'waiting' },
  'return.arrived': { tone: 'waiting', icon: 'held' },
  'return.inspected': { tone: 'released', icon: 'released' },
  'return.refused': { tone: 'refused', icon: 'refused' },
  'cancellation.applied': { tone: 'waiting', icon: 'waiting' },
  'cancellation.closed': { tone: 'released', icon: 'released' },
  'cancellation.refused': { tone: 'refused', icon: 'refused' },
  'delegation.proposed': { tone: 'waiting', icon: 'forwarded' },
  'delegation.accepted': { tone: 'released', icon: 'released' },
  'delegation.declined': { tone: 'refused', icon: 'refused' },
  'delegation.ended': { tone: 'withdrawn', icon: 'withdrawn' },
  'summary.due': { tone: 'held', icon: 'waiting' },
  'summary.overdue': { tone: 'refused', icon: 'warning' },
  'summary.made': { tone: 'released', icon: 'released' },
  'summary.cancelled': { tone: 'refused', icon: 'withdrawn' },
  'key.expiring': { tone: 'held', icon: 'waiting' },
  'certificate.expiring': { tone: 'held', icon: 'waiting' },
  'key.made': { tone: 'waiting', icon: 'keyboard' },
  'key.revoked': { tone: 'withdrawn', icon: 'keyboard' },
  'guarantee.low': { tone: 'held', icon: 'warning' },
  'guarantee.lapsed': { tone: 'refused', icon: 'warning' },
  'tax.certified': { tone: 'waiting', icon: 'payment' },
  'tax.due': { tone: 'held', icon: 'waiting' },
  'tax.overdue': { tone: 'refused', icon: 'warning' },
  'export.held': { tone: 'held', icon: 'held' },
  'export.refused': { tone: 'refused', icon: 'refused' },
  'export.released': { tone: 'released', icon: 'released' },
  'export.not_arrived': { tone: 'refused', icon: 'warning' },
  'checklist.made': { tone: 'waiting', icon: 'waiting' },
  'checklist.cancelled': { tone: 'withdrawn', icon: 'withdrawn' },
  'gate.stopped': { tone: 'refused', icon: 'warning' },
  'pass.found': { tone: 'refused', icon: 'warning' },
  'display.overdue': { tone: 'refused', icon: 'warning' },
  'parcel.set_apart': { tone: 'held', icon: 'held' },
  'parcel.sorted': { tone: 'waiting', icon: 'waiting' },
  'inspection.ordered': { tone: 'held', icon: 'held' },
  'inspection.no_show': { tone: 'refused', icon: 'warning' },
  'inspection.result': { tone: 'waiting', icon: 'info' },
  'agency.refused': { tone: 'refused', icon: 'refused' },
  'agency.link_down': { tone: 'refused', icon: 'warning' },
  'webhook.disabled': { tone: 'refused', icon: 'warning' },
} as const satisfies Readonly<
  Record<components['schemas']['NotificationKind'], { tone: string; icon: IconName }>
>;

type Kind = keyof typeof kinds;

interface ShownKind {
  readonly tone: string;
  readonly icon: IconName;
  readonly text: `notifications.kind.${Kind}`;
}

/** How a kind is shown; undefined for one this portal does not know yet, which goes by the server's words. */
export function kindOf(kind: string): ShownKind | undefined {
  if (!Object.hasOwn(kinds, kind)) return undefined;
  const known = kind as Kind;
  return { ...kinds[known], text: `notifications.kind.${known}` };
}
