import { Problem } from '#http';
import { record } from '#journal';
import { add, formatDecimal, parseDecimal, sum, ZERO } from '#kernel';
import type { Client } from '#postgres';
import { gateFinding } from '../domain/findings.ts';
import { directFaults } from '../domain/set-aside.ts';
import { issueNo, loadChecklists, unloadChecklists } from '../storage/checklists.ts';
import { freeListed } from '../storage/listed.ts';
import { addPass, type Pass, passOf, voidPass, writeCheck } from '../storage/passes.ts';
import { lookUp, notTooMany, refuseLists, take } from './paper-lists.ts';
import type { By, GateSources, ListKey } from './ports.ts';

/** A pass as it is asked for. */
export interface PassWish {
  readonly direction: 'out' | 'in';
  /** Customs office of the gate. */
  readonly customsCode: string;
  readonly plate: string;
  readonly tareKg: string;
  readonly packingKg: string;
  readonly checklists: readonly string[];
  /** Lists bought direct (9610) that go out by themselves. */
  readonly lists: readonly ListKey[];
}

/**
 * Makes a pass for a vehicle: with checklists, with released lists bought direct, or empty.
 * @throws Problem 422 with findings of what cannot be on it
 */
export async function makePass(ports: GateSources, by: By, wish: PassWish): Promise<Pass> {
  notTooMany(ports, wish.lists);
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const asked = (await lookUp(ports, client, wish.lists)).map((one) =>
      one.list?.parties.includes(by.customsCode) ? one : { ...one, list: undefined },
    );
    refuseLists([
      ...directFaults(asked),
      ...(wish.direction === 'in' ? asked.map((_, i) => gateFinding('GATE-LIST-MODE', `lists[${i}]`)) : []),
    ]);
    const passNo = await issueNo(client, 'HF', wish.customsCode, wish.direction, ports.today());
    const loaded = await loadChecklists(client, passNo, {
      ...{ owner: by.customsCode, direction: wish.direction, checklistNos: wish.checklists },
    });
    const done = new Set(loaded.map(({ checklistNo }) => checklistNo));
    refuseLists(
      wish.checklists.flatMap((no, i) =>
        done.has(no) ? [] : [gateFinding('GATE-CHECKLIST', `checklists[${i}]`, no)],
      ),
    );
    await take(client, passNo, asked);
    const goodsKg = add(
      sum(loaded.map(({ grossKg }) => parseDecimal(grossKg))),
      sum(asked.map(({ list }) => (list ? parseDecimal(list.grossWeight) : ZERO))),
    );
    const pass: Pass = {
      ...{ passNo, owner: by.customsCode, customsCode: wish.customsCode, direction: wish.direction },
      ...{
        plate: wish.plate,
        tareKg: wish.tareKg,
        packingKg: wish.packingKg,
        goodsKg: formatDecimal(goodsKg),
      },
      ...{ state: 'made', checklists: loaded.length, madeBy: by.id, madeAt: at, drawnOn: null, drawn: null },
      lists: asked.length + loaded.reduce((total, { lists }) => total + lists, 0),
      ...{ checkResult: 'none', checkNote: '', settledAt: null },
    };
    await addPass(client, pass);
    await tell(client, 'pass-made', pass, at);
    return pass;
  });
}

export const noPass = (passNo: string): Problem =>
  new Problem(404, 'PASS-NOT-FOUND', { zh: `没有核放单 ${passNo}`, en: `There is no pass ${passNo}` });

const notNow = (): Problem =>
  new Problem(409, 'PASS-STATE', {
    zh: '核放单已过卡或作废，或不在待查验状态',
    en: 'The pass has been used or is void, or waits for no check',
  });

/** Voids a pass that has not been used: what was on it may be put on another one. */
export async function voidOwnPass(ports: GateSources, by: By, passNo: string): Promise<Pass> {
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const pass = await passOf(client, passNo, by.customsCode, true);
    if (pass === undefined) throw noPass(passNo);
    if (pass.state !== 'made' && pass.state !== 'stopped') throw notNow();
    await unloadChecklists(client, passNo);
    await freeListed(client, passNo);
    await voidPass(client, passNo, at);
    await tell(client, 'pass-voided', pass, at);
    return { ...pass, state: 'void', settledAt: at };
  });
}

/** Customs writes down what the check of a vehicle found; one that is clear may come to the gate again. */
export async function checkPass(
  ports: GateSources,
  by: string,
  passNo: string,
  check: { readonly result: 'clear' | 'found'; readonly note: string },
): Promise<Pass> {
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const pass = await passOf(client, passNo, undefined, true);
    if (pass === undefined) throw noPass(passNo);
    if (pass.state !== 'stopped' || pass.drawn !== true || pass.checkResult !== 'none') throw notNow();
    await writeCheck(client, passNo, { ...check, by, at });
    const checked: Pass = { ...pass, checkResult: check.result, checkNote: check.note };
    await tell(client, `pass-checked-${check.result}`, checked, at);
    return checked;
  });
}

async function tell(client: Client, kind: string, pass: Pass, at: Date): Promise<void> {
  const { passNo, owner, direction, plate, checklists, lists, checkNote } = pass;
  await record(client, [
    { at, kind, subject: passNo, body: { passNo, owner, direction, plate, checklists, lists, checkNote } },
  ]);
}
