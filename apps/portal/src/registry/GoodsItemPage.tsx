import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { Fact } from './FileFacts.tsx';
import { GoodsForm } from './GoodsForm.tsx';
import { GoodsPhotos } from './GoodsPhotos.tsx';
import { Person } from './Person.tsx';
import { Changes, FindingsList, ReasonsButton, RegistryState } from './pieces.tsx';
import { type GoodsView, oneGoodsQuery, registryKey, returnGoods, stepGoods } from './queries.ts';
import { TariffNote } from './TariffNote.tsx';

const facts = [
  ...(['ebcCode', 'itemNo', 'itemName', 'nameEn', 'gcode', 'gname', 'gmodel', 'barCode', 'brand'] as const),
  ...([
    'brandRight',
    'country',
    'unit',
    'unit1',
    'unit1Quantity',
    'unit2',
    'unit2Quantity',
    'price',
    'emsNo',
    'itemRecordNo',
    'validFrom',
    'validTo',
  ] as const),
] as const;

/** Goods as they are filed, what the tariff says of them today, and what was done with them. */
export function GoodsItemPage() {
  const { t } = useTexts();
  const key = useParams({ from: '/registry/goods/$ebcCode/$itemNo' });
  const { data, error, refetch } = useQuery(oneGoodsQuery(key));
  const { data: session } = useQuery(sessionQuery());
  const mayFile = session !== undefined && sessionAllows(session, { resource: 'goods', action: 'file' });
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('registry.loading')} bars={[100, 80, 90]} />;
  return (
    <div className="registry-page">
      <PageHead title={data.goods.itemName} intro={<RegistryState state={data.state} />}>
        <Deeds view={data} />
      </PageHead>
      <GoodsPhotos view={data} mayChange={mayFile && data.state !== 'withdrawn'} />
      {data.tariff && <TariffNote tariff={data.tariff} />}
      <FindingsList title={t('registry.findings')} findings={data.findings} />
      <section className="panel">
        <h2>{t('registry.askedFile')}</h2>
        <dl className="facts-list">
          {facts.map((name) => (
            <Fact key={name} name={t(`registry.field.${name}`)}>
              {data.goods[name]}
            </Fact>
          ))}
        </dl>
      </section>
      <section className="panel">
        <h2>{t('registry.steps')}</h2>
        <ol className="registry-timeline">
          {data.steps.map(({ step, by, at, reasons, changes, photo }) => (
            <li key={at}>
              <strong>{t(`registry.deed.${step}`)}</strong> <Moment at={at} />{' '}
              <Person id={by} people={data.people} />
              {photo && <p>{photo.alt}</p>}
              {reasons && <p>{t('registry.reasonsGiven', { reasons })}</p>}
              {changes.length > 0 && <Changes changes={changes} />}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function Deeds({ view }: { readonly view: GoodsView }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const [changing, setChanging] = useState(false);
  const { data: session } = useQuery(sessionQuery());
  const done = () => queryClient.invalidateQueries({ queryKey: registryKey });
  const { ebcCode, itemNo } = view.goods;
  const step = useMutation({
    mutationFn: (deed: 'approve' | 'withdraw') => stepGoods({ ebcCode, itemNo }, deed),
    onSuccess: done,
  });
  if (!session) return null;
  const may = (action: string) => sessionAllows(session, { resource: 'goods', action });
  return (
    <>
      {step.error && <Trouble error={step.error} onRetry={() => step.reset()} />}
      {may('file') && view.state !== 'withdrawn' && (
        <Button busy={step.isPending} onClick={() => step.mutate('withdraw')}>
          {t('registry.deed.withdraw')}
        </Button>
      )}
      {may('file') && <Button onClick={() => setChanging(true)}>{t('registry.change')}</Button>}
      {may('review') && view.state === 'filed' && (
        <>
          <ReasonsButton
            label={t('registry.deed.return')}
            onGive={async (reasons) => {
              await returnGoods({ ebcCode, itemNo }, reasons);
              await done();
            }}
          />
          <Button kind="primary" busy={step.isPending} onClick={() => step.mutate('approve')}>
            {t('registry.deed.approve')}
          </Button>
        </>
      )}
      {changing && <GoodsForm ebcCode={ebcCode} goods={view.goods} onClose={() => setChanging(false)} />}
    </>
  );
}
