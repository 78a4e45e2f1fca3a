import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/index.ts';
import { Field } from '../ui/form/Field.tsx';
import { FileRows } from './FileRows.tsx';
import { codeListQuery, type EnterpriseFile, type Finding } from './queries.ts';

type TextName =
  | 'customsCode'
  | 'uscc'
  | 'name'
  | 'nameEn'
  | 'customsOffice'
  | 'dxpId'
  | 'validFrom'
  | 'validTo';
interface TextField {
  readonly name: TextName;
  readonly required: boolean;
  readonly type?: 'date';
}

const codeField: TextField = { name: 'customsCode', required: true };
const texts: readonly TextField[] = [
  { name: 'uscc', required: true },
  { name: 'name', required: true },
  { name: 'nameEn', required: false },
  { name: 'customsOffice', required: true },
  { name: 'dxpId', required: false },
  { name: 'validFrom', required: true, type: 'date' },
  { name: 'validTo', required: false, type: 'date' },
];

/** A file without what was left empty: an empty text is one that is not given. */
export function given(file: EnterpriseFile): EnterpriseFile {
  const kept = Object.entries(file).filter(
    ([name, value]) => value !== '' || name === 'uscc' || name === 'name',
  );
  return { ...{ customsOffice: '', validFrom: '' }, ...Object.fromEntries(kept) } as EnterpriseFile;
}

/** The field a finding belongs to: its own, or the head of the group it lies in. */
export function wrongOf(finding: Finding, t: ReturnType<typeof useTexts>['t']) {
  const root = /^\w+/.exec(finding.path)?.[0] ?? '';
  const known = (['licences', 'certificates', 'domains', 'contacts', 'legalPerson', 'roles'] as const).find(
    (name) => name === root,
  );
  const text = texts.find(({ name }) => name === root)?.name;
  const name = known ?? text ?? 'customsCode';
  return { id: `file-${name}`, label: t(`registry.field.${name}`), finding };
}

interface FileFieldsProps extends RolesProps {
  readonly paper: string;
  readonly onPaper: (paper: string) => void;
  /** Whether it has to be said which enterprise it is. */
  readonly asksForCode?: boolean;
}

/** The whole of a file, and the paper it rests on. */
export function FileFields({ paper, onPaper, asksForCode = false, ...rest }: FileFieldsProps) {
  const { t } = useTexts();
  return (
    <>
      <Basics {...rest} fields={asksForCode ? [codeField, ...texts] : texts} />
      <FileRows {...rest} />
      <section className="panel">
        <Field id="file-paper" label={t('registry.paper')} hint={t('registry.paperHint')}>
          {(control) => (
            <input
              {...control}
              className="field"
              value={paper}
              onChange={(event) => onPaper(event.target.value)}
            />
          )}
        </Field>
      </section>
    </>
  );
}

/** Codes, names, days and roles. */
function Basics({
  file,
  findings,
  onChange,
  fields,
}: RolesProps & { readonly fields: readonly TextField[] }) {
  const { t } = useTexts();
  const at = (path: string) => findings.filter((one) => one.path === path);
  return (
    <section className="panel">
      <h2>{t('registry.basics')}</h2>
      <div className="registry-fields">
        {fields.map(({ name, required, type }) => (
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
