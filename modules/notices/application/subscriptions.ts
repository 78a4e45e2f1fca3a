import { randomUUID } from 'node:crypto';
import type { EnterpriseCaller } from '#access';
import { changedMeanwhile, Problem } from '#http';
import { latestCursor } from '#journal';
import type { Finding } from '#kernel';
import type { Database } from '#postgres';
import { checkPatterns, sourcesOf } from '../domain/event-kinds.ts';
import type { WebhookParameters } from '../domain/parameters.ts';
import { addAttempt, addTested, findDelivery, replayFailed } from '../storage/deliveries.ts';
import { sealSecret } from '../storage/sealed.ts';
import {
  addSubscription,
  changeSecret,
  changeSubscription,
  findSubscription,
  removeSubscription,
  type Subscription,
} from '../storage/subscriptions.ts';
import { attemptOf, sendTo } from './courier.ts';
import type { Receivers } from './receiver.ts';
import { newSecret } from './signature.ts';

export interface SubscriptionPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly parameters: () => WebhookParameters;
  readonly receivers: Receivers;
  /** Something has been put down, or may go on. */
  readonly wake: () => void;
}

/** What the owner of a subscription says of it. */
export interface Wish {
  readonly address: string;
  readonly events: readonly string[];
  readonly label: string;
}

const notFound = (id: string): Problem =>
  new Problem(404, 'WEBHOOK-NOT-FOUND', { zh: `没有订阅 ${id}`, en: `There is no webhook ${id}` });

/** The caller's own subscription. @throws Problem 404 for one that is not there or another's */
export async function ownSubscription(
  database: Database['readers'] | Database,
  { customsCode }: EnterpriseCaller,
  subscriptionId: string,
): Promise<Subscription> {
  const found = await findSubscription(database, { customsCode, subscriptionId });
  if (!found) throw notFound(subscriptionId);
  return found;
}

/** @throws Problem 422 with every finding */
function check({ receivers }: SubscriptionPorts, { address, events }: Wish): void {
  const findings: Finding[] = [...receivers.findings(address), ...checkPatterns(events)];
  if (findings.length > 0)
    throw new Problem(
      422,
      'WEBHOOK-REFUSED',
      { zh: '订阅不能这样设置，见 findings', en: 'The webhook cannot be set up like this: see findings' },
      findings,
    );
}

/** Subscribes the caller's enterprise, from now on. The secret is shown in this answer only. */
export async function subscribe(
  ports: SubscriptionPorts,
  { customsCode }: EnterpriseCaller,
  wish: Wish,
): Promise<{ readonly made: Subscription; readonly secret: string }> {
  check(ports, wish);
  const { database, now, parameters } = ports;
  const key = { customsCode, subscriptionId: randomUUID() };
  const most = parameters().mostSubscriptions;
  const cursor = await latestCursor(database);
  const secret = newSecret();
  const made = {
    ...key,
    ...wish,
    ...{
      madeAt: now(),
      secret: sealSecret(database.vault, key, secret),
      receiptsCursor: cursor,
      journalCursor: cursor,
    },
  };
  const added = await database.transaction((client) => addSubscription(client, made, most));
  if (!added)
    throw new Problem(409, 'WEBHOOK-TOO-MANY', {
      zh: `一家企业最多 ${most} 个订阅，请先删除不用的`,
      en: `An enterprise has at most ${most} webhooks; remove one that is not used`,
    });
  return { made: (await findSubscription(database, key)) as Subscription, secret };
}

/**
 * Changes what is given; what is subscribed to anew is told of from now on.
 * @param holdsTo whether the caller wants it to be as seen before, and no other; may throw where it is not
 */
export async function change(
  ports: SubscriptionPorts,
  caller: EnterpriseCaller,
  subscriptionId: string,
  wish: { readonly [Field in keyof Wish]?: Wish[Field] | undefined } & {
    readonly state?: 'active' | 'paused' | undefined;
  },
  holdsTo: (before: Subscription) => boolean,
): Promise<Subscription> {
  const { database, now } = ports;
  const before = await ownSubscription(database, caller, subscriptionId);
  const { address = before.address, events = before.events, label = before.label } = wish;
  const strict = holdsTo(before);
  check(ports, { address, events, label });
  const had = sourcesOf(before.events);
  const has = sourcesOf(events);
  const cursor = await latestCursor(database);
  const wanted = {
    ...{ address, events, label, state: wish.state },
    receiptsCursor: has.receipts && !had.receipts ? cursor : undefined,
    journalCursor: has.journal && !had.journal ? cursor : undefined,
  };
  const changed = await changeSubscription(
    database,
    before,
    now(),
    wanted,
    strict ? before.changedAt : undefined,
  );
  if (strict && !changed) throw changedMeanwhile();
  ports.wake();
  return ownSubscription(database, caller, subscriptionId);
}

/** Another secret; the former one signs beside it until the time that is answered. */
export async function rotateSecret(
  { database, now, parameters }: SubscriptionPorts,
  { customsCode }: EnterpriseCaller,
  subscriptionId: string,
): Promise<{ secret: string; formerUntil: Date }> {
  const secret = newSecret();
  const at = now();
  const formerUntil = new Date(at.getTime() + parameters().formerSecretMs);
  const key = { customsCode, subscriptionId };
  const sealed = sealSecret(database.vault, key, secret);
  const changed = await changeSecret(database, key, sealed, at, formerUntil);
  if (!changed) throw notFound(subscriptionId);
  return { secret, formerUntil };
}

export async function unsubscribe(
  { database }: SubscriptionPorts,
  { customsCode }: EnterpriseCaller,
  subscriptionId: string,
): Promise<void> {
  const removed = await database.transaction((client) =>
    removeSubscription(client, { customsCode, subscriptionId }),
  );
  if (!removed) throw notFound(subscriptionId);
}

/** Sends a made-up event at once, past what waits, once, whatever state the subscription is in; it is in the log. */
export async function test(ports: SubscriptionPorts, caller: EnterpriseCaller, subscriptionId: string) {
  const { database, now, parameters, receivers } = ports;
  const subscription = await ownSubscription(database, caller, subscriptionId);
  const beganAt = now();
  const event = {
    eventId: `test_${randomUUID()}`,
    kind: 'webhook.test',
    happenedAt: beganAt,
    body: JSON.stringify({
      type: 'webhook.test',
      timestamp: beganAt.toISOString(),
      data: { subscriptionId },
    }),
  };
  const sent = await sendTo(
    { receivers, vault: database.vault },
    subscription,
    event,
    beganAt,
    parameters().tryMs,
  );
  const at = now();
  const state = sent.fault === undefined ? 'delivered' : 'failed';
  const seq = await addTested(database, subscription, event, state, at);
  await addAttempt(database, subscription, seq, attemptOf(sent, subscription, 1, beganAt, at));
  const delivery = await findDelivery(database, subscription, seq);
  if (!delivery) throw notFound(subscriptionId);
  return delivery;
}

/** Has failed deliveries sent again, all or those named; how many. */
export async function replay(
  { database, now, wake }: SubscriptionPorts,
  caller: EnterpriseCaller,
  subscriptionId: string,
  seqs: readonly string[] | undefined,
): Promise<number> {
  const subscription = await ownSubscription(database, caller, subscriptionId);
  const replayed = await database.transaction((client) => replayFailed(client, subscription, seqs, now()));
  wake();
  return replayed;
}
