import type { Finding } from '#kernel';
import { shorten } from '../decode/structure-finding.ts';

/** Stable codes of what can be wrong with how a message is signed, before any key is asked. */
export type SignatureFormCode =
  | 'SIG-ALGORITHM'
  | 'SIG-CANONICAL'
  | 'SIG-CERTIFICATE'
  | 'SIG-REFERENCE'
  | 'SIG-SEVERAL'
  | 'SIG-SHAPE'
  | 'SIG-UNREADABLE';

type Pair = readonly [zh: string, en: string];

/** A finding on a signature; whether a message is rightly signed is no matter of its structure. */
export function signatureFinding(code: string, path: string, message: Pair, remedy: Pair): Finding {
  return {
    code,
    level: 'business',
    path: shorten(path),
    message: { zh: shorten(message[0]), en: shorten(message[1]) },
    remedy: { zh: shorten(remedy[0]), en: shorten(remedy[1]) },
  };
}
