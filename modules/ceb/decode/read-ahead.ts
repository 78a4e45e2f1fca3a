import { BASE_SUBSCRIBE, BASE_TRANSFER } from '../tables/shared-groups.ts';
import type { RootDeclaration } from './declarations.ts';
import { messagePlan } from './field-plans.ts';
import type { GroupFrame } from './frames.ts';
import { type QuickReading, readQuickly } from './quick.ts';
import { endOfUsualSignature, SIGNATURE_DEPTH } from './quick-signature.ts';
import type { XmlReader } from './xml-reader.ts';
import { afterSpace } from './xml-tag.ts';

/** Prefixes the quick reading takes on; any other is legal and left to the careful reading. */
const QUICK_PREFIX = /^[\w.-]{0,32}$/;

/**
 * Right after the root's start tag: lets the quick reading take what is plainly sound, puts the reader where it
 * stopped, and enters what was read into the root's frame as if it had been read with care.
 */
export function readAhead(
  known: RootDeclaration,
  frame: GroupFrame,
  reader: XmlReader,
  bytes: Uint8Array,
  deepest: number,
): QuickReading | undefined {
  const colon = reader.tag.indexOf(':');
  const prefix = colon < 0 ? '' : reader.tag.slice(0, colon);
  if (reader.empty || !QUICK_PREFIX.test(prefix)) {
    return undefined;
  }
  const plan = messagePlan(known.table, prefix);
  const quick = readQuickly(plan, bytes, reader.text, reader.position);
  reader.position = quick.position;
  count(frame, known.table.document.name, quick.documents.length);
  count(frame, BASE_TRANSFER.name, quick.transfer ? 1 : 0);
  count(frame, BASE_SUBSCRIBE.name, quick.subscriptions.length);
  if (quick.transfer && known.table.signature !== 'none' && deepest >= SIGNATURE_DEPTH) {
    passSignature(frame, reader);
  }
  return quick;
}

/** Takes the signature, if it comes next and is of the usual shape. */
function passSignature(frame: GroupFrame, reader: XmlReader): void {
  const from = afterSpace(reader.text, reader.position);
  const end = endOfUsualSignature(reader.text, from, reader.namespaces.of('ds'));
  if (end !== undefined) {
    frame.value.fragments.set('Signature', reader.text.slice(from, end));
    count(frame, 'Signature', 1);
    reader.position = end;
  }
}

function count(frame: GroupFrame, name: string, times: number): void {
  const place = times > 0 ? frame.declaration.places.get(name) : undefined;
  if (place !== undefined) {
    frame.counts[place] = times;
    frame.place = place;
  }
}
