import { type AccessParameters, accessParameters } from '#access';
import { chinaDay } from '#kernel';
import { Networks } from '#outbound';
import type { Database } from '#postgres';
import { parameterOn } from '#tax';
import { placeOf } from '#vault';
import {
  type AccessParts,
  type AccessPorts,
  CommonPasswords,
  type EnteringPorts,
  wireAccess,
} from '../../modules/access/wiring.ts';
import { forgetIdentity } from '../../modules/persons/wiring.ts';
import { loadTaxBook, type TaxBook } from '../../modules/tax/wiring.ts';
import type { EnterpriseBook } from './enterprise-book.ts';
import type { ServerSettings } from './settings.ts';

const shipped = new URL('../../contracts/common-passwords.bin', import.meta.url);
/** One for the process: it holds an open file and nothing else. */
let commonPasswords: CommonPasswords | undefined;

/** Secrets of accounts are sealed by the installation's keys, each for its account alone. */
const boxOf = (database: Database): EnteringPorts['box'] => ({
  seal: (plain, accountId) => database.vault.seal(placeOf('access.account', accountId), plain),
  open: (sealed, accountId) => database.vault.open(placeOf('access.account', accountId), sealed),
});

/** What the command line needs to make accounts in a database. */
export function enteringPorts(database: Database): EnteringPorts {
  const now = (): Date => new Date();
  const { parameters } = loadTaxBook();
  return { database, now, box: boxOf(database), parameters: () => parametersOn(parameters, now()) };
}

const parametersOn = (table: TaxBook['parameters'], at: Date): AccessParameters => {
  const day = chinaDay(at.getTime());
  return accessParameters((key) => parameterOn(table, key, day)?.value);
};

/** Puts accounts and sessions together; the parameters of today must be there. */
export function composeAccess(
  settings: Omit<ServerSettings, 'port'>,
  taxBook: TaxBook,
  parts: {
    readonly now: () => Date;
    readonly enterprises: EnterpriseBook;
  } & AccessPorts['keys'],
): AccessParts {
  const { now, enterprises, ...keys } = parts;
  commonPasswords ??= new CommonPasswords(shipped);
  const common = commonPasswords;
  return wireAccess({
    ...{
      database: settings.database,
      now,
      box: boxOf(settings.database),
      keys,
    },
    certificateOf: settings.certificateOf,
    agencyNetworks: new Networks(settings.agencyNetworks),
    parameters: () => parametersOn(taxBook.parameters, now()),
    isCommonPassword: (password) => common.has(password),
    enterpriseName: async (code) => (await enterprises.find(new Set([code]))).get(code)?.name,
    forgetPerson: forgetIdentity,
    enterpriseRoles: async (code) => (await enterprises.sender(code))?.roles ?? [],
    // In a demonstration whoever shows no key is a visitor, and every person in it is made up.
    visitors: settings.demo ?? false,
    side: { sandbox: settings.sandbox ?? false, other: settings.otherSide },
    secureCookies: settings.secureCookies ?? false,
    publicUrl: settings.publicUrl,
  });
}
