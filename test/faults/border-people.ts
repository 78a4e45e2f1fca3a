import { setTimeout as sleep } from 'node:timers/promises';
import { chinaDay } from '#kernel';
import type { Random } from '../../apps/demo/random.ts';
import { shuffled } from './purchases.ts';
import type { Asked } from './returned.ts';

/** A server that lives has answered by then, however busy the machine is. */
const ANSWER_LIMIT_MS = 30_000;
const TRY_AGAIN_MS = 40;
/** People look for work so often; the platform is to be busy with what they do, not with being asked. */
const LOOK_AGAIN_MS = 150;

interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

interface Case {
  readonly returnNo: string;
  readonly copNo: string;
  readonly revision: number;
  readonly state: string;
}

interface CaseDetail {
  readonly file: Case;
  readonly lines: readonly {
    readonly gnum: number;
    readonly quantity: string;
    readonly original: boolean | null;
    readonly saleable: boolean | null;
    readonly disposed: string;
  }[];
  readonly given: readonly { readonly gnum: number; readonly kind: string }[];
}

interface Scanned {
  readonly parcel: { readonly parcelNo: string; readonly revision: number; readonly state: string };
}

/** Somebody who asks the platform, with the headers of a key or a session. */
export type Person = Readonly<Record<string, string>>;

/**
 * People at the border who go on with their work through whatever happens to the server: what has no answer is asked
 * again, and what another has done meanwhile is looked at anew.
 */
export class BorderPeople {
  /** Answers nobody at the border should get. */
  readonly faults: string[] = [];
  readonly #url: string;
  readonly #random: Random;
  readonly #asked: ReadonlyMap<string, Asked>;
  #working = true;

  /** @param asked what is asked back, by the number of its enterprise */
  constructor(url: string, asked: ReadonlyMap<string, Asked>, random: Random) {
    this.#url = url;
    this.#asked = asked;
    this.#random = random;
  }

  stop(): void {
    this.#working = false;
  }

  /** Asks until there is an answer. */
  async ask<Body>(as: Person, path: string, body?: object | Uint8Array): Promise<Answer<Body>> {
    const bytes = body instanceof Uint8Array;
    const type = bytes ? 'application/xml' : 'application/json';
    for (;;) {
      const answer = await fetch(`${this.#url}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { ...as, ...(body === undefined ? {} : { 'content-type': type }) },
        ...(body === undefined ? {} : { body: bytes ? new Uint8Array(body) : JSON.stringify(body) }),
        signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
      })
        .then(async (response) => ({ status: response.status, body: (await response.json()) as Body }))
        .catch(() => undefined);
      if (answer && answer.status < 500) return answer;
      // That others are reading at present is no fault: they ask again, as they are told to.
      if (answer && answer.status !== 503)
        this.faults.push(`HTTP ${answer.status} of ${path}: ${JSON.stringify(answer.body)}`);
      await sleep(TRY_AGAIN_MS);
    }
  }

  /** Hands an application in until it is taken, or has been taken before. */
  async apply(as: Person, bytes: Uint8Array): Promise<void> {
    const { body } = await this.ask<{ documents?: readonly { readonly verdict: string }[] }>(
      ...([as, '/api/messages', bytes] as const),
    );
    if (!['accepted', 'repeated'].includes(body.documents?.[0]?.verdict ?? ''))
      this.faults.push(`an application is not taken in: ${JSON.stringify(body)}`);
  }

  /** Of customs: notes what is back, looks at it, lets lists be cancelled; others do the same beside them. */
  async officer(as: Person): Promise<void> {
    while (this.#working) {
      for (const state of ['applied', 'accepted', 'arrived'] as const)
        for (const one of await this.#cases(as, state)) {
          const asked = this.#asked.get(one.copNo);
          const act = asked && this.#actOn(one, asked);
          if (act) await this.#act(as, `/api/returns/${one.returnNo}/${act.name}`, act.body);
        }
      await sleep(LOOK_AGAIN_MS);
    }
  }

  #actOn({ state, revision }: Case, { unfit, original, lines }: Asked) {
    if (state === 'applied')
      return { name: 'verdict', body: { revision, verdict: 'accepted', reason: '货物未出区' } };
    // A return centre says by itself that goods are back.
    if (state === 'accepted')
      return unfit === undefined
        ? { name: 'arrival', body: { revision, arrivedOn: chinaDay(Date.now()) } }
        : undefined;
    const found = lines.map(({ gnum }) => ({
      gnum,
      original: original.includes(gnum),
      saleable: gnum === 1,
    }));
    return { name: 'inspection', body: { revision, lines: found } };
  }

  /** A declarant: says what became of goods that came back, piece by piece. */
  async declarant(as: Person): Promise<void> {
    while (this.#working) {
      for (const { returnNo } of await this.#cases(as, 'inspected')) {
        const { body } = await this.ask<CaseDetail>(as, `/api/returns/${returnNo}`);
        const line = body.lines.find((one) => one.original && Number(one.disposed) < Number(one.quantity));
        if (!line || body.file.state !== 'inspected') continue;
        const { gnum } = line;
        const inBook = body.given.some((one) => one.gnum === gnum && one.kind === 'stock');
        const kind =
          inBook && line.saleable ? 'resale' : this.#random.pick(['ship-back', 'destruction'] as const);
        const asked = { revision: body.file.revision, gnum, kind, quantity: '1', paper: 'CZ-1' };
        await this.#act(as, `/api/returns/${returnNo}/dispositions`, asked);
      }
      await sleep(LOOK_AGAIN_MS);
    }
  }

  /** Keeps a return centre: scans a parcel and sorts it, however often that takes. */
  async sort(as: Person, centre: string, { dossier, lines, unfit = 0 }: Asked): Promise<void> {
    const scan = () =>
      this.ask<Scanned>(as, `${centre}/scans`, { scanned: dossier.waybill.head.logisticsNo });
    const sorted = lines.map(({ gnum, quantity }) => ({
      ...{ gnum, fit: String(quantity), unfit: String(gnum === 1 ? unfit : 0) },
    }));
    for (
      let { parcel } = (await scan()).body;
      parcel.state === 'identified';
      { parcel } = (await scan()).body
    )
      await this.#act(as, `/api/return-parcels/${parcel.parcelNo}/sorting`, {
        ...{ revision: parcel.revision, lines: sorted },
      });
  }

  async #cases(as: Person, state: string): Promise<readonly Case[]> {
    const { body } = await this.ask<{ returns: readonly Case[] }>(
      as,
      `/api/returns?state=${state}&limit=200`,
    );
    return shuffled(body.returns, this.#random);
  }

  /** Done, or done by another or by this very person whose answer was lost (409). */
  async #act(as: Person, path: string, body: object): Promise<void> {
    const { status, body: said } = await this.ask(as, path, body);
    if (status !== 200 && status !== 409)
      this.faults.push(`HTTP ${status} of ${path}: ${JSON.stringify(said)}`);
  }
}
