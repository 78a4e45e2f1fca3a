import type { ReadPaymentData } from '#ceb';
import type { Bilingual } from '#kernel';

type Pieces = NonNullable<ReadPaymentData['pieces']>;

/** A string that is signed by mistake in place of the right one. */
interface Mistake {
  readonly text: string;
  readonly told: Bilingual;
}

/** What the sandbox can tell of a signature that does not fit. */
export interface Diagnosis extends Bilingual {
  /** The string that was signed, where it could be found. */
  readonly signed?: string;
}

/**
 * Looks for what was signed instead: the slips integrators make are few, so each is tried.
 * @param toSign the right string
 * @param fits whether the signature is good for a text
 */
export async function diagnose(
  toSign: string,
  pieces: Pieces,
  signature: Uint8Array,
  fits: (text: string) => Promise<boolean>,
): Promise<Diagnosis> {
  if (signature[0] === 0x30 && signature.length >= 68 && signature.length <= 72)
    return {
      zh: 'SM2 签名是 DER 编码；应为 r‖s 各 32 字节共 64 字节的 Base64',
      en: 'The SM2 signature is DER; wanted is Base64 of the 64 bytes r‖s',
    };
  for (const { text, told } of mistakes(toSign, pieces))
    if (text !== toSign && (await fits(text))) return { ...told, signed: text };
  return {
    zh: '签名与加签原文不符，也不符合常见的错误形式；核对私钥与证书是否一对、SM2 用户标识是否为 1234567812345678、发送后内容是否被改写',
    en: 'The signature fits neither the string nor any usual slip; check that key and certificate belong together, that the SM2 user id is 1234567812345678, and that nothing rewrote the content on its way',
  };
}

function mistakes(toSign: string, pieces: Pieces): Mistake[] {
  const { sessionID, head, lists, serviceTime } = pieces;
  const time = serviceTime.replaceAll('"', '');
  const joined = (inHead: string, inLists: string, name = 'payExchangeInfoLists'): string =>
    `"sessionID":${sessionID}||"payExchangeInfoHead":${inHead}||"${name}":${inLists}||"serviceTime":"${time}"`;
  const quoted = (text: string): string => `"${text}"`;
  const mistake = (text: string, zh: string, en: string): Mistake => ({ text, told: { zh, en } });
  return [
    mistake(`${toSign}\n`, '加签原文末尾多了一个换行', 'A line end was signed behind the string'),
    mistake(
      joined(head, lists),
      '表头和表体的 JSON 外没有双引号',
      'The JSON of head and lists was signed without the quotes around it',
    ),
    mistake(
      toSign.replace(/"(\d+)"$/, '$1'),
      'serviceTime 的值没有双引号',
      'The value of serviceTime was signed without quotes',
    ),
    mistake(
      toSign.replace('||"payExchangeInfoLists":', '||"payExchangeInfoList":'),
      '名称写成了 payExchangeInfoList，应为 payExchangeInfoLists',
      'The name was signed as payExchangeInfoList; it is payExchangeInfoLists',
    ),
    mistake(
      joined(JSON.stringify(head), JSON.stringify(lists)),
      '内层 JSON 被转义；加签时不得转义',
      'The JSON inside was escaped; it is signed as it is',
    ),
    mistake(
      joined(quoted(head), quoted(lists)),
      '对带空白的 JSON 加签；应去掉字段之间的空白',
      'JSON with white space between its fields was signed; it is signed compact',
    ),
    mistake(
      toSign.replaceAll('/', '\\/'),
      '加签时“/”被转义为“\\/”，发送时没有',
      'A slash was signed as "\\/" and sent as "/"',
    ),
    mistake(
      toSign.replace(/[^\u0020-\u007e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
      '加签时汉字被转义为 \\uXXXX，发送时没有',
      'Chinese characters were signed as \\uXXXX and sent as they are',
    ),
    ...otherAmounts(toSign),
  ];
}

/** The same amount as other programs write it: the usual trap. */
function otherAmounts(toSign: string): Mistake[] {
  const [, sent] = /"totalAmount":(-?[\d.]+)/.exec(toSign) ?? [];
  if (sent === undefined) return [];
  const shortest = sent.includes('.') ? sent.replace(/\.?0+$/, '') : sent;
  const decimals = shortest.split('.')[1] ?? '';
  const forms = [
    shortest,
    ...[1, 2, 4, 5].map((digits) => `${shortest.split('.')[0]}.${decimals.padEnd(digits, '0')}`),
  ];
  return [...new Set(forms)].map((form) => ({
    text: toSign.replace(`"totalAmount":${sent}`, `"totalAmount":${form}`),
    told: {
      zh: `加签时 totalAmount 写作 ${form}，发送时写作 ${sent}；两处须逐字相同`,
      en: `totalAmount was signed as ${form} and sent as ${sent}; both must be the same characters`,
    },
  }));
}
