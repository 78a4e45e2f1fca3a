import type { ListDetail } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { formatList, formatMoment } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { Ago, Moment } from '../ui/Moment.tsx';
import { Said } from '../ui/Said.tsx';
import { Findings } from './Findings.tsx';
import { Grounds } from './Grounds.tsx';
import './decision.css';

/** The outcome in words, what was found, and by which rules. */
export function DecisionCard({ detail }: { readonly detail: ListDetail }) {
  const { t } = useTexts();
  const { list, decision, findings } = detail;
  return (
    <section className={`panel decision tone-${list.state}`} aria-labelledby="decision">
      <div className="decision-head">
        <span className="decision-sign">
          <Icon name={list.state} />
        </span>
        <div className="decision-words">
          <h2 id="decision">{t('list.decision.title')}</h2>
          {decision ? <Outcome decision={decision} /> : <Undecided detail={detail} />}
        </div>
      </div>
      {findings.length > 0 && <Findings findings={findings} />}
      {decision?.judge === 'engine' && findings.length === 0 && (
        <p className="decision-clean quiet">{t('list.decision.noFindings')}</p>
      )}
      {decision && decision.rules.length > 0 && <Grounds rules={decision.rules} findings={findings} />}
    </section>
  );
}

const judges = {
  engine: 'list.decision.judgeEngine',
  advice: 'list.decision.judgeAdvice',
  officer: 'list.decision.judgeOfficer',
  customs: 'list.decision.judgeCustoms',
  sender: 'list.decision.judgeSender',
} as const;

function Outcome({ decision }: { readonly decision: NonNullable<ListDetail['decision']> }) {
  const { t } = useTexts();
  return (
    <>
      <p className="decision-outcome">
        <Said text={decision} />
      </p>
      {decision.advice && (
        <p className="quiet">
          <Said text={decision.advice} />
        </p>
      )}
      <p className="decision-how quiet">
        <span>{t(judges[decision.judge])}</span>
        <span>
          <Moment at={decision.decidedAt} /> (<Ago at={decision.decidedAt} />)
        </span>
        <span>{t('list.decision.rulebook', { version: decision.rulebookVersion })}</span>
        <span>
          {t('list.decision.receipt', { code: decision.statusCode })} <code>{decision.returnInfo}</code>
        </span>
      </p>
    </>
  );
}

function Undecided({ detail }: { readonly detail: ListDetail }) {
  const { t, locale } = useTexts();
  const { waitingFor } = detail;
  if (!waitingFor || waitingFor.papers.length === 0)
    return (
      <p className="decision-outcome">
        {t(detail.list.state === 'waiting' ? 'list.decision.waitingTurn' : 'list.decision.undecided')}
      </p>
    );
  const names = formatList(
    waitingFor.papers.map((paper) => t(`list.papers.${paper}`)),
    locale,
  );
  return (
    <>
      <p className="decision-outcome">{t('list.decision.waitingFor', { papers: names })}</p>
      <Until at={waitingFor.until} />
    </>
  );
}

function Until({ at }: { readonly at: string }) {
  const { t } = useTexts();
  return (
    <p className="quiet">
      {t('list.decision.waitingUntil', { time: formatMoment(at) })} <Ago at={at} />
    </p>
  );
}
