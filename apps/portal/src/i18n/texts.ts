// The shape of all texts: what stands in `zh/` is the measure, and every other language must fill it.
// An area of the portal is one file a language and one line here.
import type abroad from './zh/abroad.ts';
import type account from './zh/account.ts';
import type accounts from './zh/accounts.ts';
import type adviser from './zh/adviser.ts';
import type agencies from './zh/agencies.ts';
import type app from './zh/app.ts';
import type audit from './zh/audit.ts';
import type b2b from './zh/b2b.ts';
import type books from './zh/books.ts';
import type bulk from './zh/bulk.ts';
import type centre from './zh/centre.ts';
import type certificates from './zh/certificates.ts';
import type consents from './zh/consents.ts';
import type consumer from './zh/consumer.ts';
import type corrections from './zh/corrections.ts';
import type delegations from './zh/delegations.ts';
import type desk from './zh/desk.ts';
import type displays from './zh/displays.ts';
import type documents from './zh/documents.ts';
import type draws from './zh/draws.ts';
import type entry from './zh/entry.ts';
import type exports from './zh/exports.ts';
import type gate from './zh/gate.ts';
import type history from './zh/history.ts';
import type home from './zh/home.ts';
import type inspections from './zh/inspections.ts';
import type keys from './zh/keys.ts';
import type linked from './zh/linked.ts';
import type links from './zh/links.ts';
import type list from './zh/list.ts';
import type lists from './zh/lists.ts';
import type money from './zh/money.ts';
import type nav from './zh/nav.ts';
import type notifications from './zh/notifications.ts';
import type papers from './zh/papers.ts';
import type persons from './zh/persons.ts';
import type refunds from './zh/refunds.ts';
import type registry from './zh/registry.ts';
import type retention from './zh/retention.ts';
import type returns from './zh/returns.ts';
import type rules from './zh/rules.ts';
import type status from './zh/status.ts';
import type summaries from './zh/summaries.ts';
import type transit from './zh/transit.ts';
import type webhooks from './zh/webhooks.ts';

interface Areas {
  readonly abroad: typeof abroad;
  readonly account: typeof account;
  readonly accounts: typeof accounts;
  readonly adviser: typeof adviser;
  readonly agencies: typeof agencies;
  readonly app: typeof app;
  readonly audit: typeof audit;
  readonly books: typeof books;
  readonly b2b: typeof b2b;
  readonly bulk: typeof bulk;
  readonly documents: typeof documents;
  readonly draws: typeof draws;
  readonly entry: typeof entry;
  readonly displays: typeof displays;
  readonly gate: typeof gate;
  readonly exports: typeof exports;
  readonly refunds: typeof refunds;
  readonly history: typeof history;
  readonly home: typeof home;
  readonly linked: typeof linked;
  readonly links: typeof links;
  readonly centre: typeof centre;
  readonly certificates: typeof certificates;
  readonly consents: typeof consents;
  readonly consumer: typeof consumer;
  readonly corrections: typeof corrections;
  readonly desk: typeof desk;
  readonly delegations: typeof delegations;
  readonly inspections: typeof inspections;
  readonly keys: typeof keys;
  readonly list: typeof list;
  readonly lists: typeof lists;
  readonly money: typeof money;
  readonly nav: typeof nav;
  readonly notifications: typeof notifications;
  readonly papers: typeof papers;
  readonly persons: typeof persons;
  readonly registry: typeof registry;
  readonly retention: typeof retention;
  readonly returns: typeof returns;
  readonly rules: typeof rules;
  readonly status: typeof status;
  readonly transit: typeof transit;
  readonly summaries: typeof summaries;
  readonly webhooks: typeof webhooks;
}

/** A file of texts: loaded with the routes that name it, `app` and `nav` with the first. */
export type Area = keyof Areas;

type Same<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Same<T[Key]> };

/** The shape every language has to fill. */
export type Texts<A extends Area> = Same<Areas[A]>;

type Leaves<T, Before extends string> = {
  [Key in keyof T & string]: T[Key] extends string ? `${Before}${Key}` : Leaves<T[Key], `${Before}${Key}.`>;
}[keyof T & string];

/** Name of a text: `app.live.paused` is `live.paused` of the file `app`. */
export type TextKey = Leaves<Areas, ''>;

type At<T, Key extends string> = Key extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? At<T[Head], Rest>
    : never
  : Key extends keyof T
    ? T[Key]
    : never;

type Placeholders<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** What a text wants filled in; nothing, where it has no {{placeholder}}. */
export type ValuesOf<Key extends TextKey> = [Placeholders<At<Areas, Key>>] extends [never]
  ? []
  : [Readonly<Record<Placeholders<At<Areas, Key>>, string | number>>];
