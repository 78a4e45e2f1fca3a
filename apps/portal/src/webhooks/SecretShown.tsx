import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { formatMoment } from '../ui/format.ts';

/** A secret that was just made, and until when the one before it signs beside it, where there was one. */
export interface MadeSecret {
  readonly secret: string;
  readonly formerUntil?: string;
}

interface SecretShownProps extends MadeSecret {
  readonly onClose: () => void;
}

/** The secret of a webhook: this is the one time it can be seen. */
export function SecretShown({ secret, formerUntil, onClose }: SecretShownProps) {
  const { t } = useTexts();
  const [copied, setCopied] = useState(false);
  // The clipboard is closed to pages without TLS; then it is copied by hand.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  return (
    <Dialog
      title={t('webhooks.secretTitle')}
      onClose={onClose}
      footer={
        <>
          {clipboard && (
            <Button onClick={() => void clipboard.writeText(secret).then(() => setCopied(true))}>
              {t(copied ? 'webhooks.copied' : 'webhooks.copy')}
            </Button>
          )}
          <Button kind="primary" onClick={onClose}>
            {t('webhooks.kept')}
          </Button>
        </>
      }
    >
      <p>{t('webhooks.secretHint')}</p>
      {formerUntil && <p>{t('webhooks.formerUntil', { until: formatMoment(formerUntil) })}</p>}
      <output className="webhooks-secret code">{secret}</output>
    </Dialog>
  );
}
