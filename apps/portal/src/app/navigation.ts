// Where the navigation, the palette and the first page lead.
//
// A NEW PAGE gets one line in the group of its system below, in the order people meet its pages, and a text of that name
// in i18n/<language>/nav.ts. A new group gets its text in `nav.group`. Groups and places that somebody may not use are
// not shown to them, and a group of which only one place is left is shown as that place.
import type { LinkProps } from '@tanstack/react-router';
import { type Permission, sessionAllows } from '../api/session.ts';
import type { Session } from '../api/types.ts';
import type { TextKey } from '../i18n/index.ts';
import type { IconName } from '../ui/Icon.tsx';

type NavText = Extract<TextKey, `nav.${string}`>;

/** A place the navigation and the palette lead to, for those who may do there what it needs. */
export interface Place {
  readonly to: NonNullable<LinkProps['to']>;
  readonly text: NavText;
  readonly icon: IconName;
  readonly needs: Permission;
}

/** Places of one system of the field. */
export interface PlaceGroup {
  readonly text: Extract<NavText, `nav.group.${string}`>;
  readonly places: readonly Place[];
}

/** Address, text of `nav`, sign, and what one must be allowed to do there. */
const place = (
  to: Place['to'],
  text: NavText,
  icon: IconName,
  resource: Permission['resource'],
  action: Permission['action'],
): Place => ({ to, text, icon, needs: { resource, action } });

const groups: readonly PlaceGroup[] = [
  {
    text: 'nav.group.today',
    places: [
      place('/attention', 'nav.home', 'home', 'attention', 'read'),
      place('/desk', 'nav.desk', 'held', 'cases', 'read'),
      place('/agency-desk', 'nav.agencyDesk', 'held', 'agency-questions', 'read'),
      place('/questions', 'nav.questions', 'info', 'questions', 'answer'),
    ],
  },
  {
    text: 'nav.group.imports',
    places: [
      place('/lists', 'nav.lists', 'declaration', 'lists', 'read'),
      place('/entry', 'nav.entry', 'copy', 'drafts', 'write'),
      place('/orders', 'nav.orders', 'order', 'documents', 'read'),
      place('/payments', 'nav.payments', 'payment', 'documents', 'read'),
      place('/waybills', 'nav.waybills', 'waybill', 'documents', 'read'),
      place('/returns', 'nav.returns', 'withdrawn', 'returns', 'read'),
      place('/return-centre', 'nav.returnCentre', 'order', 'return-centres', 'read'),
    ],
  },
  {
    text: 'nav.group.exports',
    places: [
      place('/exports', 'nav.exports', 'declaration', 'exports', 'read'),
      place('/export-tax', 'nav.exportTax', 'payment', 'export-tax', 'read'),
      place('/tax-files', 'nav.taxFiles', 'copy', 'tax-files', 'read'),
      place('/summaries', 'nav.summaries', 'columns', 'summaries', 'read'),
      place('/adviser', 'nav.adviser', 'info', 'advice', 'ask'),
    ],
  },
  {
    text: 'nav.group.b2b',
    places: [
      place('/b2b', 'nav.b2b', 'info', 'advice', 'ask'),
      place('/abroad', 'nav.abroad', 'order', 'overseas-stock', 'read'),
      place('/contracts', 'nav.contracts', 'declaration', 'bulk-contracts', 'read'),
      place('/principals', 'nav.principals', 'user', 'principals', 'read'),
    ],
  },
  {
    text: 'nav.group.bonded',
    places: [
      place('/books', 'nav.books', 'columns', 'account-books', 'read'),
      place('/checklists', 'nav.checklists', 'declaration', 'checklists', 'read'),
      place('/passes', 'nav.passes', 'waybill', 'passes', 'read'),
      place('/gate', 'nav.gate', 'forwarded', 'gate', 'read'),
      place('/displays', 'nav.displays', 'eye', 'displays', 'read'),
    ],
  },
  {
    text: 'nav.group.transit',
    places: [place('/transit', 'nav.transit', 'waybill', 'transits', 'read')],
  },
  {
    text: 'nav.group.inspection',
    places: [
      place('/inspections', 'nav.inspections', 'eye', 'inspections', 'read'),
      place('/goods-certificates', 'nav.goodsCertificates', 'released', 'goods-certificates', 'read'),
      place('/draws', 'nav.draws', 'search', 'gate-draws', 'read'),
      place('/agency-links', 'nav.agencyLinks', 'forwarded', 'agency-links', 'read'),
      place('/links', 'nav.links', 'forwarded', 'links', 'read'),
    ],
  },
  {
    text: 'nav.group.money',
    places: [
      place('/guarantees', 'nav.guarantees', 'columns', 'guarantees', 'read'),
      place('/tax', 'nav.tax', 'payment', 'tax-bills', 'read'),
    ],
  },
  {
    text: 'nav.group.register',
    places: [
      place('/registry/filings', 'nav.filings', 'waiting', 'enterprise-files', 'read'),
      place('/registry/enterprises', 'nav.enterprises', 'user', 'enterprise-files', 'read'),
      place('/registry/goods', 'nav.goods', 'order', 'goods', 'read'),
      place('/registry/editions', 'nav.editions', 'copy', 'rule-tables', 'read'),
      place('/registry/code-lists', 'nav.codeLists', 'columns', 'code-lists', 'read'),
      place('/rules', 'nav.rules', 'columns', 'rulebooks', 'read'),
    ],
  },
  {
    text: 'nav.group.exchange',
    places: [
      place('/bulk', 'nav.bulk', 'columns', 'bulk-files', 'read'),
      place('/delegations', 'nav.delegations', 'forwarded', 'delegations', 'read'),
      place('/keys', 'nav.keys', 'keyboard', 'keys', 'read'),
      place('/webhooks', 'nav.webhooks', 'forwarded', 'webhooks', 'read'),
      place('/mails', 'nav.mails', 'bell', 'mails', 'read'),
    ],
  },
  {
    text: 'nav.group.persons',
    places: [
      place('/me', 'nav.me', 'user', 'own-data', 'read'),
      place('/parcel', 'nav.parcel', 'waybill', 'parcels', 'look'),
      place('/corrections', 'nav.corrections', 'info', 'corrections', 'read'),
      place('/showings', 'nav.showings', 'eye', 'showings', 'read'),
      place('/retention', 'nav.retention', 'waiting', 'retention', 'read'),
    ],
  },
  {
    text: 'nav.group.administration',
    places: [
      place('/accounts', 'nav.accounts', 'user', 'accounts', 'read'),
      place('/agencies', 'nav.agencies', 'forwarded', 'agency-sign-in', 'read'),
      place('/audit', 'nav.audit', 'search', 'account-events', 'read'),
      place('/status', 'nav.status', 'info', 'status', 'read'),
    ],
  },
];

/** What is left of the groups for somebody, and of what the caller leaves out besides; none is empty. */
export function groupsOf(
  session: Session | undefined,
  keep: (place: Place) => boolean = () => true,
): readonly PlaceGroup[] {
  if (!session) return [];
  const stays = (place: Place) => sessionAllows(session, place.needs) && keep(place);
  return groups
    .map(({ text, places }) => ({ text, places: places.filter(stays) }))
    .filter(({ places }) => places.length > 0);
}

export function placesOf(session: Session | undefined): readonly Place[] {
  return groupsOf(session).flatMap(({ places }) => places);
}

/** Whether an address is a place or a page below it. */
export function isAt(pathname: string, { to }: Place): boolean {
  return pathname === to || pathname.startsWith(`${to}/`);
}
