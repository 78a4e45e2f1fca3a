import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm';
import type { MessageTable } from '../tables/row.ts';
import { TABLES } from '../tables/tables.ts';
import { SIGNATURE_SCHEMA, schemaOf, signatureSchema } from './table-schema.ts';

/** The official attachments, present on development machines only. */
export const OFFICIAL = join(import.meta.dirname, '../../../../shared/ceb');
export const officialPresent = existsSync(OFFICIAL);

const XML_SCHEMA = 'http://www.w3.org/2001/XMLSchema';

/** One of the two schemas, and the messages it declares. */
interface Direction {
  readonly validator: XsdValidator;
  readonly roots: ReadonlySet<string>;
}

/**
 * The import and export schemas as libxml2 applies them. They give the same names different content, so each message
 * is judged by the one that declares its root element.
 */
export class JudgingSchema {
  private readonly directions: readonly Direction[];

  constructor(directions: readonly Direction[]) {
    this.directions = directions;
  }

  /** Nothing if the message is well formed and valid, else the first complaint. */
  complaint(message: Uint8Array): string | undefined {
    let document: XmlDocument | undefined;
    try {
      document = XmlDocument.fromBuffer(message);
      const { name } = document.root;
      const [imported] = this.directions;
      (this.directions.find(({ roots }) => roots.has(name)) ?? imported)?.validator.validate(document);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message.split('\n')[0] || 'no reason given' : String(error);
    } finally {
      document?.dispose();
    }
  }

  dispose(): void {
    for (const { validator } of this.directions) validator.dispose();
  }
}

/** The official schemas of an edition, that in force unless another is named. */
export function officialSchema(edition: '202205' | '2018-113' = '202205'): JudgingSchema {
  const folder = join(OFFICIAL, 'xsd', edition);
  const signature = readFileSync(join(folder, 'xmldsig-core-schema.xsd'));
  provide('xmldsig-core-schema.xsd', signature);
  return new JudgingSchema(
    ['进口业务节点', '出口业务节点'].map((part) => {
      const name = readdirSync(folder).find((file) => file.includes(part)) ?? '';
      return directionOf(readFileSync(join(folder, name)));
    }),
  );
}

/** The schemas written from our own tables: where the official ones are not at hand, libxml2 judges by these. */
export function schemaOfTables(): JudgingSchema {
  provide(SIGNATURE_SCHEMA, new TextEncoder().encode(signatureSchema()));
  const tables: readonly MessageTable[] = TABLES;
  const exported = tables.filter(({ direction }) => direction === 'export');
  const imported = tables.filter(({ direction }) => direction !== 'export');
  return new JudgingSchema(
    [imported, exported].map((own) => directionOf(new TextEncoder().encode(schemaOf(own)))),
  );
}

function provide(name: string, bytes: Uint8Array): void {
  xmlRegisterInputProvider(new XmlBufferInputProvider({ [`mem:///${name}`]: bytes }));
}

function directionOf(schemaText: Uint8Array): Direction {
  const schema = XmlDocument.fromBuffer(schemaText, { url: 'mem:///schema.xsd' });
  try {
    const messages = schema
      .find('/xs:schema/xs:element/@name', { xs: XML_SCHEMA })
      .map((attribute) => attribute.content)
      .filter((root) => /^CEB\d+Message$/.test(root));
    return { validator: XsdValidator.fromDoc(schema), roots: new Set(messages) };
  } finally {
    schema.dispose();
  }
}
