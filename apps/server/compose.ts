import { keyParameters, keysAmong } from '#exchange';
import type { Rates, Repeats } from '#http';
import { chinaDay } from '#kernel';
import type { Database } from '#postgres';
import { parameterOn } from '#tax';
import type { AccessParts, AccessPorts } from '../../modules/access/wiring.ts';
import { type Clearance, registerList } from '../../modules/clearance/wiring.ts';
import type { Delegations } from '../../modules/delegations/wiring.ts';
import { type Exchange, wireExchange } from '../../modules/exchange/wiring.ts';
import type { Exports } from '../../modules/exports/wiring.ts';
import { type GoodsCertificates, wireGoodsCertificates } from '../../modules/goods-certificates/wiring.ts';
import type { Inspections } from '../../modules/inspections/wiring.ts';
import type { LiveLink } from '../../modules/links/wiring.ts';
import type { Returns } from '../../modules/returns/wiring.ts';
import type { Sampling } from '../../modules/sampling/wiring.ts';
import type { Summaries } from '../../modules/summaries/wiring.ts';
import { composeAccess } from './access.ts';
import { type Beside, composeBeside } from './compose-beside.ts';
import { linkToCustoms, patienceOn } from './customs.ts';
import { EnterpriseBook } from './enterprise-book.ts';
import { GoodsBook } from './goods-book.ts';
import { composeInspections } from './inspections.ts';
import { composeInterface } from './interface-parameters.ts';
import { composeLists, type Lists, returnTime } from './lists.ts';
import { composeReturns, withReturns } from './returns.ts';
import { composeSampling } from './sampling.ts';
import type { Secrets } from './secrets.ts';
import { composeSenders } from './senders.ts';
import type { Annex, ServerSettings } from './settings.ts';
import { type SignatureDesk, signatureDesk } from './signature-desk.ts';
import { Tables } from './tables.ts';

/** Everything the server is made of. */
export interface Parts extends Beside {
  readonly exchange: Exchange;
  readonly delegations: Delegations;
  readonly clearance: Clearance;
  readonly inspections: Inspections;
  readonly sampling: Sampling;
  readonly goodsCertificates: GoodsCertificates;
  readonly exports: Exports;
  readonly summaries: Summaries;
  /** Cancellations and returns of lists. */
  readonly returns: Returns;
  /** Accounts, sessions, and the guard that holds every route to the table. */
  readonly access: AccessParts;
  readonly enterprises: EnterpriseBook;
  readonly annex: Annex | undefined;
  /** The link to customs, where customs decides. */
  readonly customs: LiveLink | undefined;
  /** What callers may ask in a time, and what is promised of a request that comes twice. */
  readonly interface: { readonly rates: Rates; readonly repeats: Repeats };
  readonly signatures: SignatureDesk;
  /** The tables decisions rest on, with the editions the zone has approved. */
  readonly tables: Tables;
  readonly now: () => Date;
}

const valueOn = ({ parameters }: Pick<Tables['taxBook'], 'parameters'>, key: string, at: Date) =>
  parameterOn(parameters, key, chinaDay(at.getTime()))?.value;

const certificatesOf = (
  database: Database,
  codeLists: Tables['codeLists'],
  now: () => Date,
): GoodsCertificates =>
  wireGoodsCertificates({
    ...{ database, now },
    isCountry: (code) => codeLists.has('country', code, chinaDay(now().getTime())),
  });

/** Puts the parts together; the database is not asked anything before a part is used. */
export function compose(
  settings: Omit<ServerSettings, 'port'>,
  secrets: Secrets,
  fault: (error: unknown, what: string) => void,
): Parts {
  const { database } = settings;
  const tables = new Tables(database);
  const now = settings.now ?? (() => new Date());
  const { taxBook, codeLists } = tables;
  const enterprises = new EnterpriseBook(database, now);
  const receiptsWritten = (recipients: Iterable<string>): void => exchange.notifier.notify(recipients);
  const goodsCertificates = certificatesOf(database, codeLists, now);
  const { parameters } = taxBook;
  const inspections: Inspections = composeInspections(database, parameters, goodsCertificates, () => whole);
  const sampling = composeSampling(settings, { now, tables, inspections, codeLists });
  const lists: Lists = composeLists(settings, {
    ...{ now, tables, enterprises, receiptsWritten, fault, inspections },
    ...{ sampling, goodsCertificates, goods: new GoodsBook(database) },
    customs: () => customs,
  });
  const { clearance, exports, summaries } = lists;
  const annex = settings.annex?.({
    ...{ database, now, returnTime, enterprises, codeLists, taxBook, fault },
    take: (bytes, sender) => exchange.take(bytes, sender),
    receiptsWritten,
  });
  const customs =
    settings.customs &&
    linkToCustoms(settings.customs, lists, {
      ...{ database, now, returnTime, receiptsWritten, taxSources: taxBook },
      patience: patienceOn(taxBook.parameters, chinaDay(now().getTime())),
      fault: (error) => fault(error, 'the link to customs'),
    });
  const { delegations, sender } = composeSenders(database, enterprises, now);
  const returns = composeReturns({
    ...{ database, now, taxBook, clearance, exports, enterprises, sender, receiptsWritten, fault },
    sweepMs: settings.sweepMs,
    exchange: () => exchange,
  });
  const signatures = signatureDesk(settings, taxBook, now, fault);
  const exchange: Exchange = wireExchange({
    ...{ database, now, returnTime, fault: (error) => fault(error, 'keeping the keys') },
    asksForCertificates: settings.certificateOf !== undefined,
    keyParameters: () => keyParameters((key) => valueOn(taxBook, key, now())),
    codeLists: { has: (list, code) => codeLists.has(registerList(list), code) },
    ...{ sender, outcomes: lists.outcomes },
    ...withReturns(lists, returns, settings.customs !== undefined),
    ...{ elsewhere: annex?.elsewhere, onward: customs?.onward, signatures: signatures.settings },
  });
  const who = { now, enterprises, ...keysOf(exchange, database, now) };
  const access = composeAccess(settings, taxBook, who);
  const parts = {
    tables,
    ...{ exchange, delegations, clearance, exports, summaries, returns, access, enterprises },
    ...{ annex, customs, signatures, now },
  };
  const beside = { sender, inspections, codeLists, taxBook, receiptsWritten };
  const whole: Parts = {
    ...{ ...parts, inspections, sampling, goodsCertificates },
    interface: composeInterface(settings, taxBook.parameters, now),
    ...composeBeside(settings, secrets, taxBook.parameters, { ...parts, ...beside }, fault),
  };
  return whole;
}

/** Who is behind keys and certificates, for who asks and for the record. */
const keysOf = (
  { keys, certificates }: Exchange,
  database: AccessPorts['database'],
  now: () => Date,
): AccessPorts['keys'] => ({
  byToken: (token, certificate) => keys.caller(token, now(), certificate),
  byId: (keyId) => keys.callerById(keyId, now()),
  among: (ids) => keysAmong(database.readers, ids),
  byCertificate: (certificate) => certificates.caller(certificate, now()),
});
