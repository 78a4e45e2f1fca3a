import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

/** The secret both sides of a link sign by: this is the one time it can be seen. */
export function SecretShown({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Dialog
      title={t('linked.secretTitle')}
      onClose={onClose}
      footer={
        <Button kind="primary" onClick={onClose}>
          {t('linked.secretSeen')}
        </Button>
      }
    >
      <p>{t('linked.secretHint')}</p>
      <output className="linked-secret code">{secret}</output>
    </Dialog>
  );
}
