import type { Finding } from '#kernel';
import { structureFinding } from '../decode/structure-finding.ts';
import type { Field } from '../tables/field.ts';
import { DXP_NAMESPACE } from './declarations.ts';

type Pair = readonly [zh: string, en: string];

/** Longest stretch of a wrong value a finding quotes. */
const QUOTED = 60;

/** A root that is no transport message, or one of a foreign namespace. */
export function wrongEnvelope(name: string): Finding {
  return structureFinding(
    'CEB-ROOT',
    name,
    [`根元素 ${name} 不是 DXP 传输报文`, `The root element ${name} is not a DXP transport message`],
    [
      `根元素应为 DxpMsg、DxpMsgSv 或 DxpRep，命名空间 ${DXP_NAMESPACE}`,
      `The root must be DxpMsg, DxpMsgSv or DxpRep in the namespace ${DXP_NAMESPACE}`,
    ],
  );
}

export function wrongBase64({ zh, en, name }: Field, path: string): Finding {
  return structureFinding(
    'DXP-BASE64',
    path,
    [`${zh}（${name}）不是合规的 Base64`, `${en} (${name}) is not proper Base64`],
    [
      '把报文的 UTF-8 字节整体编码为 Base64，保留末尾的 =，不要截断',
      'Encode the bytes of the message in UTF-8 as Base64 as a whole, with the = at its end and nothing cut off',
    ],
  );
}

export function wrongMoment({ zh, en, name }: Field, path: string, text: string, day: boolean): Finding {
  const value = text.slice(0, QUOTED);
  const form = day ? 'YYYY-MM-DD' : 'YYYY-MM-DDThh:mm:ss';
  return structureFinding(
    'DXP-TIME',
    path,
    [`${zh}（${name}）“${value}”不是真实的时间`, `${en} (${name}): "${value}" is not a real date or time`],
    [`按 ${form} 填写`, `Write it as ${form}`],
  );
}

/** The schema passes over characters outside the alphabet; what was meant by them is lost. */
export function foreignInBase64({ zh, en, name }: Field, path: string): Finding {
  return envelopeFinding(
    'DXP-BASE64-FOREIGN',
    'field',
    path,
    [`${zh}（${name}）含有 Base64 之外的字符`, `${en} (${name}) has characters that are not Base64`],
    [
      '只用标准 Base64 字母表（+ 和 /），不用 URL 变体',
      'Use the standard alphabet of Base64 (+ and /) only, not the one for URLs',
    ],
  );
}

/** Stable codes of what can be wrong with the message in an envelope, or with how the two agree. */
export type EnvelopeCode =
  | 'DXP-BASE64-FOREIGN'
  | 'DXP-CONTENT'
  | 'DXP-MSGTYPE'
  | 'DXP-NESTED'
  | 'DXP-RECEIVER'
  | 'DXP-RECEIVER-MISSING'
  | 'DXP-SENDER'
  | 'DXP-SENDER-MISSING';

/** Something about the message in the envelope, or how the two agree; not of the envelope's own schema. */
export function envelopeFinding(
  code: EnvelopeCode,
  level: 'field' | 'business',
  path: string,
  message: Pair,
  remedy: Pair,
  rule?: string,
): Finding {
  return {
    code,
    level,
    path,
    message: { zh: message[0], en: message[1] },
    remedy: { zh: remedy[0], en: remedy[1] },
    ...(rule === undefined ? {} : { rule }),
  };
}
