import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/form/Field.tsx';
import { foundIn } from '../ui/found.ts';
import { Trouble } from '../ui/Trouble.tsx';
import { KeyShown } from './KeyShown.tsx';
import { type KeyScope, type KeysPageData, makeKey } from './queries.ts';
import { ScopeChoice } from './ScopeChoice.tsx';

/** Makes a key and shows it once. */
export function NewKeyButton({ page }: { readonly page: KeysPageData }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const [token, setToken] = useState<string>();
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        {t('keys.new')}
      </Button>
      {open && (
        <NewKeyDialog
          page={page}
          onClose={() => setOpen(false)}
          onMade={(made) => {
            setOpen(false);
            setToken(made);
          }}
        />
      )}
      {token !== undefined && <KeyShown token={token} onClose={() => setToken(undefined)} />}
    </>
  );
}

interface NewKeyDialogProps {
  readonly page: KeysPageData;
  readonly onClose: () => void;
  readonly onMade: (token: string) => void;
}

function NewKeyDialog({ page, onClose, onMade }: NewKeyDialogProps) {
  const { t } = useTexts();
  const [label, setLabel] = useState('');
  const [days, setDays] = useState(String(page.lifetimeDays));
  const [scopes, setScopes] = useState<readonly KeyScope[]>(['hand-in', 'receipts']);
  const queryClient = useQueryClient();
  const making = useMutation({
    mutationFn: () => makeKey({ label, scopes: [...scopes], days: Number(days) }),
    onSuccess: async ({ token }) => {
      await queryClient.invalidateQueries({ queryKey: ['keys'] });
      onMade(token);
    },
  });
  const found = foundIn(making.error);
  const of = (path: string) => found.filter((finding) => finding.path === path);
  const whole = label.trim() !== '' && scopes.length > 0 && /^[1-9]\d*$/.test(days);
  return (
    <Dialog
      title={t('keys.new')}
      onClose={onClose}
      footer={
        <Button kind="primary" disabled={!whole} busy={making.isPending} onClick={() => making.mutate()}>
          {t('keys.make')}
        </Button>
      }
    >
      <Field id="key-label" label={t('keys.label')} hint={t('keys.labelHint')} required>
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
      <ScopeChoice offered={page.scopes} chosen={scopes} onChange={setScopes} legend={t('keys.scopes')} />
      <Field
        id="key-days"
        label={t('keys.days')}
        hint={t('keys.daysHint', { count: page.longestDays })}
        findings={of('days')}
        required
      >
        {(control) => (
          <input
            {...control}
            className="field"
            inputMode="numeric"
            value={days}
            maxLength={5}
            onChange={(event) => setDays(event.target.value)}
          />
        )}
      </Field>
      {making.error && (
        <Trouble error={making.error} onRetry={() => making.reset()} atField={(path) => path === 'days'} />
      )}
    </Dialog>
  );
}
