import type { LinkProps } from '@tanstack/react-router';
import { type Permission, sessionAllows } from '../api/session.ts';
import type { Session } from '../api/types.ts';
import type { TextKey } from '../i18n/index.ts';
import type { IconName } from '../ui/Icon.tsx';

/** A place the navigation and the palette lead to, for those who may do there what it needs. */
export interface Place {
  readonly to: NonNullable<LinkProps['to']>;
  /** A text of the file `nav`. */
  readonly text: Extract<TextKey, `nav.${string}`>;
  readonly icon: IconName;
  readonly needs: Permission;
}

/** One line a page; in the order people meet them. */
const places: readonly Place[] = [
  { to: '/attention', text: 'nav.home', icon: 'home', needs: { resource: 'attention', action: 'read' } },
  { to: '/desk', text: 'nav.desk', icon: 'held', needs: { resource: 'cases', action: 'read' } },
  { to: '/lists', text: 'nav.lists', icon: 'declaration', needs: { resource: 'lists', action: 'read' } },
  {
    to: '/questions',
    text: 'nav.questions',
    icon: 'info',
    needs: { resource: 'questions', action: 'answer' },
  },
  { to: '/orders', text: 'nav.orders', icon: 'order', needs: { resource: 'documents', action: 'read' } },
  {
    to: '/payments',
    text: 'nav.payments',
    icon: 'payment',
    needs: { resource: 'documents', action: 'read' },
  },
  {
    to: '/waybills',
    text: 'nav.waybills',
    icon: 'waybill',
    needs: { resource: 'documents', action: 'read' },
  },
  {
    ...{ to: '/registry/filings', text: 'nav.filings', icon: 'waiting' },
    needs: { resource: 'enterprise-files', action: 'read' },
  },
  {
    ...{ to: '/registry/enterprises', text: 'nav.enterprises', icon: 'user' },
    needs: { resource: 'enterprise-files', action: 'read' },
  },
  {
    ...{ to: '/registry/goods', text: 'nav.goods', icon: 'order' },
    needs: { resource: 'goods', action: 'read' },
  },
  {
    ...{ to: '/registry/editions', text: 'nav.editions', icon: 'copy' },
    needs: { resource: 'rule-tables', action: 'read' },
  },
  {
    ...{ to: '/registry/code-lists', text: 'nav.codeLists', icon: 'columns' },
    needs: { resource: 'code-lists', action: 'read' },
  },
  { to: '/bulk', text: 'nav.bulk', icon: 'columns', needs: { resource: 'bulk-files', action: 'read' } },
  { to: '/links', text: 'nav.links', icon: 'forwarded', needs: { resource: 'links', action: 'read' } },
  { to: '/rules', text: 'nav.rules', icon: 'columns', needs: { resource: 'rulebooks', action: 'read' } },
  { to: '/me', text: 'nav.me', icon: 'user', needs: { resource: 'own-data', action: 'read' } },
  { to: '/parcel', text: 'nav.parcel', icon: 'waybill', needs: { resource: 'parcels', action: 'look' } },
  { to: '/accounts', text: 'nav.accounts', icon: 'user', needs: { resource: 'accounts', action: 'read' } },
  {
    ...{ to: '/showings', text: 'nav.showings', icon: 'eye' },
    needs: { resource: 'showings', action: 'read' },
  },
  {
    ...{ to: '/audit', text: 'nav.audit', icon: 'search' },
    needs: { resource: 'account-events', action: 'read' },
  },
  {
    to: '/delegations',
    text: 'nav.delegations',
    icon: 'forwarded',
    needs: { resource: 'delegations', action: 'read' },
  },
  { to: '/keys', text: 'nav.keys', icon: 'keyboard', needs: { resource: 'keys', action: 'read' } },
  {
    to: '/webhooks',
    text: 'nav.webhooks',
    icon: 'forwarded',
    needs: { resource: 'webhooks', action: 'read' },
  },
  { to: '/status', text: 'nav.status', icon: 'info', needs: { resource: 'status', action: 'read' } },
];

export function placesOf(session: Session | undefined): readonly Place[] {
  return session ? places.filter(({ needs }) => sessionAllows(session, needs)) : [];
}
