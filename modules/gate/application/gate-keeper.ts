import { type MovementWish, postMovements } from '#bonded';
import { keyText } from '#documents';
import { record } from '#journal';
import { type Day, formatDecimal, parseDecimal } from '#kernel';
import { type Client, isConflict, Together } from '#postgres';
import { decide, type GateAnswer, type PassAtGate } from '../domain/passage.ts';
import { addPassages, answeredBefore, type Passage } from '../storage/passages.ts';
import { type CarriedGoods, goodsOn, listsOn, lockPasses, type Pass, stepPasses } from '../storage/passes.ts';
import type { Draws } from './draws.ts';
import type { GateSources } from './ports.ts';

/** A vehicle at a gate, as the gate asks. */
export interface AskedPassage {
  readonly gate: string;
  readonly eventNo: string;
  readonly passNo: string;
  readonly plate: string;
  readonly weightKg: string | null;
  readonly askedBy: string;
}

/** An answer, and whether it had been given before. */
export type AnsweredPassage = Passage & { readonly repeated: boolean };

/** Vehicles answered in one transaction at most. */
const MOST_A_BATCH = 100;
/** Another server that was first has committed when the same is tried again; this often in a row is no accident. */
const MOST_TRIES = 5;

const eventKey = ({ gate, eventNo }: Pick<Passage, 'gate' | 'eventNo'>): string => keyText([gate, eventNo]);

/** By pass, what the account books say against it. */
type Refused = ReadonlyMap<string, readonly string[]>;

/** A book will not be written for some passes: the batch is worked anew, and they are stopped. */
class BooksRefuse extends Error {
  readonly passes: Refused;
  constructor(passes: Refused) {
    super('account books refuse');
    this.passes = passes;
  }
}

/**
 * Answers vehicles at the gate, those that come in the same moment in one transaction: it locks their passes, looks at
 * every list on them, writes the account books, and keeps the answer, or does none of it.
 */
export class GateKeeper {
  readonly #sources: GateSources;
  readonly #draws: Draws;
  readonly #together: Together<AskedPassage, AnsweredPassage>;

  constructor(sources: GateSources, draws: Draws) {
    this.#sources = sources;
    this.#draws = draws;
    this.#together = new Together((asked) => this.#answer(asked), MOST_A_BATCH);
  }

  /** Answers one vehicle; what comes again under the same number of the gate is answered as it was. */
  async ask(asked: AskedPassage): Promise<AnsweredPassage> {
    const [answer] = await this.#together.ask([asked]);
    if (answer === undefined) throw new Error('a passage was left without answer');
    return answer;
  }

  async #answer(asked: readonly AskedPassage[]): Promise<readonly AnsweredPassage[]> {
    const { database, today } = this.#sources;
    const day = today();
    const drawn = await this.#draws.on(day);
    let refused: Refused = new Map();
    for (let tries = 1; ; tries += 1) {
      try {
        return await database.transaction((client) => this.#inOne(client, asked, day, drawn, refused));
      } catch (fault) {
        if (fault instanceof BooksRefuse) refused = new Map([...refused, ...fault.passes]);
        else if (!isConflict(fault) || tries >= MOST_TRIES) throw fault;
      }
    }
  }

  async #inOne(
    client: Client,
    asked: readonly AskedPassage[],
    day: Day,
    drawn: (passNo: string) => boolean,
    refused: Refused,
  ): Promise<AnsweredPassage[]> {
    const { now, rules } = this.#sources;
    const at = now();
    const passNos = [...new Set(asked.map(({ passNo }) => passNo))];
    const passes = await lockPasses(client, passNos);
    // Looked up after the locks: what another server has answered meanwhile is seen now.
    const before = new Map((await answeredBefore(client, asked)).map((one) => [eventKey(one), one]));
    const loads = await this.#loads(client, passes, refused);
    const { toleranceShare: share, toleranceKg: leastKg } = rules(day);
    const fresh = new Map<string, Passage>();
    const steps = new Map<string, GateAnswer>();
    for (const one of asked) {
      if (before.has(eventKey(one)) || fresh.has(eventKey(one))) continue;
      const load = loads.get(one.passNo);
      const weightKg = one.weightKg === null ? undefined : parseDecimal(one.weightKg);
      const said = decide({ ...one, weightKg }, load?.pass, { share, leastKg }, drawn);
      fresh.set(eventKey(one), {
        ...{ ...one, at, owner: load?.owner ?? null, answer: said.answer, reasons: said.reasons },
      });
      if (load === undefined || said.drawn === undefined) continue;
      steps.set(one.passNo, said);
      const state = said.answer === 'open' ? ('passed' as const) : ('stopped' as const);
      loads.set(one.passNo, { ...load, pass: { ...load.pass, state, drawn: said.drawn } });
    }
    await this.#write(client, { passes, steps, loads, day, at });
    await addPassages(client, [...fresh.values()]);
    await record(client, [...fresh.values()].map(entryOf));
    return asked.map((one) => {
      const kept = before.get(eventKey(one));
      const answer = kept ?? fresh.get(eventKey(one));
      if (answer === undefined) throw new Error('a passage was left without answer');
      return { ...answer, repeated: kept !== undefined };
    });
  }

  async #loads(client: Client, passes: readonly Pass[], refused: Refused): Promise<Map<string, Load>> {
    const open = passes
      .filter(({ state }) => state === 'made' || state === 'stopped')
      .map(({ passNo }) => passNo);
    const goods = open.length > 0 ? await goodsOn(client, open) : [];
    const lists = open.length > 0 ? await listsOn(client, open) : [];
    const gone = lists.length > 0 ? await this.#sources.unreleased(client, lists) : [];
    const recalled = new Set(gone.map(({ orderNo, ebpCode }) => keyText([orderNo, ebpCode])));
    const byPass = Map.groupBy(lists, ({ passNo }) => passNo);
    const goodsByPass = Map.groupBy(goods, ({ passNo }) => passNo);
    return new Map(
      passes.map((pass) => [
        pass.passNo,
        {
          owner: pass.owner,
          goods: goodsByPass.get(pass.passNo) ?? [],
          pass: {
            ...{ passNo: pass.passNo, state: pass.state, plate: pass.plate, checkResult: pass.checkResult },
            ...{ tareKg: parseDecimal(pass.tareKg), packingKg: parseDecimal(pass.packingKg) },
            ...{ goodsKg: parseDecimal(pass.goodsKg), refused: refused.get(pass.passNo) ?? [] },
            ...(pass.drawn === null ? {} : { drawn: pass.drawn }),
            recalled: (byPass.get(pass.passNo) ?? []).flatMap(({ orderNo, ebpCode }) =>
              recalled.has(keyText([orderNo, ebpCode])) ? [orderNo] : [],
            ),
          },
        },
      ]),
    );
  }

  async #write(
    client: Client,
    {
      passes,
      steps,
      loads,
      day,
      at,
    }: {
      readonly passes: readonly Pass[];
      readonly steps: ReadonlyMap<string, GateAnswer>;
      readonly loads: ReadonlyMap<string, Load>;
      readonly day: Day;
      readonly at: Date;
    },
  ): Promise<void> {
    const stepped = passes.filter(({ passNo }) => steps.has(passNo));
    const through = stepped.filter(({ passNo }) => steps.get(passNo)?.answer === 'open');
    const carried = through.flatMap(({ passNo }) => loads.get(passNo)?.goods ?? []);
    const shown = carried.filter(({ purpose }) => purpose === 'display');
    const checklistNos = [...new Set(shown.map(({ checklistNo }) => checklistNo))];
    // Before the books are locked: whoever sells from display locks in the same order.
    if (shown.length > 0) await this.#sources.follower.passed(client, { checklistNos, day, at, by: 'gate' });
    const wishes = carried.map((line) => wishOf(line, day));
    const refusals = (await postMovements(client, wishes, at)).flatMap((one, index) =>
      one.outcome === 'refused' ? [{ ...one, passNo: passOfWish(through, loads, index) }] : [],
    );
    if (refusals.length > 0)
      throw new BooksRefuse(
        new Map(
          [...Map.groupBy(refusals, ({ passNo }) => passNo)].map(([passNo, some]) => [
            passNo,
            some.map(
              ({ wish, refusal, there }) =>
                `${wish.bookNo}/${wish.itemNo} ${refusal} ${formatDecimal(there)}`,
            ),
          ]),
        ),
      );
    await stepPasses(
      client,
      stepped.map(({ passNo, drawnOn }) => ({
        ...{ passNo, drawnOn: drawnOn ?? day, drawn: steps.get(passNo)?.drawn ?? null },
        state: steps.get(passNo)?.answer === 'open' ? 'passed' : 'stopped',
      })),
      'gate',
      at,
    );
  }
}

interface Load {
  readonly owner: string;
  readonly pass: PassAtGate;
  readonly goods: readonly CarriedGoods[];
}

/** Which pass the movement of this place in the batch is for. */
function passOfWish(through: readonly Pass[], loads: ReadonlyMap<string, Load>, index: number): string {
  const owners = through.flatMap(({ passNo }) => (loads.get(passNo)?.goods ?? []).map(() => passNo));
  return owners[index] ?? '';
}

/** For what the gate writes into a book. */
const CAUSES = {
  goods: { in: 'entry', out: 'exit' },
  display: { in: 'display-back', out: 'display-out' },
} as const;

const wishOf = (line: CarriedGoods, day: Day): MovementWish => ({
  ...{ bookNo: line.bookNo, itemNo: line.itemNo, quantity: parseDecimal(line.quantity), day, by: 'gate' },
  ...{ cause: CAUSES[line.purpose][line.direction], reference: line.checklistNo, line: 1 },
  ...(line.expiresOn === null ? {} : { expiresOn: line.expiresOn }),
});

const entryOf = ({ at, answer, passNo, gate, eventNo, owner, plate, reasons }: Passage) => ({
  ...{ at, kind: answer === 'open' ? 'gate-opened' : 'gate-stopped', subject: passNo },
  body: { passNo, gate, eventNo, owner, plate, reasons: reasons.map(({ code }) => code) },
});
