import { borderEntries, houseEntries } from './border-kinds.ts';

/** Something that has happened to an enterprise, as its webhooks are told of it. */
export interface NoticeEvent {
  /** webhook-id: the same for every subscription, on every try. */
  readonly id: string;
  readonly kind: string;
  readonly happenedAt: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A journal entry as far as it is looked at here. */
interface Entry {
  readonly at: Date;
  readonly kind: string;
  readonly body: object;
  readonly cursor: string;
}

/** Kinds of the journal by the kinds they are told as. */
export const kindsOfEntries: Readonly<Record<string, string>> = {
  'declaration-released': 'list.released',
  'declaration-held': 'list.held',
  'declaration-refused': 'list.refused',
  'declaration-withdrawn': 'list.withdrawn',
  'declaration-forwarded': 'list.forwarded',
  'dispatch-lost': 'link.lost',
  'dispatch-failed': 'link.failed',
  'dispatch-replayed': 'link.replayed',
  'guarantee-confirmed': 'guarantee.confirmed',
  'guarantee-low': 'guarantee.low',
  'guarantee-lapsed': 'guarantee.lapsed',
  'tax-certificate-made': 'tax.certified',
  'tax-due-soon': 'tax.due',
  'tax-overdue': 'tax.overdue',
  'tax-paid': 'tax.paid',
  'webhook-disabled': 'webhook.disabled',
  'key-made': 'key.made',
  'key-replaced': 'key.replaced',
  'key-revoked': 'key.revoked',
  'key-expiring': 'key.expiring',
  'certificate-registered': 'certificate.registered',
  'certificate-revoked': 'certificate.revoked',
  'certificate-expiring': 'certificate.expiring',
  'delegation-proposed': 'delegation.proposed',
  'delegation-accepted': 'delegation.accepted',
  'delegation-declined': 'delegation.declined',
  'delegation-withdrawn': 'delegation.withdrawn',
  'delegation-ended': 'delegation.ended',
  'case-asked': 'question.asked',
  'case-answered': 'question.answered',
  'correction-asked': 'correction.asked',
  'correction-withdrawn': 'correction.withdrawn',
  'correction-answered': 'correction.answered',
  'correction-made': 'correction.made',
  'enterprise-registered': 'enterprise.registered',
  'enterprise-changed': 'enterprise.changed',
  'enterprise-suspended': 'enterprise.suspended',
  'enterprise-resumed': 'enterprise.resumed',
  'enterprise-cancelled': 'enterprise.cancelled',
  'enterprise-expiry-near': 'enterprise.expiring',
  'enterprise-filing-applied': 'filing.applied',
  'enterprise-filing-checked': 'filing.checked',
  'enterprise-filing-returned': 'filing.returned',
  'enterprise-filing-approved': 'filing.approved',
  'enterprise-filing-withdrawn': 'filing.withdrawn',
  'goods-approved': 'goods.approved',
  'goods-returned': 'goods.returned',
  'goods-withdrawn': 'goods.withdrawn',
  'return-accepted': 'return.accepted',
  'return-arrived': 'return.arrived',
  'return-inspected': 'return.inspected',
  'return-closed': 'return.closed',
  'return-refused': 'return.refused',
  'return-withdrawn': 'return.withdrawn',
  'cancellation-applied': 'cancellation.applied',
  'cancellation-closed': 'cancellation.closed',
  'cancellation-refused': 'cancellation.refused',
  'summary-made': 'summary.made',
  'summary-empty': 'summary.empty',
  'summary-withdrawn': 'summary.withdrawn',
  'summary-cancelled': 'summary.cancelled',
  'summary-due': 'summary.due',
  'summary-overdue': 'summary.overdue',
  'transit-applied': 'transit.applied',
  'transit-approved': 'transit.approved',
  'transit-refused': 'transit.refused',
  'transit-cancelled': 'transit.cancelled',
  'transit-sealed': 'transit.sealed',
  'transit-departed': 'transit.departed',
  'transit-handed-over': 'transit.handed_over',
  'transit-arrived': 'transit.arrived',
  'transit-unsealed': 'transit.unsealed',
  'transit-written-off': 'transit.written_off',
  'transit-alert-raised': 'transit.alerted',
  'transit-alert-resolved': 'transit.alert_resolved',
  ...borderEntries,
};

/** Groups of the register: their entries name the enterprise as `customsCode`, which elsewhere is an office of customs. */
const ofRegister: readonly string[] = ['enterprise', 'filing', 'goods'];

/** Fields of an entry that say whom it is for, or who of the house did it: not told on. */
const untold: readonly string[] = [
  ...['recipient', 'sender', 'operator', 'enterprise', 'by'],
  // Who else has goods in an inspection is nobody's business, nor how customs' desk took its result.
  ...['owner', 'parties', 'desk'],
];

/** Groups of what is decided about a list: its platform is told as well as who sent it. */
const ofLists: readonly string[] = ['list', 'export', 'agency'];

/**
 * What a journal entry tells enterprises, and which: a list its sender and its platform, a message on its way to
 * customs its sender, a delegation both sides, a question its list's sender, an inspection all whose goods are in it, what
 * is registered and a disabled webhook and a key their owner. Nobody where it concerns the house alone; undefined where it
 * tells nothing.
 */
export function eventOfEntry(entry: Entry): { event: NoticeEvent; enterprises: string[] } | undefined {
  const kind = kindsOfEntries[entry.kind] ?? houseEntries[entry.kind];
  if (kind === undefined) return undefined;
  const [group = ''] = kind.split('.');
  const body = entry.body as Readonly<Record<string, unknown>>;
  const named = [
    body.recipient,
    body.sender,
    body.enterprise,
    body.owner,
    ...(Array.isArray(body.parties) ? body.parties : []),
    ...(ofLists.includes(group) ? [body.ebpCode, body.ebcCode] : []),
    ...(group === 'delegation' ? [body.principal, body.agent] : []),
    ...(ofRegister.includes(group) ? [body.customsCode] : []),
  ];
  const enterprises = [...new Set(named.filter((code): code is string => typeof code === 'string'))];
  const data = Object.fromEntries(Object.entries(body).filter(([name]) => !untold.includes(name)));
  return {
    event: { id: `journal_${entry.cursor.replace('.', '_')}`, kind, happenedAt: entry.at, data },
    enterprises,
  };
}

/** A receipt as far as it is looked at here. */
interface Receipt {
  readonly cursor: string;
  readonly type: string;
  readonly orderNo: string | null;
  readonly returnStatus: string;
  readonly returnTime: string;
  readonly returnInfo: string;
  readonly body: object;
}

/** A receipt as an event; its data are what `GET /api/receipts` shows. */
export function eventOfReceipt(receipt: Receipt, happenedAt: Date): NoticeEvent {
  const { cursor, type, orderNo, returnStatus, returnTime, returnInfo, body } = receipt;
  return {
    // No dot: the signature joins id, time and body by dots.
    id: `receipt_${cursor.replace('.', '_')}`,
    kind: `receipt.${type}`,
    happenedAt,
    data: { cursor, type, orderNo, returnStatus, returnTime, returnInfo, body },
  };
}

/** Length in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}

/** What is sent: `type`, `timestamp` and `data` as Standard Webhooks has them. A large event comes without its long parts. */
export function bodyOf({ kind, happenedAt, data }: NoticeEvent, mostBytes: number): string {
  const write = (told: object): string =>
    JSON.stringify({ type: kind, timestamp: happenedAt.toISOString(), data: told });
  const whole = write(data);
  if (bytesOf(whole) <= mostBytes) return whole;
  const { returnInfo: _, body: __, ...short } = data;
  return write({ ...short, cut: true });
}
