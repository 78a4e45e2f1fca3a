import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTold } from '../desk/useTold.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Moment } from '../ui/Moment.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { AskDialog } from './AskDialog.tsx';
import { About, CorrectionState } from './parts.tsx';
import { type OwnCorrection, ownCorrectionsQuery, withdrawCorrection } from './queries.ts';
import './corrections.css';

/** What somebody has asked about what is held of them, and what was answered. */
export function OwnCorrections() {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(ownCorrectionsQuery());
  const [asking, setAsking] = useState(false);
  return (
    <section className="panel" aria-labelledby="me-corrections">
      <h2 id="me-corrections">{t('corrections.own.title')}</h2>
      <p className="quiet">{t('corrections.own.intro')}</p>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[100]} />}
      <ul className="corrections-own">
        {data?.corrections.map((one) => (
          <OneOwn key={one.requestId} one={one} />
        ))}
      </ul>
      <Button onClick={() => setAsking(true)}>{t('corrections.own.askPlatform')}</Button>
      {asking && <AskDialog onClose={() => setAsking(false)} />}
    </section>
  );
}

function OneOwn({ one }: { readonly one: OwnCorrection }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const told = useTold();
  const { requestId, wish, about, text, value, askedAt, dueAt, holder, holderName, state } = one;
  const withdraw = () =>
    told(withdrawCorrection(requestId)).then(() =>
      queryClient.invalidateQueries({ queryKey: ['me', 'corrections'] }),
    );
  const who = holder === 'operator' ? t('corrections.platformHolds') : (holderName ?? holder);
  return (
    <li>
      <h3>
        {t(`corrections.wish.${wish}`)} <CorrectionState one={one} />
      </h3>
      <p>
        <About about={about} />
      </p>
      {value && (
        <p>
          {t('persons.right')}: <strong lang="zh-CN">{value}</strong>
        </p>
      )}
      <p lang="zh-CN">{text}</p>
      <p className="quiet">
        {t('corrections.own.asked')} <Moment at={askedAt} /> · {t('corrections.own.by', { holder: who })}
        {state === 'open' && (
          <>
            {' '}
            · {t('corrections.due')} <Moment at={dueAt} />
          </>
        )}
      </p>
      <Answered one={one} />
      {state === 'open' && (
        <Button small onClick={() => void withdraw()}>
          {t('corrections.own.withdraw')}
        </Button>
      )}
    </li>
  );
}

function Answered({ one }: { readonly one: OwnCorrection }) {
  const { t } = useTexts();
  const { answer, answerValue, reason, endedAt, outcome } = one;
  if (!answer || !endedAt || !outcome) return null;
  return (
    <div className="corrections-answer">
      <p className="quiet">{t(`corrections.outcomeHint.${outcome}`)}</p>
      {reason && (
        <p>
          <strong>{t(`corrections.reason.${reason}`)}</strong>
        </p>
      )}
      <p lang="zh-CN">{answer}</p>
      {answerValue && (
        <p>
          {t('persons.right')}: <strong lang="zh-CN">{answerValue}</strong>
        </p>
      )}
      <p className="quiet">
        {t('corrections.own.answered')} <Moment at={endedAt} />
      </p>
    </div>
  );
}
