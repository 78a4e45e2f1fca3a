import type { Finding } from '#kernel';
import { structureFinding } from '../decode/structure-finding.ts';

/** Text of a receipt, however it was encoded. */
export interface ReadText {
  readonly text: string;
  /** How the bytes were read, by the name `TextDecoder` knows. */
  readonly encoding: string;
  readonly deviations: readonly Finding[];
}

declare const TextDecoder: new (
  encoding: string,
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string };

/** How far into the bytes a declaration is looked for. */
const DECLARATION_BYTES = 200;
const DECLARED = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/;
const IS_UTF8 = /^utf-?8$/i;

/** Signs of Chinese text: bytes of another encoding hardly ever come out as these when they are read as UTF-8. */
const CHINESE = /[\u3000-\u9fff\uff00-\uffef]/;

/**
 * Reads bytes as text: UTF-8 with or without a byte order mark, else what the mark or the XML declaration says
 * (GB18030 and its older forms, UTF-16), else GB18030 if the bytes are sensible in it. Chinese text in UTF-8 is read
 * so whatever it claims to be. Bytes that fit nothing are read as UTF-8 with replacement characters.
 */
export function readText(bytes: Uint8Array): ReadText {
  const declared = marking(bytes) ?? declaredEncoding(bytes);
  const plain = decoded(bytes, 'utf-8');
  const claimed = declared === undefined || IS_UTF8.test(declared) ? undefined : declared;
  if (plain !== undefined && claimed === undefined) {
    return { text: plain, encoding: 'utf-8', deviations: [] };
  }
  if (plain !== undefined && CHINESE.test(plain)) {
    return { text: plain, encoding: 'utf-8', deviations: [otherEncoding('utf-8')] };
  }
  for (const encoding of [claimed, 'gb18030']) {
    const text = encoding === undefined ? undefined : decoded(bytes, encoding);
    if (encoding !== undefined && text !== undefined) {
      return { text, encoding, deviations: [otherEncoding(encoding)] };
    }
  }
  const text = new TextDecoder('utf-8', { fatal: false }).decode(bytes);
  return { text, encoding: 'utf-8', deviations: [damaged()] };
}

function marking([first, second]: Uint8Array): string | undefined {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : undefined;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, DECLARATION_BYTES)).replace(
    /^\u00ef\u00bb\u00bf/,
    '',
  );
  return DECLARED.exec(start)?.[1]?.toLowerCase();
}

/** Undefined where the bytes do not fit the encoding, or nobody here knows it. */
function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function otherEncoding(encoding: string): Finding {
  return structureFinding(
    'CEB-ENCODING',
    '',
    [
      `回执按 ${encoding} 编码读取，标准是 UTF-8，声明也应是 UTF-8`,
      `The receipt was read as ${encoding}; the standard is UTF-8, and says so`,
    ],
    ['无需处理；如有乱码请联系发送方', 'Nothing to do; turn to its sender if characters are wrong'],
  );
}

function damaged(): Finding {
  return structureFinding(
    'CEB-ENCODING',
    '',
    [
      '回执含有无法识别的字节，已用 \ufffd 代替',
      'The receipt has bytes nobody can read; \ufffd stands for them',
    ],
    ['请发送方重新发送', 'Ask its sender to send it again'],
  );
}
