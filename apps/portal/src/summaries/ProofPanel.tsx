import { useMutation } from '@tanstack/react-query';
import { ProblemError } from '../api/client.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { listsAddress, proofAddress, type WholeSummary } from './queries.ts';
import { type Contribution, type Proof, recompute } from './recompute.ts';

async function read(address: string): Promise<string> {
  const answer = await fetch(address, { credentials: 'same-origin' }).catch(() => undefined);
  if (!answer?.ok) throw new ProblemError(answer?.status ?? 0, undefined);
  return answer.text();
}

/** Fetches proof and lists, and adds them up here. */
async function addUp(declSeqNo: string) {
  const [proof, lists] = await Promise.all([read(proofAddress(declSeqNo)), read(listsAddress(declSeqNo))]);
  const lines = lists.split('\n').filter((line) => line !== '');
  return recompute(
    JSON.parse(proof) as Proof,
    lines.map((line) => JSON.parse(line) as Contribution),
  );
}

/** The proof of a summary: to be kept, or recomputed here and now. */
export function ProofPanel({ summary }: { readonly summary: WholeSummary }) {
  const { t } = useTexts();
  const computing = useMutation({ mutationFn: () => addUp(summary.declSeqNo) });
  const verdict = computing.data;
  return (
    <section className="panel">
      <h2>{t('summaries.proof')}</h2>
      <p className="quiet">{t('summaries.proofHint')}</p>
      <p className="code summaries-root">{summary.root}</p>
      <p className="summaries-deeds">
        <Button kind="primary" busy={computing.isPending} onClick={() => computing.mutate()}>
          {t('summaries.recompute')}
        </Button>
        <a className="button button-plain" href={proofAddress(summary.declSeqNo)} download>
          <Icon name="download" /> {t('summaries.proofFile')}
        </a>
        <a className="button button-plain" href={listsAddress(summary.declSeqNo)} download>
          <Icon name="download" /> {t('summaries.listsFile')}
        </a>
      </p>
      <div role="status">
        {verdict && (
          <span className={`state state-large tone-${verdict.holds ? 'released' : 'refused'}`}>
            <Icon name={verdict.holds ? 'released' : 'refused'} />
            {verdict.holds
              ? t('summaries.holds', { count: verdict.lists })
              : t(`summaries.broken.${verdict.what}`, { invtNo: verdict.invtNo ?? '' })}
          </span>
        )}
      </div>
      {computing.error && <Trouble error={computing.error} onRetry={() => computing.mutate()} />}
    </section>
  );
}
