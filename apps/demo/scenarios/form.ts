import type { Scenario } from './scenario.ts';
import { tell } from './telling.ts';

interface Malformed {
  readonly fault: string;
  readonly mode?: Scenario['mode'];
  readonly title: Scenario['title'];
  readonly why: Scenario['why'];
}

const malformed: readonly Malformed[] = [
  {
    fault: 'message-cut-off',
    title: { zh: '报文截断，按格式错误应答（CEB900）', en: 'A message cut off: answered as CEB900 does' },
    why: {
      zh: '不是完整的XML；原文留存，业务表中不留痕迹。',
      en: 'Not well-formed XML; the bytes are kept as evidence, nothing reaches the business.',
    },
  },
  {
    fault: 'message-with-document-type',
    title: { zh: '报文带DOCTYPE和实体，拒收', en: 'A document type with an entity: refused' },
    why: {
      zh: '统一版报文不得带DOCTYPE和自定义实体，实体从不展开。',
      en: 'Messages of the standard carry no document type; entities are never expanded.',
    },
  },
  {
    fault: 'message-in-wrong-encoding',
    title: { zh: '声明UTF-8、实为UTF-16，拒收', en: 'Says UTF-8 and is UTF-16: refused' },
    why: {
      zh: '只接受UTF-8；编码错误的报文无法识别类型。',
      en: 'Only UTF-8 is read; of what is written otherwise not even the kind can be told.',
    },
  },
  {
    fault: 'message-without-mandatory-field',
    title: { zh: '清单缺少申报海关代码，拒收', en: 'The list leaves its customs office out: refused' },
    why: {
      zh: '必填字段缺失，报文不符合统一版XSD。',
      en: "A mandatory field is missing: the message breaks the standard's schema.",
    },
  },
  {
    fault: 'sender-unknown',
    title: { zh: '传输企业与接入密钥不一致，拒收', en: "The sender is not the key's enterprise: refused" },
    why: {
      zh: 'copCode 须为所用密钥的企业；冒名报文留存并拒收。',
      en: 'copCode must be the enterprise of the key; a message under a false name is kept and refused.',
    },
  },
];

/** Messages that cannot be taken in at all. */
export const formScenarios: readonly Scenario[] = [
  ...malformed.map(
    ({ fault, mode = '9610', title, why }): Scenario => ({
      name: fault,
      title,
      why,
      mode,
      tell: (teller) =>
        tell(teller, teller.dossier('A', { lines: [teller.line('HOM-PLW-46', 1, '228')], fault }), undefined),
    }),
  ),
  {
    name: 'bonded-without-account-book',
    title: { zh: '保税清单未填账册编号，退回', en: 'A bonded list without account book: refused' },
    why: {
      zh: '保税进口必填账册编号（R-1.18）；清单未被接收，三单留存。',
      en: 'Bonded lists must name the account book (R-1.18); the list is not taken in, its papers stay.',
    },
    mode: '1210',
    tell: (teller) =>
      tell(
        teller,
        teller.dossier('A', {
          lines: [teller.line('HOM-PLW-46', 1, '228')],
          fault: 'bonded-without-account-book',
        }),
        undefined,
      ),
  },
];
