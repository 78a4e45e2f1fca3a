import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import type { components } from '../api/schema.gen.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Field } from '../ui/form/Field.tsx';
import { setServerNow } from '../ui/now.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Said } from '../ui/Said.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { toast } from '../ui/toast.tsx';
import { answerQuestion, questionsQuery } from './queries.ts';
import { Due } from './useQueueColumns.tsx';
import { useTold } from './useTold.ts';
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
  const [text, setText] = useState('');
  const told = useTold();
  const answer = (event: FormEvent) => {
    event.preventDefault();
    void told(
      answerQuestion({ ebpCode, orderNo }, text).then(() => {
        toast(t('desk.questions.answered'));
        onAnswered();
      }),
    );
  };
  const id = `answer-${ebpCode}-${orderNo}`;
  return (
    <section className="panel desk-question" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
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
      <form className="form" onSubmit={answer}>
        <Field id={id} label={t('desk.questions.answer')} required>
          {(control) => (
            <textarea
              {...control}
              className="field"
              minLength={2}
              maxLength={2000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <div className="form-actions">
          <Button kind="primary" type="submit">
            {t('desk.questions.send')}
          </Button>
        </div>
      </form>
    </section>
  );
}
