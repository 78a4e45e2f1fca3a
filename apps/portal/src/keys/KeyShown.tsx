import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

interface KeyShownProps {
  readonly token: string;
  /** What becomes of the key before it, where there is one. */
  readonly note?: string | undefined;
  readonly onClose: () => void;
}

/** A key that was just made: this is the one time it can be seen. */
export function KeyShown({ token, note, onClose }: KeyShownProps) {
  const { t } = useTexts();
  const [copied, setCopied] = useState(false);
  // The clipboard is closed to pages without TLS; then it is copied by hand.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  return (
    <Dialog
      title={t('keys.shownTitle')}
      onClose={onClose}
      footer={
        <>
          {clipboard && (
            <Button onClick={() => void clipboard.writeText(token).then(() => setCopied(true))}>
              {t(copied ? 'keys.copied' : 'keys.copy')}
            </Button>
          )}
          <Button kind="primary" onClick={onClose}>
            {t('keys.kept')}
          </Button>
        </>
      }
    >
      <p>{t('keys.shownHint')}</p>
      {note && <p>{note}</p>}
      <output className="keys-token code">{token}</output>
    </Dialog>
  );
}
