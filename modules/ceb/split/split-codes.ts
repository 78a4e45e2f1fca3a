import { findingCodes } from '#kernel';
import type { SplitCode } from './split-finding.ts';

/** What can be wrong with the parts of a split message. */
export const SPLIT_CODES = findingCodes<SplitCode>({
  'CEB-PART-DIFFERS': [
    'business',
    ['各份的表头不同', 'The heads of the parts differ'],
    [
      '使各份表头一致，只有 guid、appTime 和 msgSeqNo 不同',
      'Give all parts the same head but for guid, appTime and msgSeqNo',
    ],
  ],
  'CEB-PART-MISSING': [
    'business',
    ['缺少若干份', 'Parts are missing'],
    ['等待或补发缺少的各份', 'Wait for the missing parts, or send them'],
  ],
  'CEB-PART-OUTSIDE': [
    'business',
    ['序号不在总数之内', 'The number of a part is not within the number of parts'],
    ['从 1 起连续编号，不超过 msgCount', 'Number the parts 1, 2, 3 … up to msgCount'],
  ],
  'CEB-PART-REPEATED': [
    'business',
    ['同一份出现两次', 'A part came twice'],
    [
      '内容相同的无需处理；不同的只保留一份，或改正 msgSeqNo',
      'Nothing to do if they are alike; else keep one, or correct msgSeqNo',
    ],
  ],
});
