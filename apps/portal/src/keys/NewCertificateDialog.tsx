import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { type ClientCertificate, type KeyScope, type KeysPageData, registerCertificate } from './queries.ts';
import { ScopeChoice } from './ScopeChoice.tsx';

interface NewCertificateDialogProps {
  readonly scopes: KeysPageData['scopes'];
  readonly onClose: () => void;
}

/** Registers a certificate that a program shows in TLS. */
export function NewCertificateDialog({ scopes, onClose }: NewCertificateDialogProps) {
  const { t } = useTexts();
  const [label, setLabel] = useState('');
  const [certificate, setCertificate] = useState('');
  const [kind, setKind] = useState<ClientCertificate['kind']>('fingerprint');
  const [chosen, setChosen] = useState<readonly KeyScope[]>([]);
  const queryClient = useQueryClient();
  const registering = useMutation({
    mutationFn: () => registerCertificate({ label, certificate, kind, scopes: [...chosen] }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['client-certificates'] });
      onClose();
    },
  });
  const whole = label.trim() !== '' && certificate.includes('BEGIN CERTIFICATE');
  return (
    <Dialog
      title={t('keys.addCertificate')}
      onClose={onClose}
      footer={
        <Button
          kind="primary"
          disabled={!whole}
          busy={registering.isPending}
          onClick={() => registering.mutate()}
        >
          {t('keys.register')}
        </Button>
      }
    >
      <Field id="certificate-label" label={t('keys.label')} required>
        {(control) => (
          <input
            {...control}
            className="field"
            value={label}
            maxLength={100}
            onChange={(event) => setLabel(event.target.value)}
          />
        )}
      </Field>
      <Field id="certificate-pem" label={t('keys.pem')} hint={t('keys.pemHint')} required>
        {(control) => (
          <textarea
            {...control}
            className="field code"
            rows={5}
            spellCheck={false}
            value={certificate}
            onChange={(event) => setCertificate(event.target.value)}
          />
        )}
      </Field>
      <Choice
        label={t('keys.kindLabel')}
        value={kind}
        options={(['fingerprint', 'subject'] as const).map((value) => ({
          value,
          label: t(`keys.kinds.${value}`),
        }))}
        onChange={setKind}
      />
      <ScopeChoice legend={t('keys.alone')} offered={scopes} chosen={chosen} onChange={setChosen} />
      {registering.error && <Trouble error={registering.error} onRetry={() => registering.reset()} />}
    </Dialog>
  );
}
