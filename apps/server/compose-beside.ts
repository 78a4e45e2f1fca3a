import type { Sender } from '#exchange';
import { chinaDay } from '#kernel';
import type { CodeLists } from '#registry';
import { parameterOn } from '#tax';
import type { AccessParts } from '../../modules/access/wiring.ts';
import type { Bulk } from '../../modules/bulk/wiring.ts';
import type { Clearance } from '../../modules/clearance/wiring.ts';
import type { Desk } from '../../modules/desk/wiring.ts';
import type { Exchange } from '../../modules/exchange/wiring.ts';
import type { LiveLink } from '../../modules/links/wiring.ts';
import type { Notices } from '../../modules/notices/wiring.ts';
import { type Paperwork, wirePaperwork } from '../../modules/paperwork/wiring.ts';
import type { PaymentData } from '../../modules/payment-data/wiring.ts';
import type { Persons } from '../../modules/persons/wiring.ts';
import { type Print, wirePrint } from '../../modules/print/wiring.ts';
import type { Registry } from '../../modules/registry/wiring.ts';
import type { TaxBook } from '../../modules/tax/wiring.ts';
import { attentionSources } from './attention.ts';
import { composeBulk } from './bulk.ts';
import { composeDesk } from './desk.ts';
import type { EnterpriseBook } from './enterprise-book.ts';
import { composeNotices } from './notices.ts';
import { composePaymentData } from './payment-data.ts';
import { composePersons } from './persons.ts';
import { composeRegistry } from './registry.ts';
import type { ServerSettings } from './settings.ts';
import { composeStatus, type ServerStatus } from './status.ts';
import type { Tables } from './tables.ts';

/** What stands beside the way of a message: it looks at what has happened, and nothing waits for it. */
export interface Beside {
  readonly paymentData: PaymentData;
  readonly notices: Notices;
  readonly desk: Desk;
  readonly paperwork: Paperwork;
  readonly persons: Persons;
  readonly print: Print;
  readonly registry: Registry;
  readonly bulk: Bulk;
  readonly status: ServerStatus;
}

interface Core {
  readonly access: AccessParts;
  readonly exchange: Exchange;
  readonly clearance: Clearance;
  readonly enterprises: EnterpriseBook;
  readonly sender: (customsCode: string) => Promise<Sender | undefined>;
  readonly codeLists: CodeLists;
  readonly taxBook: TaxBook;
  readonly tables: Tables;
  readonly customs: LiveLink | undefined;
  readonly now: () => Date;
}

/** Puts it together; the parameters of today must be there. */
export function composeBeside(
  settings: Omit<ServerSettings, 'port'>,
  secrets: { readonly print: string },
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
  return {
    ...{ notices, registry, desk },
    paymentData: composePaymentData(settings, parameters, core, fault),
    paperwork: wirePaperwork({
      ...{ now, database: settings.database },
      attention: attentionSources({ clearance, desk, exchange: core.exchange, notices, registry }),
    }),
    persons: composePersons(settings, parameters, now),
    print: wirePrint({
      ...{ now, secret: secrets.print, publicUrl: settings.publicUrl, list: clearance.detail },
      mostLists: () => Number(parameterOn(parameters, 'print.most_lists', chinaDay(now().getTime()))?.value),
    }),
    bulk: composeBulk(settings, parameters, core, fault),
    status: composeStatus(settings, parameters, core, fault),
  };
}
