import type { Sender } from '#exchange';
import { chinaDay } from '#kernel';
import type { CodeLists } from '#registry';
import { parameterOn } from '#tax';
import type { AccessParts } from '../../modules/access/wiring.ts';
import type { Agencies } from '../../modules/agencies/wiring.ts';
import type { Bonded } from '../../modules/bonded/wiring.ts';
import type { Bulk } from '../../modules/bulk/wiring.ts';
import type { Clearance } from '../../modules/clearance/wiring.ts';
import type { Desk } from '../../modules/desk/wiring.ts';
import type { Display } from '../../modules/display/wiring.ts';
import type { Entry } from '../../modules/entry/wiring.ts';
import type { Exchange } from '../../modules/exchange/wiring.ts';
import type { Exports } from '../../modules/exports/wiring.ts';
import type { Gate } from '../../modules/gate/wiring.ts';
import type { Inspections } from '../../modules/inspections/wiring.ts';
import type { LiveLink } from '../../modules/links/wiring.ts';
import type { Notices } from '../../modules/notices/wiring.ts';
import type { Notifications } from '../../modules/notifications/wiring.ts';
import { type Paperwork, wirePaperwork } from '../../modules/paperwork/wiring.ts';
import type { PaymentData } from '../../modules/payment-data/wiring.ts';
import type { Persons } from '../../modules/persons/wiring.ts';
import { type Print, wirePrint } from '../../modules/print/wiring.ts';
import type { Refunds } from '../../modules/refunds/wiring.ts';
import type { Registry } from '../../modules/registry/wiring.ts';
import type { TaxBook } from '../../modules/tax/wiring.ts';
import type { TransitPart } from '../../modules/transit/wiring.ts';
import { composeAgencies } from './agencies.ts';
import { attentionSources } from './attention.ts';
import { type B2b, composeB2b } from './b2b.ts';
import { composeBonded, composeGate, composeModes, type Modes, printedPass } from './border.ts';
import { composeBulk } from './bulk.ts';
import { composeDesk } from './desk.ts';
import { composeDisplay } from './display.ts';
import type { EnterpriseBook } from './enterprise-book.ts';
import { composeEntry } from './entry.ts';
import { composeMoney, type Money } from './money.ts';
import { composeNotices } from './notices.ts';
import { composeNotifications } from './notifications.ts';
import { composePaymentData } from './payment-data.ts';
import { composePersons } from './persons.ts';
import { composeRefunds } from './refunds.ts';
import { composeRegistry } from './registry.ts';
import type { Secrets } from './secrets.ts';
import type { ServerSettings } from './settings.ts';
import { composeStatus, type ServerStatus } from './status.ts';
import type { Tables } from './tables.ts';
import { composeTransit } from './transit.ts';

/** What stands beside the way of a message: it looks at what has happened, and nothing waits for it. */
export interface Beside extends Money {
  readonly paymentData: PaymentData;
  readonly notices: Notices;
  readonly notifications: Notifications;
  readonly desk: Desk;
  readonly paperwork: Paperwork;
  readonly persons: Persons;
  readonly print: Print;
  readonly refunds: Refunds;
  readonly registry: Registry;
  readonly bulk: Bulk;
  readonly entry: Entry;
  readonly b2b: B2b;
  readonly bonded: Bonded;
  readonly gate: Gate;
  readonly display: Display;
  readonly agencies: Agencies;
  readonly modes: Modes;
  readonly transit: TransitPart;
  readonly status: ServerStatus;
}

interface Core {
  readonly access: AccessParts;
  readonly exchange: Exchange;
  readonly clearance: Clearance;
  readonly inspections: Inspections;
  readonly exports: Exports;
  readonly enterprises: EnterpriseBook;
  readonly sender: (customsCode: string) => Promise<Sender | undefined>;
  readonly codeLists: CodeLists;
  readonly taxBook: TaxBook;
  readonly tables: Tables;
  readonly customs: LiveLink | undefined;
  readonly now: () => Date;
  readonly receiptsWritten: (recipients: Iterable<string>) => void;
}

/** Puts it together; the parameters of today must be there. */
export function composeBeside(
  settings: Omit<ServerSettings, 'port'>,
  secrets: Secrets,
  parameters: TaxBook['parameters'],
  core: Core,
  fault: (error: unknown, what: string) => void,
): Beside {
  const { now, clearance } = core;
  const notices = composeNotices(settings, parameters, { now }, fault);
  const registry = composeRegistry(settings, core.taxBook, core, fault);
  const desk = composeDesk(
    { ...settings, now, officerName: (id) => core.access.nameOf(id) },
    parameters,
    clearance,
  );
  const persons = composePersons(settings, parameters, core);
  const gate = composeGate(settings, parameters, now);
  const refunds = composeRefunds(settings, parameters, core, fault);
  return {
    ...{ notices, registry, desk, persons, refunds },
    notifications: composeNotifications(settings, secrets.mail, parameters, { now }, fault),
    paymentData: composePaymentData(settings, parameters, core, fault),
    paperwork: wirePaperwork({
      ...{ now, database: settings.database },
      attention: attentionSources({ clearance, desk, exchange: core.exchange, notices, registry, persons }),
    }),
    print: wirePrint({
      ...{ now, secret: secrets.print, publicUrl: settings.publicUrl, list: clearance.detail },
      pass: async ({ party }, passNo) => printedPass(await gate.pass(passNo, party)),
      mostLists: () => Number(parameterOn(parameters, 'print.most_lists', chinaDay(now().getTime()))?.value),
    }),
    bulk: composeBulk(
      settings,
      parameters,
      { ...core, further: [registry.goodsTarget, refunds.invoiceTarget] },
      fault,
    ),
    entry: composeEntry({
      ...{ ...core, database: settings.database, rulebook: core.tables.rulebook },
      accountName: (id) => core.access.nameOf(id),
    }),
    agencies: composeAgencies(settings, parameters, core, fault),
    b2b: composeB2b(settings.database, parameters, core),
    bonded: composeBonded(settings.database, parameters, core),
    ...{ gate, display: composeDisplay(settings, core.taxBook, { gate, now }, fault) },
    ...composeMoney(settings, core, fault),
    modes: composeModes(core.taxBook, now),
    transit: composeTransit(settings, parameters, core, fault),
    status: composeStatus(settings, parameters, core, fault),
  };
}
