import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { type Certificate, paperAddress, sendPaper } from './queries.ts';

interface PaperProps {
  readonly certificate: Certificate;
  readonly files: boolean;
}

/** The file of a certificate; whoever filed it sends it until it is decided. */
export function Paper({ certificate: { certificateId, paper, state }, files }: PaperProps) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const sending = useMutation({
    mutationFn: (file: File) => sendPaper(certificateId, file),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['goods-certificates'] }),
  });
  return (
    <section className="panel">
      <h2>{t('certificates.paper')}</h2>
      {paper ? (
        <p>
          <a href={paperAddress(certificateId)} target="_blank" rel="noreferrer">
            {t('certificates.openPaper')}
          </a>{' '}
          <span className="code quiet">{paper}</span>
        </p>
      ) : (
        <p>{t('certificates.noPaper')}</p>
      )}
      {files && state === 'filed' && (
        <>
          <label className="button button-plain" aria-busy={sending.isPending}>
            <input
              type="file"
              className="sr-only"
              accept="application/pdf,image/jpeg,image/png"
              disabled={sending.isPending}
              onChange={({ target }) => {
                const [file] = target.files ?? [];
                if (file) sending.mutate(file);
                target.value = '';
              }}
            />
            <Icon name="plus" />
            {t('certificates.sendPaper')}
          </label>
          <p className="quiet">{t('certificates.paperHint')}</p>
        </>
      )}
      {sending.error && <Trouble error={sending.error} onRetry={() => sending.reset()} />}
    </section>
  );
}
