import type { EnterpriseCaller } from '#access';
import { Problem } from '#http';
import type { Database } from '#postgres';
import { kindGroups } from '../domain/event-kinds.ts';
import type {
  WebhookDeliveriesPage,
  WebhookDeliveryStory,
  WebhooksPage,
  WebhookView,
} from '../http/schemas.ts';
import { countsOf, type DeliveryState, deliveriesBefore, findDelivery } from '../storage/deliveries.ts';
import { type Subscription, subscriptionsOf } from '../storage/subscriptions.ts';
import { ownSubscription } from './subscriptions.ts';
import { deliveryView, storyView, webhookView } from './views.ts';

export interface ReadingPorts {
  readonly database: Database;
  readonly now: () => Date;
}

/** The caller's webhooks, and what can be subscribed to. */
export async function webhooksOf(
  { database: { readers }, now }: ReadingPorts,
  { customsCode }: EnterpriseCaller,
): Promise<WebhooksPage> {
  const counts = await countsOf(readers, customsCode);
  const found = await subscriptionsOf(readers, customsCode);
  return {
    webhooks: found.map((each) => webhookView(each, counts.get(each.subscriptionId), now())),
    kinds: kindGroups.map(({ group, members, text }) => ({
      group,
      ...(members ? { members: [...members] } : {}),
      text,
    })),
  };
}

/** How a subscription is now. */
export async function viewOf(
  { database, now }: ReadingPorts,
  subscription: Subscription,
): Promise<WebhookView> {
  const counts = await countsOf(database.readers, subscription.customsCode);
  return webhookView(subscription, counts.get(subscription.subscriptionId), now());
}

/** @throws Problem 404 for one that is not there or another's */
export async function webhookOf(
  ports: ReadingPorts,
  caller: EnterpriseCaller,
  subscriptionId: string,
): Promise<WebhookView> {
  return viewOf(ports, await ownSubscription(ports.database.readers, caller, subscriptionId));
}

/** A page of the log, newest first. @throws Problem 404 as `webhookOf` */
export async function deliveriesOf(
  { database: { readers } }: ReadingPorts,
  caller: EnterpriseCaller,
  subscriptionId: string,
  wish: {
    readonly state?: DeliveryState | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  },
): Promise<WebhookDeliveriesPage> {
  const subscription = await ownSubscription(readers, caller, subscriptionId);
  const { state, cursor: before, limit } = wish;
  const found = await deliveriesBefore(readers, subscription, { state, before, limit });
  const last = found.length === limit ? found.at(-1) : undefined;
  return { deliveries: found.map(deliveryView), ...(last ? { next: last.seq } : {}) };
}

/** One delivery with its sendings. @throws Problem 404 as `webhookOf`, and for a number there is none of */
export async function deliveryOf(
  { database: { readers } }: ReadingPorts,
  caller: EnterpriseCaller,
  subscriptionId: string,
  number: string,
): Promise<WebhookDeliveryStory> {
  const subscription = await ownSubscription(readers, caller, subscriptionId);
  const found = await findDelivery(readers, subscription, number);
  if (!found)
    throw new Problem(404, 'WEBHOOK-DELIVERY-NOT-FOUND', {
      zh: `没有推送记录 ${number}`,
      en: `There is no delivery ${number}`,
    });
  return storyView(found);
}
