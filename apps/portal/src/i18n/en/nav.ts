import type { Texts } from '../texts.ts';

const texts: Texts<'nav'> = {
  label: 'Main',
  desk: 'Officer’s desk',
  questions: 'Questions',
  home: 'Home',
  orders: 'Orders',
  payments: 'Payments',
  waybills: 'Waybills',
  lists: 'Lists',
  bulk: 'Bulk files',
  links: 'Links',
  rules: 'Rules',
  parcel: 'Parcel',
  me: 'My purchases',
  accounts: 'Accounts',
  showings: 'Who read',
  audit: 'Audit',
  delegations: 'Delegations',
  keys: 'API keys',
  webhooks: 'Webhooks',
  status: 'Status',
  enterprises: 'Enterprises',
  filings: 'Applications',
  goods: 'Goods',
  codeLists: 'Code lists',
  editions: 'Editions',
  api: 'API',
  sandbox: 'Sandbox',
};

export default texts;
