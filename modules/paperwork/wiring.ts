import { messageTables } from '#ceb';
import { maskField } from '#clearance';
import { DocumentPages } from '#documents';
import type { Http } from '#http';
import { importOrders } from '#orders';
import { importPayments } from '#payments';
import { importWaybills } from '#waybills';
import type { NamedField, PaperworkPorts } from './application/ports.ts';
import { paperworkRoutes } from './http/routes.ts';

export type PaperworkSettings = Pick<PaperworkPorts, 'database' | 'now' | 'attention'>;

export interface Paperwork {
  register(app: Http): void;
}

/** Puts the reading of documents together. */
export function wirePaperwork(settings: PaperworkSettings): Paperwork {
  const ports: PaperworkPorts = {
    ...settings,
    pages: {
      orders: new DocumentPages(importOrders, {
        numbers: ['payTransactionId'],
        names: ['ebpName', 'ebcName'],
        goods: ['itemName', 'itemNo', 'barCode'],
      }),
      payments: new DocumentPages(importPayments, {
        numbers: ['payTransactionId'],
        names: ['ebpName', 'payName'],
        goods: [],
      }),
      waybills: new DocumentPages(importWaybills, {
        numbers: ['logisticsNo', 'billNo'],
        names: ['goodsInfo', 'logisticsName'],
        goods: [],
      }),
    },
    fields: {
      orders: headOf('CEB311Message'),
      payments: headOf('CEB411Message'),
      waybills: headOf('CEB511Message'),
    },
    masked: maskField,
    midnight: (day) => new Date(`${day}T00:00:00+08:00`),
  };
  return { register: (app) => paperworkRoutes(app, ports) };
}

const headOf = (root: 'CEB311Message' | 'CEB411Message' | 'CEB511Message'): readonly NamedField[] =>
  (messageTables[root].groups[0]?.fields ?? []).map(({ name, zh, en }) => ({ name, zh, en }));
