import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ownSearch } from '../app/search.ts';
import { type TextKey, useTexts } from '../i18n/index.ts';
import { Confidence } from '../ui/Confidence.tsx';
import { Icon } from '../ui/Icon.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Said } from '../ui/Said.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { type Recognition, recognitionQuery } from './queries.ts';
import { TradeForm } from './TradeForm.tsx';
import { type AskedTrade, tradeOf } from './trade.ts';
import '../adviser/adviser.css';
import './b2b.css';

/** Anybody: is a trade B2B e-commerce export, by list or declaration, and what is lacking? The answer follows the question. */
export function RecognitionPage() {
  const { t } = useTexts();
  const asked = ownSearch(useSearch({ from: '/b2b' }));
  const navigate = useNavigate({ from: '/b2b' });
  const { data, error, refetch } = useQuery(recognitionQuery(tradeOf(asked)));
  const change = (answer: { [Key in keyof AskedTrade]?: AskedTrade[Key] | undefined }) =>
    void navigate({
      to: '/b2b',
      search: (search) => ({ ...search, ...answer }) as AskedTrade,
      replace: true,
    });
  return (
    <>
      <PageHead title={t('b2b.title')} intro={t('b2b.intro')} />
      <div className="adviser">
        <TradeForm asked={asked} onChange={change} />
        <section aria-label={t('b2b.answer')} aria-live="polite" className="adviser-answer">
          {error && <Trouble error={error} onRetry={() => void refetch()} />}
          {!data && !error && <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />}
          {data && !error && <Answer found={data} />}
        </section>
      </div>
    </>
  );
}

const verdicts = {
  '9710': 'b2b.verdicts.m9710',
  '9810': 'b2b.verdicts.m9810',
  retail: 'b2b.verdicts.retail',
  'general-trade': 'b2b.verdicts.general',
} as const satisfies Readonly<Record<string, TextKey>>;

/** Facts by the names the interface asks for them. */
const facts = {
  shipsTo: 'b2b.shipsTo',
  buyer: 'b2b.buyer',
  contract: 'b2b.contract',
  value: 'b2b.value',
  licence: 'adviser.flags.licence',
  inspection: 'adviser.flags.inspection',
  exportDuty: 'adviser.flags.exportDuty',
  refund: 'adviser.flags.refund',
  pilotZone: 'b2b.pilotZone',
} as const satisfies Readonly<Record<string, TextKey>>;
const isFact = (name: string): name is keyof typeof facts => Object.hasOwn(facts, name);

function Answer({ found }: { readonly found: Recognition }) {
  const { t } = useTexts();
  const { verdict, by, finish, lacking, missing, orderType } = found;
  const tone = verdict === undefined ? 'waiting' : verdict.startsWith('9') ? 'released' : 'held';
  return (
    <>
      <article className={`panel tone-${tone} b2b-verdict`}>
        <h2>
          <Icon name={tone} /> {t(verdict ? verdicts[verdict] : 'b2b.verdicts.open')}
        </h2>
        {by && <Sourced row={by} />}
        {orderType && <p>{t('b2b.orderType', { type: orderType })}</p>}
        {missing.length > 0 && (
          <>
            <h3>{t('b2b.missing')}</h3>
            <ul>
              {missing.map((name) => (
                <li key={name}>{isFact(name) ? t(facts[name]) : <span className="code">{name}</span>}</li>
              ))}
            </ul>
          </>
        )}
      </article>
      {finish && (
        <article className="panel">
          <h2>
            {t(finish.route === 'DECLARATION' ? 'adviser.routes.declaration' : 'adviser.routes.list')}{' '}
            <span className="quiet">{t('adviser.digits', { count: finish.hsDigits })}</span>
          </h2>
          <Sourced row={finish} />
        </article>
      )}
      {finish && <Lacking rows={lacking} />}
    </>
  );
}

function Lacking({ rows }: { readonly rows: Recognition['lacking'] }) {
  const { t } = useTexts();
  return (
    <article className="panel">
      <h2>{t(rows.length > 0 ? 'b2b.lacking' : 'b2b.nothingLacking', { count: rows.length })}</h2>
      <ul className="b2b-lacking">
        {rows.map((row) => (
          <li key={row.code}>
            <Sourced row={row} />
            <p>
              <Icon name="forwarded" /> <Said text={row.remedy} />
            </p>
          </li>
        ))}
      </ul>
    </article>
  );
}

function Sourced({ row }: { readonly row: NonNullable<Recognition['by']> }) {
  return (
    <p>
      <Said text={row.sentence} />{' '}
      <small className="quiet">
        {row.rule} · <span lang="zh">{row.source}</span> <Confidence mark={row.confidence} />
      </small>
    </p>
  );
}
