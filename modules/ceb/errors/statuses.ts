import type { Explanation } from './entry.ts';

/** Status, words in both languages, and what it means for the sender. */
export type StatusRow = readonly [code: string, zh: string, en: string, meaning: Explanation];

const WAIT_ZH = '等待后续回执';
const WAIT_EN = 'Wait for the next receipt';

/** Values of `returnStatus`; negative ones are result codes. Unknown positive ones mean "in progress". */
export const STATUSES: readonly StatusRow[] = [
  [
    '1',
    '电子口岸已暂存',
    'Saved at E-Port',
    [
      '报送状态为暂存（appStatus 1）',
      'It was sent as saved only (appStatus 1)',
      '确认后以 appStatus 2 申报',
      'Declare with appStatus 2 when ready',
    ],
  ],
  [
    '2',
    '电子口岸申报中',
    'Being declared at E-Port',
    ['已受理，尚未发往海关', 'Taken in, not yet sent to customs', WAIT_ZH, WAIT_EN],
  ],
  ['3', '发送海关成功', 'Sent to customs', ['已发往海关', 'It has gone to customs', WAIT_ZH, WAIT_EN]],
  [
    '4',
    '发送海关失败',
    'Sending to customs failed',
    ['传输到海关时失败', 'The transmission to customs failed', '稍后重新申报', 'Declare again later'],
  ],
  [
    '5',
    '预处理成功',
    'Preprocessed (local port platforms only)',
    [
      '地方口岸平台的状态，全国标准中没有',
      'A status of local port platforms, not of the national standard',
      WAIT_ZH,
      WAIT_EN,
    ],
  ],
  [
    '100',
    '海关退单',
    'Rejected by customs',
    [
      '校验或审核不通过，原因见回执信息',
      'A check or review failed; the receipt information says why',
      '按原因改正后重报',
      'Mend the reason given and submit again',
    ],
  ],
  [
    '120',
    '海关入库',
    'Entered in the customs system',
    ['逻辑校验通过', 'The logic check passed', WAIT_ZH, WAIT_EN],
  ],
  [
    '300',
    '人工审核',
    'Manual review',
    ['由关员审核', 'An officer reviews it', '备好资料，等待结果', 'Have the papers at hand and wait'],
  ],
  [
    '399',
    '海关审结',
    'Concluded by customs',
    ['审核完成，等待放行', 'The review is done; release is next', WAIT_ZH, WAIT_EN],
  ],
  [
    '500',
    '海关查验',
    'Inspection',
    [
      '货物被抽中查验',
      'The goods are to be inspected',
      '配合监管场所安排查验',
      'Arrange the inspection with the supervised site',
    ],
  ],
  [
    '501',
    '扣留移送通关',
    'Detained, handed to clearance',
    [
      '查验有疑问，移交通关部门',
      'The inspection raised doubts; the clearance division has it',
      '向现场海关说明',
      'Turn to the customs office on site',
    ],
  ],
  [
    '502',
    '扣留移送缉私',
    'Detained, handed to anti-smuggling',
    ['涉嫌走私，移交缉私部门', 'Smuggling is suspected', '配合调查', 'Cooperate with the investigation'],
  ],
  [
    '503',
    '扣留移送法规',
    'Detained, handed to legal affairs',
    ['涉嫌违规，移交法规部门', 'A violation is suspected', '配合处理', 'Cooperate with the legal division'],
  ],
  [
    '505',
    '移交',
    'Handed over',
    [
      '移交其他部门处理（只见于 CEB214）',
      'Another division has it (named for CEB214 only)',
      WAIT_ZH,
      WAIT_EN,
    ],
  ],
  [
    '599',
    '其它扣留',
    'Detained for another reason',
    [
      '货物被扣留',
      'The goods are detained',
      '向现场海关了解原因',
      'Ask the customs office on site for the reason',
    ],
  ],
  [
    '600',
    '挂起',
    'Suspended',
    ['处理暂停', 'Processing is suspended', '等待海关恢复处理', 'Wait until customs goes on'],
  ],
  [
    '700',
    '退运',
    'Returned abroad',
    [
      '货物退运出境',
      'The goods are to leave the country',
      '按海关要求办理退运',
      'Return the goods as customs directs',
    ],
  ],
  [
    '800',
    '放行',
    'Released',
    ['准予放行', 'The goods are released', '可以配送', 'The goods may be delivered'],
  ],
  ['899', '结关', 'Closed', ['手续办结', 'The procedure is complete', '无需处理', 'Nothing to do']],
];
