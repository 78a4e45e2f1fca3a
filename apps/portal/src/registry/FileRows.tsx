import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { FindingsList } from './pieces.tsx';
import { codeListQuery, type EnterpriseFile, type Finding } from './queries.ts';

interface FileRowsProps {
  readonly file: EnterpriseFile;
  readonly findings: readonly Finding[];
  readonly onChange: (part: Partial<EnterpriseFile>) => void;
}

type Group = 'licences' | 'certificates' | 'contacts';
type Row = Readonly<Record<string, string | undefined>>;

const columns = {
  licences: ['kind', 'number', 'issuer', 'from', 'to'],
  certificates: ['number', 'from', 'to'],
  contacts: ['name', 'duty', 'phone', 'email'],
} as const;
/** What a row must have; a licence its first day, too. */
const isNeeded = (group: Group, column: string): boolean =>
  ['kind', 'number', 'issuer', 'name', 'phone'].includes(column) ||
  (group === 'licences' && column === 'from');

const emptyRow: Readonly<Record<Group, Row>> = {
  licences: { kind: '', number: '', issuer: '', from: '' },
  certificates: { number: '' },
  contacts: { name: '', phone: '' },
};

/** What of a file comes in any number: licences, certificates, contacts, domains; and its legal person. */
export function FileRows({ file, findings, onChange }: FileRowsProps) {
  const { t } = useTexts();
  return (
    <>
      {(['licences', 'certificates', 'contacts'] as const).map((group) => (
        <Rows
          key={group}
          group={group}
          rows={(file[group] ?? []) as readonly Row[]}
          findings={findings}
          onChange={(rows) => onChange({ [group]: rows })}
        />
      ))}
      <section className="panel registry-row">
        <Field
          id="file-domains"
          label={t('registry.field.domains')}
          hint={t('registry.domainsHint')}
          findings={findings.filter(({ path }) => path.startsWith('domains'))}
        >
          {(control) => (
            <textarea
              {...control}
              className="field"
              value={(file.domains ?? []).join('\n')}
              onChange={(event) =>
                onChange({
                  domains: event.target.value
                    .split('\n')
                    .map((line) => line.trim())
                    .filter(Boolean),
                })
              }
            />
          )}
        </Field>
        <LegalPerson file={file} findings={findings} onChange={onChange} />
      </section>
    </>
  );
}

function LegalPerson({ file, findings, onChange }: FileRowsProps) {
  const { t } = useTexts();
  const at = (path: string) => findings.filter((one) => one.path === path);
  return (
    <>
      <Field
        id="file-legalPerson"
        label={t('registry.field.legalPerson')}
        required
        findings={at('legalPerson.name')}
      >
        {(control) => (
          <input
            {...control}
            className="field"
            value={file.legalPerson?.name ?? ''}
            onChange={(event) => onChange({ legalPerson: { ...file.legalPerson, name: event.target.value } })}
          />
        )}
      </Field>
      <Field
        id="file-legalPerson-id"
        label={t('registry.idNumber')}
        hint={t('registry.idNumberHint')}
        findings={at('legalPerson.idNumber')}
      >
        {(control) => (
          <input
            {...control}
            className="field code"
            autoComplete="off"
            value={file.legalPerson?.idNumber ?? ''}
            onChange={(event) =>
              onChange({
                legalPerson: {
                  name: file.legalPerson?.name ?? '',
                  ...(event.target.value && { idNumber: event.target.value }),
                },
              })
            }
          />
        )}
      </Field>
    </>
  );
}

interface RowsProps {
  readonly group: Group;
  readonly rows: readonly Row[];
  readonly findings: readonly Finding[];
  readonly onChange: (rows: readonly Row[]) => void;
}

function Rows({ group, rows, findings, onChange }: RowsProps) {
  const { t } = useTexts();
  return (
    <section className="panel registry-page">
      <h2 id={`file-${group}`} tabIndex={-1}>
        {t(`registry.field.${group}`)}
      </h2>
      <FindingsList title={t('registry.findings')} findings={findings.filter(({ path }) => path === group)} />
      {rows.map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is what stands at its place while it is typed
        <fieldset key={place} className="registry-rows">
          <legend className="sr-only">{`${t(`registry.field.${group}`)} ${place + 1}`}</legend>
          <div className="registry-row">
            {columns[group].map((column) => (
              <Cell
                key={column}
                id={`file-${group}-${place}-${column}`}
                column={column}
                required={isNeeded(group, column)}
                value={row[column] ?? ''}
                findings={findings.filter(({ path }) => path === `${group}[${place + 1}].${column}`)}
                onChange={(value) =>
                  onChange(
                    rows.map((one, here) => (here === place ? changed(one, group, column, value) : one)),
                  )
                }
              />
            ))}
            <Button kind="text" onClick={() => onChange(rows.filter((_, here) => here !== place))}>
              {t('registry.remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button small onClick={() => onChange([...rows, emptyRow[group]])}>
          {t(`registry.add.${group}`)}
        </Button>
      </div>
    </section>
  );
}

/** A row with another value; what is empty and need not be there is left out. */
function changed(row: Row, group: Group, column: string, value: string): Row {
  const { [column]: _before, ...rest } = row;
  return value === '' && !isNeeded(group, column) ? rest : { ...rest, [column]: value };
}

interface CellProps {
  readonly id: string;
  readonly column: (typeof columns)[Group][number];
  readonly required: boolean;
  readonly value: string;
  readonly findings: readonly Finding[];
  readonly onChange: (value: string) => void;
}

function Cell({ id, column, required, value, findings, onChange }: CellProps) {
  const { t, say } = useTexts();
  const { data } = useQuery({ ...codeListQuery('licence_kind'), enabled: column === 'kind' });
  return (
    <Field id={id} label={t(`registry.column.${column}`)} required={required} findings={findings}>
      {(control) =>
        column === 'kind' ? (
          <select
            {...control}
            className="field"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          >
            <option value="" />
            {data?.entries.map((entry) => (
              <option key={entry.code} value={entry.code}>
                {say(entry)}
              </option>
            ))}
          </select>
        ) : (
          <input
            {...control}
            className="field"
            type={column === 'from' || column === 'to' ? 'date' : 'text'}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}
