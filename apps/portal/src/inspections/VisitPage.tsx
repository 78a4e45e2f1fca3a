import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { changed, holdKey, type Inspection, inspectionKey, inspectionQuery } from './queries.ts';
import { ResultForm } from './ResultForm.tsx';
import { SamplesOf } from './SamplesOf.tsx';
import { InspectionTag, Waits } from './StateTag.tsx';
import { groupsOf, waitedFor } from './standing.ts';
import { Unsent } from './Unsent.tsx';
import { beginVisit, signVisit, useEntering, useUnsent } from './visiting.ts';
import './inspections.css';
import './visit.css';

const route = getRouteApi('/inspections/$inspectionId/visit');

/** The visit, for an officer with a phone beside the goods: what is entered is kept here until it has been sent. */
export function VisitPage() {
  const { t } = useTexts();
  const { inspectionId } = route.useParams();
  const { data, error, refetch } = useQuery(inspectionQuery(inspectionId));
  if (!data && error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('app.loading')} bars={[60, 100, 100, 100]} />;
  const { state, holds } = data;
  const open = holds.filter((hold) => hold.state === 'open').length;
  const waited = waitedFor(data, open);
  return (
    <>
      <PageHead title={t('inspections.visit')} intro={waited && <Waits waited={waited} />}>
        <Link className="button button-plain" to="/inspections/$inspectionId" params={{ inspectionId }}>
          {t('inspections.back')}
        </Link>
      </PageHead>
      <div className="visit">
        <p>
          <InspectionTag state={state} />
        </p>
        <Unsent inspectionId={inspectionId} />
        {(state === 'waiting' || state === 'booked') && <Begin inspectionId={inspectionId} />}
        {state === 'begun' &&
          [...groupsOf(holds, ({ ebpCode, orderNo }) => `${ebpCode}/${orderNo}`)].map(([key, of]) => (
            <OfList key={key} inspection={data} holds={of} />
          ))}
        {state === 'begun' && <Sign inspectionId={inspectionId} />}
      </div>
    </>
  );
}

function Begin({ inspectionId }: { readonly inspectionId: string }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const beginning = useMutation({
    mutationFn: () => beginVisit(inspectionId),
    onSuccess: (begun) => queryClient.setQueryData(inspectionKey(inspectionId), begun),
  });
  return (
    <section className="panel visit-form">
      <p className="quiet">{t('inspections.beginHint')}</p>
      <Button kind="primary" busy={beginning.isPending} onClick={() => beginning.mutate()}>
        {t('inspections.begin')}
      </Button>
      {beginning.error && <Trouble error={beginning.error} onRetry={() => beginning.reset()} />}
    </section>
  );
}

interface OfListProps {
  readonly inspection: Inspection;
  /** Of one list, at least one. */
  readonly holds: Inspection['holds'];
}

/** One list of the visit: its result, photos and samples. */
function OfList({ inspection, holds }: OfListProps) {
  const { t } = useTexts();
  const { inspectionId, photos, samples } = inspection;
  const entering = useEntering(inspectionId);
  const { entries } = useUnsent(inspectionId);
  const [first] = holds;
  if (!first) return null;
  const { ebpCode, orderNo, goodsName } = first;
  const list = { ebpCode, orderNo };
  const sent = entries.filter(({ refusal }) => refusal === undefined).flatMap(({ covers }) => covers);
  const open = holds.filter((hold) => hold.state === 'open' && !sent.includes(holdKey(hold)));
  const taken = photos.filter((photo) => photo.orderNo === orderNo && photo.ebpCode === ebpCode).length;
  return (
    <section className="panel visit-form" aria-labelledby={`visit-${orderNo}`}>
      <h2 id={`visit-${orderNo}`}>
        <span className="code">{orderNo}</span> <span lang="zh">{goodsName}</span>
      </h2>
      <label className="button button-plain visit-photo">
        <input
          type="file"
          className="sr-only"
          accept="image/jpeg,image/png,image/webp"
          capture="environment"
          onChange={({ target }) => {
            for (const file of target.files ?? []) entering.photo(file, list, goodsName || orderNo);
            target.value = '';
          }}
        />
        {t('inspections.addPhoto')} ({taken})
      </label>
      {open.length > 0 ? (
        // One entry ends what is open: the form begins anew with what is left.
        <ResultForm key={open.length} list={list} open={open} onEnter={entering.result} />
      ) : (
        <p className="quiet">{t('inspections.done')}</p>
      )}
      <SamplesOf
        holds={holds}
        samples={samples.filter((one) => one.orderNo === orderNo && one.ebpCode === ebpCode)}
        onTake={entering.sample}
        onMove={entering.move}
      />
    </section>
  );
}

function Sign({ inspectionId }: { readonly inspectionId: string }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { entries } = useUnsent(inspectionId);
  const signing = useMutation({
    mutationFn: () => signVisit(inspectionId),
    onSuccess: async () => {
      for (const queryKey of changed) await queryClient.invalidateQueries({ queryKey });
      await navigate({ to: '/inspections/$inspectionId', params: { inspectionId } });
    },
  });
  return (
    <section className="panel visit-form">
      <p className="quiet">{t('inspections.signHint')}</p>
      <Button
        kind="primary"
        disabled={entries.length > 0}
        busy={signing.isPending}
        onClick={() => signing.mutate()}
      >
        {t('inspections.sign')}
      </Button>
      {signing.error && <Trouble error={signing.error} onRetry={() => signing.reset()} />}
    </section>
  );
}
