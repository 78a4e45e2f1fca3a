import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Bilingual, chinaDay, formatDecimal } from '#kernel';
import { assessImportTax, describeFigures, explainTax, type TaxAssessment, taxRulesOn } from '#tax';
import { loadTaxBook, type TaxBook } from '../../modules/tax/wiring.ts';
import { CaseUnreadable } from './case-fields.ts';
import { workOtherCase } from './other-case.ts';
import { caseId, casesOf, otherCasesOf, readCase, type TaxCase } from './tax-case.ts';

const FAILED = 1;
const MISUSED = 2;

type Language = keyof Bilingual;

/** The figures of an assessment under the names that case files use. */
function actualOf(assessment: TaxAssessment): object {
  const figures = describeFigures(assessment);
  if (figures.decision === 'REJECT') {
    return { decision: figures.decision, reason: figures.reason, dutiable_value: figures.dutiableValue };
  }
  return {
    decision: figures.decision,
    factor: figures.factor,
    dutiable_value: figures.dutiableValue,
    lines: figures.lines.map((line) => ({
      hs: line.gcode,
      dutiable_value: line.dutiableValue,
      duty: line.duty,
      ct_statutory: line.consumptionTaxStatutory,
      ct: line.consumptionTax,
      vat_statutory: line.vatStatutory,
      vat: line.vat,
      tax: line.tax,
    })),
    duty: figures.duty,
    ct: figures.consumptionTax,
    vat: figures.vat,
    tax_total: figures.taxTotal,
    actual_paid: figures.actualPaid,
    annual_used_after: figures.annualUsedAfter,
  };
}

function calculation(taxCase: TaxCase, assessment: TaxAssessment, languages: readonly Language[]): string {
  const goods = assessment.lines.map(
    (line) => `  ${line.gnum}. ${line.hs}  ${formatDecimal(line.goodsValue, 2)} CNY`,
  );
  const steps = explainTax(assessment).flatMap((step) =>
    languages.map((language, index) => `  ${index === 0 ? '·' : ' '} ${step[language]}`),
  );
  return [`${taxCase.id}  ${taxCase.title}  (${taxCase.day})`, ...goods, ...steps, ''].join('\n');
}

function complain({ zh, en }: Bilingual): void {
  process.stderr.write(`${zh}\n${en}\n`);
}

/** Says so where the rules at hand hold nothing for the day of a case. */
function withinRules<T>(id: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CaseUnreadable(`${id}：没有可用的税收参数`, `${id}: ${error.message}`);
  }
}

function assessCase(value: unknown, index: number, book: TaxBook): [TaxCase, TaxAssessment] {
  const taxCase = readCase(value, caseId(value, index), book.tariff, chinaDay(Date.now()));
  return [
    taxCase,
    withinRules(taxCase.id, () => assessImportTax(taxCase.input, taxRulesOn(book.parameters, taxCase.day))),
  ];
}

function readFile(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new CaseUnreadable(`无法读取 ${path}`, `Cannot read ${path}: ${cause}`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new CaseUnreadable(`${path} 不是 JSON 文件`, `${path} is not JSON: ${error.message}`);
  }
}

function languagesOf(given: string | undefined): readonly Language[] | undefined {
  if (given === undefined) return ['zh', 'en'];
  return given === 'zh' || given === 'en' ? [given] : undefined;
}

/** Works the cases of one file, one output a case; a case that cannot be read is told and the next one follows. */
class CaseFile {
  readonly #book = loadTaxBook();
  readonly #assessed = new Map<string, TaxAssessment>();
  readonly #json: boolean;
  readonly #languages: readonly Language[];
  code = 0;

  constructor(json: boolean, languages: readonly Language[]) {
    this.#json = json;
    this.#languages = languages;
  }

  #each(value: unknown, index: number, work: () => string): void {
    try {
      process.stdout.write(`${work()}\n`);
    } catch (error) {
      if (!(error instanceof CaseUnreadable)) throw error;
      this.code = FAILED;
      complain(error.sentence);
      if (this.#json) {
        process.stdout.write(`${JSON.stringify({ id: caseId(value, index), error: error.sentence })}\n`);
      }
    }
  }

  importCase(value: unknown, index: number): void {
    this.#each(value, index, () => {
      const [taxCase, assessment] = assessCase(value, index, this.#book);
      this.#assessed.set(taxCase.id, assessment);
      return this.#json
        ? JSON.stringify({ id: taxCase.id, actual: actualOf(assessment) })
        : calculation(taxCase, assessment, this.#languages);
    });
  }

  otherCase(value: unknown, index: number): void {
    this.#each(value, index, () => {
      const id = caseId(value, index);
      const around = {
        parameters: this.#book.parameters,
        today: chinaDay(Date.now()),
        assessed: this.#assessed,
      };
      const { actual, words } = withinRules(id, () => workOtherCase(value, id, around));
      if (this.#json) return JSON.stringify({ id, actual });
      const lines = this.#languages.map((language, at) => `  ${at === 0 ? '·' : ' '} ${words[language]}`);
      return [id, ...lines, ''].join('\n');
    });
  }
}

/**
 * `chama tax FILE [--json] [--lang zh|en]`: computes the retail import tax of every case of a file, and works its other
 * cases: returns, payment, refunds, income tax, the way an export is finished.
 * With `--json` one line a case, `{"id","actual"}`; a case that cannot be read gives `{"id","error"}`.
 * @returns 0; 1 when the file or a case cannot be read; 2 when no file or an unknown language is given.
 */
export async function taxCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false }, lang: { type: 'string' } },
    allowPositionals: true,
  });
  const [path] = positionals;
  const languages = languagesOf(values.lang);
  if (path === undefined || positionals.length > 1 || languages === undefined) {
    complain({
      zh: '用法：chama tax 文件 [--json] [--lang zh|en]，只给一个文件',
      en: 'Usage: chama tax FILE [--json] [--lang zh|en], one file only',
    });
    return MISUSED;
  }
  try {
    const content = readFile(path);
    const file = new CaseFile(values.json, languages);
    for (const [index, value] of casesOf(content).entries()) file.importCase(value, index);
    for (const [index, value] of otherCasesOf(content).entries()) file.otherCase(value, index);
    return file.code;
  } catch (error) {
    if (!(error instanceof CaseUnreadable)) throw error;
    complain(error.sentence);
    return FAILED;
  }
}
