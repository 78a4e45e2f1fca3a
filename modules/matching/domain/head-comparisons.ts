import type { Bilingual } from '#kernel';
import { type Comparison, firstDifference, type Scalar, sameUnder } from './compare.ts';
import type { Dossier } from './dossier.ts';
import { evidenceOf, type HeadField, joined, PAPER_NAMES, type Personal } from './fields.ts';
import { type Check, found, listed, type MatchFinding, type RuleFacts, type RuleGroup } from './rule.ts';

/** Fields of several papers that must say the same; absent optional fields are passed over. */
export interface HeadComparison extends RuleFacts {
  readonly compare: Comparison;
  readonly fields: readonly HeadField[];
  readonly personal?: Personal;
  /** Said after the demand, where the demand alone would mislead. */
  readonly note?: Bilingual;
}

const absent = (value: Scalar): boolean => value === undefined || value === '';

function differing(rule: HeadComparison, dossier: Dossier): MatchFinding {
  const present = rule.fields.filter((field) => !absent(field.read(dossier)));
  const evidence = present.map((field) => evidenceOf(field, dossier, rule.personal));
  const papers = joined(present.map((field) => PAPER_NAMES[field.paper]));
  const says = present.map((field, at) => ({
    zh: `${PAPER_NAMES[field.paper].zh}为“${evidence[at]?.value}”`,
    en: `"${evidence[at]?.value}" in the ${PAPER_NAMES[field.paper].en}`,
  }));
  const values = present.map((field) => field.read(dossier) ?? '');
  const [first = ''] = values;
  const other = values.find((value) => value !== first && !sameUnder[rule.compare](first, value)) ?? first;
  // Two masked values may look alike: say where they part, which gives nothing away.
  const at = firstDifference(first, other);
  const where = {
    zh: rule.personal === undefined ? '' : `（第${at}个字符起不同）`,
    en: rule.personal === undefined ? '' : ` (from character ${at} on)`,
  };
  return found(listedComparison(rule), {
    path: present.at(-1)?.path ?? '',
    message: {
      zh: `${rule.what.zh}不一致：${says.map((one) => one.zh).join('，')}${where.zh}`,
      en: `The ${rule.what.en} differs: ${says.map((one) => one.en).join(', ')}${where.en}`,
    },
    remedy: rule.remedy ?? {
      zh: `以真实交易为准，改正${papers.zh}中有误的一份，以变更报文（appType=2）重发`,
      en: `Find out what was really agreed, correct the wrong one of ${papers.en} and send it again as a change (appType 2)`,
    },
    evidence,
  });
}

function listedComparison(rule: HeadComparison) {
  const papers = joined([...new Set(rule.fields.map((field) => PAPER_NAMES[field.paper]))]);
  return listed(
    rule,
    {
      zh: `${rule.what.zh}在${papers.zh}中应一致${rule.note?.zh ?? ''}`,
      en: `The ${rule.what.en} must be the same in ${papers.en}${rule.note?.en ?? ''}`,
    },
    rule.fields.map((field) => field.path),
    rule.compare,
  );
}

function checkOf(rule: HeadComparison): Check {
  const { fields } = rule;
  const same = sameUnder[rule.compare];
  return (dossier, _context, findings) => {
    let reference: Scalar;
    for (const field of fields) {
      const value = field.read(dossier);
      if (value === undefined || value === '') continue;
      if (reference === undefined) reference = value;
      else if (value !== reference && !same(reference, value)) {
        findings.push(differing(rule, dossier));
        return;
      }
    }
  };
}

/** Makes the rules of the table ready to run. */
export const compileHeadComparisons = (rules: readonly HeadComparison[]): RuleGroup[] =>
  rules.map((rule) => ({ listed: [listedComparison(rule)], check: checkOf(rule) }));
