import { unwrapFile } from './envelope-unwrap.ts';
import { wrapFile } from './envelope-wrap.ts';
import { Misuse } from './misuse.ts';

/** `chama envelope wrap …` and `chama envelope unwrap …`; see each. */
export async function envelopeCommand([act, ...args]: readonly string[]): Promise<number> {
  if (act === 'wrap') return wrapFile(args);
  if (act === 'unwrap') return unwrapFile(args);
  throw new Misuse({
    zh: '请写 chama envelope wrap 或 chama envelope unwrap。',
    en: 'Write chama envelope wrap or chama envelope unwrap.',
  });
}
