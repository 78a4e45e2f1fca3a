import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { listQuery } from '../lists/queries.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { DeedDialog } from './DeedDialog.tsx';
import { applyFor } from './queries.ts';
import './returns.css';

interface ApplyProps {
  readonly of: { readonly ebpCode: string; readonly orderNo: string };
}

/** Opens the form for a return or a cancellation of a released list. */
export function ApplyButton({ of }: ApplyProps) {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const { data } = useQuery(listQuery(of.ebpCode, of.orderNo));
  const [kind, setKind] = useState<'return' | 'cancellation'>();
  const may = session !== undefined && sessionAllows(session, { resource: 'returns', action: 'apply' });
  if (!may || data?.list.state !== 'released') return null;
  return (
    <>
      {(['return', 'cancellation'] as const).map((one) => (
        <Button key={one} small onClick={() => setKind(one)}>
          {t(`returns.apply.${one}`)}
        </Button>
      ))}
      {kind && (
        <ApplyDialog
          of={of}
          kind={kind}
          lines={kind === 'return' ? (data.papers.declaration?.items ?? []) : []}
          onClose={() => setKind(undefined)}
        />
      )}
    </>
  );
}

interface ApplyDialogProps extends ApplyProps {
  readonly kind: 'return' | 'cancellation';
  readonly lines: readonly Readonly<Record<string, string>>[];
  readonly onClose: () => void;
}

function ApplyDialog({ of, kind, lines, onClose }: ApplyDialogProps) {
  const { t } = useTexts();
  return (
    <ApplicationDialog
      kind={kind}
      hint={t(`returns.apply.${kind}Hint`)}
      lines={lines}
      lineHint="bought"
      onSend={(reason, asked) =>
        applyFor({ ...of, kind, reason, ...(kind === 'return' ? { lines: [...asked] } : {}) })
      }
      onClose={onClose}
    />
  );
}

interface ApplicationProps {
  readonly kind: 'return' | 'cancellation';
  readonly hint: string;
  readonly lines: readonly { readonly gnum?: string; readonly gname?: string; readonly qty?: string }[];
  readonly lineHint: 'bought' | 'sent';
  /** Whether what stands beside the lines is there. */
  readonly whole?: boolean;
  readonly onSend: (
    reason: string,
    asked: readonly { readonly gnum: number; readonly quantity: string }[],
  ) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** What is applied for: how much of which lines, and why. */
export function ApplicationDialog({
  kind,
  hint,
  lines,
  lineHint,
  whole = true,
  onSend,
  onClose,
  children,
}: ApplicationProps) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const [quantities, setQuantities] = useState<Readonly<Record<string, string>>>({});
  const asked = Object.entries(quantities)
    .filter(([, quantity]) => Number(quantity) > 0)
    .map(([gnum, quantity]) => ({ gnum: Number(gnum), quantity }));
  return (
    <DeedDialog
      title={t(`returns.apply.${kind}`)}
      hint={hint}
      whole={whole && reason.trim() !== '' && (kind === 'cancellation' || asked.length > 0)}
      onSend={() => onSend(reason, asked)}
      onClose={onClose}
    >
      {lines.map(({ gnum = '', gname = '', qty = '' }) => (
        <Field
          key={gnum}
          id={`return-line-${gnum}`}
          label={`${gnum} ${gname}`}
          hint={t(`returns.apply.${lineHint}`, { quantity: qty })}
        >
          {(control) => (
            <input
              {...control}
              className="field"
              inputMode="decimal"
              maxLength={20}
              value={quantities[gnum] ?? ''}
              onChange={({ target }) =>
                setQuantities({ ...quantities, [gnum]: target.value.replace(/[^\d.]/g, '') })
              }
            />
          )}
        </Field>
      ))}
      {children}
      <Field id="return-reason" label={t('returns.reason')} required>
        {(control) => (
          <textarea
            {...control}
            className="field"
            rows={3}
            maxLength={1000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
    </DeedDialog>
  );
}
