import { ProblemError } from '../api/client.ts';
import { BookDialog } from '../books/BookDialog.tsx';
import { useTexts } from '../i18n/index.ts';
import { type BatchKey, type BatchLine, cancelBooking, depart, type Telling, tellOf } from './queries.ts';

const kinds = ['receive', 'return', 'lose', 'lose-in-transit'] as const satisfies readonly Telling['kind'][];
const kindOf = (word: string): Telling['kind'] => kinds.find((kind) => kind === word) ?? 'receive';

interface BookedProps {
  readonly batch: BatchKey;
  readonly onClose: () => void;
}

/** Tells that what is booked has left, and under which export. */
export function DepartDialog({ batch: { batchNo }, onClose }: BookedProps) {
  const { t } = useTexts();
  return (
    <BookDialog
      title={t('abroad.depart')}
      hint={t('abroad.departHint')}
      deed={t('abroad.depart')}
      stale={[['abroad']]}
      initial={{ exportNo: '', on: '' }}
      fields={[
        { name: 'exportNo', label: t('abroad.exportNo'), most: 18 },
        { name: 'on', label: t('abroad.departedOn'), type: 'date' },
      ]}
      onSend={(left) => depart(batchNo, left)}
      onClose={onClose}
    />
  );
}

/** Cancels a booking that has not left. */
export function CancelDialog({ batch: { batchNo }, onClose }: BookedProps) {
  const { t } = useTexts();
  return (
    <BookDialog
      title={t('abroad.cancel')}
      hint={t('abroad.cancelHint', { batchNo })}
      deed={t('abroad.cancel')}
      stale={[['abroad']]}
      initial={{}}
      fields={[]}
      onSend={() => cancelBooking(batchNo)}
      onClose={onClose}
    />
  );
}

interface TellProps {
  readonly batch: BatchKey;
  readonly line: BatchLine;
  readonly onClose: () => void;
}

/** Tells what became of goods of a line: arrived, came back, were lost. */
export function TellDialog({ batch, line, onClose }: TellProps) {
  const { t } = useTexts();
  return (
    <BookDialog
      title={t('abroad.tell')}
      hint={t('abroad.tellHint', { name: line.gname })}
      deed={t('abroad.tell')}
      stale={[['abroad']]}
      initial={{ kind: 'receive', quantity: '', reference: '', day: '' }}
      fields={[
        {
          name: 'kind',
          label: t('abroad.kind'),
          choices: kinds.map((kind) => [kind, t(`abroad.kinds.${kind}`)]),
        },
        { name: 'quantity', label: t('abroad.quantity'), type: 'decimal', most: 20 },
        { name: 'reference', label: t('abroad.reference') },
        { name: 'day', label: t('abroad.day'), type: 'date' },
      ]}
      onSend={({ kind, ...values }) => send(batch, { line: line.line, kind: kindOf(kind), ...values })}
      onClose={onClose}
    />
  );
}

/** Tells of a sale with its proof. */
export function SaleDialog({ batch, line, onClose }: TellProps) {
  const { t } = useTexts();
  return (
    <BookDialog
      title={t('abroad.sell')}
      hint={t('abroad.sellHint', { name: line.gname, there: line.warehouse })}
      deed={t('abroad.sell')}
      stale={[['abroad']]}
      initial={{ quantity: '', reference: '', day: '', proof: '', amount: '', currency: '502' }}
      fields={[
        { name: 'quantity', label: t('abroad.quantity'), type: 'decimal', most: 20 },
        { name: 'reference', label: t('abroad.reference') },
        { name: 'day', label: t('abroad.day'), type: 'date' },
        { name: 'proof', label: t('abroad.proof'), most: 300 },
        { name: 'amount', label: t('abroad.amount'), type: 'decimal', most: 17 },
        { name: 'currency', label: t('abroad.currency'), type: 'number', most: 3 },
      ]}
      onSend={(values) => send(batch, { line: line.line, kind: 'sell', ...values })}
      onClose={onClose}
    />
  );
}

async function send({ batchNo }: BatchKey, telling: Telling): Promise<void> {
  const { movements } = await tellOf(batchNo, telling);
  const [{ finding } = {}] = movements;
  if (!finding) return;
  const { code, message } = finding;
  const more = { type: '', status: 409, instance: '', title: message.en };
  throw new ProblemError(409, { ...more, code, zh: message.zh, en: message.en });
}
