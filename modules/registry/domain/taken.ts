import type { Finding } from '#kernel';
import { checkFinding } from './check-finding.ts';
import type { EnterpriseFile } from './enterprise-file.ts';

/** A number of a file that another enterprise holds. */
export interface Taken {
  readonly path: 'dxpId' | 'certificates' | 'domains';
  readonly value: string;
}

const names = {
  dxpId: { zh: '传输编号', en: 'Exchange address' },
  certificates: { zh: '证书编号', en: 'Certificate number' },
  domains: { zh: '域名', en: 'Domain name' },
} as const;

/** Findings for numbers that belong to another enterprise; which one is not told. */
export function checkTaken(file: EnterpriseFile, taken: readonly Taken[]): Finding[] {
  const places = {
    certificates: file.certificates?.map(({ number }) => number.toLowerCase()),
    domains: file.domains,
  };
  return taken.map(({ path, value }) => {
    const { zh, en } = names[path];
    const place = path === 'dxpId' ? path : `${path}[${(places[path]?.indexOf(value) ?? 0) + 1}]`;
    return checkFinding(
      'REG-FILE-TAKEN',
      place,
      'R-1.10',
      { zh: `${zh}“${value}”已属于另一家企业`, en: `${en} "${value}" belongs to another enterprise already` },
      {
        zh: '核对后更正；如确属本企业，请联系运营人员',
        en: 'Compare and mend it; where it is yours, ask the operators',
      },
    );
  });
}
