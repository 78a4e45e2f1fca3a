import { useTexts } from '../i18n/index.ts';
import { Meter } from '../ui/charts/Meter.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { GoOn } from './GoOn.tsx';
import type { BulkFile } from './queries.ts';
import { useUpload } from './uploads.ts';

/** How far the step is that a file is in: its bytes sent, its rows read, its documents handed in. */
export function Progress({ file }: { readonly file: BulkFile }) {
  const { t, locale } = useTexts();
  const upload = useUpload(file.fileId);
  const share = shareOf(file, upload?.sent);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(share);
  const moving = file.state === 'uploading' || file.state === 'reading' || file.state === 'handing-in';
  return (
    <>
      {moving && (
        <div className="bulk-progress">
          <Meter label={t('bulk.progress', { percent })} parts={[{ key: 'done', tone: 'primary', share }]} />
          <span aria-hidden="true">{percent}</span>
        </div>
      )}
      {file.state === 'uploading' && !upload && <GoOn file={file} />}
      {upload?.error !== undefined && (
        <>
          <Trouble error={upload.error} onRetry={() => location.reload()} />
          <GoOn file={file} />
        </>
      )}
    </>
  );
}

function shareOf(file: BulkFile, sent: number | undefined): number {
  const { state, sizeBytes, receivedBytes, readBytes, documents } = file;
  if (state === 'uploading') return Math.max(sent ?? 0, receivedBytes) / sizeBytes;
  if (state === 'reading') return readBytes / sizeBytes;
  const handed = documents.accepted + documents.repeated + documents.refused;
  return documents.good === 0 ? 1 : handed / documents.good;
}
