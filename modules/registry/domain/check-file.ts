import { type Day, type Finding, isDay } from '#kernel';
import { checkFinding } from './check-finding.ts';
import { checkCitizenId } from './citizen-id.ts';
import type { CodeLists } from './code-lists.ts';
import { checkEnterprise } from './enterprise.ts';
import { type Contact, type EnterpriseFile, type FiledCertificate, isMasked } from './enterprise-file.ts';
import { checkLicences, type LicenceRequirement, missingLicences } from './licences.ts';
import { maskPhone } from './mask.ts';

/** What a file is checked against. */
export interface FileChecks {
  readonly lists: CodeLists;
  readonly requirements: readonly LicenceRequirement[];
  /** Today in China. */
  readonly day: Day;
}

const fileFinding = (
  code: string,
  path: string,
  texts: readonly [string, string],
  remedy: readonly [string, string],
) => checkFinding(code, path, 'R-1.10', { zh: texts[0], en: texts[1] }, { zh: remedy[0], en: remedy[1] });

/**
 * Everything an enterprise must file before it can apply, all lapses at once: what the register asks of every entry, and
 * licences for its roles, certificates, domains, contacts, its legal person. Whether somebody else
 * holds a number already is asked of the register.
 */
export function checkEnterpriseFile(file: EnterpriseFile, checks: FileChecks): Finding[] {
  const { lists, requirements, day } = checks;
  const licences = file.licences ?? [];
  return [
    ...checkEnterprise({ ...file, state: 'active' }, lists),
    ...checkEnglishName(file.nameEn),
    ...checkLicences(licences, lists, day),
    ...missingLicences(file.roles, licences, requirements, lists, day),
    ...(file.certificates ?? []).flatMap(checkCertificate),
    ...checkDomains(file),
    ...checkContacts(file.contacts ?? []),
    ...checkLegalPerson(file.legalPerson),
  ];
}

function checkEnglishName(name: string | undefined): Finding[] {
  if (name === undefined || (/^[\x20-\x7e]{1,200}$/.test(name) && name.trim() !== '')) return [];
  return [
    fileFinding(
      'REG-FILE-NAME-EN',
      'nameEn',
      [
        '英文名称含有非英文字符或超过200字',
        'The English name has other than English characters, or more than 200',
      ],
      ['按营业执照或合同填写英文名称', 'Give the name as contracts have it, in English letters'],
    ),
  ];
}

function checkCertificate({ number, from, to }: FiledCertificate, at: number): Finding[] {
  const path = `certificates[${at + 1}]`;
  const findings: Finding[] = [];
  if (!/^[0-9a-fA-F]{4,40}$/.test(number))
    findings.push(
      fileFinding(
        'REG-CERTIFICATE-NUMBER',
        `${path}.number`,
        [
          `证书编号“${number}”不是4至40位十六进制数`,
          `"${number}" is not a certificate number of 4 to 40 hexadecimal digits`,
        ],
        ['填写电子口岸卡证书的序列号', 'Give the serial number of the certificate on the E-Port card'],
      ),
    );
  const days = [from, to].filter((day) => day !== undefined);
  if (!days.every(isDay) || (from !== undefined && to !== undefined && to < from))
    findings.push(
      fileFinding(
        'REG-CERTIFICATE-PERIOD',
        `${path}.from`,
        ['证书有效期不成立', 'The period of the certificate does not hold'],
        [
          '起止日期应为YYYY-MM-DD，且止日不早于起日',
          'Give days as YYYY-MM-DD, the last not before the first',
        ],
      ),
    );
  return findings;
}

const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

function checkDomains({ roles, domains = [] }: EnterpriseFile): Finding[] {
  const findings = domains.flatMap((domain, at) =>
    DOMAIN.test(domain) && domains.indexOf(domain) === at
      ? []
      : [
          fileFinding(
            'REG-DOMAIN-FORMAT',
            `domains[${at + 1}]`,
            [`“${domain}”不是域名，或重复`, `"${domain}" is not a domain name, or is given twice`],
            [
              '如 mall.example.cn：小写，不含 https:// 和路径',
              'E.g. mall.example.cn: small letters, without https:// and path',
            ],
          ),
        ],
  );
  if (!roles.includes('EBP') || domains.length > 0) return findings;
  return [
    ...findings,
    fileFinding(
      'REG-DOMAIN-MISSING',
      'domains',
      ['电商平台未填写域名', 'A platform has given no domain name'],
      ['填写平台销售网站的域名', 'Give the domain name of the site it sells on'],
    ),
  ];
}

function checkContacts(contacts: readonly Contact[]): Finding[] {
  if (contacts.length === 0)
    return [
      fileFinding(
        'REG-CONTACT-MISSING',
        'contacts',
        ['没有联系人', 'Nobody is named as contact'],
        ['至少填写一名联系人', 'Name at least one contact'],
      ),
    ];
  return contacts.flatMap((contact, at) => checkContact(contact, `contacts[${at + 1}]`));
}

function checkContact({ name, phone, email }: Contact, path: string): Finding[] {
  const findings: Finding[] = [];
  if (name.trim() === '' || [...name].length > 60)
    findings.push(
      fileFinding(
        'REG-CONTACT-NAME',
        `${path}.name`,
        ['联系人姓名为空或超过60字', 'The name of the contact is empty or longer than 60 characters'],
        ['填写联系人姓名', 'Give the name of the contact'],
      ),
    );
  if (!/^\+?[0-9][0-9 -]{5,19}$/.test(phone))
    findings.push(
      fileFinding(
        'REG-CONTACT-PHONE',
        `${path}.phone`,
        [
          `电话“${maskPhone(phone)}”格式不符`,
          `"${maskPhone(phone)}" does not have the form of a telephone number`,
        ],
        [
          '填写6至20位号码，可带+和连字符；未改动的保留原样',
          'Give 6 to 20 digits, + and hyphens allowed; leave what you do not change as it is shown',
        ],
      ),
    );
  if (email !== undefined && !/^[^\s@*]{1,64}@[^\s@]{1,190}\.[^\s@]{2,63}$/.test(email))
    findings.push(
      fileFinding(
        'REG-CONTACT-EMAIL',
        `${path}.email`,
        ['电子邮箱格式不符', 'It does not have the form of a mail address'],
        ['如 name@firm.example', 'E.g. name@firm.example'],
      ),
    );
  return findings;
}

function checkLegalPerson(person: EnterpriseFile['legalPerson']): Finding[] {
  const name = person?.name.trim() ?? '';
  const findings: Finding[] =
    name !== '' && [...name].length <= 60
      ? []
      : [
          fileFinding(
            'REG-LEGAL-PERSON-NAME',
            'legalPerson.name',
            [
              '法定代表人姓名为空或超过60字',
              'The name of the legal representative is empty or longer than 60 characters',
            ],
            ['按营业执照填写', 'Give it as on the business licence'],
          ),
        ];
  const idNumber = person?.idNumber;
  if (idNumber === undefined || isMasked(idNumber)) return findings;
  return [...findings, ...checkCitizenId(idNumber, 'legalPerson.idNumber')];
}
