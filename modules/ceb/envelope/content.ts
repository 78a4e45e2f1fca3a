import type { Finding } from '#kernel';
import { decode } from '../decode/decode.ts';
import { textOf } from '../decode/encoding.ts';
import { DEFAULT_LIMITS } from '../decode/limits.ts';
import { XmlReader } from '../decode/xml-reader.ts';
import type { MessageTable } from '../tables/row.ts';
import { BASE_TRANSFER } from '../tables/shared-groups.ts';
import { TABLES } from '../tables/tables.ts';
import { ENVELOPES } from './declarations.ts';
import { CUSTOMS_NODES } from './receivers.ts';

/** What an envelope needs to know of the message in it. */
export interface Content {
  /** Local name of its root element; absent if it is no XML at all. */
  readonly root?: string;
  /** `dxpId` of its BaseTransfer: who transmits it. Receipts have none. */
  readonly dxpId?: string;
  /** Customs' number for its direction, if it is something firms declare. */
  readonly receiver?: string;
  /** Why it cannot be read as XML at all; absent if it has a root. */
  readonly refusal?: Finding;
  /** It is a transport message itself. */
  readonly enveloped: boolean;
}

/** A message nested deeper is no message; the bound is that of decoding. */
const DEEPEST = DEFAULT_LIMITS.deepest;
const DXP_ID = 'dxpId';

/** Looks into a message, also one that breaks the standard: its envelope is judged all the same. */
export function contentOf(message: Uint8Array): Content {
  const { root, message: sound, findings } = decode(message);
  const [refusal] = root === undefined ? findings : [];
  const dxpId = sound ? sound.transfer?.dxpId : sought(message);
  const table = (TABLES as readonly MessageTable[]).find((one) => one.root === root);
  const direction = table?.kind === 'declaration' && table.direction !== 'both' ? table.direction : undefined;
  return {
    ...(root === undefined ? {} : { root }),
    ...(dxpId === undefined ? {} : { dxpId }),
    ...(direction === undefined ? {} : { receiver: CUSTOMS_NODES[direction].id }),
    ...(refusal === undefined ? {} : { refusal }),
    enveloped: root !== undefined && ENVELOPES.has(root),
  };
}

/** The first `BaseTransfer/dxpId` right under the root, as far as the text can be read. */
function sought(message: Uint8Array): string | undefined {
  const text = textOf(message);
  if (typeof text !== 'string') return undefined;
  const reader = new XmlReader(text, DEEPEST);
  const path: string[] = [];
  let value: string | undefined;
  for (let event = reader.next(); event !== 'done' && event !== 'fault'; event = reader.next()) {
    if (event === 'start') path.push(reader.name);
    const inside = path.length === 3 && path[1] === BASE_TRANSFER.name && path[2] === DXP_ID;
    if (inside) value = (value ?? '') + (event === 'text' ? reader.value : '');
    if (event === 'end') {
      path.pop();
      if (inside) return value;
    }
  }
  return undefined;
}
