import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { formatCount } from '../ui/format.ts';
import { Trouble } from '../ui/Trouble.tsx';
import { type BulkFile, cancelFile, handInFile } from './queries.ts';

/** What the owner may do with a file: have its good documents handed in, or end it. */
export function Deeds({ file }: { readonly file: BulkFile }) {
  const { t, locale } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const [asking, setAsking] = useState<'hand-in' | 'cancel'>();
  const queryClient = useQueryClient();
  const doing = useMutation({
    mutationFn: (deed: 'hand-in' | 'cancel') => (deed === 'cancel' ? cancelFile : handInFile)(file.fileId),
    onSettled: async () => {
      setAsking(undefined);
      await queryClient.invalidateQueries({ queryKey: ['bulk'] });
    },
  });
  if (!session || !sessionAllows(session, { resource: 'bulk-files', action: 'hand-in' })) return null;
  const open = ['uploading', 'reading', 'read', 'handing-in'].includes(file.state);
  const good = formatCount(file.documents.good, locale);
  return (
    <>
      {doing.error && <Trouble error={doing.error} onRetry={() => doing.reset()} />}
      {open && <Button onClick={() => setAsking('cancel')}>{t('bulk.cancel')}</Button>}
      {file.state === 'read' && file.documents.good > 0 && (
        <Button kind="primary" onClick={() => setAsking('hand-in')}>
          {t('bulk.handIn', { count: file.documents.good })}
        </Button>
      )}
      {asking && (
        <Confirm
          title={asking === 'cancel' ? t('bulk.cancel') : t('bulk.handIn', { count: file.documents.good })}
          deed={asking === 'cancel' ? t('bulk.cancel') : t('bulk.handInDeed')}
          danger={asking === 'cancel'}
          onConfirm={() => doing.mutateAsync(asking).catch(() => undefined)}
          onClose={() => setAsking(undefined)}
        >
          <p>{asking === 'cancel' ? t('bulk.cancelHint') : t('bulk.handInHint', { good })}</p>
        </Confirm>
      )}
    </>
  );
}
