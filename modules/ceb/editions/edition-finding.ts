import type { Finding } from '#kernel';
import { fieldOf } from '../tables/field.ts';
import type { MessageTable, Row } from '../tables/row.ts';
import { TABLES } from '../tables/tables.ts';
import { FORMER, PRESENT } from './changes.ts';
import { FORMER_TABLES } from './former-tables.ts';

type Pair = readonly [zh: string, en: string];

function finding(path: string, message: Pair, remedy: Pair): Finding {
  return {
    ...{ code: 'CEB-EDITION', level: 'structure', path },
    message: { zh: message[0], en: message[1] },
    remedy: { zh: remedy[0], en: remedy[1] },
  };
}

/** The message keeps to the former edition as a whole. */
export function right(root: string): Finding {
  return finding(
    root,
    [
      `报文符合${FORMER.zh}，不符合${PRESENT.from} 起施行的${PRESENT.zh}`,
      `The message keeps to ${FORMER.en}; ${PRESENT.en}, in force from ${PRESENT.from}, refuses it`,
    ],
    ['按下列变化更新生成报文的程序', 'Bring what makes the messages up to date with the changes named below'],
  );
}

/** What the present edition changed at a path of the message, if anything. */
export function changed(root: string, path: string): Finding | undefined {
  const names = path.split('/').map((name) => name.replace(/\[\d+\]$/, ''));
  const [name = ''] = names.slice(-1);
  const group = names.at(-2) ?? '';
  const [was, is] = [FORMER_TABLES, TABLES as readonly MessageTable[]].map((tables) => {
    const table = tables.find((candidate) => candidate.root === root);
    return table && (ofField(table, group, name) ?? ofGroup(table, name));
  });
  if (was?.[1] === is?.[1]) {
    return undefined;
  }
  const [wasZh, wasEn] = was ?? ABSENT;
  const [isZh, isEn] = is ?? ABSENT;
  return finding(
    path,
    [
      `${name}：${FORMER.zh}${wasZh}，${PRESENT.zh}${isZh}`,
      `${name}: ${wasEn} in ${FORMER.en}, ${isEn} in ${PRESENT.en}`,
    ],
    [`按${PRESENT.zh}填写 ${name}`, `Write ${name} as ${PRESENT.en} has it`],
  );
}

const ABSENT: Pair = ['没有此项', 'not there'];

function ofField({ document }: MessageTable, group: string, name: string): Pair | undefined {
  const { rows, head, items } = document;
  const groups = [rows && { name: document.name, rows }, head, items];
  const row = groups.find((one) => one?.name === group)?.rows.find(([field]) => field === name);
  return row && inWords(row);
}

/** A field's notation, with what else the schema says of it. */
function inWords(row: Row): Pair {
  const { fixed, byDefault, collapse, required } = fieldOf(row, '');
  const [, format] = row;
  const zh = [required === true ? '必填' : '选填'];
  const en = [required === true ? 'required' : 'optional'];
  if (fixed !== undefined) {
    zh.push(`固定为 ${fixed}`);
    en.push(`always ${fixed}`);
  }
  if (byDefault !== undefined) {
    zh.push(`空值视为 ${byDefault}`);
    en.push(`empty stands for ${byDefault}`);
  }
  if (collapse) {
    zh.push('首尾空白不计');
    en.push('white space at the ends not counted');
  }
  return [`为 ${format}（${zh.join('，')}）`, `${format} (${en.join(', ')})`];
}

function ofGroup({ document: { items } }: MessageTable, name: string): Pair | undefined {
  if (items?.name !== name) return undefined;
  const { least, most } = items;
  return most === 'unbounded'
    ? [`为至少 ${least} 个、不限上限`, `${least} or more`]
    : [`为 ${least} 至 ${most} 个`, `${least} to ${most}`];
}
