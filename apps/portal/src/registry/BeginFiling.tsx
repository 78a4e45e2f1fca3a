import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { beginFiling, type EnterpriseFile, type FilingKind } from './queries.ts';

interface BeginFilingProps {
  readonly customsCode: string;
  readonly kind?: FilingKind;
  /** What a change starts from. */
  readonly file?: EnterpriseFile;
}

const emptyFile = (customsCode: string): EnterpriseFile => ({
  ...{ customsCode, uscc: '', name: '', roles: [], customsOffice: '', validFrom: '' },
});

/** Begins an application, and goes on to its form. */
export function BeginFiling({ customsCode, kind = 'register', file }: BeginFilingProps) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [code, setCode] = useState<string>();
  const begin = useMutation({
    mutationFn: (given: string) =>
      beginFiling({
        ...{ kind, customsCode: given },
        ...(kind === 'register' || kind === 'change' ? { file: file ?? emptyFile(given) } : {}),
      }),
    onSuccess: ({ filingId }) => navigate({ to: '/registry/filings/$filingId', params: { filingId } }),
  });
  const deed = t(`registry.begin.${kind}`);
  return (
    <>
      <Button kind={kind === 'cancel' ? 'plain' : 'primary'} onClick={() => setCode(customsCode)}>
        {deed}
      </Button>
      {code !== undefined && (
        <Confirm
          title={deed}
          deed={deed}
          onConfirm={() => begin.mutateAsync(code).catch(() => undefined)}
          onClose={() => setCode(undefined)}
        >
          <p>{t(`registry.beginHint.${kind}`)}</p>
          {customsCode === '' && (
            <Field id="registry-code" label={t('registry.field.customsCode')} required>
              {(control) => (
                <input
                  {...control}
                  className="field code"
                  maxLength={10}
                  value={code}
                  onChange={(event) => setCode(event.target.value.toUpperCase())}
                />
              )}
            </Field>
          )}
          {begin.error && <Trouble error={begin.error} onRetry={() => begin.reset()} />}
        </Confirm>
      )}
    </>
  );
}
