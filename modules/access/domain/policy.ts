import { access } from './policy/access.ts';
import { agencyRows } from './policy/agencies.ts';
import { b2b } from './policy/b2b.ts';
import { bonded } from './policy/bonded.ts';
import { bulk } from './policy/bulk.ts';
import { clearance } from './policy/clearance.ts';
import { delegations } from './policy/delegations.ts';
import { desk } from './policy/desk.ts';
import { display } from './policy/display.ts';
import { entry } from './policy/entry.ts';
import { exchange } from './policy/exchange.ts';
import { exportLists } from './policy/exports.ts';
import { gate } from './policy/gate.ts';
import { goodsCertificates } from './policy/goods-certificates.ts';
import { inspections } from './policy/inspections.ts';
import { keys } from './policy/keys.ts';
import { links } from './policy/links.ts';
import { modes } from './policy/modes.ts';
import { money } from './policy/money.ts';
import { notices } from './policy/notices.ts';
import { operation } from './policy/operation.ts';
import { paperwork } from './policy/paperwork.ts';
import { paymentData } from './policy/payment-data.ts';
import { persons } from './policy/persons.ts';
import { print } from './policy/print.ts';
import { refunds } from './policy/refunds.ts';
import { registry } from './policy/registry.ts';
import { returnCentres } from './policy/return-centre.ts';
import { returns } from './policy/returns.ts';
import type { PolicyRow } from './policy/row.ts';
import { sampling } from './policy/sampling.ts';
import { sandbox } from './policy/sandbox.ts';
import { status } from './policy/status.ts';
import { summaries } from './policy/summaries.ts';
import { transit } from './policy/transit.ts';

export type { Credential, Scope } from './policy/row.ts';
export { keyScopeOf, leastRight, type PolicyRow } from './policy/row.ts';

/** THE TABLE of who may do what. What is not in it, nobody may; no route is served without a row. */
export const policy = [
  ...registry,
  ...exchange,
  ...delegations,
  ...bulk,
  ...keys,
  ...b2b,
  ...refunds,
  ...bonded,
  ...gate,
  ...display,
  ...summaries,
  ...returns,
  ...returnCentres,
  ...money,
  ...exportLists,
  ...modes,
  ...transit,
  ...clearance,
  ...desk,
  ...inspections,
  ...sampling,
  ...goodsCertificates,
  ...entry,
  ...paperwork,
  ...paymentData,
  ...persons,
  ...notices,
  ...links,
  ...agencyRows,
  ...access,
  ...print,
  ...status,
  ...operation,
  ...sandbox,
] as const satisfies readonly PolicyRow[];

/** A resource with an action there is for it, as a route declares what it does. */
export type Access = AccessOf<(typeof policy)[number]>;
type AccessOf<Row> = Row extends PolicyRow ? Pick<Row, 'resource' | 'action'> : never;

const rows: ReadonlyMap<string, PolicyRow> = new Map(
  policy.map((row) => [`${row.resource} ${row.action}`, row]),
);

/** The row of an access; undefined for one the table does not have, as an undeclared route's. */
export function rowOf({ resource, action }: { readonly resource: string; readonly action: string }) {
  return rows.get(`${resource} ${action}`);
}

/** The declaration of a route, for its `config`. */
export function accessTo<Resource extends Access['resource']>(
  resource: Resource,
  action: Extract<Access, { resource: Resource }>['action'],
) {
  return { access: { resource, action } };
}
