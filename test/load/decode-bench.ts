import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkFields, decode } from '#ceb';
import { makeBatch } from '../../apps/demo/batches.ts';
import type { Zone } from '../../apps/demo/zone.ts';

export interface DecodeFigures {
  /** Lists a second, decoded and checked, in messages of 100. */
  readonly decodePerSecond: number;
  /** Messages of one list a second. */
  readonly decodeSinglePerSecond: number;
  /** The same 100-list messages parsed and checked against the official schema by libxml2; where the schema is. */
  readonly libxml2XsdPerSecond?: number;
  readonly decodeRatio?: number;
}

const schemas = fileURLToPath(new URL('../../../shared/ceb/xsd/202205/', import.meta.url));

/** Decoding alone, in this process, beside libxml2 on the same bytes in turn. */
export async function decodeFigures(zone: Zone, seconds: number): Promise<DecodeFigures> {
  const list = (count: number): Uint8Array =>
    makeBatch(zone, {
      seed: 'D',
      from: 0,
      count,
      faultShare: 0,
      orderedAt: Date.now() - 3_600_000,
    }).messages.find(({ kind }) => kind === 'declaration')?.bytes ?? new Uint8Array();
  const [hundred, single] = [list(100), list(1)];
  const read = (bytes: Uint8Array) => (): void => {
    const { message } = decode(bytes);
    if (!message) throw new Error('A message of our own does not decode.');
    checkFields(message);
  };
  rate(read(hundred), seconds / 4);
  const decodePerSecond = 100 * rate(read(hundred), seconds);
  const decodeSinglePerSecond = rate(read(single), seconds);
  const official = await officialReader();
  if (!official) return { decodePerSecond, decodeSinglePerSecond };
  official.check(hundred);
  const libxml2XsdPerSecond = 100 * rate(() => official.check(hundred), seconds);
  official.dispose();
  return {
    decodePerSecond,
    decodeSinglePerSecond,
    libxml2XsdPerSecond,
    decodeRatio: decodePerSecond / libxml2XsdPerSecond,
  };
}

/** Calls a second. */
function rate(work: () => void, seconds: number): number {
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < seconds * 1000) {
    work();
    count += 1;
  }
  return count / ((performance.now() - start) / 1000);
}

async function officialReader(): Promise<{ check(bytes: Uint8Array): void; dispose(): void } | undefined> {
  if (!existsSync(schemas)) return undefined;
  const { XmlDocument, XsdValidator, xmlRegisterInputProvider } = await import('libxml2-wasm');
  const { xmlRegisterFsInputProviders } = await import('libxml2-wasm/lib/nodejs.mjs');
  void xmlRegisterInputProvider;
  xmlRegisterFsInputProviders();
  const name = readdirSync(schemas).find((file) => file.includes('进口'));
  if (!name) return undefined;
  const schema = XmlDocument.fromBuffer(readFileSync(`${schemas}${name}`), { url: `${schemas}${name}` });
  const validator = XsdValidator.fromDoc(schema);
  return {
    check: (bytes) => {
      const document = XmlDocument.fromBuffer(bytes);
      try {
        validator.validate(document);
      } finally {
        document.dispose();
      }
    },
    dispose: () => {
      validator.dispose();
      schema.dispose();
    },
  };
}
