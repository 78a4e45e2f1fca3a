import type { Fault } from './fault.ts';

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** Status of a format receipt when not even the kind of message can be told. */
const ROOT_UNKNOWN = '-999999';

interface Damage {
  readonly finding: string;
  readonly status?: string;
  readonly damage: (xml: string) => Uint8Array;
}

/** A fault whose list is spoilt below the level of fields, so that the standard's reader refuses it. */
function spoilt(name: string, title: Fault['title'], { finding, ...harm }: Damage): Fault {
  return {
    name,
    title,
    expected: { outcome: 'none', findings: [finding] },
    script: (steps) =>
      steps.map((step) =>
        step.paper === 'declaration' ? { ...step, ...harm, answer: 'unreadable', findings: [finding] } : step,
      ),
  };
}

/** Messages that break the standard's form: kept, answered as CEB900 does, and in no table of the business. */
export const formFaults: readonly Fault[] = [
  spoilt(
    'message-cut-off',
    { zh: '报文截断，不是完整的XML', en: 'the message is cut off in the middle' },
    { finding: 'CEB-XML', damage: (xml) => utf8(xml.slice(0, Math.floor(xml.length / 2))) },
  ),
  spoilt(
    'message-with-document-type',
    { zh: '报文带DOCTYPE和实体', en: 'the message carries a document type and an entity' },
    {
      finding: 'CEB-DOCTYPE',
      status: ROOT_UNKNOWN,
      damage: (xml) => utf8(xml.replace('?>', '?>\n<!DOCTYPE x [<!ENTITY name "示例">]>')),
    },
  ),
  spoilt(
    'message-in-wrong-encoding',
    { zh: '报文声明UTF-8，实际不是', en: 'the message says UTF-8 and is not' },
    // What an editor writes when told to save as "Unicode".
    { finding: 'CEB-ENCODING', status: ROOT_UNKNOWN, damage: (xml) => Buffer.from(xml, 'utf16le') },
  ),
  spoilt(
    'message-without-mandatory-field',
    { zh: '报文缺少必填字段', en: 'a mandatory field is left out' },
    {
      finding: 'CEB-MISSING',
      damage: (xml) => utf8(xml.replace(/<ceb:customsCode>\d+<\/ceb:customsCode>/, '')),
    },
  ),
  {
    name: 'sender-unknown',
    title: { zh: '传输企业与接入企业不一致', en: 'the message claims to come from somebody else' },
    expected: { outcome: 'none', findings: ['EXCHANGE-SENDER'] },
    script: (steps, { zone }) =>
      steps.map((step) =>
        step.paper === 'declaration'
          ? { ...step, claims: zone.stranger, answer: 'forbidden' as const, findings: ['EXCHANGE-SENDER'] }
          : step,
      ),
  },
];
