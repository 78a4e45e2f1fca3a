import { randomUUID } from 'node:crypto';
import { record } from '#journal';
import type { Database } from '#postgres';
import type { Vault } from '#vault';
import { nextStep } from '../domain/next-step.ts';
import type { WebhookParameters } from '../domain/parameters.ts';
import { addAttempt, type Delivery, nextWaiting, noteTry, removeSettled } from '../storage/deliveries.ts';
import { openSecret } from '../storage/sealed.ts';
import {
  keepTaken,
  letGo,
  noteSending,
  type Subscription,
  type Taken,
  takeDue,
} from '../storage/subscriptions.ts';
import { collect } from './collect.ts';
import type { Receivers, Sent } from './receiver.ts';
import { signaturesOf } from './signature.ts';

export interface CourierPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly parameters: () => WebhookParameters;
  readonly receivers: Receivers;
  readonly fault: (error: unknown) => void;
  /** How often it is looked for what has happened and what is due, milliseconds. */
  readonly lookMs: number;
}

/** Subscriptions sent to at once (D): a slow receiver takes up one of these lanes and no other's turn. */
const mostLanes = 16;
/** Time besides the sending itself after which another server takes a subscription over. */
const leaseMarginMs = 10_000;
/** Of the log, removed at once. */
const mostRemoved = 5_000;
/** How often the log is looked through for what is old. */
const tidyMs = 600_000;

/**
 * Collects what has happened and sends it: of each subscription one event after the other, the next only when the
 * one before has arrived or been given up.
 */
export class Courier {
  readonly #ports: CourierPorts;
  readonly #lanes = new Set<Promise<void>>();
  #looking: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #tidyAt = 0;
  #stopped = false;

  constructor(ports: CourierPorts) {
    this.#ports = ports;
  }

  /** Looks now, and again every now and then. */
  start(): void {
    if (this.#stopped || this.#looking) return;
    clearTimeout(this.#timer);
    this.#looking = this.#look()
      .catch(this.#ports.fault)
      .finally(() => {
        this.#looking = undefined;
        if (!this.#stopped) this.#timer = setTimeout(() => this.start(), this.#ports.lookMs).unref();
      });
  }

  /** Something may be due: lanes are opened while there are any. */
  wake(): void {
    if (this.#stopped || this.#lanes.size >= mostLanes) return;
    const lane = this.#work().finally(() => this.#lanes.delete(lane));
    this.#lanes.add(lane);
  }

  /** Finishes what is being sent and takes up nothing more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
    await Promise.all(this.#lanes);
    this.#ports.receivers.close();
  }

  async #look(): Promise<void> {
    const { database, now, parameters } = this.#ports;
    for (let more = true; more && !this.#stopped; ) {
      ({ more } = await collect(this.#ports));
      this.wake();
    }
    const at = now().getTime();
    if (at < this.#tidyAt) return;
    const before = new Date(at - parameters().logDays * 86_400_000);
    const removed = await database.transaction((client) => removeSettled(client, before, mostRemoved));
    this.#tidyAt = removed === mostRemoved ? at : at + tidyMs;
  }

  /** Serves one subscription after the other while any is due; who finds one calls for help with the next. */
  async #work(): Promise<void> {
    const { database, now, parameters, fault } = this.#ports;
    try {
      while (!this.#stopped) {
        const lease = parameters().tryMs + leaseMarginMs;
        const taken = await takeDue(database, now(), lease, randomUUID());
        if (!taken) return;
        this.wake();
        await this.#serve(taken);
      }
    } catch (error) {
      fault(error);
    }
  }

  /** Sends what waits, in order, until nothing does or something has to be waited for. */
  async #serve(first: Taken): Promise<void> {
    const { database, now, parameters } = this.#ports;
    let taken: Taken | undefined = first;
    while (taken && !this.#stopped) {
      const delivery = await nextWaiting(database, taken);
      if (!delivery) break;
      if (!(await this.#send(taken, delivery))) return;
      const until = new Date(now().getTime() + parameters().tryMs + leaseMarginMs);
      taken = await keepTaken(database, taken, until);
    }
    const left = taken;
    if (left) await database.transaction((client) => letGo(client, left, now()));
  }

  /** One sending; whether the next may follow at once. */
  async #send(taken: Taken, delivery: Delivery): Promise<boolean> {
    const { database, now, parameters, receivers } = this.#ports;
    const beganAt = now();
    const sent = await sendTo(
      { receivers, vault: database.vault },
      taken,
      delivery,
      beganAt,
      parameters().tryMs,
    );
    const at = now();
    const failingSince = sent.fault === undefined ? null : (taken.failingSince ?? beganAt);
    const failingMs = failingSince === null ? 0 : at.getTime() - failingSince.getTime();
    const step = nextStep(sent, delivery.triesInRow + 1, failingMs, parameters());
    return database.transaction(async (client) => {
      const mine = await noteSending(client, taken, {
        nextTryAt: new Date(at.getTime() + step.pauseMs),
        failingSince,
        deliveredAt: sent.fault === undefined ? at : null,
        disabledFor: step.disabledFor ?? null,
      });
      if (!mine) return false;
      await noteTry(client, taken, delivery.seq, step.delivery, at);
      const number = delivery.tries + 1;
      await addAttempt(client, taken, delivery.seq, attemptOf(sent, taken, number, beganAt, at));
      const { customsCode, subscriptionId, address, label } = taken;
      if (step.disabledFor)
        await record(client, [
          {
            at,
            kind: 'webhook-disabled',
            subject: `${customsCode}/${subscriptionId}`,
            body: { enterprise: customsCode, subscriptionId, address, label, reason: step.disabledFor },
          },
        ]);
      return step.delivery === 'delivered';
    });
  }
}

/** Signs and sends, with the secret and, while it holds, the one before. */
export function sendTo(
  { receivers, vault }: { readonly receivers: Receivers; readonly vault: Vault },
  subscription: Subscription,
  { eventId, body }: { readonly eventId: string; readonly body: string },
  at: Date,
  timeoutMs: number,
): Promise<Sent> {
  const { secret, formerSecret, formerUntil, address } = subscription;
  const former = formerSecret !== null && formerUntil !== null && formerUntil > at ? [formerSecret] : [];
  const secrets = [secret, ...former].map((one) => openSecret(vault, subscription, one));
  const timestamp = Math.floor(at.getTime() / 1000);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'chama-webhooks/1',
    'webhook-id': eventId,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signaturesOf(secrets, { id: eventId, timestamp, body }),
  };
  return receivers.send(address, body, headers, timeoutMs);
}

/** A sending as the log keeps it. */
export const attemptOf = (
  { httpStatus, fault, answer }: Sent,
  { address }: Subscription,
  number: number,
  beganAt: Date,
  at: Date,
) => ({
  ...{ number, beganAt, address, tookMs: at.getTime() - beganAt.getTime() },
  httpStatus: httpStatus ?? null,
  fault: fault ?? null,
  answer: answer ?? null,
});
