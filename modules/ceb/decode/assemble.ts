import type { MessageTable } from '../tables/row.ts';
import { BASE_SUBSCRIBE, BASE_TRANSFER, EXTEND_MESSAGE, EXTENSION_CONTENT } from '../tables/shared-groups.ts';
import { CEB_NAMESPACE } from '../tables/tables.ts';
import type { CebMessage } from '../types.ts';
import type { RootAttributes } from './attributes.ts';
import type { Fields, GroupValue, LooseDocument } from './frames.ts';
import type { QuickReading } from './quick.ts';

interface Parts {
  readonly documents: readonly LooseDocument[];
  readonly transfer?: Fields | undefined;
  readonly subscriptions: readonly Fields[];
  readonly extension?: Fields | undefined;
  readonly signature?: string | undefined;
}

/** Makes a message of what both readings gathered under the root; only of readings without a finding. */
export function assembleMessage(
  table: MessageTable,
  attributes: RootAttributes,
  root: GroupValue,
  scope: ReadonlyMap<string, string>,
  quick: QuickReading | undefined,
): CebMessage {
  const { name, rows, head, items } = table.document;
  const careful = (root.groups.get(name) ?? []).map((document) => ({
    head: rows ? document.fields : (document.groups.get(head?.name ?? '')?.[0]?.fields ?? {}),
    items: (document.groups.get(items?.name ?? '') ?? []).map((item) => item.fields),
  }));
  const extension = root.groups.get(EXTEND_MESSAGE.name)?.[0];
  return messageOf(table, attributes, scope, {
    documents: quick ? [...quick.documents, ...careful] : careful,
    transfer: quick?.transfer ?? root.groups.get(BASE_TRANSFER.name)?.[0]?.fields,
    subscriptions: [
      ...(quick?.subscriptions ?? []),
      ...(root.groups.get(BASE_SUBSCRIBE.name) ?? []).map((group) => group.fields),
    ],
    extension: extension && { ...extension.fields, xml: extension.fragments.get(EXTENSION_CONTENT) },
    signature: root.fragments.get('Signature'),
  });
}

/**
 * The one place where a reading becomes a typed message: by then every field has been judged by the table its
 * type is derived from, so the cast states what has been checked.
 */
function messageOf(
  table: MessageTable,
  attributes: RootAttributes,
  scope: ReadonlyMap<string, string>,
  parts: Parts,
): CebMessage {
  const { transfer, extension, signature, documents, subscriptions } = parts;
  const leans = signature !== undefined || extension?.xml !== undefined;
  const namespaces = leans ? besidesOwn(table, scope) : undefined;
  return {
    root: table.root,
    guid: attributes.guid,
    version: attributes.version,
    documents,
    ...(transfer === undefined ? {} : { transfer }),
    subscriptions,
    ...(extension === undefined ? {} : { extension }),
    ...(signature === undefined ? {} : { signature }),
    ...(namespaces === undefined ? {} : { namespaces }),
  } as unknown as CebMessage;
}

/** Prefixes of the root without the one `encode` declares by itself. */
function besidesOwn(
  table: MessageTable,
  scope: ReadonlyMap<string, string>,
): Record<string, string> | undefined {
  const own = table.kind === 'declaration' ? 'ceb' : '';
  const kept = [...scope].filter(([prefix, uri]) => uri !== '' && !(prefix === own && uri === CEB_NAMESPACE));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
