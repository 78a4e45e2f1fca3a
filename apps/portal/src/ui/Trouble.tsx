import { ProblemError } from '../api/client.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { Said } from './Said.tsx';

/** What went wrong and what to do, in the place of what could not be shown. */
export function Trouble({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTexts();
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const unreachable = error instanceof ProblemError && error.status === 0;
  const title = t(unreachable ? 'app.error.unreachable' : 'app.error.unexpected');
  // A refusal stays one however often it is asked; only a fault may pass.
  const refused = problem !== undefined && problem.status < 500 && problem.status !== 429;
  const hint = refused ? '' : t(unreachable ? 'app.error.unreachableHint' : 'app.error.unexpectedHint');
  return (
    <div className="trouble" role="alert">
      <Icon name="warning" />
      <div>
        <p>
          <strong>{problem ? <Said text={problem} /> : title}</strong>
        </p>
        <p>
          {problem?.detail ?? hint} {problem && t('app.error.code', { code: problem.code })}
        </p>
      </div>
      <Button onClick={onRetry}>{t('app.error.retry')}</Button>
    </div>
  );
}
