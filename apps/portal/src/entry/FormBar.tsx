import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import type { Saving } from './useDraft.ts';

interface FormBarProps {
  readonly saving: Saving;
  readonly busy: boolean;
  readonly on: {
    readonly declare: () => void;
    readonly saveOnly: () => void;
    readonly askThrow: () => void;
    readonly reload: () => void;
    readonly saveOver: () => unknown;
  };
}

/** Whether what is written is saved, and what can be done with it; stays in sight. */
export function FormBar({ saving, busy, on }: FormBarProps) {
  const { t } = useTexts();
  return (
    <div className="entry-bar">
      <span role="status" className="quiet">
        {t(`entry.saving.${saving}`)}
      </span>
      {saving === 'conflict' && (
        <>
          <Button small onClick={on.reload}>
            {t('entry.loadOther')}
          </Button>
          <Button small onClick={() => void on.saveOver()}>
            {t('entry.saveOver')}
          </Button>
        </>
      )}
      <span className="entry-deeds">
        <Button small kind="text" onClick={on.askThrow}>
          {t('entry.throwAway')}
        </Button>
        <Button small busy={busy} onClick={on.saveOnly}>
          {t('entry.saveOnly')}
        </Button>
        <Button small kind="primary" busy={busy} onClick={on.declare}>
          {t('entry.declare')}
        </Button>
      </span>
    </div>
  );
}
