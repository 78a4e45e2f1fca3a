import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { entriesAfter, latestCursor } from '#journal';
import {
  type TestDatabase,
  testDatabase,
  transactionsEnded,
} from '../../../platform/postgres/testing/index.ts';
import type { EnterpriseFile } from '../domain/enterprise-file.ts';
import { stepsOf } from '../storage/filings.ts';
import { carrierFile, platformFile } from '../testing/files.ts';
import { enterpriseRegister, loadCodeLists, loadLicenceRequirements } from '../wiring.ts';
import { suspendEnterprise } from './carrying-out.ts';
import { warnOfExpiries } from './expiry-pass.ts';
import type { Actor, FilingPorts } from './filing-ports.ts';
import { beginFiling, filingSeenBy, saveFiling, stepFiling } from './filings.ts';
import { applicationState, applyWithoutAccount } from './public-applications.ts';
import { contactsInFull, fileSeenBy, filingsSeenBy, filingView, historySeenBy } from './reading.ts';

const lists = loadCodeLists();
const requirements = loadLicenceRequirements(lists);
const clock = { now: new Date('2026-03-10T10:00:00+08:00') };
const firm: Actor = { who: 'firm', party: platformFile.customsCode };
const carrier: Actor = { who: 'carrier', party: carrierFile.customsCode };
const [first, second]: readonly [Actor, Actor] = [
  { who: 'first', party: undefined },
  { who: 'second', party: undefined },
];

let held: TestDatabase;
let ports: FilingPorts & {
  noticeDays: () => number[];
  publicLimits: () => { hourly: number; openOfOneCode: number };
};
const forgotten: string[] = [];
beforeAll(async () => {
  held = await testDatabase();
  ports = {
    ...{ database: held.database, now: () => clock.now },
    checks: () => ({ lists, requirements, day: '2026-03-10' }),
    changed: (codes) => forgotten.push(...codes),
    noticeDays: () => [60, 7],
    publicLimits: () => ({ hourly: 5, openOfOneCode: 2 }),
  };
});
afterAll(() => held.close());
beforeEach(async () => {
  await held.owner.run(
    'truncate registry.enterprise, registry.enterprise_role, registry.enterprise_version, registry.enterprise_filing, registry.filing_step, registry.expiry_warning',
  );
});

const draft = (actor: Actor, file: EnterpriseFile, kind: 'register' | 'change' = 'register') =>
  beginFiling(ports, actor, { kind, customsCode: file.customsCode, file, paper: '申请书 1' });

/** Takes a draft to its approval. */
async function through(actor: Actor, filingId: string): Promise<void> {
  await stepFiling(ports, actor, filingId, 'apply');
  await stepFiling(ports, first, filingId, 'check');
  await stepFiling(ports, second, filingId, 'approve');
}

async function registered(actor = firm, file = platformFile): Promise<void> {
  await through(actor, (await draft(actor, file)).filingId);
}

const problem = (status: number, code: string) => expect.objectContaining({ status, code });

describe('an enterprise', () => {
  test('applies, is checked by one and approved by another, and is in the register as it filed', async () => {
    const since = await latestCursor(held.database);
    await registered();
    const [entry] = await enterpriseRegister(held.database).list({ limit: 10 });
    expect(entry).toMatchObject({ customsCode: '5301960001', roles: ['EBP'], state: 'active' });
    expect(forgotten).toContain('5301960001');
    await transactionsEnded(held.database);
    const kinds = (await entriesAfter(held.database, since, 10)).map(({ kind }) => kind);
    expect(kinds).toEqual([
      ...['enterprise-filing-applied', 'enterprise-filing-checked', 'enterprise-registered'],
      'enterprise-filing-approved',
    ]);
  });

  test('cannot be approved by whoever checked it, not even past the rules in the code', async () => {
    const { filingId } = await draft(firm, platformFile);
    await stepFiling(ports, firm, filingId, 'apply');
    await stepFiling(ports, first, filingId, 'check');
    await expect(stepFiling(ports, first, filingId, 'approve')).rejects.toThrow(
      problem(409, 'FILING-FOUR-EYES') as never,
    );
    const forced = `update registry.enterprise_filing set state = 'approved', decided_by = checked_by`;
    await expect(held.database.run(forced)).rejects.toThrow('four_eyes');
  });

  test('that files unsoundly is told everything when it applies, and nothing is in force', async () => {
    const { filingId } = await draft(firm, { ...platformFile, domains: [], contacts: [] });
    await expect(stepFiling(ports, firm, filingId, 'apply')).rejects.toMatchObject({
      ...{ status: 422, code: 'FILING-UNSOUND' },
      findings: [{ code: 'REG-DOMAIN-MISSING' }, { code: 'REG-CONTACT-MISSING' }],
    });
    expect(await enterpriseRegister(held.database).list({ limit: 10 })).toEqual([]);
  });

  test('has its application returned with reasons, mends it and applies again', async () => {
    const { filingId } = await draft(firm, platformFile);
    await stepFiling(ports, firm, filingId, 'apply');
    await stepFiling(ports, first, filingId, 'return', '域名与营业执照不符');
    const file = { ...platformFile, domains: ['shop.example.cn'] };
    const saved = await saveFiling(ports, firm, filingId, { file, paper: '申请书 2' });
    expect(saved).toMatchObject({ state: 'returned', paper: '申请书 2' });
    await through(firm, filingId);
    const steps = await stepsOf(held.database, saved);
    expect(steps.map(({ step, by }) => `${step} ${by}`)).toEqual([
      ...[
        'save firm',
        'apply firm',
        'return first',
        'save firm',
        'apply firm',
        'check first',
        'approve second',
      ],
    ]);
    expect(steps[2]?.reasons).toBe('域名与营业执照不符');
  });

  test('applies for a change: what is in force stays until another is approved, and every field tells its story', async () => {
    await registered();
    const { filingId, file } = await draft(firm, { ...platformFile, roles: ['EBP', 'EBC'] }, 'change');
    const view = await filingView(ports, held.database, first, (await draftOf(filingId)) as never);
    expect(view.changes).toEqual([{ path: 'roles[EBC]', after: 'EBC' }]);
    expect(file.legalPerson?.idNumber).toBe('1101**********002X');
    const before = await enterpriseRegister(held.database).find(['5301960001']);
    expect(before.get('5301960001')?.roles).toEqual(['EBP']);
    await through(firm, filingId);
    const history = await historySeenBy(held.database, firm, '5301960001');
    expect(history.map(({ version, cause, by, paper }) => ({ version, cause, by, paper }))).toEqual([
      { version: 2, cause: 'changed', by: 'second', paper: '申请书 1' },
      { version: 1, cause: 'registered', by: 'second', paper: '申请书 1' },
    ]);
    expect(history[0]?.changes).toEqual([{ path: 'roles[EBC]', after: 'EBC' }]);
  });

  test('has one open application at a time, and sees nobody else’s', async () => {
    const { filingId } = await draft(firm, platformFile);
    await expect(draft(firm, platformFile)).rejects.toThrow(problem(409, 'FILING-OPEN') as never);
    await expect(stepFiling(ports, carrier, filingId, 'apply')).rejects.toThrow(
      problem(404, 'FILING-NOT-FOUND') as never,
    );
    await expect(draft(carrier, platformFile)).rejects.toThrow(problem(403, 'FILING-OTHERS') as never);
  });

  test('keeps a draft to itself until it applies', async () => {
    const { filingId } = await draft(firm, platformFile);
    const queue = async () => (await filingsSeenBy(held.database, first, { limit: 10 })).filings.length;
    expect(await queue()).toBe(0);
    await expect(filingSeenBy(held.database, first, filingId)).rejects.toMatchObject({ status: 404 });
    await stepFiling(ports, firm, filingId, 'apply');
    expect(await queue()).toBe(1);
    expect((await filingSeenBy(held.database, first, filingId)).state).toBe('applied');
  });

  test('cannot take a number another one holds, and is not told whose it is', async () => {
    await registered();
    const file = { ...carrierFile, dxpId: 'DXPENT0000012345', certificates: [{ number: '01691FE9' }] };
    const { filingId } = await draft(carrier, file);
    const refusal = await stepFiling(ports, carrier, filingId, 'apply').catch((fault) => fault);
    expect(refusal.findings.map(({ path }: { path: string }) => path)).toEqual(['dxpId', 'certificates[1]']);
    expect(JSON.stringify(refusal.findings)).not.toContain('5301960001');
  });
});

const draftOf = async (filingId: string) =>
  (await import('../storage/filings.ts')).findFiling(held.database, filingId);

describe('an enterprise in force', () => {
  test('is suspended at once with reasons, and resumed by an application that two people look at', async () => {
    await registered();
    await suspendEnterprise(ports, 'first', '5301960001', { reasons: '许可证被吊销', paper: '决定书 7' });
    const register = enterpriseRegister(held.database);
    expect((await register.find(['5301960001'])).get('5301960001')?.state).toBe('suspended');
    const wish = { kind: 'resume', customsCode: '5301960001', paper: '申请书 9' } as const;
    await through(firm, (await beginFiling(ports, firm, wish)).filingId);
    expect((await register.find(['5301960001'])).get('5301960001')?.state).toBe('active');
    const [resumed, suspended] = await historySeenBy(held.database, firm, '5301960001');
    expect(resumed?.changes).toEqual([{ path: 'state', before: 'suspended', after: 'active' }]);
    expect(suspended).toMatchObject({ cause: 'suspended', reasons: '许可证被吊销', paper: '决定书 7' });
  });

  test('whose file was changed meanwhile has an older application sent back', async () => {
    await registered();
    const { filingId } = await draft(firm, { ...platformFile, roles: ['EBP', 'EBC'] }, 'change');
    const entry = (await enterpriseRegister(held.database).find(['5301960001'])).get('5301960001');
    if (!entry) throw new Error('it is registered');
    await enterpriseRegister(held.database).save([{ ...entry, name: '改名' }], {
      by: 'import',
      paper: 'x.json',
    });
    await expect(through(firm, filingId)).rejects.toThrow(problem(409, 'FILING-OUTDATED') as never);
  });

  test('keeps what it filed when its entry is imported anew, and the import is a version of its own', async () => {
    await registered();
    const register = enterpriseRegister(held.database);
    const entry = (await register.find(['5301960001'])).get('5301960001');
    if (!entry) throw new Error('it is registered');
    await register.save([entry], { by: 'import', paper: 'same.json' });
    await register.save([{ ...entry, roles: ['DCL', 'EBP'] }], { by: 'import', paper: 'x.json' });
    const history = await historySeenBy(held.database, firm, '5301960001');
    expect(history.map(({ cause, paper }) => `${cause} ${paper}`)).toEqual([
      'imported x.json',
      'registered 申请书 1',
    ]);
    const view = await fileSeenBy(ports, held.database, firm, '5301960001');
    expect(view.version.file.domains).toEqual(['mall.example.cn']);
  });

  test('is told what its imported file lacks', async () => {
    const { licences: _none, contacts: _nobody, legalPerson: _no, ...entry } = carrierFile;
    await enterpriseRegister(held.database).save([{ ...entry, state: 'active' }]);
    const { gaps } = await fileSeenBy(ports, held.database, carrier, carrierFile.customsCode);
    expect(gaps.map(({ code }) => code)).toEqual([
      ...['REG-LICENCE-MISSING', 'REG-CONTACT-MISSING', 'REG-LEGAL-PERSON-NAME'],
    ]);
  });

  test('has its contacts shown in full only with a reason, which is on record', async () => {
    await registered();
    const masked = await fileSeenBy(ports, held.database, firm, '5301960001');
    expect(JSON.stringify(masked)).not.toContain('63330001');
    const contacts = await contactsInFull(ports, first, '5301960001', '核实地址');
    expect(contacts?.[0]?.phone).toBe('0871-63330001');
    const readings = await held.database.query('select read_by, reason from registry.file_reading');
    expect(readings).toEqual([{ read_by: 'first', reason: '核实地址' }]);
    await expect(contactsInFull(ports, carrier, '5301960001', '好奇')).rejects.toThrow(
      problem(404, 'ENTERPRISE-NOT-FOUND') as never,
    );
  });
});

describe('what runs out', () => {
  test('is warned of once at each notice, by whichever server looks, and not long before', async () => {
    const [licence] = carrierFile.licences ?? [];
    if (!licence) throw new Error('the carrier has a licence');
    await registered(carrier, { ...carrierFile, licences: [{ ...licence, to: '2026-05-01' }] });
    const pass = async (at: string) => {
      clock.now = new Date(`${at}T08:00:00+08:00`);
      const warned = await Promise.all([warnOfExpiries(ports), warnOfExpiries(ports)]);
      return warned.flat().map(({ subject, which, endsOn }) => `${subject} ${which} ${endsOn}`);
    };
    expect(await pass('2026-03-01')).toEqual([]);
    expect(await pass('2026-03-02')).toEqual(['licence express 滇邮20240017 2026-05-01']);
    expect(await pass('2026-03-03')).toEqual([]);
    expect(await pass('2026-04-24')).toEqual(['licence express 滇邮20240017 2026-05-01']);
    expect(await pass('2026-05-02')).toEqual([]);
  });

  test('and was found late is told of once, not by every notice', async () => {
    clock.now = new Date('2026-03-10T10:00:00+08:00');
    await registered();
    clock.now = new Date('2027-12-30T10:00:00+08:00');
    expect(await warnOfExpiries(ports)).toHaveLength(1);
    clock.now = new Date('2026-03-10T10:00:00+08:00');
  });
});

describe('a firm without an account', () => {
  test('applies, and sees with its ticket alone how the application stands', async () => {
    const { filingId, ticket } = await applyWithoutAccount(ports, carrierFile, '网上申请');
    expect(await applicationState(held.database, filingId, ticket)).toMatchObject({ state: 'applied' });
    await expect(applicationState(held.database, filingId, 'guess')).rejects.toThrow(
      problem(404, 'FILING-NOT-FOUND') as never,
    );
    await stepFiling(ports, first, filingId, 'return', '缺少营业执照');
    expect(await applicationState(held.database, filingId, ticket)).toMatchObject({
      ...{ state: 'returned', reasons: '缺少营业执照' },
    });
  });

  test('stands in nobody’s way, and too many are not taken in', async () => {
    await applyWithoutAccount(ports, carrierFile, '');
    await registered(carrier, carrierFile);
    await expect(applyWithoutAccount(ports, carrierFile, '')).rejects.toThrow(
      problem(409, 'FILING-KIND') as never,
    );
    for (let other = 0; other < 2; other += 1) await applyWithoutAccount(ports, platformFile, '');
    await expect(applyWithoutAccount(ports, platformFile, '')).rejects.toThrow(
      problem(429, 'FILING-TOO-MANY') as never,
    );
  });
});
