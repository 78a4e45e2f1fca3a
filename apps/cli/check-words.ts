import { styleText } from 'node:util';
import type { Bilingual, Finding, FindingLevel } from '#kernel';
import type { FileReport } from './check-file.ts';

const LEVELS: Readonly<Record<FindingLevel, Bilingual>> = {
  structure: { zh: '结构', en: 'structure' },
  field: { zh: '字段', en: 'field' },
  business: { zh: '业务', en: 'business' },
};

/** A report for people: the verdict, then the findings by level, each with its remedy. */
export function inWords({ file, root, valid, findings }: FileReport): string {
  const mark = valid ? styleText('green', '✓') : styleText('red', '✗');
  const lines = [`${mark} ${plain(file)}${root === null ? '' : `  ${styleText('dim', plain(root))}`}`];
  for (const level of ['structure', 'field', 'business'] as const) {
    const found = findings.filter((finding) => finding.level === level);
    if (found.length === 0) continue;
    lines.push(styleText('bold', `  ${LEVELS[level].zh} · ${LEVELS[level].en} (${found.length})`));
    for (const finding of found) lines.push(...told(finding));
  }
  return lines.join('\n');
}

/** The last line: how many files, how many of them not valid. */
export function summary(files: number, refused: number): string {
  const text = `${files} 个文件，${refused} 个不合标准 · ${files} checked, ${refused} not valid`;
  return styleText(refused === 0 ? 'green' : 'red', text);
}

export function told({ code, path, message, remedy }: Finding): string[] {
  return [
    `    ${styleText('yellow', plain(code))}${path === '' ? '' : `  ${plain(path)}`}`,
    `      ${plain(message.zh)}`,
    `      ${plain(message.en)}`,
    styleText('cyan', `      → ${plain(remedy.zh)}`),
    styleText('cyan', `        ${plain(remedy.en)}`),
  ];
}

/** A message may hold escape sequences; a terminal must not obey them. */
export function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, '·');
}
