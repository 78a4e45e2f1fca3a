import { describe, expect, test } from 'vitest';
import { formatDecimal, parseDecimal, ZERO } from '#kernel';
import { describeTax, parseTax } from '#tax';
import { cleanDossier, contextWith, type FullDossier } from '../../matching/testing/clean-dossier.ts';
import { loadRulebook } from '../testing/house.ts';
import { type Assessment, assess, type Facts } from './assess.ts';

const { rulebook, taxBook } = loadRulebook();
const DAY = '2026-11-23';
const clean: Facts = {
  annualUsed: ZERO,
  yearlyKgUsed: new Map(),
  sameDayTotal: ZERO,
  recentAmounts: [],
  enterprise: contextWith().enterprise,
};

/** The judgement of a clean dossier after `spoil`, under facts that say nothing else. */
function judge(
  spoil: (dossier: FullDossier) => void = () => undefined,
  facts: Partial<Facts> = {},
): Assessment {
  const dossier = cleanDossier();
  spoil(dossier);
  return assess(dossier, rulebook, DAY, { ...clean, ...facts });
}
const codes = ({ returnInfo }: Assessment): string[] =>
  [...returnInfo.matchAll(/\[Code:(\d+);Desc:[^\]]+\]/g)].map(([, code = '']) => code);
const inShort = (assessment: Assessment): string =>
  `${assessment.outcome} ${assessment.returnStatus} ${codes(assessment).join(' ')}`;

/** What leads to what, worst last. */
const watched = (dossier: FullDossier): void => {
  for (const { head } of [dossier.declaration, dossier.order, dossier.payment])
    head.ebpName = '昆明茶马（旧名）';
};
const reviewed = ({ declaration }: FullDossier): void => {
  for (const item of declaration.items) item.unit = '011';
};
const offTheList = ({ declaration }: FullDossier): void => {
  for (const item of declaration.items) item.gcode = '0603110000';
};
const underpaid = ({ payment }: FullDossier): void => {
  payment.head.amountPaid = '1';
};
const splitToday = { sameDayTotal: parseDecimal('4900') };

describe('a list', () => {
  test('whose papers agree is released with its value and tax, and takes that of the allowance', () => {
    const assessment = judge();
    expect(inShort(assessment)).toBe('released 800 2600');
    expect(assessment.returnInfo).toBe('[Code:2600;Desc:放行]');
    const { dutiableValue = ZERO, taxTotal = ZERO, reserve, findings, riskClass } = assessment;
    expect([dutiableValue, taxTotal, reserve].map((amount) => formatDecimal(amount, 2))).toEqual([
      '277.00',
      '25.21',
      '277.00',
    ]);
    expect({ findings, riskClass }).toEqual({ findings: [], riskClass: 'green' });
  });

  test('with a live reason to refuse is returned, and takes nothing', () => {
    const assessment = judge(underpaid);
    expect(inShort(assessment)).toBe('refused 100 1332');
    expect(assessment).toMatchObject({ reserve: ZERO, weights: [] });
  });

  test('with a reason for an officer is held for review, and takes its value of the allowance', () => {
    const assessment = judge(reviewed);
    expect(inShort(assessment)).toBe('held 300 1200 1322');
    expect(assessment.reserve).toBe(assessment.dutiableValue);
  });

  test('of yellow risk is held for review', () => {
    expect(inShort(judge(undefined, splitToday))).toBe('held 300 1200 909004');
  });

  test('of red risk is held for inspection', () => {
    const assessment = judge(offTheList);
    expect(inShort(assessment)).toBe('held 500 909001');
    expect(assessment.riskClass).toBe('red');
  });

  test('with what is only watched is released, and the finding is kept', () => {
    const assessment = judge(watched);
    expect(inShort(assessment)).toBe('released 800 2600');
    expect(assessment.findings).toMatchObject([{ code: 'MATCH-REGISTERED-NAME', mode: 'watch' }]);
  });
});

describe('of several reasons', () => {
  test('one to refuse outweighs all others, and only the reasons to refuse are told', () => {
    const assessment = judge((dossier) => {
      reviewed(dossier);
      underpaid(dossier);
    }, splitToday);
    expect(inShort(assessment)).toBe('refused 100 1332');
    expect(assessment.findings.length).toBeGreaterThan(2);
  });

  test('red risk outweighs what an officer should look at', () => {
    const assessment = judge((dossier) => {
      reviewed(dossier);
      offTheList(dossier);
    });
    expect(assessment.returnStatus).toBe('500');
    expect(codes(assessment)).toEqual(expect.arrayContaining(['1322', '909001']));
  });

  test('to refuse every one is told, each once', () => {
    const assessment = judge(({ declaration, payment, waybill }) => {
      payment.head.amountPaid = '1';
      payment.head.payerName = '别人';
      payment.head.payerIdNumber = '530102199003071000';
      waybill.head.packNo = 9;
      for (const item of declaration.items) item.qty = '7';
    });
    expect(codes(assessment)).toEqual([...new Set(codes(assessment))]);
    expect(codes(assessment)).toEqual(expect.arrayContaining(['1332', '1327', '906002', '1322']));
  });
});

describe('the limits', () => {
  const used = (amount: string) => ({ annualUsed: parseDecimal(amount) });

  test('of the year may be reached and not passed', () => {
    expect(judge(undefined, used('25723')).outcome).toBe('released');
    expect(inShort(judge(undefined, used('25723.01')))).toBe('refused 100 1313');
  });

  test('of one purchase return a list of several goods over it; one item alone comes in taxed in full', () => {
    const dear = (lines: number) => (dossier: FullDossier) => {
      const goods = { price: '6000', qty: '1', totalPrice: '6000' };
      for (const paper of [dossier.order, dossier.declaration] as const)
        paper.items = paper.items.slice(0, lines).map((item) => ({ ...item, ...goods })) as never;
    };
    expect(codes(judge(dear(2)))).toContain('909002');
    const { tax } = judge(dear(1));
    expect(tax?.decision).toBe('ACCEPT_FULL_TAX');
  });

  test('a code the tariff does not know cannot be taxed, so the list is returned without figures', () => {
    const assessment = judge(({ declaration }) => {
      for (const item of declaration.items) item.gcode = '0000000000';
    });
    expect(codes(assessment)).toContain('909005');
    expect([assessment.dutiableValue, assessment.tax, assessment.reserve]).toEqual([
      undefined,
      undefined,
      ZERO,
    ]);
  });
});

describe('what is kept with the decision', () => {
  test.each([
    ['a clean list', () => undefined],
    ['a returned one', underpaid],
    ['one off the positive list', offTheList],
  ])('of %s is JSON that holds the findings, the risk and a tax that can be read again', (_which, spoil) => {
    const assessment = judge(spoil);
    const kept = JSON.parse(assessment.stored);
    expect(kept.findings).toEqual(JSON.parse(JSON.stringify(assessment.findings)));
    expect(kept.risk.class).toBe(assessment.riskClass);
    if (assessment.tax === undefined) return void expect(kept.tax).toBeNull();
    expect(parseTax(kept.tax, taxBook)).toEqual(assessment.tax);
  });

  test('explains the tax step by step in both languages, each step with its rule and source', () => {
    const { steps, taxTotal } = describeTax(parseTax(JSON.parse(judge().stored).tax, taxBook));
    expect(taxTotal).toBe('25.21');
    expect(steps.length).toBeGreaterThan(5);
    for (const { zh, en, rule, source, confidence } of steps) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/[A-Za-z]{3}/);
      expect(rule).toMatch(/^R-\d\.\d+/);
      expect(source.length).toBeGreaterThan(3);
      expect(confidence).toMatch(/^[VHMLD]$/);
    }
  });
});

test('the text of the receipt holds whole reasons and never more than 1,000 characters', () => {
  const wordy = { ...rulebook, resultText: () => '很长的理由'.repeat(60) };
  const dossier = cleanDossier();
  Object.assign(dossier.payment.head, { amountPaid: '1', payerName: '别人', ebpCode: 'x', payCode: 'y' });
  Object.assign(dossier.waybill.head, { packNo: 9, weight: '99', freight: '1', logisticsNo: 'z' });
  const { returnInfo } = assess(dossier, wordy, DAY, clean);
  expect(returnInfo.length).toBeLessThanOrEqual(1_000);
  expect(returnInfo).toMatch(/^(\[Code:\d+;Desc:[^\]]+\])+$/);
});
