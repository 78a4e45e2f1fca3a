import { useQuery } from '@tanstack/react-query';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Ago, Moment } from '../ui/Moment.tsx';
import { Asked } from './AgencyDeskPage.tsx';
import { type AgenciesOfList, agenciesOfListQuery, type ListKey } from './queries.ts';
import { AgencyName, Standing } from './Standing.tsx';
import './consents.css';

/** How often it is looked whether an agency has spoken. */
const refreshMs = 10_000;

/** On the page of a list: who waits for whom and since when, what agencies said, and which fields each got. */
export function ListAgencies({ of }: { readonly of: ListKey }) {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const allowed = session !== undefined && sessionAllows(session, { resource: 'consents', action: 'read' });
  const { data } = useQuery({
    ...agenciesOfListQuery(of),
    enabled: allowed,
    refetchInterval: ({ state }) =>
      state.data?.questions.some((one) => one.state === 'waiting') ? refreshMs : false,
  });
  if (!data || (data.questions.length === 0 && data.sendings.length === 0)) return null;
  return (
    <section className="panel" aria-labelledby="agencies">
      <h2 id="agencies">{t('consents.ofList')}</h2>
      <ul className="consents-agencies">
        {data.questions.map((question) => (
          <li key={question.agency}>
            <p>
              <strong>
                <AgencyName agency={question.agency} />
              </strong>{' '}
              <Standing state={question.state} />{' '}
              <span className={question.overdue ? 'consents-late' : 'quiet'}>
                {question.state === 'waiting' ? t('consents.since') : t('consents.decidedAt')}{' '}
                <Ago at={question.decidedAt ?? question.since} />
                {question.overdue && ` · ${t('consents.overdue')}`}
              </span>
            </p>
            <Asked asked={question.asked} />
            <Words decisions={data.decisions.filter(({ agency }) => agency === question.agency)} />
          </li>
        ))}
      </ul>
      <Sendings sendings={data.sendings} />
    </section>
  );
}

function Words({ decisions }: { readonly decisions: AgenciesOfList['decisions'] }) {
  const { t } = useTexts();
  return (
    <>
      {decisions.map(({ word, judge, reason, at }) => (
        <p key={`${at} ${word}`} className="consents-word">
          {t(`consents.judge.${judge}`)}: {t(`consents.state.${word}`)} — <span lang="zh">{reason}</span>{' '}
          <span className="quiet">
            (<Moment at={at} />)
          </span>
        </p>
      ))}
    </>
  );
}

function Sendings({ sendings }: { readonly sendings: AgenciesOfList['sendings'] }) {
  const { t } = useTexts();
  if (sendings.length === 0) return null;
  return (
    <details>
      <summary>{t('consents.sendings', { count: sendings.length })}</summary>
      <ol className="consents-sendings">
        {sendings.map(({ agency, way, fields, digest, at }) => (
          <li key={`${at} ${agency} ${digest}`}>
            <Moment at={at} /> <AgencyName agency={agency} /> · {t(`consents.way.${way}`)}
            <p className="quiet">{fields.join(' ')}</p>
            <p className="quiet">
              SHA-256 <code>{digest}</code>
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
