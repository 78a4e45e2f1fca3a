import { issueKey } from '#exchange';
import { chinaDay, organisationCheckCharacter, usccCheckCharacter } from '#kernel';
import type { Client, Database } from '#postgres';
import { checkEnterprise, type Enterprise, type EnterpriseRole } from '#registry';
import { enterpriseRegister } from '../../modules/registry/wiring.ts';
import { enrol } from './certificates.ts';
import { addTestEnterprise, type KeyAlgorithm, nextEnterpriseNumber } from './storage/enterprises.ts';

/** What a tester wishes for. */
export interface Wish {
  readonly name: string;
  readonly roles: readonly EnterpriseRole[];
  readonly algorithm: KeyAlgorithm;
}

/** A registered enterprise with all its keys; the secret ones are given this once and not kept. */
export interface Registered {
  readonly customsCode: string;
  readonly uscc: string;
  readonly name: string;
  readonly roles: readonly EnterpriseRole[];
  readonly customsOffice: string;
  readonly dxpId: string;
  readonly algorithm: KeyAlgorithm;
  readonly certificateNumber: string;
  readonly certificate: string;
  readonly privateKey: string;
  readonly apiKey: string;
}

/** Enterprises a sandbox holds at most (D): enough for every tester of a firm, too few to fill a disk. */
export const MOST_ENTERPRISES = 1_000;
/** Kunming, as the demo zone. */
const OFFICE = '8601';

/**
 * Registers an enterprise under codes with right check characters that no real one has, with a certificate of the
 * sandbox's own and an API key.
 * @returns undefined once the sandbox is full.
 */
export async function registerEnterprise(
  database: Database,
  wish: Wish,
  now: Date,
): Promise<Registered | undefined> {
  const registered = await database.transaction((client) => enter(client, wish, now));
  if (!registered) return undefined;
  const { enterprise, ...rest } = registered;
  const [finding] = checkEnterprise(enterprise);
  if (finding) throw new Error(`the sandbox made an unsound enterprise: ${finding.message.en}`);
  await enterpriseRegister(database).save([enterprise]);
  const { token } = await issueKey(database, enterprise.customsCode, 'sandbox', 'enterprise', now);
  const { customsCode, uscc, name, roles, customsOffice } = enterprise;
  return { customsCode, uscc, name, roles, customsOffice, ...rest, apiKey: token };
}

async function enter(client: Client, { name, roles, algorithm }: Wish, now: Date) {
  const number = await nextEnterpriseNumber(client, MOST_ENTERPRISES);
  if (number === undefined) return undefined;
  const { customsCode, uscc, dxpId } = codesOf(number);
  const enterprise: Enterprise = {
    ...{ customsCode, uscc, name, roles, customsOffice: OFFICE, dxpId },
    ...{ validFrom: chinaDay(now.getTime()), state: 'active' },
  };
  const { privateKey, certificate, certificateNumber } = await enrol(client, enterprise, algorithm, now);
  await addTestEnterprise(client, {
    customsCode,
    dxpId,
    algorithm,
    certificateNumber,
    certificate,
    madeAt: now,
  });
  return { enterprise, dxpId, algorithm, certificateNumber, certificate, privateKey };
}

/** Codes of the n-th enterprise of a sandbox: organisation codes in service begin with digits or MA, never with XB. */
function codesOf(number: number): { customsCode: string; uscc: string; dxpId: string } {
  const organisation = `XB${String(number).padStart(6, '0')}`;
  const body = `91530100${organisation}${organisationCheckCharacter(organisation)}`;
  return {
    customsCode: `5301W9${number.toString(36).toUpperCase().padStart(4, '0')}`,
    uscc: body + usccCheckCharacter(body),
    dxpId: `DXPENT98${String(number).padStart(8, '0')}`,
  };
}

/** What an enterprise may act as that comes of itself: everything that sends messages. */
const EVERY_ROLE: readonly EnterpriseRole[] = ['EBP', 'EBC', 'PAY', 'LGS', 'DCL', 'IAC'];

/**
 * Lets an enterprise in that sends its first message over DXP, under the code, name and number it gives: the sandbox
 * takes firms at their word.
 * @returns false when it is no customs code, or the sandbox is full.
 */
export async function admitEnterprise(
  database: Database,
  firm: { readonly customsCode: string; readonly name: string; readonly dxpId: string },
  now: Date,
): Promise<boolean> {
  const number = await nextEnterpriseNumber(database, MOST_ENTERPRISES);
  if (number === undefined) return false;
  const { customsCode, name, dxpId } = firm;
  const enterprise: Enterprise = {
    ...{ customsCode, name, dxpId, uscc: codesOf(number).uscc, roles: EVERY_ROLE, customsOffice: OFFICE },
    ...{ validFrom: chinaDay(now.getTime()), state: 'active' },
  };
  if (checkEnterprise(enterprise).length > 0) return false;
  await enterpriseRegister(database).save([enterprise]);
  return true;
}
