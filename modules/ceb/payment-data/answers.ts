import type { Bilingual, Confidence } from '#kernel';

/** What an answer of the interface means, and what to do. */
export interface PaymentAnswerMeaning {
  /** One code, or the two ends of a range. */
  readonly codes: readonly [first: number, last: number];
  readonly meaning: Bilingual;
  readonly cause: Bilingual;
  readonly remedy: Bilingual;
  /** Whether the same data may be taken at a later try. */
  readonly again: boolean;
  readonly source: string;
  readonly confidence: Confidence;
}

const NOTICE = '海关总署公告2018年第179号附件 1.6.4';

/**
 * The answers 10000 to 21000. The notice names the two ends and gives everything between as one range without
 * saying which is which; only what has been seen in the field is known further.
 */
export const PAYMENT_DATA_ANSWERS: readonly PaymentAnswerMeaning[] = [
  {
    codes: [10000, 10000],
    meaning: { zh: '成功', en: 'Taken' },
    cause: { zh: '数据已被接收', en: 'The data have been taken in' },
    remedy: { zh: '无需处理', en: 'Nothing to be done' },
    again: false,
    source: NOTICE,
    confidence: 'V',
  },
  {
    codes: [20000, 20000],
    meaning: { zh: '失败', en: 'Failed' },
    cause: {
      zh: '原因见 message，例如“certNo不为空”指缺少证书编号；message 为空时多为格式或验签问题',
      en: 'See the message: "certNo不为空" says that the certificate number is missing; without one it is mostly the form or the signature',
    },
    remedy: {
      zh: '用 chama payment-data check 检查内容和加签原文，改正后重新发送',
      en: 'Check content and signed string with chama payment-data check, mend, and send again',
    },
    again: true,
    source: `${NOTICE}；公开的企业对接记录`,
    confidence: 'V',
  },
  {
    codes: [20004, 20004],
    meaning: { zh: '证书未登记', en: 'The certificate is not registered' },
    cause: {
      zh: 'certNo 不是企业在海关服务管理中登记的证书编号，或证书已更换',
      en: 'certNo is not the number registered with customs for this platform, or the certificate has been replaced',
    },
    remedy: {
      zh: '在海关服务管理中上传加签所用操作员卡的证书并登记其编号，审核通过后再发送',
      en: "Register the certificate of the key that signs, and its number, with customs' service management; send again once it is approved",
    },
    again: false,
    source: '公开的企业对接记录',
    confidence: 'M',
  },
  {
    codes: [20001, 21000],
    meaning: { zh: '异常', en: 'Exception' },
    cause: {
      zh: '公告只给出范围，具体原因见 message',
      en: 'The notice gives only the range; the message has the cause',
    },
    remedy: {
      zh: '按 message 改正；仍不明白时连同会话ID询问海关',
      en: 'Mend what the message says; else ask customs, with the session',
    },
    again: false,
    source: NOTICE,
    confidence: 'V',
  },
];

/** The meaning of an answer's code, the narrowest there is; undefined for a code outside the notice. */
export function paymentAnswerMeaning(code: string): PaymentAnswerMeaning | undefined {
  const number = /^\d{5}$/.test(code) ? Number(code) : Number.NaN;
  return PAYMENT_DATA_ANSWERS.find(({ codes: [first, last] }) => first <= number && number <= last);
}
