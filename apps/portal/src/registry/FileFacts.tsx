import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/index.ts';
import { codeListQuery, type EnterpriseFile } from './queries.ts';

/** What is filed, as it stands; personal data comes masked. */
export function FileFacts({ file }: { readonly file: EnterpriseFile }) {
  const { t, say } = useTexts();
  const { data: roles } = useQuery(codeListQuery('enterprise_role'));
  const { data: kinds } = useQuery(codeListQuery('licence_kind'));
  const named = (list: typeof roles, code: string): string => {
    const entry = list?.entries.find((one) => one.code === code);
    return entry ? say(entry) : code;
  };
  const { licences = [], certificates = [], domains = [], contacts = [], legalPerson } = file;
  return (
    <dl className="facts-list">
      <Fact name={t('registry.field.customsCode')}>{file.customsCode}</Fact>
      <Fact name={t('registry.field.uscc')}>{file.uscc}</Fact>
      <Fact name={t('registry.field.name')}>{file.name}</Fact>
      <Fact name={t('registry.field.nameEn')}>{file.nameEn}</Fact>
      <Fact name={t('registry.field.roles')}>
        {file.roles.map((role) => `${role} ${named(roles, role)}`).join('; ')}
      </Fact>
      <Fact name={t('registry.field.customsOffice')}>{file.customsOffice}</Fact>
      <Fact name={t('registry.field.dxpId')}>{file.dxpId}</Fact>
      <Fact name={t('registry.field.validFrom')}>{file.validFrom}</Fact>
      <Fact name={t('registry.field.validTo')}>{file.validTo ?? t('registry.open')}</Fact>
      <Fact name={t('registry.field.licences')}>
        <Lines
          lines={licences.map(
            (one) =>
              `${named(kinds, one.kind)} ${one.number} · ${one.issuer} · ${one.from} – ${one.to ?? t('registry.open')}`,
          )}
        />
      </Fact>
      <Fact name={t('registry.field.certificates')}>
        <Lines lines={certificates.map(({ number, to }) => (to ? `${number} – ${to}` : number))} />
      </Fact>
      <Fact name={t('registry.field.domains')}>
        <Lines lines={domains} />
      </Fact>
      <Fact name={t('registry.field.contacts')}>
        <Lines
          lines={contacts.map(({ name, duty, phone, email }) =>
            [name, duty, phone, email].filter(Boolean).join(' · '),
          )}
        />
      </Fact>
      <Fact name={t('registry.field.legalPerson')}>
        {[legalPerson?.name, legalPerson?.idNumber].filter(Boolean).join(' · ')}
      </Fact>
    </dl>
  );
}

/** A fact with its name; a dash where it is not given. */
export function Fact({ name, children }: { readonly name: string; readonly children?: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children || '—'}</dd>
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return <>—</>;
  return lines.map((line) => <div key={line}>{line}</div>);
}
