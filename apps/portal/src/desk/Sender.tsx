import { useTexts } from '../i18n/index.ts';
import { formatCount } from '../ui/format.ts';
import type { CaseDetail } from './queries.ts';

/** What is known of who sent the list: how its lists stand, and how its cases ended. */
export function Sender({ sender }: Pick<CaseDetail, 'sender'>) {
  const { t, locale } = useTexts();
  const total = sender.lists.reduce((sum, { lists }) => sum + lists, 0);
  const of = (value: string): number => sender.lists.find((one) => one.value === value)?.lists ?? 0;
  const cases = sender.cases.reduce((sum, one) => sum + one.cases, 0);
  const refused = sender.cases.find(({ closedAs }) => closedAs === 'refused')?.cases ?? 0;
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <section className="panel" aria-labelledby="desk-sender">
      <h2 id="desk-sender">{t('desk.sender.title')}</h2>
      <dl className="desk-figures">
        <dt>{t('desk.sender.code')}</dt>
        <dd>
          <code>{sender.code}</code>
        </dd>
        <dt>{t('desk.sender.lists')}</dt>
        <dd>{formatCount(total, locale)}</dd>
        <dt>{t('desk.sender.refused')}</dt>
        <dd>{share.format(total === 0 ? 0 : of('refused') / total)}</dd>
        <dt>{t('desk.sender.cases')}</dt>
        <dd>{formatCount(cases, locale)}</dd>
        <dt>{t('desk.sender.casesRefused')}</dt>
        <dd>{formatCount(refused, locale)}</dd>
      </dl>
    </section>
  );
}
