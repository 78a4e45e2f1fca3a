import type { TextKey } from '../i18n/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Confidence } from '../ui/Confidence.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Said } from '../ui/Said.tsx';
import type { ModeAdvice } from './queries.ts';

const tones = { lawful: 'released', undecided: 'waiting', unlawful: 'refused' } as const;
const signs = { yes: 'released', no: 'refused', unknown: 'waiting' } as const;

const routes = {
  LIST_RELEASE_SUMMARY_STATISTICS: 'adviser.routes.statistics',
  LIST_RELEASE_SUMMARY_DECLARATION: 'adviser.routes.summary',
  CBEC_LIST_OR_DECLARATION: 'adviser.routes.list',
  DECLARATION: 'adviser.routes.declaration',
} as const satisfies Readonly<Record<string, TextKey>>;

const routeOf = (route: string): (typeof routes)[keyof typeof routes] | undefined =>
  Object.hasOwn(routes, route) ? routes[route as keyof typeof routes] : undefined;

/** One mode: whether it is lawful, what it costs, and every criterion with its source. */
export function ModeCard({ mode, advised }: { readonly mode: ModeAdvice; readonly advised: boolean }) {
  const { t } = useTexts();
  return (
    <article className={`panel adviser-mode tone-${tones[mode.verdict]}`}>
      <header>
        <h2>
          <span className="code">{mode.mode}</span> {t(`adviser.modes.${modeKey(mode.mode)}`)}
        </h2>
        <span className={`state state-${tones[mode.verdict]}`}>
          <Icon name={tones[mode.verdict]} />
          {t(`adviser.verdicts.${mode.verdict}`)}
        </span>
        {advised && <strong className="adviser-advised">{t('adviser.advised')}</strong>}
      </header>
      {mode.verdict !== 'unlawful' && <Costs mode={mode} />}
      <details open={mode.verdict !== 'unlawful' ? undefined : true}>
        <summary>{t('adviser.criteria')}</summary>
        <ul className="adviser-criteria">
          {mode.criteria.map(({ code, sentence, holds, rule, source, confidence }) => (
            <li key={code}>
              <span className={`tone-${signs[holds]} adviser-sign`}>
                <Icon name={signs[holds]} />
                <span className="sr-only">{t(`adviser.holds.${holds}`)}</span>
              </span>
              <span>
                <Said text={sentence} />{' '}
                <small className="quiet">
                  {rule} · <span lang="zh">{source}</span>
                </small>
              </span>
              <Confidence mark={confidence} />
            </li>
          ))}
        </ul>
      </details>
    </article>
  );
}

type KnownMode = '9610' | '1210' | '1239' | '9710' | '9810' | '0110' | '1039' | '4019';
const modeKey = (mode: string): `m${KnownMode}` => `m${mode as KnownMode}`;

/** Tax, papers and time of a mode. */
function Costs({ mode }: { readonly mode: ModeAdvice }) {
  const { t } = useTexts();
  const finish = mode.finish && routeOf(mode.finish.route);
  return (
    <dl className="adviser-costs">
      <div>
        <dt>{t('adviser.tax')}</dt>
        <dd>
          <Tax mode={mode} />
        </dd>
      </div>
      {finish && (
        <div>
          <dt>{t('adviser.finish')}</dt>
          <dd>
            {t(finish)} {t('adviser.digits', { count: mode.finish?.hsDigits ?? 0 })}
          </dd>
        </div>
      )}
      <div>
        <dt>{t('adviser.papers', { count: mode.papers.length })}</dt>
        <dd>
          <ul>
            {mode.papers.map(({ code, name }) => (
              <li key={code}>
                <Said text={name} />
              </li>
            ))}
          </ul>
        </dd>
      </div>
      <div>
        <dt>{t('adviser.time')}</dt>
        <dd>
          {timeOf(Number(mode.hours), t)} <Confidence mark="D" />
        </dd>
      </div>
    </dl>
  );
}

function Tax({ mode: { importTax, exportTax } }: { readonly mode: ModeAdvice }) {
  const { t } = useTexts();
  if (importTax && importTax.rejected.length > 0) return <>{t('adviser.taxes.rejected')}</>;
  if (importTax) return <>{t('adviser.taxes.import', { total: importTax.total })}</>;
  if (!exportTax) return <>{t('adviser.taxes.unknown')}</>;
  const { route, refund, assessedIncomeTax, outputTax } = exportTax;
  return (
    <>
      {t(`adviser.taxes.${route}`)}
      {refund && <> {t('adviser.taxes.refundOf', { amount: refund })}</>}
      {assessedIncomeTax && <> {t('adviser.taxes.incomeTax', { amount: assessedIncomeTax })}</>}
      {outputTax && <> {t('adviser.taxes.outputTax', { amount: outputTax })}</>}
    </>
  );
}

/** From two days on nobody counts in hours. */
const timeOf = (hours: number, t: ReturnType<typeof useTexts>['t']): string =>
  hours < 48 ? t('adviser.hours', { count: hours }) : t('adviser.days', { count: Math.ceil(hours / 24) });
