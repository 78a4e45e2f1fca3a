// The shape of all texts: what stands in `zh/` is the measure, and every other language must fill it.
// An area of the portal is one file a language and one line here.
import type account from './zh/account.ts';
import type accounts from './zh/accounts.ts';
import type app from './zh/app.ts';
import type audit from './zh/audit.ts';
import type bulk from './zh/bulk.ts';
import type consumer from './zh/consumer.ts';
import type delegations from './zh/delegations.ts';
import type desk from './zh/desk.ts';
import type documents from './zh/documents.ts';
import type home from './zh/home.ts';
import type keys from './zh/keys.ts';
import type links from './zh/links.ts';
import type list from './zh/list.ts';
import type lists from './zh/lists.ts';
import type nav from './zh/nav.ts';
import type papers from './zh/papers.ts';
import type persons from './zh/persons.ts';
import type registry from './zh/registry.ts';
import type rules from './zh/rules.ts';
import type status from './zh/status.ts';
import type webhooks from './zh/webhooks.ts';

interface Areas {
  readonly account: typeof account;
  readonly accounts: typeof accounts;
  readonly app: typeof app;
  readonly audit: typeof audit;
  readonly bulk: typeof bulk;
  readonly documents: typeof documents;
  readonly home: typeof home;
  readonly links: typeof links;
  readonly consumer: typeof consumer;
  readonly desk: typeof desk;
  readonly delegations: typeof delegations;
  readonly keys: typeof keys;
  readonly list: typeof list;
  readonly lists: typeof lists;
  readonly nav: typeof nav;
  readonly papers: typeof papers;
  readonly persons: typeof persons;
  readonly registry: typeof registry;
  readonly rules: typeof rules;
  readonly status: typeof status;
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
