import { type ReactNode, useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

interface ConfirmProps {
  readonly title: string;
  /** What will come of it, also what cannot be undone. */
  readonly children: ReactNode;
  /** The deed by name: "Revoke the key", not "OK". */
  readonly deed: string;
  readonly danger?: boolean;
  /** What it answers with is waited for; the caller closes the dialog when it has gone well. */
  readonly onConfirm: () => unknown;
  readonly onClose: () => void;
}

/** Asks before something that matters is done. */
export function Confirm({ title, children, deed, danger = false, onConfirm, onClose }: ConfirmProps) {
  const { t } = useTexts();
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    try {
      await onConfirm();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button kind={danger ? 'danger' : 'primary'} busy={busy} onClick={() => void confirm()}>
            {deed}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
