import { messageTables, type Root } from '#ceb';
import type { Bilingual, Finding } from '#kernel';
import type { DocumentHandler } from './handler.ts';

/** Who is meant by the firm a field names. */
const firms: Readonly<Record<string, Bilingual>> = {
  agentCode: { zh: '申报企业', en: 'its declaring firm' },
  ebcCode: { zh: '电商企业（境内代理人）', en: 'its seller (or domestic agent)' },
  ebpCode: { zh: '电商平台', en: 'its platform' },
  logisticsCode: { zh: '物流企业', en: 'its carrier' },
  operatorCode: { zh: '监管场所经营人', en: 'the operator of its site' },
  payCode: { zh: '支付企业', en: 'its payment firm' },
};

/** Lets a document be sent by the firms the standard has it sent by, and by nobody else. */
export function sentByItsFirms(root: Root): DocumentHandler['mayNotSend'] {
  const { sentBy = [], zh, en } = messageTables[root];
  const who = (language: keyof Bilingual, or: string): string =>
    sentBy.map((field) => firms[field]?.[language] ?? field).join(or);
  const finding: Finding = {
    code: 'EXCHANGE-RIGHT',
    level: 'business',
    path: sentBy[0] ?? '',
    message: {
      zh: `${zh}应由其${who('zh', '或')}自己发送`,
      en: `${en}: sent by ${who('en', ' or ')} itself`,
    },
    remedy: {
      zh: `由有权的企业发送，或改正 ${sentBy.join('、')}`,
      en: `Have the right enterprise send it, or correct ${sentBy.join(', ')}`,
    },
    rule: 'R-1.11',
  };
  return (head, { customsCode }) => {
    const fields = head as Readonly<Record<string, string | undefined>>;
    return sentBy.some((field) => fields[field] === customsCode) ? undefined : finding;
  };
}
