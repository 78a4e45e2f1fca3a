import { record } from '#journal';
import { pauseAfter } from '../domain/pauses.ts';
import type { Projection } from '../domain/projection.ts';
import { type DueDelivery, noteTry, takeDue } from '../storage/deliveries.ts';
import { type AgencyLink, noteLink, openLinkSecret, takeLinks } from '../storage/links.ts';
import { noteSending } from '../storage/sendings.ts';
import { AdapterFault, type AgencyAdapter, type DeliveryBody } from './adapter.ts';
import type { AgencyPorts } from './ports.ts';
import { digestOf, projectionsFor } from './projecting.ts';
import { takeAnswers } from './take-answers.ts';

/** Deliveries of one agency taken in hand at once (D). */
const mostAtOnce = 50;
/** How long what is taken in hand is left to the server that took it, milliseconds (D). */
const inHandMs = 60_000;

/**
 * Carries questions to the agencies that decide themselves and their answers back, link by link: one that is down
 * holds up no other. Whatever is tried twice is the same delivery, and whatever is read twice counts once.
 */
export class AgencyCourier {
  readonly #ports: AgencyPorts;
  readonly #everyMs: number;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #stopped = false;

  /** @param everyMs how often it is looked for links that are due, milliseconds */
  constructor(ports: AgencyPorts, everyMs: number) {
    this.#ports = ports;
    this.#everyMs = everyMs;
  }

  start(): void {
    if (this.#stopped || this.#looking) return;
    this.#looking = this.lookOnce()
      .catch(this.#ports.fault)
      .finally(() => {
        this.#looking = undefined;
        if (this.#stopped) return;
        this.#timer = setTimeout(() => this.start(), this.#everyMs);
        this.#timer.unref();
      });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  /** Looks at every link that is due: sends, then reads. */
  async lookOnce(): Promise<void> {
    const { database, now } = this.#ports;
    const at = now();
    const links = await takeLinks(database, at, new Date(at.getTime() + inHandMs));
    await Promise.all(links.map((link) => this.#serve(link)));
  }

  async #serve(link: AgencyLink): Promise<void> {
    const { database, now, parameters, adapter, fault } = this.#ports;
    let wrong: string | null = null;
    let more = false;
    try {
      const peer = adapter(link.address, openLinkSecret(database.vault, link));
      const deciding = link.judge === 'live';
      wrong = deciding ? await this.#sendDue(link, peer) : null;
      const page = await peer.answers(link.cursor);
      // What nobody has confirmed yet is only tried, whether it answers: it speaks for no agency.
      if (deciding) more = (await takeAnswers(this.#ports, link, page)).more;
    } catch (error) {
      if (!(error instanceof AdapterFault)) fault(error);
      wrong = error instanceof AdapterFault ? error.code : 'OWN-FAULT';
    }
    const at = now();
    const next = new Date(at.getTime() + (more && wrong === null ? 0 : parameters().lookMs));
    await noteLink(database, link, { fault: wrong, at, next });
    if (wrong !== null && link.judge === 'live' && link.failingSince === null)
      await this.#tellDown(link, wrong, at);
  }

  async #tellDown({ agency }: AgencyLink, fault: string, at: Date): Promise<void> {
    await this.#ports.database.transaction((client) =>
      record(client, [{ at, kind: 'agency-link-down', subject: agency, body: { agency, fault } }]),
    );
  }

  /** @returns what was wrong with the last try; null where all went */
  async #sendDue(link: AgencyLink, peer: AgencyAdapter): Promise<string | null> {
    const { database, now } = this.#ports;
    for (;;) {
      const at = now();
      const due = await takeDue(database, link.agency, at, new Date(at.getTime() + inHandMs), mostAtOnce);
      if (due.length === 0) return null;
      const projections = await database.readers.transaction((client) =>
        projectionsFor(this.#ports, client, link.agency, due, at),
      );
      for (const [at, delivery] of due.entries()) {
        const projection = projections.get(delivery) ?? { papers: {}, fields: [] };
        const wrong = await this.#send(delivery, projection, peer);
        // An agency that is down is asked for nothing more this time; what is in hand is due again soon.
        if (wrong !== null) {
          await this.#putBack(due.slice(at + 1));
          return wrong;
        }
      }
      if (due.length < mostAtOnce) return null;
    }
  }

  async #putBack(rest: readonly DueDelivery[]): Promise<void> {
    const { database, now, parameters } = this.#ports;
    const nextTryAt = new Date(now().getTime() + parameters().firstPauseMs);
    for (const one of rest) await noteTry(database, one, { ...one, nextTryAt });
  }

  async #send(delivery: DueDelivery, projection: Projection, peer: AgencyAdapter): Promise<string | null> {
    const { database, now, parameters } = this.#ports;
    const digest = digestOf(projection);
    const body = bodyOf(this.#ports, delivery, projection);
    if (delivery.digest !== digest)
      await noteSending(database, {
        ...{ orderNo: delivery.orderNo, ebpCode: delivery.ebpCode, ebcCode: delivery.ebcCode },
        ...{ agency: delivery.agency, way: 'link' },
        ...{ why: delivery.requirements.join(' '), fields: projection.fields, digest, at: now() },
        by: delivery.deliveryId,
      });
    try {
      await peer.deliver(body);
    } catch (error) {
      if (!(error instanceof AdapterFault)) throw error;
      const { mostTries } = parameters();
      const pause = pauseAfter(delivery.tries, parameters());
      await noteTry(database, delivery, {
        state: delivery.tries >= mostTries ? 'failed' : 'waiting',
        nextTryAt: new Date(now().getTime() + pause),
        ...{ deliveredAt: null, fault: error.code, digest },
      });
      return error.code;
    }
    const at = now();
    await noteTry(database, delivery, {
      state: 'delivered',
      nextTryAt: at,
      deliveredAt: at,
      fault: null,
      digest,
    });
    return null;
  }
}

function bodyOf(
  { requirements }: Pick<AgencyPorts, 'requirements'>,
  delivery: DueDelivery,
  { papers, fields }: Projection,
): DeliveryBody {
  const { deliveryId, agency, madeAt, ebpCode, ebcCode, orderNo, attempt } = delivery;
  const rows = new Map(requirements.rows.map((row) => [row.id, row]));
  return {
    ...{ id: deliveryId, agency, madeAt: madeAt.toISOString() },
    list: { ebpCode, ...(ebcCode === '' ? {} : { ebcCode }), orderNo, attempt },
    asked: delivery.requirements.map((id) => {
      const row = rows.get(id);
      return { id, why: row?.why ?? { zh: id, en: id }, rule: row?.rule ?? 'R-1.50' };
    }),
    papers: Object.fromEntries(
      Object.entries(papers).map(([name, { head, items }]) => [
        name,
        { head: { ...head }, items: items.map((item) => ({ ...item })) },
      ]),
    ),
    fields: [...fields],
  };
}
