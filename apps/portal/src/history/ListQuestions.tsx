import { useQuery } from '@tanstack/react-query';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { AnswerForm } from '../desk/AnswerForm.tsx';
import { Due } from '../desk/useQueueColumns.tsx';
import { useTexts } from '../i18n/index.ts';
import { Moment } from '../ui/Moment.tsx';
import { Said } from '../ui/Said.tsx';
import { type ListKey, type ListQuestion, listQuestionsQuery } from './queries.ts';
import './history.css';

/** What customs has asked of a list, with what was answered; the open question with the place to answer it. */
export function ListQuestions({ of }: { readonly of: ListKey }) {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const asks = session !== undefined && sessionAllows(session, { resource: 'questions', action: 'read' });
  const answers =
    session !== undefined && sessionAllows(session, { resource: 'questions', action: 'answer' });
  const { data, refetch } = useQuery({ ...listQuestionsQuery(of), enabled: asks });
  if (!data || data.questions.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="questions">
      <h2 id="questions">{t('desk.questions.title')}</h2>
      <ol className="versions">
        {data.questions.map((question) => (
          <li key={question.askedAt} className={question.open ? 'version version-current' : 'version'}>
            <Asked question={question} />
            {question.open && answers && <AnswerForm of={of} onAnswered={() => void refetch()} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Asked({ question }: { readonly question: ListQuestion }) {
  const { t } = useTexts();
  const { reason, note, askedAt, answer, open, answerDueAt } = question;
  return (
    <>
      <p>
        <strong>
          <Said text={reason} />
        </strong>{' '}
        {note}{' '}
        <span className="quiet">
          (<Moment at={askedAt} />)
        </span>
      </p>
      {open && (
        <p className="quiet">
          {t('desk.questions.due')}: <Due at={answerDueAt} />
        </p>
      )}
      {answer ? (
        <p>
          {t('history.answer')} {answer.text}{' '}
          <span className="quiet">
            (<Moment at={answer.at} />)
          </span>
        </p>
      ) : (
        !open && <p className="quiet">{t('history.notAnswered')}</p>
      )}
    </>
  );
}
