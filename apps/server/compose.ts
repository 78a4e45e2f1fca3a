import { keyParameters } from '#exchange';
import type { Rates, Repeats } from '#http';
import { chinaDay, chinaStamp } from '#kernel';
import { parameterOn } from '#tax';
import type { AccessParts } from '../../modules/access/wiring.ts';
import { type Clearance, registerList, wireClearance } from '../../modules/clearance/wiring.ts';
import type { Delegations } from '../../modules/delegations/wiring.ts';
import { type Exchange, wireExchange } from '../../modules/exchange/wiring.ts';
import { answeredLater, type LiveLink } from '../../modules/links/wiring.ts';
import { composeAccess } from './access.ts';
import { type Beside, composeBeside } from './compose-beside.ts';
import { linkToCustoms, patienceOn } from './customs.ts';
import { followHeld } from './desk.ts';
import { EnterpriseBook } from './enterprise-book.ts';
import { composeInterface } from './interface-parameters.ts';
import { ruleRows } from './rule-rows.ts';
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

/** Set in demonstrations and tests only. */
const pace = ({ paperWaitMs, sweepMs }: Pick<ServerSettings, 'paperWaitMs' | 'sweepMs'>) => ({
  ...(paperWaitMs === undefined ? {} : { paperWaitMs }),
  ...(sweepMs === undefined ? {} : { sweepMs }),
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
  const { rulebook, taxBook, codeLists } = tables;
  const enterprises = new EnterpriseBook(database, now);
  const returnTime = (at: Date): string => chinaStamp(at.getTime(), true);
  const receiptsWritten = (recipients: Iterable<string>): void => exchange.notifier.notify(recipients);
  const clearance: Clearance = wireClearance({
    ...{ database, now, returnTime, rulebook, codeLists },
    ...{ taxSources: taxBook, ruleRows: ruleRows(taxBook.parameters, rulebook.risk) },
    enterprises: (codes) => enterprises.find(codes),
    customsDistrict:
      parameterOn(taxBook.parameters, 'zone.customs_district', chinaDay(now().getTime()))?.value ?? '',
    follower: followHeld(taxBook.parameters, now),
    receiptsWritten: (recipients) => {
      receiptsWritten(recipients);
      // Lists that have just been advised on may have made their messages ready to go.
      customs?.nudge();
    },
    ...(settings.customs ? { forward: async (client, lists) => customs?.forward(client, lists) } : {}),
    fault: (error) => fault(error, 'the conductor'),
    ...pace(settings),
  });
  const annex = settings.annex?.({
    ...{ database, now, returnTime, enterprises, codeLists, taxBook, fault },
    take: (bytes, sender) => exchange.take(bytes, sender),
    receiptsWritten,
  });
  const customs =
    settings.customs &&
    linkToCustoms(settings.customs, clearance, {
      ...{ database, now, returnTime, receiptsWritten },
      patience: patienceOn(taxBook.parameters, chinaDay(now().getTime())),
      fault: (error) => fault(error, 'the link to customs'),
    });
  const { delegations, sender } = composeSenders(database, enterprises, now);
  const signatures = signatureDesk(settings, taxBook, now, fault);
  const exchange: Exchange = wireExchange({
    ...{ database, now, returnTime, fault: (error) => fault(error, 'keeping the keys') },
    asksForCertificates: settings.certificateOf !== undefined,
    keyParameters: () =>
      keyParameters((key) => parameterOn(taxBook.parameters, key, chinaDay(now().getTime()))?.value),
    handlers: settings.customs ? clearance.handlers.map(answeredLater) : clearance.handlers,
    codeLists: { has: (list, code) => codeLists.has(registerList(list), code) },
    ...{ sender, outcomes: clearance.outcomes, listRoot: clearance.listRoot },
    papersArrived: (orderNos) => clearance.conductor.arrived(orderNos),
    ...{ elsewhere: annex?.elsewhere, onward: customs?.onward, signatures: signatures.settings },
  });
  const access = composeAccess(settings, taxBook, {
    ...{ now, enterprises },
    byToken: (token, certificate) => exchange.keys.caller(token, now(), certificate),
    byId: (keyId) => exchange.keys.callerById(keyId, now()),
    byCertificate: (certificate) => exchange.certificates.caller(certificate, now()),
  });
  const parts = {
    tables,
    ...{ exchange, delegations, clearance, access, enterprises, annex, customs, signatures, now },
  };
  return {
    ...parts,
    interface: composeInterface(settings, taxBook.parameters, now),
    ...composeBeside(settings, secrets, taxBook.parameters, { ...parts, sender, codeLists, taxBook }, fault),
  };
}
