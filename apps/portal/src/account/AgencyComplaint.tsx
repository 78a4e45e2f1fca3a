import { ProblemError } from '../api/client.ts';
import { useTexts } from '../i18n/index.ts';
import { Complaint } from './Complaint.tsx';

const told = [
  ...(['AGENCY-VISIT-OVER', 'AGENCY-DECLINED', 'AGENCY-ANSWER-WRONG', 'AGENCY-UNREACHABLE'] as const),
  ...(['AGENCY-UNKNOWN', 'AGENCY-RIGHT-MISSING', 'AGENCY-RIGHT-CHANGED'] as const),
  ...(['AGENCY-ACCOUNT-WAITS', 'AGENCY-ACCOUNT-OFF', 'ACCOUNT-TWIN'] as const),
] as const;

/** Why somebody does not come in by their agency, in the reader's own language. */
export function AgencyComplaint({ error }: { readonly error: unknown }) {
  const { t } = useTexts();
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const code = told.find((one) => one === problem?.code);
  if (!code) return <Complaint error={error} />;
  return (
    <div className="complaint" role="alert">
      <p>
        {t(`account.agency.problems.${code}`)} <small className="code">{code}</small>
      </p>
    </div>
  );
}
