import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/index.ts';
import { Moment } from '../ui/Moment.tsx';
import { Said } from '../ui/Said.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { type OwnSending, ownSendingsQuery } from './queries.ts';

/** Which agency got what about somebody's parcels, for what and by which law. */
export function OwnSendings() {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(ownSendingsQuery());
  return (
    <section className="panel" aria-labelledby="me-sendings">
      <h2 id="me-sendings">{t('consumer.sent.title')}</h2>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[100]} />}
      {data?.sendings.length === 0 && <p className="quiet">{t('consumer.sent.none')}</p>}
      <ul className="consumer-readers">
        {data?.sendings.map((sending) => (
          <OneSending
            key={`${sending.at} ${sending.ebpCode} ${sending.orderNo} ${sending.agency.en}`}
            of={sending}
          />
        ))}
      </ul>
    </section>
  );
}

function OneSending({ of: { orderNo, agency, way, at, grounds } }: { readonly of: OwnSending }) {
  const { t } = useTexts();
  return (
    <li>
      <p>
        <strong>
          <Said text={agency} />
        </strong>{' '}
        · <span className="code">{orderNo}</span> · {t(`consumer.sent.way.${way}`)} · <Moment at={at} />
      </p>
      {grounds.map(({ purpose, basis, fields }) => (
        <details key={`${purpose.en} ${basis}`}>
          <summary>
            <Said text={purpose} /> · <span lang="zh-CN">{basis}</span> (
            {t('consumer.sent.fields', { count: fields.length })})
          </summary>
          <ul className="consumer-fields">
            {fields.map(({ document, field, form }) => (
              <li key={`${document} ${field}`}>
                <code>
                  {document}.{field}
                </code>{' '}
                <span className="quiet">{t(`consumer.sent.form.${form}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </li>
  );
}
