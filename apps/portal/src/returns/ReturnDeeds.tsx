import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Permission, sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { ArrivalDialog, VerdictDialog, WithdrawalDialog } from './CaseDialogs.tsx';
import { DispositionDialog, InspectionDialog } from './GoodsDialogs.tsx';
import type { ReturnDetail } from './queries.ts';

interface Deed {
  readonly name: 'release' | 'accept' | 'refuse' | 'arrive' | 'inspect' | 'withdraw' | 'dispose';
  readonly needs: Permission['action'];
  readonly kind: ReturnDetail['file']['kind'];
  /** Where it is done in one direction only. */
  readonly only?: ReturnDetail['file']['direction'];
  readonly states: readonly ReturnDetail['file']['state'][];
}

/** What may be done where, and by whom; the server holds the same. */
const deeds: readonly Deed[] = [
  { name: 'withdraw', needs: 'apply', kind: 'return', states: ['accepted'] },
  { name: 'refuse', needs: 'decide', kind: 'return', states: ['accepted', 'arrived'] },
  { name: 'refuse', needs: 'decide', kind: 'cancellation', states: ['applied'] },
  { name: 'accept', needs: 'decide', kind: 'cancellation', states: ['applied'] },
  { name: 'arrive', needs: 'receive', kind: 'return', states: ['accepted'] },
  { name: 'inspect', needs: 'decide', kind: 'return', states: ['arrived'] },
  { name: 'dispose', needs: 'apply', kind: 'return', only: 'import', states: ['inspected'] },
  { name: 'release', needs: 'decide', kind: 'return', only: 'export', states: ['inspected'] },
];

/** What the reader may do with a return as it stands. */
export function ReturnDeeds({ detail }: { readonly detail: ReturnDetail }) {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const [doing, setDoing] = useState<Deed['name']>();
  const { direction, kind, state } = detail.file;
  const open = deeds.filter(
    (deed) =>
      deed.kind === kind &&
      (deed.only === undefined || deed.only === direction) &&
      deed.states.includes(state) &&
      session !== undefined &&
      sessionAllows(session, { resource: 'returns', action: deed.needs } as Permission),
  );
  const props = { detail, onClose: () => setDoing(undefined) };
  return (
    <>
      {open.map(({ name }, at) => (
        <Button
          key={name}
          kind={
            name === 'refuse' || name === 'withdraw' ? 'danger' : at === open.length - 1 ? 'primary' : 'plain'
          }
          onClick={() => setDoing(name)}
        >
          {t(`returns.deeds.${name}`)}
        </Button>
      ))}
      {doing === 'withdraw' && <WithdrawalDialog {...props} />}
      {doing === 'refuse' && <VerdictDialog {...props} verdict="refused" />}
      {doing === 'accept' && <VerdictDialog {...props} verdict="accepted" />}
      {doing === 'release' && <VerdictDialog {...props} verdict="accepted" />}
      {doing === 'arrive' && <ArrivalDialog {...props} />}
      {doing === 'inspect' && <InspectionDialog {...props} />}
      {doing === 'dispose' && <DispositionDialog {...props} />}
    </>
  );
}
