import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { More } from '../books/More.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { CheckButtons } from './CheckButtons.tsx';
import { ChecklistTable } from './ChecklistsPage.tsx';
import { Facts } from './Facts.tsx';
import { Listed } from './Listed.tsx';
import { Passages } from './Passages.tsx';
import { changed, type Pass, passagesQuery, passQuery, voidPass } from './queries.ts';
import { PassTag } from './Tag.tsx';
import './gate.css';

const route = getRouteApi('/passes/$passNo');

/** One pass: the vehicle, what is on it, what the gate said. */
export function PassPage() {
  const { t } = useTexts();
  const { passNo } = route.useParams();
  const { data, error, refetch } = useQuery(passQuery(passNo));
  const found = useInfiniteQuery(passagesQuery({ passNo }));
  const passages = found.data?.pages.flatMap((page) => page.passages) ?? [];
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('app.loading')} bars={[40, 100, 100]} />;
  return (
    <>
      <PageHead title={passNo} intro={`${t(`gate.directions.${data.direction}`)} · ${data.plate}`} />
      <div className="gate-page">
        <Facts
          facts={[
            [t('gate.standing'), <PassTag key="state" state={data.state} />],
            [t('gate.tareKg'), data.tareKg],
            [t('gate.packingKg'), data.packingKg],
            [t('gate.goodsKg'), data.goodsKg],
            [t('gate.customsCode'), data.customsCode],
            [t('gate.draw'), t(data.drawn === undefined ? 'gate.notDrawnYet' : `gate.drawn.${data.drawn}`)],
            ...(data.check === 'none' ? [] : [[t('gate.check'), t(`gate.checks.${data.check}`)] as const]),
          ]}
        />
        <Deeds pass={data} />
        {data.loaded.length > 0 && <ChecklistTable rows={data.loaded} />}
        <Listed lists={data.listed} />
        {passages.length > 0 && <Passages title={t('gate.comings')} passages={passages} />}
        <More found={found} />
      </div>
    </>
  );
}

function Deeds({ pass }: { readonly pass: Pass }) {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const queryClient = useQueryClient();
  const voiding = useMutation({
    mutationFn: () => voidPass(pass.passNo),
    onSuccess: async () => {
      for (const queryKey of changed) await queryClient.invalidateQueries({ queryKey });
    },
  });
  const open = pass.state === 'made' || pass.state === 'stopped';
  const makes = session !== undefined && sessionAllows(session, { resource: 'passes', action: 'make' });
  return (
    <div className="gate-deeds">
      <a className="button" href={`/api/passes/${pass.passNo}/print`} target="_blank" rel="noreferrer">
        <Icon name="download" /> {t('gate.print')} (PDF)
      </a>
      {open && makes && (
        <Button busy={voiding.isPending} onClick={() => voiding.mutate()}>
          {t('gate.void')}
        </Button>
      )}
      {pass.state === 'stopped' && pass.drawn && pass.check === 'none' && (
        <CheckButtons passNo={pass.passNo} session={session} />
      )}
      {voiding.error && <Trouble error={voiding.error} onRetry={() => voiding.reset()} />}
    </div>
  );
}
