import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { sessionAllows, sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Empty } from '../ui/Empty.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { useRowKeys } from '../ui/useRowKeys.ts';
import { GoodsForm } from './GoodsForm.tsx';
import { photoAddress } from './photos.ts';
import { NextPage, RegistryState, SearchField } from './pieces.tsx';
import { type FiledGoods, goodsQuery } from './queries.ts';

/** Filed goods, found by name, reading, English or codes. */
export function GoodsPage() {
  const { t } = useTexts();
  const filter = useSearch({ from: '/registry/goods' });
  const navigate = useNavigate();
  const [filing, setFiling] = useState(false);
  const { data: session } = useQuery(sessionQuery());
  const { data, error, refetch } = useQuery(goodsQuery(filter));
  const area = useRef<HTMLDivElement>(null);
  useRowKeys(area);
  const mayFile = session && sessionAllows(session, { resource: 'goods', action: 'file' });
  return (
    <div ref={area} className="registry-page">
      <PageHead title={t('registry.goods')} intro={t('registry.goodsIntro')}>
        {mayFile && session.enterprise && (
          <Link className="button button-plain" to="/bulk" search={{ kind: 'goods' }}>
            {t('registry.byTable')}
          </Link>
        )}
        {mayFile && (
          <Button kind="primary" onClick={() => setFiling(true)}>
            {t('registry.fileGoods')}
          </Button>
        )}
      </PageHead>
      {filing && <GoodsForm ebcCode={session?.enterprise?.code ?? ''} onClose={() => setFiling(false)} />}
      <div className="registry-bar">
        <SearchField label={t('registry.searchGoods')} value={filter.search ?? ''} to="/registry/goods" />
        <Choice
          label={t('registry.field.state')}
          value={filter.standing ?? ''}
          options={[
            { value: '', label: t('registry.all') },
            ...(['filed', 'approved', 'returned'] as const).map((value) => ({
              ...{ value, label: t(`registry.state.${value}`) },
            })),
          ]}
          onChange={(standing) => {
            const { standing: _before, cursor: _page, ...rest } = filter;
            void navigate({ to: '/registry/goods', search: { ...rest, ...(standing && { standing }) } });
          }}
        />
      </div>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('registry.loading')} bars={[100, 80, 90]} />}
      {data?.goods.length === 0 && <Empty title={t('registry.none')} hint={t('registry.noneHint')} />}
      {data && data.goods.length > 0 && <GoodsTable goods={data.goods} />}
      <NextPage
        onNext={
          data?.next
            ? () => void navigate({ to: '/registry/goods', search: { ...filter, cursor: data.next ?? '' } })
            : undefined
        }
      />
    </div>
  );
}

function GoodsTable({ goods }: { readonly goods: readonly FiledGoods[] }) {
  const { t } = useTexts();
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="sr-only">{t('registry.goods')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('registry.field.state')}</th>
            <th scope="col">{t('registry.field.itemName')}</th>
            <th scope="col">{t('registry.field.itemNo')}</th>
            <th scope="col">{t('registry.field.gcode')}</th>
            <th scope="col">{t('registry.field.gmodel')}</th>
            <th scope="col">{t('registry.field.barCode')}</th>
            <th scope="col">{t('registry.field.ebcCode')}</th>
          </tr>
        </thead>
        <tbody>
          {goods.map(({ goods: one, state, photo }) => (
            <tr key={`${one.ebcCode} ${one.itemNo}`}>
              <td>
                <RegistryState state={state} />
              </td>
              <th scope="row">
                {photo && (
                  <img
                    className="goods-thumb"
                    src={photoAddress(one, photo.photoId)}
                    alt=""
                    width={32}
                    height={32}
                    loading="lazy"
                  />
                )}
                <Link
                  to="/registry/goods/$ebcCode/$itemNo"
                  params={{ ebcCode: one.ebcCode, itemNo: one.itemNo }}
                  className="row-link"
                  data-shortcut="row"
                >
                  {one.itemName}
                </Link>
              </th>
              <td className="code">{one.itemNo}</td>
              <td className="code">{one.gcode}</td>
              <td>{one.gmodel}</td>
              <td className="code">{one.barCode ?? '—'}</td>
              <td className="code">{one.ebcCode}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
