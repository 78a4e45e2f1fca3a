import { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm';
import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { checkFields, decode } from '#ceb';
import { makeBatch } from '../../apps/demo/batches.ts';
import { createZone } from '../../apps/demo/zone.ts';
import { TABLES } from '../../modules/ceb/tables/tables.ts';
import { SIGNATURE_SCHEMA, schemaOf, signatureSchema } from '../../modules/ceb/testing/table-schema.ts';

import { ratePerCore } from './rate.ts';

/** One message as three readers read it, in messages a second on one core. */
export interface DecodeCase {
  /** `signed, 1`: with a signature or without, and how many documents. */
  readonly name: string;
  readonly bytes: number;
  readonly documents: number;
  /** Decoded and checked by the tables, structure and field conditions. */
  readonly decodePerSecond: number;
  /** Parsed, and checked by a schema of the same tables. */
  readonly libxml2XsdPerSecond: number;
  /** Parsed with namespaces, every event heard, nothing checked. */
  readonly saxesPerSecond: number;
  /** Decoder to libxml2, the median of pairs measured one after the other. */
  readonly ratio: number;
}

export interface DecodeFigures {
  readonly cases: readonly DecodeCase[];
  /** Of the message most usual: one signed list of 2.8 KB and its signature. */
  readonly decodePerSecond: number;
  readonly libxml2XsdPerSecond: number;
  readonly saxesPerSecond: number;
  /** The least favourable of the cases. */
  readonly ratio: number;
}

/** How often each pair is measured; an odd number, for the median. */
const PAIRS = 7;
/** Documents read beforehand for each second of measuring. */
const WARM_DOCUMENTS = 20_000;

/**
 * Decoding alone, in this process, in turn with libxml2 and saxes on the same bytes.
 * @param seconds for all pairs of one case together.
 */
export function decodeFigures(seconds: number): DecodeFigures {
  const official = new SchemaReader();
  const turn = seconds / PAIRS / 3;
  const cases = lists().map(({ name, bytes, documents, sound }): DecodeCase => {
    const ours = (): void => readOurs(bytes, sound);
    const theirs = (): void => official.check(bytes, sound);
    const saxes = (): void => readBySaxes(bytes);
    warmUp([ours, theirs, saxes], documents, turn);
    const pairs = Array.from({ length: PAIRS }, () => [
      ratePerCore(ours, turn),
      ratePerCore(theirs, turn),
      ratePerCore(saxes, turn),
    ]);
    const of = (place: number): number => median(pairs.map((pair) => pair[place] ?? 0));
    return {
      ...{ name, bytes: bytes.length, documents },
      decodePerSecond: of(0),
      libxml2XsdPerSecond: of(1),
      saxesPerSecond: of(2),
      ratio: median(pairs.map(([own = 0, other = 1]) => own / other)),
    };
  });
  official.dispose();
  const [usual] = cases as [DecodeCase];
  const { decodePerSecond, libxml2XsdPerSecond, saxesPerSecond } = usual;
  const ratio = Math.min(...cases.map((one) => one.ratio));
  return { cases, decodePerSecond, libxml2XsdPerSecond, saxesPerSecond, ratio };
}

interface ListMessage {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly documents: number;
  /** The schema demands a signature in a list, so that an unsigned one is read to its end and found wanting. */
  readonly sound: boolean;
}

function lists(): ListMessage[] {
  const of = (count: number): string => {
    const batch = { seed: 'D', from: 0, count, faultShare: 0, orderedAt: Date.now() - 3_600_000 };
    const list = makeBatch(createZone(), batch).messages.find(({ kind }) => kind === 'declaration');
    return new TextDecoder().decode(list?.bytes);
  };
  return [1, 100].flatMap((documents) => {
    const text = of(documents);
    const unsigned = text.replace(/<ds:Signature .*<\/ds:Signature>/s, '');
    return [
      { name: `signed, ${documents}`, bytes: Buffer.from(withCertificate(text)), documents, sound: true },
      { name: `unsigned, ${documents}`, bytes: Buffer.from(unsigned), documents, sound: false },
    ];
  });
}

/** A signature of the size of a real one: SM3 digest, raw SM2 value, certificate of about 800 bytes. */
function withCertificate(text: string): string {
  const bytes = (count: number): string =>
    Buffer.from(Array.from({ length: count }, (_, at) => (at * 151 + 7) % 256)).toString('base64');
  return text
    .replace(/(<ds:DigestValue>)[^<]*/, `$1${bytes(32)}`)
    .replace(/(<ds:SignatureValue>)[^<]*/, `$1${bytes(64)}`)
    .replace(
      /<ds:KeyName>.*<\/ds:KeyName>/,
      `<ds:KeyName>01691fe9</ds:KeyName><ds:X509Data><ds:X509Certificate>${bytes(800)}</ds:X509Certificate></ds:X509Data>`,
    );
}

/** What is compiled only when it has run often must have run often, however slow the machine is. */
function warmUp(readers: readonly (() => void)[], documents: number, seconds: number): void {
  const calls = Math.ceil((seconds * WARM_DOCUMENTS) / documents);
  for (const read of readers) for (let call = 0; call < calls; call++) read();
}

function readOurs(bytes: Uint8Array, sound: boolean): void {
  const { message, findings } = decode(bytes);
  if (message) checkFields(message);
  if ((message !== undefined) !== sound || (!sound && findings.length !== 1))
    throw new Error('A message of our own is not read as it should.');
}

function median(figures: readonly number[]): number {
  return [...figures].sort((one, other) => one - other)[figures.length >> 1] ?? 0;
}

/** libxml2 at its best: parsed from the bytes, checked by a schema compiled once. */
class SchemaReader {
  readonly #validator: XsdValidator;

  constructor() {
    xmlRegisterInputProvider(
      new XmlBufferInputProvider({ [`mem:///${SIGNATURE_SCHEMA}`]: Buffer.from(signatureSchema()) }),
    );
    const table = TABLES.find(({ root }) => root === 'CEB621Message');
    if (!table) throw new Error('The import list has no table.');
    const schema = XmlDocument.fromBuffer(Buffer.from(schemaOf([table])), { url: 'mem:///list.xsd' });
    this.#validator = XsdValidator.fromDoc(schema);
    schema.dispose();
  }

  check(bytes: Uint8Array, sound: boolean): void {
    const document = XmlDocument.fromBuffer(bytes);
    try {
      this.#validator.validate(document);
      if (!sound) throw new RangeError('libxml2 takes a list without a signature.');
    } catch (refused) {
      if (sound || refused instanceof RangeError) throw refused;
    } finally {
      document.dispose();
    }
  }

  dispose(): void {
    this.#validator.dispose();
  }
}

function readBySaxes(bytes: Uint8Array): void {
  const parser = new SaxesParser({ xmlns: true });
  let heard = 0;
  parser.on('opentag', ({ attributes }) => {
    for (const _ of Object.values(attributes) as SaxesAttributeNS[]) heard += 1;
  });
  parser.on('text', () => {
    heard += 1;
  });
  parser.on('closetag', () => {
    heard += 1;
  });
  parser.write(new TextDecoder().decode(bytes)).close();
  if (heard === 0) throw new Error('saxes heard nothing.');
}
