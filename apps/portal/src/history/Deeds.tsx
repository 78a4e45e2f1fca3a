import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTold } from '../desk/useTold.ts';
import { beginDraft } from '../entry/queries.ts';
import { useTexts } from '../i18n/index.ts';
import { ApplyButton } from '../returns/ApplyButton.tsx';
import { Button } from '../ui/Button.tsx';
import { Said } from '../ui/Said.tsx';
import { historyQuery, type ListKey } from './queries.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';
import './history.css';

/** What the reader's enterprise may do with a list, by the server's word, and why not where it may not. */
export function Deeds({ of }: { readonly of: ListKey }) {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const { data } = useQuery(historyQuery(of));
  const [withdrawing, setWithdrawing] = useState(false);
  const current = data?.versions[0];
  if (!session || !sessionAllows(session, { resource: 'lists', action: 'withdraw' })) return null;
  if (!data?.deeds || !current) return null;
  const { withdraw, change, declareAnew } = data.deeds;
  return (
    <section className="list-deeds" aria-label={t('history.deeds')}>
      {declareAnew.allowed ? (
        <WriteButton of={of} as="again" text={t('history.declareAnew')} />
      ) : (
        change.allowed && <WriteButton of={of} as="change" text={t('history.change')} />
      )}
      <WriteButton of={of} as="copy" text={t('history.copy')} />
      <ApplyButton of={of} />
      {withdraw.allowed ? (
        <Button small kind="danger" onClick={() => setWithdrawing(true)}>
          {t('history.withdraw')}
        </Button>
      ) : (
        current.appType !== '3' &&
        withdraw.why && (
          <p className="quiet">
            {t('history.notWithdrawn')} <Said text={withdraw.why.message} />{' '}
            <Said text={withdraw.why.remedy} />
          </p>
        )
      )}
      {withdrawing && <WithdrawDialog of={of} seen={current.guid} onClose={() => setWithdrawing(false)} />}
    </section>
  );
}

interface WriteButtonProps {
  readonly of: ListKey;
  readonly as: 'change' | 'again' | 'copy';
  readonly text: string;
}

/** Opens the form with what the list says. */
function WriteButton({ of: { ebpCode, orderNo }, as, text }: WriteButtonProps) {
  const navigate = useNavigate();
  const told = useTold();
  const write = async () => {
    const from = { as, key: { ebpCode, orderNo } };
    const { draftId } = await beginDraft({ kind: 'declaration', from });
    await navigate({ to: '/entry/$draftId', params: { draftId } });
  };
  return (
    <Button small onClick={() => void told(write())}>
      {text}
    </Button>
  );
}
