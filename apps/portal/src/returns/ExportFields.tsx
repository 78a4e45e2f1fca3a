import type { components } from '../api/schema.gen.ts';
import { useTexts } from '../i18n/index.ts';
import { Field } from '../ui/form/Field.tsx';

type Exported = NonNullable<components['schemas']['ReturnInspection']['exported']>;
const causes = ['unsold', 'sent-back', 'other'] as const satisfies readonly Exported['cause'][];
const proofs = ['', 'repaid', 'not-refunded'] as const;

/** What customs has found of exported goods beside the goods themselves, as it is typed. */
export interface FoundOfExport {
  readonly cause: Exported['cause'];
  readonly proof: (typeof proofs)[number];
  readonly number: string;
}

/** The same as it is sent. */
export const exportedOf = ({ cause, proof, number }: FoundOfExport): Exported => ({
  cause,
  ...(proof === '' ? {} : { proof: { kind: proof, number } }),
});

interface ExportFieldsProps {
  readonly found: FoundOfExport;
  readonly onChange: (found: FoundOfExport) => void;
}

/** Why exported goods are back, and what proves that no refund is kept: what their freedom from tax rests on. */
export function ExportFields({ found, onChange }: ExportFieldsProps) {
  const { t } = useTexts();
  return (
    <>
      <Field id="return-cause" label={t('returns.cause')} required>
        {(control) => (
          <select
            {...control}
            className="field"
            value={found.cause}
            onChange={({ target }) =>
              onChange({ ...found, cause: causes.find((one) => one === target.value) ?? 'other' })
            }
          >
            {causes.map((one) => (
              <option key={one} value={one}>
                {t(`returns.causes.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="return-proof" label={t('returns.proof')}>
        {(control) => (
          <select
            {...control}
            className="field"
            value={found.proof}
            onChange={({ target }) => {
              const proof = proofs.find((one) => one === target.value) ?? '';
              onChange({ ...found, proof, number: proof === '' ? '' : found.number });
            }}
          >
            {proofs.map((one) => (
              <option key={one} value={one}>
                {t(`returns.proofs.${one === '' ? 'none' : one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {found.proof !== '' && (
        <Field id="return-proof-no" label={t('returns.proofNo')} required>
          {(control) => (
            <input
              {...control}
              className="field"
              maxLength={60}
              value={found.number}
              onChange={({ target }) => onChange({ ...found, number: target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
