import { Problem } from '#http';
import { record } from '#journal';
import type { Client } from '#postgres';
import { changesBetween } from '../domain/file-changes.ts';
import { type EnterpriseVersion, type Filing, mayBegin, outcomeOf } from '../domain/filing.ts';
import { addStep, type DoneStep } from '../storage/filings.ts';
import { lockRegister, putInForce, versionsInForce, versionsOf } from '../storage/versions.ts';
import type { FilingPorts } from './filing-ports.ts';

/** Past tense of the steps that others are told of. */
const told: Partial<Readonly<Record<DoneStep['step'], string>>> = {
  apply: 'enterprise-filing-applied',
  check: 'enterprise-filing-checked',
  return: 'enterprise-filing-returned',
  approve: 'enterprise-filing-approved',
  withdraw: 'enterprise-filing-withdrawn',
};

/** Notes a step with the filing, and in the journal where it concerns others. */
export async function recordStep(client: Client, filing: Filing, done: DoneStep): Promise<void> {
  await addStep(client, filing, done);
  const kind = told[done.step];
  if (kind === undefined) return;
  const { customsCode, filingId, kind: asked } = filing;
  const body = {
    customsCode,
    filingId,
    asked,
    by: done.by,
    ...(done.reasons ? { reasons: done.reasons } : {}),
  };
  await record(client, [{ at: done.at, kind, subject: customsCode, body }]);
}

/** Who put something in force, and when. */
interface Doing {
  readonly by: string;
  readonly at: Date;
}

/** Puts what a filing asks for in force as the next version of the enterprise's file. */
export async function carryOut(client: Client, filing: Filing, doing: Doing): Promise<void> {
  await lockRegister(client);
  const { customsCode, kind, paper, filingId, baseVersion } = filing;
  const present = (await versionsInForce(client, [customsCode])).get(customsCode);
  if (!mayBegin(kind, present?.state) || (await isOutdated()))
    throw new Problem(409, 'FILING-OUTDATED', {
      zh: '申请之后备案已有变动，请退回，由申请人对照新的备案再提交',
      en: 'The file has changed since: return it, so that it is applied for again on what is in force now',
    });
  const file = kind === 'register' || kind === 'change' ? filing.file : (present?.file ?? filing.file);
  await putForward(client, {
    ...{ customsCode, version: (present?.version ?? 0) + 1, file, paper, filingId },
    ...{ ...outcomeOf(kind, present?.state), ...doing },
  });

  /** Whether the file itself has changed since the filing began; a state that has does no harm. */
  async function isOutdated(): Promise<boolean> {
    if (present === undefined || present.version === baseVersion) return false;
    const base = (await versionsOf(client, customsCode)).find(({ version }) => version === baseVersion);
    return changesBetween(base?.file, present.file).length > 0;
  }
}

async function putForward(client: Client, version: EnterpriseVersion): Promise<void> {
  await putInForce(client, [version]);
  const { customsCode, cause, at, state, by } = version;
  const body = { customsCode, version: version.version, state, by };
  await record(client, [{ at, kind: `enterprise-${cause}`, subject: customsCode, body }]);
}

/** Suspends an enterprise at once: what it sends is refused until it is resumed. @throws Problem 404, 409 */
export async function suspendEnterprise(
  { database, now, changed }: FilingPorts,
  by: string,
  customsCode: string,
  { reasons, paper }: { readonly reasons: string; readonly paper: string },
): Promise<EnterpriseVersion> {
  const suspended = await database.transaction(async (client) => {
    await lockRegister(client);
    const present = (await versionsInForce(client, [customsCode])).get(customsCode);
    if (!present) throw enterpriseNotFound(customsCode);
    if (present.state !== 'active')
      throw new Problem(409, 'ENTERPRISE-NOT-ACTIVE', {
        zh: `企业目前为“${present.state}”，不能暂停`,
        en: `The enterprise is ${present.state}: it cannot be suspended`,
      });
    const version: EnterpriseVersion = {
      ...{ customsCode, version: present.version + 1, file: present.file, state: 'suspended' },
      ...{ cause: 'suspended', by, at: now(), paper, reasons },
    };
    await putForward(client, version);
    return version;
  });
  changed([customsCode]);
  return suspended;
}

/** The answer to who asks for an enterprise that is not there, or not for them. */
export const enterpriseNotFound = (customsCode: string): Problem =>
  new Problem(404, 'ENTERPRISE-NOT-FOUND', {
    zh: `没有备案企业 ${customsCode}`,
    en: `There is no registered enterprise ${customsCode}`,
  });
