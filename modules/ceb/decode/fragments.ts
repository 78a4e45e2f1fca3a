import { escapeAttribute } from '../encode/escape.ts';
import { nameAt } from './characters.ts';
import type { FreeFrame } from './frames.ts';
import type { XmlReader } from './xml-reader.ts';

/**
 * The element inside `Message` as XML, for the reader that stands right after it. Prefixes which only its wrapping
 * declares are written into it, so that it keeps its meaning when it is taken out.
 */
export function fragmentOf(
  reader: XmlReader,
  from: number,
  message: FreeFrame,
  rootScope: ReadonlyMap<string, string>,
): string {
  const fragment = reader.text.slice(from, reader.position);
  const name = nameAt(fragment, 1);
  let declarations = '';
  for (const [prefix, uri] of reader.namespaces.inForce()) {
    if (!message.declared.has(prefix) && (rootScope.get(prefix) ?? '') !== uri) {
      declarations += ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(uri)}"`;
    }
  }
  return `<${name}${declarations}${fragment.slice(1 + name.length)}`;
}
