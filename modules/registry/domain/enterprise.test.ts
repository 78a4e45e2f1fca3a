import { describe, expect, test } from 'vitest';
import { checkEnterprise, type Enterprise, mayActOn } from './enterprise.ts';

const platform: Enterprise = {
  customsCode: '5301960001',
  uscc: '91530100MA6K0TEAT6',
  name: '昆明茶马跨境电商平台有限公司',
  roles: ['EBP', 'DCL'],
  customsOffice: '8601',
  dxpId: 'DXPENT0000012345',
  validFrom: '2024-01-01',
  state: 'active',
};
const codes = (change: Partial<Enterprise>) =>
  checkEnterprise({ ...platform, ...change }).map((found) => found.code);

describe('the register of enterprises', () => {
  test('a sound entry has no findings', () => {
    expect(checkEnterprise(platform)).toEqual([]);
  });

  test.each<[string, Partial<Enterprise>]>([
    ['REG-CUSTOMS-CODE-FORMAT', { customsCode: '53' }],
    ['REG-USCC-CHECK', { uscc: '91530100MA6K0TEAT7' }],
    ['REG-ENTERPRISE-NAME', { name: '  ' }],
    ['REG-ENTERPRISE-ROLES', { roles: [] }],
    ['REG-ENTERPRISE-ROLES', { roles: ['EBP', 'EBP'] }],
    ['REG-ENTERPRISE-OFFICE', { customsOffice: '86' }],
    ['REG-ENTERPRISE-DXP-ID', { dxpId: 'dxp 1' }],
    ['REG-ENTERPRISE-PERIOD', { validFrom: '2024-02-30' }],
    ['REG-ENTERPRISE-PERIOD', { validTo: '2023-12-31' }],
  ])('%s is found', (code, change) => {
    expect(codes(change)).toEqual([code]);
  });

  test('all faults of an entry are reported, not the first', () => {
    expect(codes({ uscc: '', roles: [], customsOffice: '' })).toEqual([
      'REG-USCC-FORMAT',
      'REG-ENTERPRISE-ROLES',
      'REG-ENTERPRISE-OFFICE',
    ]);
  });

  test('an enterprise may act from its first day to its last while it is active', () => {
    const dated: Enterprise = { ...platform, validTo: '2026-12-31' };
    expect(mayActOn(dated, '2023-12-31')).toBe(false);
    expect(mayActOn(dated, '2024-01-01')).toBe(true);
    expect(mayActOn(dated, '2026-12-31')).toBe(true);
    expect(mayActOn(dated, '2027-01-01')).toBe(false);
    expect(mayActOn({ ...dated, state: 'suspended' }, '2025-01-01')).toBe(false);
  });
});
