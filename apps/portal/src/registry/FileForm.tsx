import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/form/ErrorSummary.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { FileRows } from './FileRows.tsx';
import { useRested } from './pieces.tsx';
import {
  codeListQuery,
  type EnterpriseFile,
  type Filing,
  type Finding,
  fileFindingsQuery,
  registryKey,
  saveFiling,
  stepFiling,
} from './queries.ts';

type TextName = 'uscc' | 'name' | 'nameEn' | 'customsOffice' | 'dxpId' | 'validFrom' | 'validTo';
const texts: readonly { readonly name: TextName; readonly required: boolean; readonly type?: 'date' }[] = [
  { name: 'uscc', required: true },
  { name: 'name', required: true },
  { name: 'nameEn', required: false },
  { name: 'customsOffice', required: true },
  { name: 'dxpId', required: false },
  { name: 'validFrom', required: true, type: 'date' },
  { name: 'validTo', required: false, type: 'date' },
];

/** A file without what was left empty: an empty text is one that is not given. */
function given(file: EnterpriseFile): EnterpriseFile {
  const kept = Object.entries(file).filter(
    ([name, value]) => value !== '' || name === 'uscc' || name === 'name',
  );
  return { ...{ customsOffice: '', validFrom: '' }, ...Object.fromEntries(kept) } as EnterpriseFile;
}

/** An application as a form: what is wrong is told while one types, by the checks that will judge it. */
export function FileForm({ filing }: { readonly filing: Filing }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const [file, setFile] = useState(filing.file);
  const [paper, setPaper] = useState(filing.paper);
  const { data } = useQuery(fileFindingsQuery(useRested(given(file), 400)));
  const findings = data?.findings ?? filing.findings;
  const send = useMutation({
    mutationFn: async (apply: boolean) => {
      await saveFiling(filing.filingId, { file: given(file), paper });
      if (apply) await stepFiling(filing.filingId, 'apply');
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: registryKey }),
  });
  const change = (part: Partial<EnterpriseFile>) => setFile((before) => ({ ...before, ...part }));
  const refused = send.isError && findings.length > 0;
  return (
    <form
      className="registry-page"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(true);
      }}
    >
      {refused && <ErrorSummary wrong={findings.map((finding) => wrongOf(finding, t))} />}
      {send.isError && !refused && <Trouble error={send.error} onRetry={() => send.reset()} />}
      <Basics file={file} findings={findings} onChange={change} />
      <FileRows file={file} findings={findings} onChange={change} />
      <section className="panel">
        <Field id="file-paper" label={t('registry.paper')} hint={t('registry.paperHint')}>
          {(control) => (
            <input
              {...control}
              className="field"
              value={paper}
              onChange={(event) => setPaper(event.target.value)}
            />
          )}
        </Field>
      </section>
      <div className="form-actions">
        <Button busy={send.isPending} onClick={() => send.mutate(false)}>
          {t('registry.deed.save')}
        </Button>
        <Button kind="primary" type="submit" busy={send.isPending}>
          {t('registry.deed.apply')}
        </Button>
      </div>
    </form>
  );
}

/** The field a finding belongs to: its own, or the head of the group it lies in. */
function wrongOf(finding: Finding, t: ReturnType<typeof useTexts>['t']) {
  const root = /^\w+/.exec(finding.path)?.[0] ?? '';
  const known = (['licences', 'certificates', 'domains', 'contacts', 'legalPerson', 'roles'] as const).find(
    (name) => name === root,
  );
  const text = texts.find(({ name }) => name === root)?.name;
  const name = known ?? text ?? 'customsCode';
  return { id: `file-${name}`, label: t(`registry.field.${name}`), finding };
}

/** Codes, names, days and roles. */
function Basics({ file, findings, onChange }: RolesProps) {
  const { t } = useTexts();
  const at = (path: string) => findings.filter((one) => one.path === path);
  return (
    <section className="panel">
      <h2>{t('registry.basics')}</h2>
      <div className="registry-facts">
        {texts.map(({ name, required, type }) => (
          <Field
            key={name}
            id={`file-${name}`}
            label={t(`registry.field.${name}`)}
            required={required}
            findings={at(name)}
          >
            {(control) => (
              <input
                {...control}
                className="field"
                type={type ?? 'text'}
                value={file[name] ?? ''}
                onChange={(event) => onChange({ [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <Roles file={file} findings={at('roles')} onChange={onChange} />
    </section>
  );
}

interface RolesProps {
  readonly file: EnterpriseFile;
  readonly findings: readonly Finding[];
  readonly onChange: (part: Partial<EnterpriseFile>) => void;
}

function Roles({ file, findings, onChange }: RolesProps) {
  const { t, say } = useTexts();
  const { data } = useQuery(codeListQuery('enterprise_role'));
  const toggle = (role: EnterpriseFile['roles'][number], held: boolean) =>
    onChange({ roles: held ? [...file.roles, role] : file.roles.filter((one) => one !== role) });
  return (
    <Field id="file-roles" label={t('registry.field.roles')} required findings={findings}>
      {({ required: _required, 'aria-invalid': _invalid, ...control }) => (
        // biome-ignore lint/a11y/useSemanticElements: the field names the group, a fieldset would name it again
        <div {...control} role="group" tabIndex={-1} className="registry-roles">
          {data?.entries.map((entry) => {
            const role = entry.code as EnterpriseFile['roles'][number];
            return (
              <label key={role}>
                <input
                  type="checkbox"
                  checked={file.roles.includes(role)}
                  onChange={(event) => toggle(role, event.target.checked)}
                />{' '}
                {role} {say(entry)}
              </label>
            );
          })}
        </div>
      )}
    </Field>
  );
}
