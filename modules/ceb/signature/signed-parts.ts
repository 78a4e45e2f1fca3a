import type { Finding } from '#kernel';
import type { FoundSignature } from './canonical-reading.ts';
import { readCanonically } from './canonical-reading.ts';
import { type ParsedSignature, parseSignature } from './parse-signature.ts';
import { readQuickly } from './quick-reading.ts';
import { signatureFinding } from './signature-finding.ts';
import { utf8Bytes, utf8Text } from './utf8.ts';

interface RootName {
  readonly namespace: string;
  readonly name: string;
}

/**
 * What a signature is about. `content` is the message without the signature under its root, and `signedInfo` the
 * part the key has signed, both as bytes of Canonical XML 1.0; `content` in pieces that are hashed one after the other,
 * since most of a message is canonical where it lies and need not be copied.
 */
export type SignedParts =
  | {
      readonly state: 'signed';
      readonly root: RootName;
      readonly content: readonly Uint8Array[];
      readonly signedInfo: Uint8Array;
      readonly signature: ParsedSignature;
    }
  | { readonly state: 'unsigned'; readonly root: RootName; readonly content: readonly Uint8Array[] }
  | { readonly state: 'unfit'; readonly root?: RootName; readonly findings: readonly Finding[] };

/** Takes a message apart for verification. Never throws on bad input; time and memory grow with its length. */
export function signedParts(bytes: Uint8Array): SignedParts {
  const located = locate(bytes);
  if ('code' in located) return { state: 'unfit', findings: [located] };
  const { root, content, signatures } = located;
  const [first, second] = signatures;
  if (second) return { state: 'unfit', root, findings: [several()] };
  if (!first) return { state: 'unsigned', root, content };
  const signature = parseSignature(first.element);
  if (!('suite' in signature)) return { state: 'unfit', root, findings: signature };
  return { state: 'signed', root, content, signedInfo: utf8Bytes(first.signedInfo), signature };
}

/** A message in canonical form, and where things stand in its bytes. */
export interface Located {
  readonly root: RootName;
  /** The root's start tag in canonical form. */
  readonly rootTag: string;
  readonly content: readonly Uint8Array[];
  readonly signatures: readonly FoundSignature[];
  readonly rootEnd: number | undefined;
  readonly extensionAt: number | undefined;
  /** Place in the bytes for a place named here. */
  readonly byteAt: (place: number) => number;
}

export function locate(bytes: Uint8Array): Located | Finding {
  const quick = readQuickly(bytes);
  if (quick) {
    const { signature, ...rest } = quick;
    return { ...rest, signatures: signature ? [signature] : [], byteAt: (place) => place };
  }
  const text = utf8Text(bytes);
  if (text === undefined) return unreadable('不是 UTF-8', 'the bytes are not UTF-8');
  const document = readCanonically(text);
  if ('code' in document) {
    const { zh, en, line, column } = document;
    return unreadable(`第 ${line} 行第 ${column} 列，${zh}`, `line ${line}, column ${column}: ${en}`);
  }
  if (document.relative) return relative();
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return {
    ...document,
    content: [utf8Bytes(document.content)],
    byteAt: (place) => mark + utf8Bytes(text.slice(0, place)).length,
  };
}

function unreadable(zh: string, en: string): Finding {
  return signatureFinding(
    'SIG-UNREADABLE',
    '',
    [`报文无法读取，不能验签：${zh}`, `The message cannot be read, so nothing can be verified: ${en}`],
    ['先用 chama check 查明并改正报文', 'Find out with chama check what is wrong, and mend it'],
  );
}

function relative(): Finding {
  return signatureFinding(
    'SIG-CANONICAL',
    '',
    [
      '报文含有相对的命名空间名称，没有规范形式，不能验签',
      'The message declares a namespace by a relative name, which has no canonical form',
    ],
    ['改用完整的命名空间名称后重新加签', 'Write the namespace in full and sign again'],
  );
}

function several(): Finding {
  return signatureFinding(
    'SIG-SEVERAL',
    'Signature',
    [
      '根元素下有多个 Signature，不能确定以哪个为准',
      'There are several Signature elements under the root; none of them counts',
    ],
    ['只保留一个 Signature，重新加签', 'Keep one Signature and sign again'],
  );
}
