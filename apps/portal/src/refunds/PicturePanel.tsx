import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/index.ts';
import { Said } from '../ui/Said.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { type Picture, pictureQuery, type Route } from './queries.ts';

const routes = ['refund', 'exempt', 'taxed'] as const satisfies readonly Route[];

interface PictureProps {
  readonly month: string;
  readonly route: Route | undefined;
  readonly onRoute: (route: Route | undefined) => void;
}

/** How the lines of a month go, drawn and told; each route shows its lines below. */
export function PicturePanel({ month, route, onRoute }: PictureProps) {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(pictureQuery(month));
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('app.loading')} bars={[100, 60]} />;
  return (
    <section className="panel">
      <h2>{t('refunds.picture', { month })}</h2>
      <Shares picture={data} />
      <fieldset className="export-tax-routes">
        <legend className="sr-only">{t('refunds.route')}</legend>
        {routes.map((one) => {
          const found = data.routes.find((row) => row.route === one);
          return (
            <button
              key={one}
              type="button"
              className={`export-tax-route export-tax-${one}`}
              aria-pressed={route === one}
              onClick={() => onRoute(route === one ? undefined : one)}
            >
              <strong>{found?.lines ?? 0}</strong> {t(`refunds.routes.${one}`)}
            </button>
          );
        })}
      </fieldset>
      <Claimable picture={data} />
      {data.missing.length > 0 && (
        <>
          <h3>{t('refunds.missing')}</h3>
          <ul>
            {data.missing.map(({ code, sentence, lines, rule }) => (
              <li key={code}>
                <Said text={sentence} /> <span className="quiet">{rule}</span> ·{' '}
                {t('refunds.linesLack', { count: lines })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The shares of the routes as one bar. */
function Shares({ picture }: { readonly picture: Picture }) {
  const whole = picture.routes.reduce((sum, { lines }) => sum + lines, 0);
  if (whole === 0) return null;
  return (
    <div className="export-tax-shares" aria-hidden="true">
      {routes.map((one) => {
        const lines = picture.routes.find((row) => row.route === one)?.lines ?? 0;
        return <span key={one} className={`export-tax-${one}`} style={{ flexGrow: lines }} />;
      })}
    </div>
  );
}

function Claimable({ picture }: { readonly picture: Picture }) {
  const { t, locale } = useTexts();
  const { lines, refund } = picture.claimable;
  const amount = Number(refund).toLocaleString(locale, { style: 'currency', currency: 'CNY' });
  return (
    <p>
      {t('refunds.claimable', { count: lines, amount })}
      {lines > 0 && picture.claimBy ? ` ${t('refunds.claimBy', { day: picture.claimBy })}` : ''}
    </p>
  );
}
