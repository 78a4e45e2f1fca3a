import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { components } from '../api/schema.gen.ts';
import { useTexts } from '../i18n/index.ts';
import { Empty } from '../ui/Empty.tsx';
import { setServerNow } from '../ui/now.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Said } from '../ui/Said.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { questionsQuery } from './queries.ts';
import { Due } from './useQueueColumns.tsx';
import './desk.css';

type Question = components['schemas']['QuestionsPage']['items'][number];

const refreshMs = 10_000;

/** What customs asks of the enterprise's lists, the one to be answered first first. */
export function QuestionsPage() {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery({ ...questionsQuery(), refetchInterval: refreshMs });
  const now = data?.now;
  useEffect(() => {
    if (now) setServerNow(now);
  }, [now]);
  return (
    <section className="desk-page">
      <PageHead title={t('desk.questions.title')} intro={t('desk.questions.intro')} />
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[100, 80, 100]} />}
      {data?.items.length === 0 && (
        <Empty title={t('desk.questions.none')} hint={t('desk.questions.noneHint')} />
      )}
      {data?.items.map((question) => (
        <OneQuestion
          key={`${question.ebpCode} ${question.orderNo}`}
          question={question}
          onAnswered={() => void refetch()}
        />
      ))}
    </section>
  );
}

function OneQuestion({
  question,
  onAnswered,
}: {
  readonly question: Question;
  readonly onAnswered: () => void;
}) {
  const { t } = useTexts();
  const { ebpCode, orderNo, reason, note, answerDueAt, goodsName } = question;
  const id = `question-${ebpCode}-${orderNo}`;
  return (
    <section className="panel desk-question" aria-labelledby={id}>
      <h2 id={id}>
        <Link to="/lists/$ebpCode/$orderNo" params={{ ebpCode, orderNo }}>
          {orderNo}
        </Link>{' '}
        <span className="quiet">{goodsName}</span>
      </h2>
      <p>
        <strong>
          <Said text={reason} />
        </strong>{' '}
        {note}
      </p>
      <p className="quiet">
        {t('desk.questions.due')}: <Due at={answerDueAt} />
      </p>
      <AnswerForm of={{ ebpCode, orderNo }} onAnswered={onAnswered} />
    </section>
  );
}
