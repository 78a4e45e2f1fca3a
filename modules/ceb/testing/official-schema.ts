import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm';

/** The official attachments, present on development machines only. */
export const OFFICIAL = join(import.meta.dirname, '../../../../shared/ceb');
export const officialPresent = existsSync(OFFICIAL);

/** The import schema of edition 202205 as libxml2 applies it. */
export class OfficialSchema {
  private readonly validator: XsdValidator;

  constructor() {
    const folder = join(OFFICIAL, 'xsd/202205');
    const name = readdirSync(folder).find((file) => file.includes('进口业务节点')) ?? '';
    const signature = readFileSync(join(folder, 'xmldsig-core-schema.xsd'));
    const provider = new XmlBufferInputProvider({ 'mem:///xmldsig-core-schema.xsd': signature });
    xmlRegisterInputProvider(provider);
    const schema = XmlDocument.fromBuffer(readFileSync(join(folder, name)), { url: 'mem:///import.xsd' });
    this.validator = XsdValidator.fromDoc(schema);
    schema.dispose();
  }

  /** Nothing if the message is well formed and valid, else the first complaint. */
  complaint(message: Uint8Array): string | undefined {
    let document: XmlDocument | undefined;
    try {
      document = XmlDocument.fromBuffer(message);
      this.validator.validate(document);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message.split('\n')[0] : String(error);
    } finally {
      document?.dispose();
    }
  }

  dispose(): void {
    this.validator.dispose();
  }
}
