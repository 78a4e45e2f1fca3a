import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Problem } from '#http';
import type { Queryable } from '#postgres';
import { type EnterpriseFile, keptFile, unmasked } from '../domain/enterprise-file.ts';
import { type Filing, mayBegin } from '../domain/filing.ts';
import { addFiling, countPublicFilings, findFilingByTicket, stepsOf } from '../storage/filings.ts';
import { lockRegister, versionsInForce } from '../storage/versions.ts';
import { recordStep } from './carrying-out.ts';
import type { FilingPorts } from './filing-ports.ts';
import { findingsOf } from './filings.ts';

/** How much is taken in from those who have no account. */
export interface PublicLimits {
  /** Applications an hour, of all together. */
  readonly hourly: number;
  /** Open ones of one customs code. */
  readonly openOfOneCode: number;
}

export interface PublicPorts extends FilingPorts {
  readonly publicLimits: () => PublicLimits;
}

/** Who applies without an account. */
const STRANGER = 'public';

const digestOf = (ticket: string): Buffer => createHash('sha256').update(ticket).digest();

/**
 * Takes in the application of a firm that has no account: to register, at once applied for. The ticket shows how it stands
 * and is kept as a digest only. @throws Problem 409, 422 with every finding, 429 where too many come
 */
export async function applyWithoutAccount(
  ports: PublicPorts,
  given: EnterpriseFile,
  paper: string,
): Promise<{ readonly filingId: string; readonly ticket: string }> {
  const at = ports.now();
  const ticket = randomBytes(24).toString('base64url');
  const file = unmasked(given, undefined);
  const filingId = randomUUID();
  await ports.database.transaction(async (client) => {
    await lockRegister(client);
    const { customsCode } = file;
    await holdLimits(ports, client, customsCode, at);
    const findings = await findingsOf(ports, client, file);
    if (findings.length > 0) {
      const texts = { zh: '申请内容有不符之处，见 findings', en: 'The application has lapses: see findings' };
      throw new Problem(422, 'FILING-UNSOUND', texts, findings);
    }
    const present = (await versionsInForce(client, [customsCode])).get(customsCode);
    if (!mayBegin('register', present?.state))
      throw new Problem(409, 'FILING-KIND', {
        zh: '该企业已经备案，请用企业账号申请变更',
        en: 'The enterprise is registered already: apply for a change with its account',
      });
    const filing: Filing = {
      ...{ customsCode, filingId, kind: 'register', state: 'applied', source: 'public', paper },
      ...{ file: keptFile(file), baseVersion: present?.version ?? 0 },
      ...{ madeBy: STRANGER, madeAt: at, changedAt: at },
    };
    await addFiling(client, filing, digestOf(ticket));
    await recordStep(client, filing, { step: 'apply', by: STRANGER, at });
  });
  return { filingId, ticket };
}

async function holdLimits(
  ports: PublicPorts,
  client: Queryable,
  customsCode: string,
  at: Date,
): Promise<void> {
  const { hourly, openOfOneCode } = ports.publicLimits();
  const since = new Date(at.getTime() - 3_600_000);
  const counted = await countPublicFilings(client, customsCode, since);
  if (counted.sinceAll < hourly && counted.openOfCode < openOfOneCode) return;
  throw new Problem(429, 'FILING-TOO-MANY', {
    zh: '申请过多，请稍后再试，或联系运营人员',
    en: 'Too many applications: try again later, or ask the operators',
  });
}

/** How an application stands. @throws Problem 404 where there is none, or the ticket is not its own */
export async function applicationState(
  client: Queryable,
  filingId: string,
  ticket: string,
): Promise<Pick<Filing, 'filingId' | 'state' | 'changedAt'> & { readonly reasons?: string }> {
  const filing = await findFilingByTicket(client, filingId, digestOf(ticket));
  if (!filing)
    throw new Problem(404, 'FILING-NOT-FOUND', {
      zh: '没有此申请，或凭证不符',
      en: 'There is no such application, or the ticket is not its own',
    });
  const returned = (await stepsOf(client, filing)).findLast(({ step }) => step === 'return');
  const { state, changedAt } = filing;
  const reasons = state === 'returned' ? returned?.reasons : undefined;
  return { filingId, state, changedAt, ...(reasons === undefined ? {} : { reasons }) };
}
