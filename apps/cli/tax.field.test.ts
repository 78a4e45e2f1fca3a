import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';

const FIELD_CASES = new URL('../../../shared/field/tax-cases.json', import.meta.url);

interface FieldCase {
  readonly id: string;
  readonly expected: object;
}

describe.skipIf(!existsSync(FIELD_CASES))('the worked examples of the field', () => {
  const { import_cases = [], other_cases = [] } = existsSync(FIELD_CASES)
    ? JSON.parse(readFileSync(FIELD_CASES, 'utf8'))
    : {};
  const cases: FieldCase[] = [...import_cases, ...other_cases];

  test('every case gives exactly the expected line', async () => {
    const { taxCommand } = await import('./tax.ts');
    const written: string[] = [];
    const output = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
    const code = await taxCommand(['--json', FIELD_CASES.pathname]);
    output.mockRestore();
    expect(code).toBe(0);
    expect(written).toEqual(cases.map(({ id, expected }) => `${JSON.stringify({ id, actual: expected })}\n`));
  });
});
