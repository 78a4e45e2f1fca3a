import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ownSearch } from '../app/search.ts';
import { useTexts } from '../i18n/index.ts';
import { Empty } from '../ui/Empty.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { ModeCard } from './ModeCard.tsx';
import { QuestionForm } from './QuestionForm.tsx';
import { adviceQuery } from './queries.ts';
import { type Asked, questionOf } from './question.ts';
import './adviser.css';

/** Anybody: which supervision modes fit a trade, what each costs, and why. The answer follows the question as it is given. */
export function AdviserPage() {
  const { t } = useTexts();
  const asked = ownSearch(useSearch({ from: '/adviser' }));
  const navigate = useNavigate({ from: '/adviser' });
  const question = questionOf(asked);
  const { data, error, refetch } = useQuery(adviceQuery(question));
  const change = (answer: { [Key in keyof Asked]?: Asked[Key] | undefined }) =>
    void navigate({ to: '/adviser', search: (search) => ({ ...search, ...answer }) as Asked, replace: true });
  return (
    <>
      <PageHead title={t('adviser.title')} intro={t('adviser.intro')} />
      <div className="adviser">
        <QuestionForm asked={asked} onChange={change} />
        <section aria-label={t('adviser.answer')} aria-live="polite" className="adviser-answer">
          {question === undefined && <Empty title={t('adviser.none')} hint={t('adviser.noneHint')} />}
          {question !== undefined && error && <Trouble error={error} onRetry={() => void refetch()} />}
          {question !== undefined && !data && !error && (
            <Skeleton label={t('app.loading')} bars={[100, 100, 100]} />
          )}
          {question !== undefined && data && !error && (
            <>
              {data.missing.length > 0 && <p className="adviser-missing">{t('adviser.missing')}</p>}
              {data.modes.map((mode) => (
                <ModeCard key={mode.mode} mode={mode} advised={mode.mode === data.advised} />
              ))}
            </>
          )}
        </section>
      </div>
    </>
  );
}
