import type { Finding } from '#kernel';
import type { Field } from '../tables/field.ts';

/** Stable codes of what can be wrong with the structure of a message. */
export type StructureCode =
  | 'CEB-ATTRIBUTE'
  | 'CEB-COUNT'
  | 'CEB-DECIMAL'
  | 'CEB-DEPTH'
  | 'CEB-DOCTYPE'
  | 'CEB-ENCODING'
  | 'CEB-ENTITY'
  | 'CEB-FIXED'
  | 'CEB-INTEGER'
  | 'CEB-LENGTH'
  | 'CEB-MISSING'
  | 'CEB-MORE'
  | 'CEB-NAMESPACE'
  | 'CEB-ORDER'
  | 'CEB-REPEATED'
  | 'CEB-ROOT'
  | 'CEB-SIGNATURE'
  | 'CEB-SIZE'
  | 'CEB-TEXT'
  | 'CEB-UNKNOWN'
  | 'CEB-XML'
  | 'DXP-BASE64'
  | 'DXP-TIME';

/** A finding on the structure, with its two texts as pairs of Chinese and English. */
export function structureFinding(
  code: StructureCode,
  path: string,
  message: readonly [zh: string, en: string],
  remedy: readonly [zh: string, en: string],
): Finding {
  return {
    code,
    level: 'structure',
    path: shorten(path),
    message: { zh: shorten(message[0]), en: shorten(message[1]) },
    remedy: { zh: shorten(remedy[0]), en: shorten(remedy[1]) },
  };
}

/** Longest text of a finding: the sender chooses names, and a name of megabytes must not be repeated. */
const LONGEST = 400;

/** Leaves out the middle of a text that is too long. */
export function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 100)}…${text.slice(-99)}` : text;
}

/** Longest stretch of a wrong value a finding quotes. */
const QUOTED = 60;

function quote(text: string): string {
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}

/** Why a field's text is refused. `length` counts characters. */
export function fieldFinding(field: Field, path: string, text: string, length: number): Finding {
  const { zh, en, name } = field;
  if (field.type === 'decimal') {
    const whole = (field.totalDigits ?? 0) - (field.fractionDigits ?? 0);
    return structureFinding(
      'CEB-DECIMAL',
      path,
      [
        `${zh}（${name}）的值“${quote(text)}”不是合规的数值`,
        `${en} (${name}): "${quote(text)}" is not a decimal the standard accepts`,
      ],
      [
        `填写十进制数，总共不超过 ${field.totalDigits} 位数字（通常整数 ${whole} 位），小数不超过 ${field.fractionDigits} 位，不用千分位和科学记数`,
        `Write a plain decimal of at most ${field.totalDigits} digits, at most ${field.fractionDigits} of them after the point, without separators or exponent`,
      ],
    );
  }
  if (field.type === 'int') {
    const most = field.totalDigits === undefined ? '2147483647' : '9'.repeat(field.totalDigits);
    return structureFinding(
      'CEB-INTEGER',
      path,
      [
        `${zh}（${name}）的值“${quote(text)}”不是合规的整数`,
        `${en} (${name}): "${quote(text)}" is not an integer the standard accepts`,
      ],
      [`填写整数，不大于 ${most}`, `Write a whole number of at most ${most}`],
    );
  }
  if (field.fixed !== undefined && length === field.fixed.length) {
    return structureFinding(
      'CEB-FIXED',
      path,
      [
        `${zh}（${name}）的值“${quote(text)}”不是固定值 ${field.fixed}`,
        `${en} (${name}): "${quote(text)}" is not the fixed value ${field.fixed}`,
      ],
      [`填写 ${field.fixed}`, `Write ${field.fixed}`],
    );
  }
  return lengthFinding(field, path, length);
}

function lengthFinding(field: Field, path: string, length: number): Finding {
  const { zh, en, name, minLength = 0, maxLength = 0 } = field;
  const exact = minLength === maxLength;
  const wantedZh = exact ? `${maxLength} 个字符` : `${minLength} 至 ${maxLength} 个字符`;
  const wantedEn = exact ? `exactly ${maxLength} characters` : `${minLength} to ${maxLength} characters`;
  return structureFinding(
    'CEB-LENGTH',
    path,
    [
      `${zh}（${name}）有 ${length} 个字符，应为 ${wantedZh}`,
      `${en} (${name}) has ${length} characters; the standard wants ${wantedEn}`,
    ],
    [
      `把 ${name} 改为 ${wantedZh}，汉字每个算一个字符`,
      `Make ${name} ${wantedEn}; a Chinese character counts as one`,
    ],
  );
}
