import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ProblemError } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';
import type { ListState } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { formatAmount } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StateTag } from '../ui/StateTag.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { paperQuery } from './queries.ts';
import './paper.css';

/** What somebody sees who scans the code on a printed paper: whether it is genuine, and whether it still holds. */
export function PaperPage() {
  const { t } = useTexts();
  const { seal } = useParams({ from: '/papers/$seal' });
  const { data, error, refetch } = useQuery(paperQuery(seal));
  const foreign = error instanceof ProblemError && error.status === 404;
  return (
    <div className="paper-page">
      <PageHead title={t('papers.title')} intro={t('papers.intro')} />
      {foreign && <Verdict tone="refused" title={t('papers.foreign')} hint={t('papers.foreignHint')} />}
      {error && !foreign && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[70, 100, 100, 60]} />}
      {data && <Checked paper={data} />}
    </div>
  );
}

type PassState = components['schemas']['Pass']['state'];

function Checked({ paper }: { readonly paper: components['schemas']['CheckedPaper'] }) {
  const { t } = useTexts();
  const { kind, orderNo, ebpCode, printedAt, statusCode, taxTotal, now, holds } = paper;
  return (
    <>
      {holds ? (
        <Verdict tone="released" title={t('papers.holds')} hint={t('papers.holdsHint')} />
      ) : (
        <Verdict tone="held" title={t('papers.changed')} hint={t('papers.changedHint')} />
      )}
      <dl className="panel paper-facts">
        <Fact name={t('papers.kindLabel')}>{t(`papers.kind.${kind}`)}</Fact>
        <Fact name={t(kind === 'pass' ? 'papers.pass' : 'papers.order')}>{`${ebpCode} / ${orderNo}`}</Fact>
        {now?.invtNo && <Fact name={t('papers.invtNo')}>{now.invtNo}</Fact>}
        <Fact name={t('papers.printedAt')}>
          <Moment at={printedAt} />
        </Fact>
        <Fact name={t('papers.printedStatus')}>
          {kind === 'pass' ? t(`papers.passStates.${statusCode as PassState}`) : statusCode}
        </Fact>
        {taxTotal && <Fact name={t('papers.tax')}>¥{formatAmount(taxTotal)}</Fact>}
        <Fact name={t('papers.now')}>
          {!now && t('papers.gone')}
          {now && kind === 'pass' && t(`papers.passStates.${now.state as PassState}`)}
          {now && kind !== 'pass' && <StateTag state={now.state as ListState} />}
        </Fact>
      </dl>
    </>
  );
}

interface VerdictProps {
  readonly tone: 'released' | 'held' | 'refused';
  readonly title: string;
  readonly hint: string;
}

function Verdict({ tone, title, hint }: VerdictProps) {
  return (
    <div className={`paper-verdict tone-${tone}`} role="status">
      <Icon name={tone} />
      <div>
        <strong>{title}</strong>
        <p>{hint}</p>
      </div>
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
