import type { Channel } from '#channels';
import type { Enterprise } from '#registry';
import type { Annex, AnnexParts } from '../server/settings.ts';
import { signatureFindings } from './certificates.ts';
import { DxpFront } from './dxp/front.ts';
import { sandboxRoutes } from './http/routes.ts';
import { registerPaymentDataCustoms } from './payment-data/register.ts';
import { registeredCertificate } from './payment-data/registered.ts';
import { admitEnterprise, registerEnterprise } from './registering.ts';
import type { CustomsResults } from './scheme/plan.ts';
import { schemeOf } from './scheme/scheme.ts';
import { codeOfDxpId, findTestEnterprise } from './storage/enterprises.ts';
import { Planner } from './taking/planner.ts';
import { ReceptionDesk } from './taking/reception-desk.ts';

/** Messages the platform judges itself; unscripted ones stay with it. */
const JUDGED_BY_HOUSE: ReadonlySet<string> = new Set([
  'CEB311Message',
  'CEB411Message',
  'CEB511Message',
  'CEB621Message',
]);

/** The others it judges: a sandbox brings them to their good end, where a platform shows itself they are its own. */
const JUDGED_IN_FULL: ReadonlySet<string> = new Set([
  ...JUDGED_BY_HOUSE,
  ...['CEB303Message', 'CEB403Message', 'CEB505Message', 'CEB603Message', 'CEB507Message', 'CEB509Message'],
  ...['CEB607Message', 'CEB623Message', 'CEB625Message', 'CEB701Message'],
  ...['CEB605Message', 'CEB213Message', 'CEB215Message'],
]);

/** What a sandbox may have beside the interface. */
export interface SandboxOptions {
  /** Speaks DXP over this channel as customs' end of the exchange platform; closed with the server. */
  readonly channel?: Channel | undefined;
  /** Leaves unscripted exports, returns and summaries to the platform too, as on a demo day. */
  readonly houseJudgesAll?: boolean;
}

/** A simulated customs beside the platform: for testers, never in production. */
export function sandboxAnnex(
  parts: AnnexParts,
  { channel, houseJudgesAll = false }: SandboxOptions = {},
): Annex {
  const { database, now, returnTime, taxBook, codeLists, enterprises, receiptsWritten, fault } = parts;
  const planner = new Planner({
    ...{ database, now, written: receiptsWritten },
    fault: (error) => fault(error, 'the sandbox'),
  });
  const results: CustomsResults = (code) => {
    const entry = codeLists.find('customs_result', code);
    return entry && { status: entry.more.return_status ?? '100', zh: entry.zh };
  };
  const desk = new ReceptionDesk({
    ...{
      database,
      returnTime,
      taxBook,
      results,
      judgedByHouse: houseJudgesAll ? JUDGED_IN_FULL : JUDGED_BY_HOUSE,
    },
    signature: (incoming) => signatureFindings(database, incoming, now()),
    written: (recipient) => {
      receiptsWritten([recipient]);
      planner.wake();
    },
  });
  const front = channel && dxpFront(parts, channel);
  return {
    elsewhere: (incoming) => desk.take(incoming),
    register: async (app) => {
      sandboxRoutes(app, {
        ...{ scheme: schemeOf(codeLists), now },
        register: async (wish) => {
          const registered = await registerEnterprise(database, wish, now());
          enterprises.forget();
          return registered;
        },
        enterprise: async (code) => (await enterprises.find(new Set([code]))).get(code),
      });
      registerPaymentDataCustoms(app, {
        now,
        registered: async (code) => {
          const found = await findTestEnterprise(database, code);
          return found && registeredCertificate(found.certificate);
        },
      });
    },
    start: async () => {
      planner.start();
      front?.start();
    },
    stop: async () => {
      await front?.stop();
      await planner.stop();
    },
  };
}

/** Customs' end of a channel: enterprises that are not registered yet are let in with their first message. */
function dxpFront({ database, now, enterprises, take, fault }: AnnexParts, channel: Channel): DxpFront {
  const known = async (code: string): Promise<Enterprise | undefined> =>
    (await enterprises.find(new Set([code]))).get(code);
  const sender = async (code: string) => {
    const found = await enterprises.sender(code);
    return found && { ...found, dxpId: (await known(code))?.dxpId };
  };
  return new DxpFront({
    ...{ channel, database, now, take },
    admit: async (firm) => {
      if (!(await known(firm.customsCode)) && (await admitEnterprise(database, firm, now())))
        enterprises.forget();
      return sender(firm.customsCode);
    },
    byDxpId: async (dxpId) => {
      const code = await codeOfDxpId(database, dxpId);
      return code === undefined ? undefined : enterprises.sender(code);
    },
    fault: (error) => fault(error, 'the DXP front of the sandbox'),
  });
}
