import { describe, expect, test } from 'vitest';
import { carrierFile, platformFile } from '../testing/files.ts';
import { loadCodeLists, loadLicenceRequirements } from '../wiring.ts';
import { checkEnterpriseFile } from './check-file.ts';
import { type EnterpriseFile, keptFile, shownFile, unmasked } from './enterprise-file.ts';
import { changesBetween } from './file-changes.ts';
import { licenceRequirementsOf } from './licences.ts';

const lists = loadCodeLists();
const requirements = loadLicenceRequirements(lists);
const codes = (file: EnterpriseFile, day = '2026-03-10') =>
  checkEnterpriseFile(file, { lists, requirements, day }).map(({ code, path }) => `${path} ${code}`);

describe('what an enterprise files', () => {
  test('has no findings when everything is there', () => {
    expect(codes(platformFile)).toEqual([]);
    expect(codes(carrierFile)).toEqual([]);
  });

  test.each<[string, EnterpriseFile, Partial<EnterpriseFile>]>([
    ['licences REG-LICENCE-MISSING', carrierFile, { licences: [] }],
    ['licences REG-LICENCE-MISSING', platformFile, { roles: ['EBP', 'PAY'] }],
    ['domains REG-DOMAIN-MISSING', platformFile, { domains: [] }],
    ['domains[1] REG-DOMAIN-FORMAT', platformFile, { domains: ['https://mall.example.cn/'] }],
    ['domains[2] REG-DOMAIN-FORMAT', platformFile, { domains: ['mall.example.cn', 'mall.example.cn'] }],
    ['contacts REG-CONTACT-MISSING', platformFile, { contacts: [] }],
    ['contacts[1].phone REG-CONTACT-PHONE', platformFile, { contacts: [{ name: '李敏', phone: '12' }] }],
    ['contacts[1].name REG-CONTACT-NAME', platformFile, { contacts: [{ name: ' ', phone: '13800000001' }] }],
    [
      'contacts[1].email REG-CONTACT-EMAIL',
      platformFile,
      { contacts: [{ name: '李敏', phone: '13800000001', email: 'at home' }] },
    ],
    ['legalPerson.name REG-LEGAL-PERSON-NAME', platformFile, { legalPerson: { name: '' } }],
    [
      'legalPerson.idNumber REG-CITIZEN-ID-CHECK',
      platformFile,
      { legalPerson: { name: '王芳', idNumber: '110105194912310021' } },
    ],
    ['certificates[1].number REG-CERTIFICATE-NUMBER', platformFile, { certificates: [{ number: 'XYZ' }] }],
    [
      'certificates[1].from REG-CERTIFICATE-PERIOD',
      platformFile,
      { certificates: [{ number: '01691fe9', from: '2026-01-01', to: '2025-01-01' }] },
    ],
    ['nameEn REG-FILE-NAME-EN', platformFile, { nameEn: '昆明' }],
    ['uscc REG-USCC-CHECK', platformFile, { uscc: '91530100MA6K0TEAT7' }],
  ])('%s is found', (found, file, change) => {
    expect(codes({ ...file, ...change })).toEqual([found]);
  });

  test('all lapses are told at once, each with its place', () => {
    const [licence] = carrierFile.licences ?? [];
    const spoilt = { ...licence, kind: 'none', issuer: '', from: '2026-02-30' } as NonNullable<
      typeof licence
    >;
    expect(codes({ ...carrierFile, licences: [spoilt], contacts: [] })).toEqual([
      'licences[1].kind REG-LICENCE-KIND',
      'licences[1].issuer REG-LICENCE-TEXT',
      'licences[1].from REG-LICENCE-PERIOD',
      'licences REG-LICENCE-MISSING',
      'contacts REG-CONTACT-MISSING',
    ]);
  });

  test('a licence that has run out counts no more, from the day after its last', () => {
    expect(codes(carrierFile, '2029-02-28')).toEqual([]);
    expect(codes(carrierFile, '2029-03-01')).toEqual([
      'licences[1].to REG-LICENCE-ENDED',
      'licences REG-LICENCE-MISSING',
    ]);
  });

  test('a carrier may hold the postal standing instead of the express licence (R-1.9)', () => {
    const licences = [{ kind: 'postal', number: '1', issuer: '国家邮政局', from: '2020-01-01' }];
    expect(codes({ ...carrierFile, licences })).toEqual([]);
  });

  test('a requirement that names no known licence is refused when it is read', () => {
    const row = {
      role: 'LGS',
      kinds: 'magic',
      from: '2019-01-01',
      rule: 'R-1.9',
      source: 'x',
      confidence: 'D',
    };
    expect(() => licenceRequirementsOf([row], lists)).toThrow('row 2');
  });
});

describe('personal data of a file', () => {
  test('an identity number is kept as its mask alone, and not at all where it is wrong', () => {
    expect(keptFile(platformFile).legalPerson).toEqual({ name: '王芳', idNumber: '1101**********002X' });
    const wrong = { ...platformFile, legalPerson: { name: '王芳', idNumber: '110105194912310021' } };
    expect(keptFile(wrong).legalPerson).toEqual({ name: '王芳' });
  });

  test('telephones and addresses are shown masked, and what comes back masked stays as it is', () => {
    const kept = keptFile(platformFile);
    const shown = shownFile(kept);
    expect(shown.contacts).toEqual([{ name: '李敏', phone: '087******0001', email: 'l***@mall.example' }]);
    expect(unmasked(shown, kept)).toEqual(kept);
  });

  test('a mask that is not that of what is on file is found', () => {
    const forged = {
      ...platformFile,
      contacts: [{ name: '李敏', phone: '139****9999' }],
      legalPerson: { name: '王芳', idNumber: '5301**********7123' },
    };
    expect(codes(unmasked(forged, keptFile(platformFile)))).toEqual([
      'contacts[1].phone REG-CONTACT-PHONE',
      'legalPerson.idNumber REG-CITIZEN-ID-FORMAT',
    ]);
  });
});

describe('the difference of two versions', () => {
  test('names every field that changed by its place, in whatever order entries stand', () => {
    const [licence] = carrierFile.licences ?? [];
    if (!licence) throw new Error('the carrier has a licence');
    const postal = { kind: 'postal', number: '1', issuer: '国家邮政局', from: '2020-01-01' };
    const { to: _to, ...open } = licence;
    const after = { ...carrierFile, name: '滇运', roles: ['DCL', 'LGS'], licences: [postal, open] };
    expect(changesBetween(carrierFile, after)).toEqual([
      { path: 'name', before: '滇运速递有限公司', after: '滇运' },
      { path: 'licences[express 滇邮20240017].to', before: '2029-02-28' },
      { path: 'roles[DCL]', after: 'DCL' },
      { path: 'licences[postal 1].kind', after: 'postal' },
      { path: 'licences[postal 1].number', after: '1' },
      { path: 'licences[postal 1].issuer', after: '国家邮政局' },
      { path: 'licences[postal 1].from', after: '2020-01-01' },
    ]);
  });

  test('shows a telephone that changed masked', () => {
    const after = { ...carrierFile, contacts: [{ name: '张强', duty: '关务', phone: '13800000009' }] };
    expect(changesBetween(carrierFile, after)).toEqual([
      { path: 'contacts[张强].phone', before: '138****0001', after: '138****0009' },
    ]);
  });
});
