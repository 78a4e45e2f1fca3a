import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chinaDay, type Finding } from '#kernel';
import { certifiedInspections } from '../../apps/server/inspections.ts';
import { companionOf, loadRequirements } from '../../modules/agencies/wiring.ts';
import type { House } from '../../modules/clearance/testing/house.ts';
import { again, purchase } from '../../modules/clearance/testing/purchases.ts';
import {
  addPaper,
  certificateSeen,
  decideCertificate,
  fileCertificate,
  paperSeen,
  withdrawCertificate,
} from '../../modules/goods-certificates/application/filing.ts';
import type { CertificatePorts } from '../../modules/goods-certificates/application/ports.ts';
import { certificatesFor } from '../../modules/goods-certificates/application/reading.ts';
import { certificatesCompanion, recognise } from '../../modules/goods-certificates/application/recognise.ts';
import type { NewCertificate } from '../../modules/goods-certificates/domain/sound.ts';
import { certificateTables } from '../../modules/goods-certificates/domain/tables.ts';
import { askInspection } from '../../modules/inspections/application/ask.ts';
import { InspectionHouse } from '../../modules/inspections/testing/inspection-house.ts';
import type { FullDossier } from '../../modules/matching/testing/clean-dossier.ts';

const day = (at: Date) => chinaDay(at.getTime());
const dated = {
  zh: '一',
  en: 'one',
  rule: 'R-1.51',
  from: '2016-01-01',
  to: '',
  source: 's',
  confidence: 'D',
};
/** One kind that is used up and one that is not; both answer market regulation's requirement on health food. */
const tables = certificateTables(
  [
    { ...dated, code: 'ENTRY', agency: 'customs', by_quantity: 'no', longest_days: '365' },
    { ...dated, code: 'LOT', agency: 'market', by_quantity: 'yes', longest_days: '365' },
  ],
  [
    ...['ENTRY', 'LOT'].map((kind) => ({
      ...{ ...dated, code: `CR-${kind}`, kind, for_agency: 'market', for_requirement: 'MARKET-HEALTH-FOOD' },
    })),
    { ...dated, code: 'CR-QUALITY', kind: 'ENTRY', for_agency: 'market', for_ground: 'MKT-QUALITY' },
  ],
);

let inspections: InspectionHouse;
let house: House;
let ports: CertificatePorts;
beforeAll(async () => {
  const certified: Parameters<typeof companionOf>[2] = (client, wanted, at) =>
    recognise({ tables }, client, wanted, { day: day(at), at });
  inspections = await InspectionHouse.open({
    companions: [companionOf(loadRequirements(), day, certified), certificatesCompanion],
    certificates: certifiedInspections({
      recognise: (client, wanted, at) => recognise({ tables }, client, wanted, { day: day(at), at }),
      row: (code) => tables.recognition(code),
    }),
  });
  house = inspections.desk.house;
  ports = {
    database: house.database,
    now: () => house.clock.now,
    chinaDay: day,
    tables,
    isCountry: (code) => code === '119',
  };
});
afterAll(async () => {
  expect(house.faults).toEqual([]);
  await inspections.close();
});

/** Two bottles of fish oil. */
function oil(number: number): FullDossier {
  const dossier = purchase(number);
  for (const item of dossier.declaration.items) item.gcode = '1504200091';
  return dossier;
}
const seller = () => ({ customsCode: oil(0).declaration.head.ebcCode, id: 'o-seller' });
const code = (refusal: string) => expect.objectContaining({ code: refusal });
const pdf = { type: 'application/pdf', bytes: Buffer.from('%PDF-1.4 张三签发') };
const wish = (number: string, more: Partial<NewCertificate> = {}): NewCertificate => ({
  ...{ kind: 'ENTRY', number, issuer: '昆明海关', gcode: '15042000' },
  ...{ validFrom: '2026-11-01', validTo: '2026-11-30', ...more },
});

async function accepted(number: string, more: Partial<NewCertificate> = {}): Promise<string> {
  const { certificateId, kind } = await fileCertificate(ports, seller(), wish(number, more));
  await addPaper(ports, seller().customsCode, certificateId, pdf);
  const officer = { id: 'o-officer', agency: kind === 'ENTRY' ? 'customs' : 'market' };
  await decideCertificate(ports, officer, certificateId, { decision: 'accepted', reason: '已核验' });
  return certificateId;
}

async function stateOf({ declaration: { head } }: FullDossier): Promise<string> {
  const { body } = await house.get<{ list: { state: string } }>(`/api/lists/${head.ebpCode}/${head.orderNo}`);
  return body.list.state;
}

async function filed(...dossiers: FullDossier[]): Promise<string[]> {
  await house.file(dossiers);
  await house.settled();
  return Promise.all(dossiers.map(stateOf));
}

const usedOf = async (id: string) => (await certificateSeen(ports, id, undefined)).certificate.used;

describe('a certificate that customs has accepted', () => {
  test('answers market regulation, and the list does not wait; withdrawn, it answers no more', async () => {
    expect(await filed(oil(1))).toEqual(['held']);
    const id = await accepted('N1');
    expect(await filed(oil(2))).toEqual(['released']);
    const { uses } = await certificateSeen(ports, id, seller().customsCode);
    expect(uses).toMatchObject([
      { requirement: 'MARKET-HEALTH-FOOD', recognition: 'CR-ENTRY', quantity: '0' },
    ]);
    await withdrawCertificate(ports, seller().customsCode, id);
    expect(await filed(oil(3))).toEqual(['held']);
  });

  test('is not accepted unseen, by another agency, or twice; nobody else finds it', async () => {
    const { certificateId: id } = await fileCertificate(ports, seller(), wish('N2'));
    expect((await fileCertificate(ports, seller(), wish('N2'))).certificateId).toBe(id);
    const customs = { id: 'o', agency: 'customs' };
    const good = { decision: 'accepted' as const, reason: '已核验' };
    const decide = (officer: typeof customs) => decideCertificate(ports, officer, id, good);
    await expect(decide(customs)).rejects.toEqual(code('GOODS-CERTIFICATE-NO-PAPER'));
    const other = { type: 'image/png', bytes: pdf.bytes };
    const adding = addPaper(ports, seller().customsCode, id, other);
    await expect(adding).rejects.toEqual(code('GOODS-CERTIFICATE-PAPER'));
    await addPaper(ports, seller().customsCode, id, pdf);
    await expect(decide({ ...customs, agency: 'market' })).rejects.toEqual(
      code('GOODS-CERTIFICATE-NOT-FOUND'),
    );
    await decideCertificate(ports, customs, id, { decision: 'refused', reason: '查无此证' });
    await expect(decide(customs)).rejects.toEqual(code('GOODS-CERTIFICATE-STATE'));
    await expect(certificateSeen(ports, id, 'OTHER')).rejects.toEqual(code('GOODS-CERTIFICATE-NOT-FOUND'));
    expect((await paperSeen(ports, id, seller().customsCode)).bytes.toString()).toContain('张三');
    const [row] = await house.database.query<{ bare: boolean }>(
      `select position(convert_to('张三', 'UTF8') in content) > 0 as bare from goods_certificates.paper where certificate_id = $1`,
      [id],
    );
    expect(row?.bare).toBe(false);
  });

  test('is told all that is wrong with it at once, each at its field', async () => {
    const wrong = async (more: Partial<NewCertificate>) => {
      const refusal: unknown = await fileCertificate(ports, seller(), wish('N3', more)).catch(
        (error) => error,
      );
      expect(refusal).toEqual(code('GOODS-CERTIFICATE-INPUT'));
      const { findings = [] } = refusal as { findings?: readonly Finding[] };
      return findings.map((one) => `${one.code} ${one.path}`);
    };
    const overdue = { validFrom: '2026-11-22', validTo: '2026-11-01' };
    expect(await wrong({ kind: 'NONE', origin: '999', ...overdue })).toEqual([
      ...['CERT-KIND kind', 'CERT-ORIGIN origin', 'CERT-PERIOD validTo', 'CERT-RUN-OUT validTo'],
    ]);
    expect(await wrong({ validTo: '2027-11-30', quantity: '5' })).toEqual([
      ...['CERT-TOO-LONG validTo', 'CERT-NO-QUANTITY quantity'],
    ]);
    expect(await wrong({ kind: 'LOT' })).toEqual(['CERT-QUANTITY quantity']);
    expect(await wrong({ kind: 'LOT', quantity: '0' })).toEqual(['CERT-QUANTITY quantity']);
  });

  test('stays as it is on file: its number with other contents is refused, not taken for it', async () => {
    const { certificateId } = await fileCertificate(ports, seller(), wish('N4', { origin: '119' }));
    const again = await fileCertificate(ports, seller(), wish('N4', { origin: '119' }));
    expect(again.certificateId).toBe(certificateId);
    const other = fileCertificate(ports, seller(), wish('N4', { origin: '119', gcode: '3303' }));
    await expect(other).rejects.toMatchObject({ findings: [{ code: 'CERT-OTHER', path: 'number' }] });
    const page = (more: object) =>
      certificatesFor(ports, {
        ...{ party: seller().customsCode, agencies: [], state: undefined, gcode: undefined },
        ...{ before: undefined, limit: 50, ...more },
      });
    const numbers = async (more: object) => (await page(more)).map(({ number }) => number);
    expect(await numbers({ gcode: '1504200091' })).toContain('N4');
    expect(await numbers({ gcode: '15' })).toContain('N4');
    expect(await numbers({ gcode: '3303' })).toEqual([]);
    expect(await numbers({ agencies: ['customs'] })).toContain('N4');
    expect(await numbers({ agencies: ['customs', 'market'] })).toEqual([]);
    await withdrawCertificate(ports, seller().customsCode, certificateId);
  });
});

describe('what another agency wants inspected of a list', () => {
  test('is not inspected where the table says that a certificate counts for it, and is on record with it', async () => {
    const dossier = await inspections.desk.review(400);
    const { ebpCode, orderNo } = dossier.declaration.head;
    const key = { ebpCode, orderNo };
    const ask = (agency: string, ground: string, sampleWanted = false) =>
      askInspection(inspections.ports, { id: 'o-1', agency }, { list: key, ground, note: '', sampleWanted });
    const gcode = dossier.declaration.items[0]?.gcode.slice(0, 8) ?? '';
    const others = await accepted('N5', { gcode: '9999' });
    const id = await accepted('N6', { gcode });
    const came = await ask('market', 'MKT-QUALITY');
    expect(came).toMatchObject({ came: 'recognised', state: 'recognised', by: 'CR-QUALITY' });
    // Nothing is left to inspect, so nobody has to book a visit.
    expect((await inspections.of(key)).state).toBe('lapsed');
    expect(await ask('market', 'MKT-QUALITY')).toMatchObject({ came: 'there' });
    const { uses } = await certificateSeen(ports, id, seller().customsCode);
    expect(uses).toMatchObject([{ orderNo, requirement: 'MKT-QUALITY', recognition: 'CR-QUALITY' }]);
    expect((await certificateSeen(ports, others, undefined)).uses).toEqual([]);
    // What the table does not name is inspected as ever: other grounds, and what customs itself orders.
    expect(await ask('market', 'MKT-LABEL')).toMatchObject({ came: 'opened' });
    expect(await ask('customs', 'CUS-ORDERED')).toMatchObject({ came: 'joined' });
    await withdrawCertificate(ports, seller().customsCode, id);
  });

  test('is inspected once the certificate is withdrawn, and where a sample is wanted', async () => {
    const dossier = await inspections.desk.review(410);
    const { ebpCode, orderNo } = dossier.declaration.head;
    const asked = { list: { ebpCode, orderNo }, ground: 'MKT-QUALITY', note: '' };
    const market = { id: 'o-1', agency: 'market' };
    const gcode = dossier.declaration.items[0]?.gcode.slice(0, 8) ?? '';
    const id = await accepted('N7', { gcode });
    const sampled = await askInspection(inspections.ports, market, { ...asked, sampleWanted: true });
    expect(sampled).toMatchObject({ came: 'opened', state: 'open' });
    await withdrawCertificate(ports, seller().customsCode, id);
    const other = (await inspections.desk.review(420)).declaration.head;
    const list = { ebpCode: other.ebpCode, orderNo: other.orderNo };
    const after = await askInspection(inspections.ports, market, { ...asked, list, sampleWanted: false });
    expect(after).toMatchObject({ came: 'opened', state: 'open' });
  });
});

describe('a certificate that is used up', () => {
  test('answers for what it covers, however many lists come at once, and is given back what comes no further', async () => {
    const id = await accepted('LOT1', { kind: 'LOT', quantity: '10' });
    const dossiers = Array.from({ length: 8 }, (_, at) => oil(100 + at));
    const states = await filed(...dossiers);
    expect(states.filter((state) => state === 'released')).toHaveLength(5);
    expect(await usedOf(id)).toBe('10');
    await withdrawCertificate(ports, seller().customsCode, id);
  });

  test('is given back what is declared anew, and covers it again', async () => {
    const id = await accepted('LOT2', { kind: 'LOT', quantity: '2' });
    // Held for another reason besides: the buyer's other list of the day.
    const [first, second] = [
      purchase(210, { buyer: 200, price: '1300' }),
      purchase(211, { buyer: 200, price: '1300' }),
    ];
    for (const item of second.declaration.items) item.gcode = '1504200091';
    expect(await filed(first)).toEqual(['released']);
    expect(await filed(second)).toEqual(['held']);
    expect(await usedOf(id)).toBe('2');
    await house.send('declaration', second, again(second.declaration, { appType: '2' }));
    await house.settled();
    expect(await usedOf(id)).toBe('2');
    await house.send(
      'declaration',
      second,
      again(again(second.declaration, { appType: '2' }), { appType: '3' }),
    );
    await house.settled();
    expect(await usedOf(id)).toBe('0');
  });

  test('cannot be overdrawn, whatever program writes', async () => {
    const forced = `update goods_certificates.certificate set used = quantity + 1 where quantity is not null`;
    await expect(house.database.run(forced)).rejects.toThrow('never_overused');
  });
});
