import { ProblemError } from '../api/client.ts';
import { useTexts } from '../i18n/index.ts';
import { Said } from '../ui/Said.tsx';
import { PasskeyUnused } from './passkey.ts';

/** Why the server did not do it, with all that it found, beside the form it was asked by. */
export function Complaint({ error }: { readonly error: unknown }) {
  const { t } = useTexts();
  if (!error) return null;
  const problem = error instanceof ProblemError ? error.problem : undefined;
  return (
    <div className="complaint" role="alert">
      <p>
        {problem ? (
          <Said text={problem} />
        ) : (
          t(error instanceof PasskeyUnused ? 'account.passkey.unused' : 'app.error.unreachable')
        )}
      </p>
      {problem?.findings?.map(({ code, message, remedy }) => (
        <p key={code}>
          <Said text={message} /> – <Said text={remedy} />
        </p>
      ))}
    </div>
  );
}
