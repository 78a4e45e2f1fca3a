import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Bilingual, chinaDay, type Finding } from '#kernel';
import { type AdviserBook, advise, type DescribedAdvice, describeAdvice, readQuestion } from '#modes';
import { parameterOn } from '#tax';
import { openAdviserBook } from '../../modules/modes/wiring.ts';
import { loadRefundRates } from '../../modules/refunds/wiring.ts';
import { loadTaxBook } from '../../modules/tax/wiring.ts';
import { isFields } from './case-fields.ts';
import { Misuse } from './misuse.ts';

const FAILED = 1;

type Language = keyof Bilingual;

interface AdviceCase {
  readonly id: string;
  readonly title?: string;
  readonly question: unknown;
}

/** The cases of a file: `{ "cases": [{ "id", "question" }] }`, a list of them, or one question. */
function casesOf(content: unknown): readonly AdviceCase[] {
  const list = Array.isArray(content) ? content : isFields(content) ? content.cases : undefined;
  if (!Array.isArray(list)) return [{ id: '1', question: content }];
  return list.map((value, index) => {
    const fields = isFields(value) ? value : {};
    const title = typeof fields.title === 'string' ? { title: fields.title } : {};
    return { id: String(fields.id ?? index + 1), ...title, question: fields.question ?? value };
  });
}

function read(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (fault) {
    const cause = fault instanceof Error ? fault.message : String(fault);
    throw new Misuse({ zh: `无法读取 ${path}：${cause}`, en: `${path} cannot be read: ${cause}` });
  }
}

const VERDICTS: Readonly<Record<string, Bilingual>> = {
  lawful: { zh: '可用', en: 'lawful' },
  unlawful: { zh: '不可用', en: 'not lawful' },
  undecided: { zh: '尚缺信息', en: 'undecided' },
};

function taxWords(mode: DescribedAdvice['modes'][number]): Bilingual {
  const { importTax, exportTax } = mode;
  if (importTax) return { zh: `税款 ${importTax.total} 元`, en: `tax ${importTax.total} CNY` };
  if (exportTax?.refund) return { zh: `退税 ${exportTax.refund} 元`, en: `refund ${exportTax.refund} CNY` };
  const routes: Readonly<Record<string, Bilingual>> = {
    refund: { zh: '可退税', en: 'refund' },
    exempt: { zh: '免税', en: 'exempt' },
    taxed: { zh: '视同内销征税', en: 'taxed as a home sale' },
  };
  return routes[exportTax?.route ?? ''] ?? { zh: '税款未知', en: 'tax unknown' };
}

function inWords(one: AdviceCase, advice: DescribedAdvice, languages: readonly Language[]): string {
  const lines = [`${one.id}  ${one.title ?? ''}  (${advice.day})`];
  for (const mode of advice.modes) {
    for (const language of languages) {
      const mark = mode.mode === advice.advised ? '★' : ' ';
      const tax = taxWords(mode)[language];
      const cost =
        language === 'zh'
          ? `${tax}，单证 ${mode.papers.length} 份，约 ${mode.hours} 小时`
          : `${tax}, ${mode.papers.length} papers, about ${mode.hours} h`;
      lines.push(
        `  ${mark} ${mode.mode} ${VERDICTS[mode.verdict]?.[language]}  ${mode.verdict === 'unlawful' ? '' : cost}`,
      );
      for (const { holds, sentence, rule } of mode.criteria) {
        if (holds !== 'yes')
          lines.push(`      ${holds === 'no' ? '✗' : '?'} ${sentence[language]}  (${rule})`);
      }
    }
  }
  return `${lines.join('\n')}\n\n`;
}

/** What a case comes to, in the fewest words. */
function actualOf(advice: DescribedAdvice): object {
  const modes = (verdict: string) =>
    advice.modes.filter((mode) => mode.verdict === verdict).map(({ mode }) => mode);
  const best = advice.modes.find(({ mode }) => mode === advice.advised);
  return {
    advised: advice.advised,
    lawful: modes('lawful'),
    undecided: modes('undecided'),
    unlawful: modes('unlawful'),
    missing: advice.missing,
    ...(best?.finish && { finish: best.finish }),
    ...(best?.importTax && { tax: best.importTax.total }),
    ...(best?.exportTax && { exportTax: best.exportTax.route }),
    ...(best?.exportTax?.refund && { refund: best.exportTax.refund }),
  };
}

function complain(id: string, findings: readonly Finding[]): void {
  for (const { code, path, message, remedy } of findings) {
    process.stderr.write(
      `${id}  ${code}  ${path}\n  ${message.zh}\n  ${message.en}\n  → ${remedy.zh}\n    ${remedy.en}\n`,
    );
  }
}

function answer(one: AdviceCase, book: AdviserBook, json: boolean, languages: readonly Language[]): boolean {
  const day = chinaDay(Date.now());
  const district = parameterOn(book.parameters, 'zone.customs_district', day)?.value ?? '';
  const { question, findings } = readQuestion(one.question, { day, district });
  if (question === undefined) {
    complain(one.id, findings);
    if (json) process.stdout.write(`${JSON.stringify({ id: one.id, findings })}\n`);
    return false;
  }
  const advice = describeAdvice(advise(question, book));
  process.stdout.write(
    json
      ? `${JSON.stringify({ id: one.id, actual: actualOf(advice), advice })}\n`
      : inWords(one, advice, languages),
  );
  return true;
}

/**
 * `chama advise FILE [--json] [--lang zh|en]`: which supervision modes are lawful for each trade of a file, what each
 * costs and why. With `--json` one line a case: `{"id","actual","advice"}`, or `{"id","findings"}` where the question
 * cannot be read.
 * @returns 0; 1 when a question cannot be read.
 */
export async function adviseCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false }, lang: { type: 'string' } },
    allowPositionals: true,
  });
  const [path] = positionals;
  const { lang } = values;
  if (
    path === undefined ||
    positionals.length > 1 ||
    (lang !== undefined && lang !== 'zh' && lang !== 'en')
  ) {
    throw new Misuse({
      zh: '用法：chama advise 文件.json [--json] [--lang zh|en]',
      en: 'Usage: chama advise FILE.json [--json] [--lang zh|en]',
    });
  }
  const book = openAdviserBook({ ...loadTaxBook(), refunds: loadRefundRates() });
  const languages: readonly Language[] = lang === undefined ? ['zh', 'en'] : [lang];
  const answered = casesOf(read(path)).map((one) => answer(one, book, values.json, languages));
  return answered.every(Boolean) ? 0 : FAILED;
}
