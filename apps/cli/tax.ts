import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Bilingual, chinaDay, formatDecimal } from '#kernel';
import { assessImportTax, describeFigures, explainTax, type TaxAssessment, taxRulesOn } from '#tax';
import { loadTaxBook, type TaxBook } from '../../modules/tax/wiring.ts';
import { CaseUnreadable, caseId, casesOf, readCase, type TaxCase } from './tax-case.ts';

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

function assessCase(value: unknown, index: number, book: TaxBook): [TaxCase, TaxAssessment] {
  const taxCase = readCase(value, caseId(value, index), book.tariff, chinaDay(Date.now()));
  try {
    return [taxCase, assessImportTax(taxCase.input, taxRulesOn(book.parameters, taxCase.day))];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CaseUnreadable(
      `${taxCase.id}：${taxCase.day} 没有可用的税收参数`,
      `${taxCase.id}: ${error.message}`,
    );
  }
}

function readFile(path: string): readonly unknown[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new CaseUnreadable(`无法读取 ${path}`, `Cannot read ${path}: ${cause}`);
  }
  try {
    return casesOf(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new CaseUnreadable(`${path} 不是 JSON 文件`, `${path} is not JSON: ${error.message}`);
  }
}

function languagesOf(given: string | undefined): readonly Language[] | undefined {
  if (given === undefined) return ['zh', 'en'];
  return given === 'zh' || given === 'en' ? [given] : undefined;
}

function assessFile(
  path: string,
  show: (taxCase: TaxCase, assessment: TaxAssessment) => string,
  json: boolean,
): number {
  const book = loadTaxBook();
  let code = 0;
  readFile(path).forEach((value, index) => {
    try {
      process.stdout.write(`${show(...assessCase(value, index, book))}\n`);
    } catch (error) {
      if (!(error instanceof CaseUnreadable)) throw error;
      code = FAILED;
      complain(error.sentence);
      if (json)
        process.stdout.write(`${JSON.stringify({ id: caseId(value, index), error: error.sentence })}\n`);
    }
  });
  return code;
}

/**
 * `chama tax FILE [--json] [--lang zh|en]`: computes the retail import tax of every case of a file.
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
    return assessFile(
      path,
      (taxCase, assessment) =>
        values.json
          ? JSON.stringify({ id: taxCase.id, actual: actualOf(assessment) })
          : calculation(taxCase, assessment, languages),
      values.json,
    );
  } catch (error) {
    if (!(error instanceof CaseUnreadable)) throw error;
    complain(error.sentence);
    return FAILED;
  }
}
