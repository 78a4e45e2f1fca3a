import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm';

/** The official attachments, present on development machines only. */
export const OFFICIAL = join(import.meta.dirname, '../../../../shared/ceb');
export const officialPresent = existsSync(OFFICIAL);

/** Roots of the export schema; every other belongs to import, and CEB900 stands there too. */
const EXPORT = /^CEB(?:21[3-6]|30[34]|40[34]|50[5-9]|510|60[3-8]|70[12]|792)Message$/;

/** The schemas of edition 202205 as libxml2 applies them, chosen by the root of a message. */
export class OfficialSchema {
  private readonly importing = validator('进口业务节点');
  private readonly exporting = validator('出口业务节点');

  /** Nothing if the message is well formed and valid, else the first complaint. */
  complaint(message: Uint8Array): string | undefined {
    let document: XmlDocument | undefined;
    try {
      document = XmlDocument.fromBuffer(message);
      const own = EXPORT.test(document.root.name) ? this.exporting : this.importing;
      own.validate(document);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message.split('\n')[0] : String(error);
    } finally {
      document?.dispose();
    }
  }

  dispose(): void {
    this.importing.dispose();
    this.exporting.dispose();
  }
}

function validator(title: string): XsdValidator {
  const folder = join(OFFICIAL, 'xsd/202205');
  const name = readdirSync(folder).find((file) => file.includes(title)) ?? '';
  const signature = readFileSync(join(folder, 'xmldsig-core-schema.xsd'));
  xmlRegisterInputProvider(new XmlBufferInputProvider({ 'mem:///xmldsig-core-schema.xsd': signature }));
  const schema = XmlDocument.fromBuffer(readFileSync(join(folder, name)), { url: `mem:///${title}.xsd` });
  const made = XsdValidator.fromDoc(schema);
  schema.dispose();
  return made;
}
