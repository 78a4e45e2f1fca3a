import { useTexts } from '../i18n/index.ts';
import { EntryField } from './EntryField.tsx';
import type { FormField, PlacedFinding } from './queries.ts';

interface FieldGridProps {
  /** Begins the ids of its fields. */
  readonly prefix: string;
  readonly fields: readonly FormField[];
  readonly values: Readonly<Record<string, string>>;
  readonly kept?: Readonly<Record<string, string>>;
  readonly fixed?: readonly string[];
  readonly findings: readonly PlacedFinding[];
  readonly onChange: (name: string, value: string) => void;
  readonly onWrite?: (name: string) => void;
}

/** The fields of a head or a line: what is needed in sight, the rest behind a fold unless something is in it or wrong with it. */
export function FieldGrid({ fields, values, kept = {}, findings, ...rest }: FieldGridProps) {
  const { t } = useTexts();
  const wrong = new Set(findings.map(({ field }) => field));
  const inSight = fields.filter(
    ({ name, need }) => need !== 'optional' || wrong.has(name) || values[name] || kept[name] !== undefined,
  );
  const folded = fields.filter((field) => !inSight.includes(field));
  const grid = (shown: readonly FormField[]) => (
    <div className="entry-grid">
      {shown.map((field) => (
        <EntryField
          key={field.name}
          id={`${rest.prefix}-${field.name}`}
          field={field}
          value={values[field.name] ?? ''}
          kept={kept[field.name]}
          fixed={rest.fixed?.includes(field.name) ?? false}
          findings={findings.filter((one) => one.field === field.name)}
          onChange={(value) => rest.onChange(field.name, value)}
          onWrite={() => rest.onWrite?.(field.name)}
        />
      ))}
    </div>
  );
  return (
    <>
      {grid(inSight)}
      {folded.length > 0 && (
        <details className="entry-more">
          <summary>{t('entry.more', { count: folded.length })}</summary>
          {grid(folded)}
        </details>
      )}
    </>
  );
}
