import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from 'saxes';
import { SheetFault, sheetFault } from './sheet-fault.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlListener {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Bytes without the end of any tag or text after which it is no table any more. */
const mostSilentBytes = 1024 * 1024;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML piece by piece; after each piece the caller may take what the listener has gathered. No document type, so
 * no entity can be declared. Names are given without prefix.
 */
export async function* readXml(
  pieces: AsyncIterable<Uint8Array>,
  part: string,
  listener: XmlListener,
): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let silent = 0;
  const parser = new SaxesParser({ xmlns: false, position: false, fragment: false });
  parser.on('error', (error) => {
    throw unsound(part, error.message);
  });
  parser.on('doctype', () => {
    throw unsound(part, 'it declares a document type (DOCTYPE)');
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    silent = 0;
    listener.open(local(name), attributes as Record<string, string>);
  });
  // Every attribute is announced: a tag with a million of them would otherwise be gathered whole.
  let attributes = 0;
  parser.on('opentagstart', () => {
    attributes = 0;
  });
  parser.on('attribute', (_attribute: SaxesAttributePlain) => {
    attributes += 1;
    if (attributes > 100) throw unsound(part, 'a tag has too many attributes');
  });
  parser.on('closetag', ({ name }: SaxesTagPlain) => {
    silent = 0;
    listener.close?.(local(name));
  });
  if (listener.text) {
    const told = listener.text.bind(listener);
    parser.on('text', (text) => {
      silent = 0;
      told(text);
    });
  }
  try {
    for await (const piece of pieces) {
      silent += piece.length;
      if (silent > mostSilentBytes) throw unsound(part, 'a tag or text has no end');
      parser.write(decoder.decode(piece, { stream: true }));
      yield;
    }
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    if (error instanceof SheetFault || !(error instanceof TypeError)) throw error;
    throw unsound(part, 'it is not UTF-8');
  }
  yield;
}

const unsound = (part: string, why: string): SheetFault => sheetFault('SHEET-XML', part, [part, why]);

/** Reads a small part whole. */
export async function readSmallXml(
  pieces: AsyncIterable<Uint8Array>,
  part: string,
  listener: XmlListener,
): Promise<void> {
  for await (const _ of readXml(pieces, part, listener));
}
