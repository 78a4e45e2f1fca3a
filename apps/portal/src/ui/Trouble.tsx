import { ProblemError } from '../api/client.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from './Button.tsx';
import { foundIn } from './found.ts';
import { Icon } from './Icon.tsx';
import { Said } from './Said.tsx';

interface TroubleProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  /** Whether what is found at a path stands at its field already. */
  readonly atField?: (path: string) => boolean;
}

/** What went wrong and what to do, in the place of what could not be shown, with all that was found wrong. */
export function Trouble({ error, onRetry, atField = () => false }: TroubleProps) {
  const { t } = useTexts();
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const unreachable = error instanceof ProblemError && error.status === 0;
  const title = t(unreachable ? 'app.error.unreachable' : 'app.error.unexpected');
  // A refusal stays one however often it is asked; only a fault may pass.
  const refused = problem !== undefined && problem.status < 500 && problem.status !== 429;
  const found = foundIn(error).filter(({ path }) => !atField(path));
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
        {found.length > 0 && (
          <ul>
            {found.map(({ code, path, message, remedy }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same may be found in several places, and none moves.
              <li key={`${code} ${path} ${at}`}>
                <Said text={message} />
                {' – '}
                <span className="quiet">
                  <Said text={remedy} />
                </span>{' '}
                {path && <code>{path}</code>}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Button onClick={onRetry}>{t('app.error.retry')}</Button>
    </div>
  );
}
