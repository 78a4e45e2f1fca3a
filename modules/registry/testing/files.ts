import type { EnterpriseFile } from '../domain/enterprise-file.ts';

/** A platform that has filed everything it must. */
export const platformFile: EnterpriseFile = {
  customsCode: '5301960001',
  uscc: '91530100MA6K0TEAT6',
  name: '昆明茶马跨境电商平台有限公司',
  nameEn: 'Kunming Chama Cross-border E-commerce Platform Co., Ltd.',
  roles: ['EBP'],
  customsOffice: '8601',
  dxpId: 'DXPENT0000012345',
  validFrom: '2024-01-01',
  certificates: [{ number: '01691fe9', from: '2025-01-01', to: '2027-12-31' }],
  domains: ['mall.example.cn'],
  contacts: [{ name: '李敏', phone: '0871-63330001', email: 'limin@mall.example' }],
  legalPerson: { name: '王芳', idNumber: '11010519491231002X' },
};

/** A carrier with the licence its role needs. */
export const carrierFile: EnterpriseFile = {
  customsCode: '5301980003',
  uscc: '91530100MA6KABCD1H',
  name: '滇运速递有限公司',
  roles: ['LGS'],
  customsOffice: '8620',
  validFrom: '2024-01-01',
  licences: [
    {
      kind: 'express',
      number: '滇邮20240017',
      issuer: '云南省邮政管理局',
      from: '2024-03-01',
      to: '2029-02-28',
    },
  ],
  contacts: [{ name: '张强', duty: '关务', phone: '13800000001' }],
  legalPerson: { name: '赵军' },
};
