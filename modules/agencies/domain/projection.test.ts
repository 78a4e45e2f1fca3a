import { describe, expect, test } from 'vitest';
import { agencies } from '#access';
import { messageTables } from '#ceb';
import { cleanDossier, plainPurchase } from '../../matching/testing/clean-dossier.ts';
import { loadProjections } from '../wiring.ts';
import { type Filing, projectedDocuments, projectionOf } from './projection.ts';

const rows = loadProjections();
const day = '2026-11-26';
const disguises = {
  masked: (_: string, value: string) => `${value.slice(0, 1)}*`,
  digest: (agency: string, _: string, value: string) => `#${agency}${value.length}`,
};
const { order, payment, waybill, declaration } = cleanDossier(plainPurchase);
const filing: Filing = {
  ...{ order, declaration },
  payment: { ...payment, items: [] },
  waybill: { ...waybill, items: [] },
  decision: { head: { dutiableValue: '257.00', taxTotal: '23.39', riskScore: '99' }, items: [] },
};
/** Every value of a filing is told from every other, so that what goes out can be traced to its field. */
const traced = Object.fromEntries(
  Object.entries(filing).map(([name, { head, items }]) => [
    name,
    {
      head: Object.fromEntries(Object.keys(head).map((field) => [field, `${name}.${field}`])),
      items: items.map((item) =>
        Object.fromEntries(Object.keys(item).map((field) => [field, `${name}.items.${field}`])),
      ),
    },
  ]),
) as Filing;

describe('the projection of an agency', () => {
  test.each(Object.keys(agencies))(
    'holds for %s the fields of its rows, of each document, and no other',
    (agency) => {
      const clear = {
        masked: (_: string, value: string) => value,
        digest: (_: string, __: string, value: string) => value,
      };
      const { papers, fields } = projectionOf(rows, agency, traced, day, clear);
      const allowed = new Set(
        rows.filter((row) => row.agency === agency).map((row) => `${row.document}.${row.field}`),
      );
      expect(fields.length).toBeGreaterThan(5);
      for (const field of fields) expect(allowed).toContain(field);
      const gone = projectedDocuments.flatMap((name) => {
        const paper = papers[name];
        if (!paper) return [];
        // Where a value came from is the value itself: a field that took another's would be seen.
        for (const [field, value] of Object.entries(paper.head)) expect(value).toBe(`${name}.${field}`);
        return [...Object.values(paper.head), ...paper.items.flatMap((item) => Object.values(item))];
      });
      expect([...new Set(gone)].sort()).toEqual([...fields].sort());
    },
  );

  test('masks persons, and turns what tells them apart into a digest that no other agency has', () => {
    const police =
      projectionOf(rows, 'public-security', filing, day, disguises).papers.declaration?.head ?? {};
    expect(police.buyerName).toBe(`${declaration.head.buyerName.slice(0, 1)}*`);
    expect(police.buyerIdNumber).toBe('#public-security18');
    const tax = projectionOf(rows, 'tax', filing, day, disguises).papers.order?.head ?? {};
    expect(tax.buyerIdNumber).toBe('#tax18');
    expect(tax.buyerName).toBeUndefined();
  });

  test('holds nothing on a day its rows do not cover, and nothing for who is no agency', () => {
    expect(projectionOf(rows, 'tax', filing, '2018-12-31', disguises)).toEqual({ papers: {}, fields: [] });
    expect(projectionOf(rows, 'nobody', filing, day, disguises)).toEqual({ papers: {}, fields: [] });
  });

  test('never shows a person in the clear, whatever the agency', () => {
    const personal =
      /^(items\.)?(buyer(Name|IdNumber|Telephone|RegNo)|payer(Name|IdNumber)|telephone|consignee(Telephone|Address)?)$/;
    expect(rows.filter(({ field, value }) => personal.test(field) && value === 'clear')).toEqual([]);
  });
});

describe('the table of projections', () => {
  test('names only fields there are', () => {
    const roots = {
      order: 'CEB311Message',
      payment: 'CEB411Message',
      waybill: 'CEB511Message',
      declaration: 'CEB621Message',
      export: 'CEB603Message',
    } as const;
    const known = new Set(
      Object.entries(roots).flatMap(([name, root]) =>
        messageTables[root].groups.flatMap(({ fields }, at) =>
          fields.map((field) => `${name}.${at === 0 ? '' : 'items.'}${field.name}`),
        ),
      ),
    );
    for (const field of ['dutiableValue', 'taxTotal', 'invtNo']) known.add(`decision.${field}`);
    expect(
      rows.map(({ document, field }) => `${document}.${field}`).filter((name) => !known.has(name)),
    ).toEqual([]);
  });
});
