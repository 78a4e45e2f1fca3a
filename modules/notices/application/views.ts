import type { Bilingual } from '#kernel';
import type { WebhookDeliveryStory, WebhookView } from '../http/schemas.ts';
import type { Attempt, Delivery } from '../storage/deliveries.ts';
import type { Subscription } from '../storage/subscriptions.ts';

const disabledNotices: Readonly<Record<'failing' | 'gone', Bilingual>> = {
  failing: {
    zh: '持续推送失败，订阅已停用；修复接收端后测试，再恢复，将从中断处继续',
    en: 'Nothing but failures for too long: it is disabled. Mend the receiver, test, then resume: it goes on where it stopped',
  },
  gone: {
    zh: '接收端答复 410，订阅已停用；如属误答，修复后恢复，否则请删除',
    en: 'The receiver answered 410 Gone: it is disabled. Resume it if that was a mistake, else remove it',
  },
};

const failingNotice: Bilingual = {
  zh: '推送正在失败并重试，原因见推送记录；持续失败将被停用',
  en: 'Sending fails at present and is tried again, see the log of deliveries; if it goes on, it will be disabled',
};

/** A time as JSON has it, where there is one. */
const timeAs = <Name extends string>(name: Name, at: Date | null) =>
  (at === null ? {} : { [name]: at.toISOString() }) as { [Key in Name]?: string };

/** A subscription as its owner sees it: never with its secret. */
export function webhookView(
  subscription: Subscription,
  counts: { readonly waiting: number; readonly failed: number } | undefined,
  now: Date,
): WebhookView {
  const { subscriptionId, address, events, label, state, disabledFor, madeAt, changedAt } = subscription;
  const { failingSince, lastDeliveredAt, formerUntil } = subscription;
  const notice = disabledFor ? disabledNotices[disabledFor] : failingSince ? failingNotice : undefined;
  return {
    ...{ webhookId: subscriptionId, address, events: [...events], label, state },
    ...(disabledFor ? { disabledFor } : {}),
    ...(notice ? { notice } : {}),
    ...{ madeAt: madeAt.toISOString(), changedAt: changedAt.toISOString() },
    ...timeAs('failingSince', failingSince),
    ...timeAs('lastDeliveredAt', lastDeliveredAt),
    ...timeAs('formerSecretUntil', formerUntil !== null && formerUntil > now ? formerUntil : null),
    ...(counts ?? { waiting: 0, failed: 0 }),
  };
}

export function deliveryView({
  seq,
  eventId,
  kind,
  happenedAt,
  madeAt,
  state,
  tries,
  settledAt,
}: Omit<Delivery, 'body'>) {
  return {
    ...{ number: seq, eventId, kind, happenedAt: happenedAt.toISOString(), madeAt: madeAt.toISOString() },
    ...{ state, tries },
    ...timeAs('settledAt', settledAt),
  };
}

/** A delivery with what was sent and what came back each time. */
export function storyView(
  delivery: Delivery & { readonly attempts: readonly Attempt[] },
): WebhookDeliveryStory {
  return {
    ...deliveryView(delivery),
    body: delivery.body,
    attempts: delivery.attempts.map(({ number, beganAt, tookMs, address, httpStatus, fault, answer }) => ({
      ...{ number, beganAt: beganAt.toISOString(), tookMs, address },
      ...(httpStatus === null ? {} : { httpStatus }),
      ...(fault === null ? {} : { fault }),
      ...(answer === null ? {} : { answer }),
    })),
  };
}
