import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Said } from '../ui/Said.tsx';
import { useUnsent } from './visiting.ts';

/** What has been entered and not taken yet, always in sight: kept here, sent again, or refused and why. */
export function Unsent({ inspectionId }: { readonly inspectionId: string }) {
  const { t } = useTexts();
  const { entries, sendNow, discard } = useUnsent(inspectionId);
  const waiting = entries.filter(({ refusal }) => refusal === undefined);
  return (
    <section className={`visit-unsent ${waiting.length > 0 ? 'tone-held' : 'tone-released'}`}>
      <p role="status">
        <Icon name={waiting.length > 0 ? 'waiting' : 'released'} />{' '}
        {waiting.length > 0 ? t('inspections.unsent', { count: waiting.length }) : t('inspections.allSent')}
      </p>
      {waiting.length > 0 && (
        <Button small onClick={sendNow}>
          {t('inspections.sendNow')}
        </Button>
      )}
      {entries.length > 0 && (
        <ul>
          {entries.map(({ id, kind, label, refusal }) => (
            <li key={id}>
              {t(`inspections.entries.${kind}`, { list: label })}
              {refusal && (
                <>
                  {' · '}
                  <strong>{t('inspections.refused')}</strong>{' '}
                  {refusal.problem ? <Said text={refusal.problem} /> : refusal.status}{' '}
                  <Button small onClick={() => discard(id)}>
                    {t('inspections.discard')}
                  </Button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
