import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Trouble } from '../ui/Trouble.tsx';

interface DeedDialogProps {
  readonly title: string;
  readonly hint: string;
  readonly danger?: boolean;
  /** Whether all that is needed is there. */
  readonly whole: boolean;
  /** Does it; throws what the server says against it. */
  readonly onSend: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What is kept of all that a deed may change. */
const KEPT = ['return', 'returns', 'list', 'return-parcels', 'return-parcel', 'return-centres'];

/** Something done with a return: what it changes is read anew, and what is wrong stands in the dialog. */
export function DeedDialog({
  title,
  hint,
  danger = false,
  whole,
  onSend,
  onClose,
  children,
}: DeedDialogProps) {
  const queryClient = useQueryClient();
  const sending = useMutation({
    mutationFn: onSend,
    onSuccess: async () => {
      for (const kept of KEPT) await queryClient.invalidateQueries({ queryKey: [kept] });
      onClose();
    },
  });
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <Button
          kind={danger ? 'danger' : 'primary'}
          disabled={!whole}
          busy={sending.isPending}
          onClick={() => sending.mutate()}
        >
          {title}
        </Button>
      }
    >
      <p className="quiet">{hint}</p>
      {children}
      {sending.error && <Trouble error={sending.error} onRetry={() => sending.reset()} />}
    </Dialog>
  );
}
