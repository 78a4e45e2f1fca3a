import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Ago } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { beginDraft, draftsQuery, type Kind, type NewDraft } from './queries.ts';
import './entry.css';

const kinds: readonly Kind[] = ['order', 'payment', 'waybill', 'declaration'];

/** Documents written by hand: begun here, and gone on with. */
export function EntryPage() {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const { data, error, refetch } = useQuery(draftsQuery());
  const writes = session !== undefined && sessionAllows(session, { resource: 'drafts', action: 'write' });
  return (
    <section className="entry-page">
      <PageHead title={t('entry.title')} intro={t('entry.intro')} />
      {writes && <Begin />}
      <section className="panel" aria-labelledby="drafts">
        <h2 id="drafts">{t('entry.drafts')}</h2>
        {error && <Trouble error={error} onRetry={() => void refetch()} />}
        {data?.drafts.length === 0 && <Empty title={t('entry.none')} hint={t('entry.noneHint')} />}
        <ul className="entry-drafts">
          {data?.drafts.map((draft) => (
            <li key={draft.draftId}>
              <Link to="/entry/$draftId" params={{ draftId: draft.draftId }}>
                <Icon name={draft.kind} /> {t(`entry.kind.${draft.kind}`)}{' '}
                {draft.orderNo || t('entry.noNumber')}
              </Link>{' '}
              {draft.appType === '2' && <span className="mark">{t('entry.change')}</span>}{' '}
              <span className="quiet">
                <Ago at={draft.savedAt} />
              </span>
            </li>
          ))}
        </ul>
      </section>
    </section>
  );
}

/** An empty document, or one that takes over what an order says. */
function Begin() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [kind, setKind] = useState<Kind>('order');
  const [orderNo, setOrderNo] = useState('');
  const [ebpCode, setEbpCode] = useState('');
  const [error, setError] = useState<Error>();
  const fromOrder = kind !== 'order' && orderNo.trim() !== '';
  const begin = async () => {
    const key = { orderNo: orderNo.trim(), ebpCode: ebpCode.trim() };
    const wish: NewDraft = fromOrder ? { kind, from: { as: 'order', key } } : { kind };
    try {
      const { draftId } = await beginDraft(wish);
      await queries.invalidateQueries({ queryKey: ['drafts'] });
      await navigate({ to: '/entry/$draftId', params: { draftId } });
    } catch (cause) {
      setError(cause as Error);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void begin();
  };
  return (
    <form className="panel form" onSubmit={submit}>
      <h2>{t('entry.begin')}</h2>
      <Choice
        label={t('entry.what')}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`entry.kind.${value}`) }))}
        onChange={setKind}
      />
      {kind !== 'order' && (
        <div className="entry-grid">
          <Field id="entry-order" label={t('entry.orderNo')} hint={t('entry.fromOrderHint')}>
            {(control) => (
              <input
                {...control}
                className="field"
                maxLength={60}
                autoComplete="off"
                value={orderNo}
                onChange={(event) => setOrderNo(event.target.value)}
              />
            )}
          </Field>
          <Field id="entry-platform" label={t('entry.ebpCode')}>
            {(control) => (
              <input
                {...control}
                className="field"
                maxLength={18}
                autoComplete="off"
                value={ebpCode}
                onChange={(event) => setEbpCode(event.target.value)}
              />
            )}
          </Field>
        </div>
      )}
      {error && <Trouble error={error} onRetry={() => void begin()} />}
      <div className="form-actions">
        <Button kind="primary" type="submit">
          {t('entry.beginIt')}
        </Button>
      </div>
    </form>
  );
}
