import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Complaint } from '../account/Complaint.tsx';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/form/Field.tsx';
import {
  type AccountRow,
  approveAccount,
  changeRight,
  resetFactors,
  resetPassword,
  type Step,
  stepAccount,
} from './queries.ts';
import { Secret } from './Secret.tsx';

type Deed = Step | 'approve' | 'password' | 'factors';
type Right = NonNullable<AccountRow['member']>;

/** What may become of an account in each state, and what one has to be allowed. */
const deeds: readonly {
  readonly deed: Deed;
  readonly action: string;
  readonly from: readonly AccountRow['state'][];
}[] = [
  { deed: 'approve', action: 'approve', from: ['proposed'] },
  { deed: 'refusal', action: 'approve', from: ['proposed'] },
  { deed: 'password', action: 'reset-password', from: ['active'] },
  { deed: 'factors', action: 'reset-factors', from: ['active', 'locked'] },
  { deed: 'lock', action: 'lock', from: ['active'] },
  { deed: 'unlock', action: 'lock', from: ['locked'] },
  { deed: 'close', action: 'close', from: ['proposed', 'active', 'locked'] },
];

async function done(accountId: string, deed: Deed, reason: string): Promise<string | undefined> {
  if (deed === 'approve') return (await approveAccount(accountId)).password;
  if (deed === 'password') return (await resetPassword(accountId)).password;
  if (deed === 'factors') await resetFactors(accountId);
  else await stepAccount(accountId, deed, reason);
  return undefined;
}

interface DealDialogProps {
  readonly account: AccountRow;
  readonly onClose: () => void;
}

/** Deals with an account: what its state and one's own rights allow, each on record with its reason. */
export function DealDialog({ account, onClose }: DealDialogProps) {
  const { t } = useTexts();
  const { accountId, state, member } = account;
  const { data: session } = useQuery(sessionQuery());
  const [reason, setReason] = useState('');
  const [secret, setSecret] = useState<{ readonly password: string; readonly whole: boolean }>();
  const queryClient = useQueryClient();
  const dealing = useMutation({
    mutationFn: (deed: Deed) => done(accountId, deed, reason),
    onSuccess: async (password, deed) => {
      await queryClient.invalidateQueries({ queryKey: ['accounts'] });
      if (password === undefined) onClose();
      else setSecret({ password, whole: deed !== 'approve' });
    },
  });
  const may = (action: string) =>
    session !== undefined && sessionAllows(session, { resource: 'accounts', action });
  const offered = deeds.filter(
    ({ deed, action, from }) =>
      may(action) && from.includes(state) && (deed !== 'factors' || account.hasSecondFactor),
  );
  return (
    <Dialog title={`${account.displayName} · ${account.login}`} onClose={onClose}>
      {secret ? (
        <Secret {...secret} half="second" />
      ) : (
        <div className="accounts-form">
          {member && may('change') && state !== 'closed' && (
            <RightField account={account} onClose={onClose} />
          )}
          {offered.length > 0 && (
            <Field id="reason" label={t('accounts.reason')} hint={t('accounts.reasonHint')}>
              {(control) => (
                <input
                  {...control}
                  className="field"
                  maxLength={500}
                  value={reason}
                  onChange={({ target }) => setReason(target.value)}
                />
              )}
            </Field>
          )}
          {offered.length === 0 && <p>{t('accounts.nothing')}</p>}
          <Complaint error={dealing.error} />
          <div className="accounts-deeds">
            {offered.map(({ deed }) => (
              <Button
                key={deed}
                kind={deed === 'approve' ? 'primary' : deed === 'close' ? 'danger' : 'plain'}
                busy={dealing.isPending}
                disabled={['refusal', 'lock', 'unlock', 'close'].includes(deed) && reason.trim() === ''}
                onClick={() => dealing.mutate(deed)}
              >
                {t(`accounts.deeds.${deed}`)}
              </Button>
            ))}
          </div>
        </div>
      )}
    </Dialog>
  );
}

/** What a member of an enterprise may do there; counts as soon as it is chosen. */
function RightField({ account, onClose }: DealDialogProps) {
  const { t } = useTexts();
  const { accountId, member } = account;
  const queryClient = useQueryClient();
  const changing = useMutation({
    mutationFn: (right: Right) => changeRight(accountId, right),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['accounts'] });
      onClose();
    },
  });
  return (
    <>
      <Field id="right" label={t('accounts.right')} required>
        {(control) => (
          <select
            {...control}
            className="field"
            value={member ?? 'reader'}
            onChange={({ target }) => changing.mutate(target.value as Right)}
          >
            {(['reader', 'clerk', 'administrator'] as const).map((right) => (
              <option key={right} value={right}>
                {t(`accounts.rights.${right}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Complaint error={changing.error} />
    </>
  );
}
