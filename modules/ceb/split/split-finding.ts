import type { Finding } from '#kernel';

/** Which whole is meant, and the path of the number of its parts. */
export interface Place {
  readonly path: string;
  readonly whole: string;
}

type Pair = readonly [zh: string, en: string];

/** Stable codes of what can be wrong with the parts of a split message. */
export type SplitCode = 'CEB-PART-DIFFERS' | 'CEB-PART-MISSING' | 'CEB-PART-OUTSIDE' | 'CEB-PART-REPEATED';

function finding(code: SplitCode, { path, whole }: Place, message: Pair, remedy: Pair): Finding {
  return {
    ...{ code, level: 'business', path },
    message: { zh: `${whole}：${message[0]}`, en: `${whole}: ${message[1]}` },
    remedy: { zh: remedy[0], en: remedy[1] },
  };
}

export function repeated(place: Place, number: number): Finding {
  return finding(
    'CEB-PART-REPEATED',
    place,
    [
      `第 ${number} 份重复，内容相同，只算一次`,
      `part ${number} came twice with the same content and counts once`,
    ],
    ['无需处理', 'Nothing to do'],
  );
}

export function repeatedOtherwise(place: Place, number: number): Finding {
  return finding(
    'CEB-PART-REPEATED',
    place,
    [`第 ${number} 份出现两次，内容不同`, `part ${number} came twice with different content`],
    ['只保留一份，或改正 msgSeqNo', 'Keep one of them, or correct msgSeqNo'],
  );
}

export function disagree(place: Place, number: number, first: number, fields: readonly string[]): Finding {
  const names = fields.join(', ');
  return finding(
    'CEB-PART-DIFFERS',
    place,
    [
      `第 ${number} 份的表头与第 ${first} 份不同：${names}`,
      `the head of part ${number} differs from part ${first} in ${names}`,
    ],
    [
      '各份的表头须一致，只有 guid、appTime 和 msgSeqNo 不同',
      'Give all parts the same head but for guid, appTime and msgSeqNo',
    ],
  );
}

export function outside(place: Place, numbers: readonly number[], count: number): Finding {
  const listed = numbers.join(', ');
  return finding(
    'CEB-PART-OUTSIDE',
    place,
    [`序号 ${listed} 不在 1 至 ${count} 之间`, `the numbers ${listed} are not between 1 and ${count}`],
    ['从 1 起连续编号，不超过 msgCount', 'Number the parts 1, 2, 3 … up to msgCount'],
  );
}

export function missing(place: Place, ranges: readonly string[], total: number, count: number): Finding {
  const listed = ranges.join(', ');
  return finding(
    'CEB-PART-MISSING',
    place,
    [`共 ${count} 份，缺 ${total} 份：${listed}`, `${total} of ${count} parts are missing: ${listed}`],
    ['等待或补发缺少的各份', 'Wait for the missing parts, or send them'],
  );
}
