import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Root } from '#ceb';
import { exportMessage } from '../../apps/demo/exports/batches.ts';
import { chooseExportParties, makeExport } from '../../apps/demo/exports/dossiers.ts';
import type { ExportDossier } from '../../apps/demo/exports/papers.ts';
import { createRandom } from '../../apps/demo/random.ts';
import type { DemoEnterprise } from '../../apps/demo/zone.ts';
import { signedInAs } from '../../modules/access/testing/signed-in.ts';
import { until } from '../faults/stand.ts';
import { CustomsDesk } from './customs-desk.ts';
import type { Said, Script } from './customs-peer.ts';

const PATIENCE_MS = 15_000;
const random = createRandom('exports to customs');
const checked: Said = { status: '120', info: '[Code:1800;Desc:逻辑校验通过]' };
/** Papers of the sale pass; of lists and of their goods customs says nothing before it is asked to. */
const papersPass: Script = ({ root }) => (['CEB303Message', 'CEB505Message'].includes(root) ? [checked] : []);

let desk: CustomsDesk;
let made = 0;
beforeAll(async () => {
  desk = await CustomsDesk.open(papersPass);
});
afterEach(() => expect(desk.stand.faults).toEqual([]));
afterAll(() => desk?.close());

interface Seen {
  readonly list: { readonly state: string; readonly goods: string; readonly invtNo?: string };
}

const parties = () => chooseExportParties(createRandom('firms'), desk.stand.zone);

async function hand(root: Root, document: object, sender: DemoEnterprise) {
  const answer = await desk.stand.post(sender.customsCode, exportMessage(root, [document], sender, random));
  expect([answer.http, ...answer.documents.map(({ verdict }) => verdict)]).toEqual([200, 'accepted']);
}

/** An export whose papers lie with customs. */
async function declared(): Promise<ExportDossier> {
  made += 1;
  const firms = parties();
  const dossier = makeExport(random, desk.stand.zone, {
    ...{ number: `LIVE${made}`, orderedAt: Date.now() - 7_200_000, parties: firms },
  });
  await hand('CEB303Message', dossier.order, firms.platform);
  await hand('CEB505Message', dossier.waybill, firms.carrier);
  await hand('CEB603Message', dossier.list, firms.broker);
  await came(dossier, 'CEB603Message');
  return dossier;
}

/** Its site tells that the goods of an export are there, and its carrier that they have left. */
async function leave({ waybill }: ExportDossier): Promise<void> {
  const { carrier } = parties();
  const [site] = desk.stand.zone.warehouses;
  if (!site) throw new RangeError('the zone has no site');
  const items = [{ gnum: 1, logisticsNo: waybill.head.logisticsNo }];
  const paper = (kind: string) => ({
    ...{ guid: random.guid(), appType: '1', appTime: '20260701120000', appStatus: '2', customsCode: '8601' },
    ...{ copNo: `${kind}${made}`, billNo: `LIVEBL${made}`, msgCount: 1, msgSeqNo: 1, trafMode: '5' },
    ...{ logisticsCode: carrier.customsCode, logisticsName: carrier.name },
  });
  const by = { operatorCode: site.customsCode, operatorName: site.name, domesticTrafNo: '云A示例01' };
  await hand('CEB507Message', { head: { ...paper('LA'), ieFlag: 'E', ...by }, items }, site);
  const flight = { trafName: '航空', voyageNo: 'MU9601', leaveTime: '20260701200000' };
  await hand('CEB509Message', { head: { ...paper('LD'), ...flight }, items }, carrier);
}

/** Waits until customs has a message of a kind about an export. */
const came = ({ list, waybill }: ExportDossier, root: string) =>
  until(
    async () =>
      desk.peer.got.some((one) => {
        const text = Buffer.from(one.bytes).toString('utf8');
        return (
          one.root === root && (text.includes(list.head.orderNo) || text.includes(waybill.head.logisticsNo))
        );
      }),
    PATIENCE_MS,
    `customs has no ${root}`,
  );

const addressOf = ({ list: { head } }: ExportDossier) =>
  `/api/exports/${head.ebcCode}/${head.ebpCode}/${head.orderNo}`;

async function stands(dossier: ExportDossier): Promise<Seen['list']> {
  return (await desk.ask<Seen>(addressOf(dossier))).body.list;
}

const reaches = (dossier: ExportDossier, state: string) =>
  until(async () => (await stands(dossier)).state === state, PATIENCE_MS, `the list is not ${state}`);

const numberOf = ({ list }: ExportDossier): string =>
  `${list.head.customsCode}2026E${String(made).padStart(9, '0')}`;

/** Customs says something of a list. */
async function say(dossier: ExportDossier, said: Said): Promise<void> {
  const head = dossier.list.head as unknown as Record<string, string>;
  const fields = { invtNo: numberOf(dossier), ...said.fields };
  await desk.peer.say({ root: 'CEB603Message', head }, { ...said, fields }, 'DXPENT0000000001');
}

const decisions = ({ list }: ExportDossier): Promise<number> =>
  desk.stand.count("select count(*) from exports.decision where order_no = $1 and judge = 'customs'", [
    list.head.orderNo,
  ]);

/** Statuses of the receipts of the list, as its broker has them. */
async function statuses({ list }: ExportDossier): Promise<string[]> {
  const receipts = await desk.stand.receipts(parties().broker.customsCode, 'CEB604');
  return receipts
    .filter(({ body }) => (body as { orderNo?: string }).orderNo === list.head.orderNo)
    .map(({ returnStatus }) => returnStatus);
}

const answersKept = (): Promise<number> =>
  desk.stand.count("select count(*) from links.answer where type = 'CEB604'");

describe('an export list where customs decides', () => {
  test('goes to customs, stands where its receipts say, and is closed by 899, each receipt in its sender’s box', async () => {
    const dossier = await declared();
    expect((await stands(dossier)).state).toBe('forwarded');
    await say(dossier, checked);
    await expect.poll(() => statuses(dossier)).toContain('120');
    await say(dossier, { status: '399', info: '[Code:2300;Desc:审结]' });
    await reaches(dossier, 'concluded');
    await say(dossier, { status: '800', info: '[Code:2600;Desc:放行]' });
    await reaches(dossier, 'released');
    expect((await stands(dossier)).invtNo).toBe(numberOf(dossier));
    await say(dossier, { status: '899', info: '[Code:2700;Desc:结关]' });
    await reaches(dossier, 'closed');
    expect((await statuses(dossier)).filter((status) => status !== '2')).toEqual([
      ...['120', '399', '800', '899'],
    ]);
    expect(await decisions(dossier)).toBe(3);
  });

  test('is moved once by a receipt that comes twice, and not at all by one that comes late', async () => {
    const dossier = await declared();
    const released: Said = {
      ...{ status: '800', info: '[Code:2600;Desc:放行]', time: '20990101120000000' },
    };
    await say(dossier, released);
    await reaches(dossier, 'released');
    const before = await answersKept();
    // The very same again, one that was said before it, and one that cannot follow.
    await say(dossier, released);
    await say(dossier, { status: '300', info: '[Code:1200;Desc:转人工]', time: '20260101120000000' });
    await say(dossier, { status: '120', info: '[Code:1800;Desc:逻辑校验通过]', time: '20990101120001000' });
    await until(async () => (await answersKept()) >= before + 2, PATIENCE_MS, 'the receipts have not come');
    expect((await stands(dossier)).state).toBe('released');
    expect(await decisions(dossier)).toBe(1);
    const late = "select count(*) from links.answer where type = 'CEB604' and standing = 'late'";
    expect(await desk.stand.count(late)).toBe(1);
  });

  test('is not closed by the departure of its goods: that is for customs to say', async () => {
    const dossier = await declared();
    await say(dossier, { status: '800', info: '[Code:2600;Desc:放行]' });
    await reaches(dossier, 'released');
    await leave(dossier);
    const gone = async () => (await stands(dossier)).goods === 'departed';
    await until(gone, PATIENCE_MS, 'the goods have not left');
    expect((await stands(dossier)).state).toBe('released');
    expect(await statuses(dossier)).not.toContain('899');
    await say(dossier, { status: '899', info: '[Code:2700;Desc:结关]' });
    await reaches(dossier, 'closed');
    expect((await statuses(dossier)).filter((status) => status === '899')).toEqual(['899']);
    expect(await decisions(dossier)).toBe(2);
  });

  test('that customs holds is not decided at our desk', async () => {
    const dossier = await declared();
    await say(dossier, { status: '300', info: '[Code:1200;Desc:转人工]' });
    await reaches(dossier, 'held');
    const { headers } = await signedInAs(desk.stand.database, { role: 'officer', agency: 'customs' });
    const answered = async (act: string, body: object): Promise<unknown> => {
      const response = await fetch(`${desk.stand.url()}${addressOf(dossier)}/${act}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return response.json();
    };
    const decision = { act: 'release', reason: 'EXREL-PAPERS', attempt: 1, step: 1 };
    const refused = { status: 409, code: 'EXPORT-DECIDED-BY-CUSTOMS' };
    expect(await answered('decision', decision)).toMatchObject(refused);
    // Nor by what was proposed here before customs came to decide.
    expect(await answered('confirmation', { proposal: '1' })).toMatchObject(refused);
    expect(await answered('rejection', { proposal: '1' })).toMatchObject(refused);
    expect((await stands(dossier)).state).toBe('held');
  });
});
