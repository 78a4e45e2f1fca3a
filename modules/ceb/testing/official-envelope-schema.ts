import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm';
import { OFFICIAL } from './official-schema.ts';

/** The two transport schemas of edition 202205 as libxml2 applies them, chosen by the root of the message. */
export class OfficialEnvelopeSchema {
  private readonly terminal: XsdValidator;
  private readonly server: XsdValidator;

  constructor() {
    const folder = join(OFFICIAL, 'xsd/202205');
    const file = (part: string): Buffer =>
      readFileSync(join(folder, readdirSync(folder).find((name) => name.includes(part)) ?? ''));
    const terminal = file('终端节点');
    // The server schema includes the other by a name its edition gave up, and that libxml2 takes for no URI.
    const server = file('传输节点').toString('utf8').replace('终端节点报文.xsd', 'terminal.xsd');
    const provider = new XmlBufferInputProvider({
      'mem:///dxp/xmldsig-core-schema.xsd': file('xmldsig-core-schema'),
      'mem:///dxp/terminal.xsd': terminal,
    });
    xmlRegisterInputProvider(provider);
    this.terminal = validatorOf(terminal);
    this.server = validatorOf(Buffer.from(server));
  }

  /** Nothing if the message is well formed and valid, else the first complaint. */
  complaint(message: Uint8Array): string | undefined {
    let document: XmlDocument | undefined;
    try {
      document = XmlDocument.fromBuffer(message);
      const server = document.root.name === 'DxpMsgSv';
      (server ? this.server : this.terminal).validate(document);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message.split('\n')[0] : String(error);
    } finally {
      document?.dispose();
    }
  }

  dispose(): void {
    this.terminal.dispose();
    this.server.dispose();
  }
}

function validatorOf(bytes: Uint8Array): XsdValidator {
  const schema = XmlDocument.fromBuffer(bytes, { url: 'mem:///dxp/schema.xsd' });
  try {
    return XsdValidator.fromDoc(schema);
  } finally {
    schema.dispose();
  }
}
