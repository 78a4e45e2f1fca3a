import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { BookDialog } from '../books/BookDialog.tsx';
import { More } from '../books/More.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { applyForShop, decideShop, type Shop, shopsQuery, stale } from './queries.ts';
import { ShopTag } from './Tags.tsx';

/** Display shops, and what customs may decide of each. */
export function Shops({ decides }: { readonly decides: boolean }) {
  const { t } = useTexts();
  const found = useInfiniteQuery(shopsQuery());
  const shops = found.data?.pages.flatMap((page) => page.shops) ?? [];
  if (shops.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('displays.shops')}</h2>
      <ul className="display-shops">
        {shops.map((shop) => (
          <li key={shop.shopId}>
            <p>
              <ShopTag state={shop.state} /> <strong lang="zh">{shop.name}</strong>{' '}
              <span className="quiet" lang="zh">
                {shop.address}
              </span>
            </p>
            <p className="quiet">
              {t(shop.pickUp ? 'displays.pickUp' : 'displays.noPickUp')} ·{' '}
              <span className="code">{shop.owner}</span>
              {shop.reason && <span lang="zh">{` · ${shop.reason}`}</span>}
            </p>
            {decides && <Verdicts shop={shop} />}
          </li>
        ))}
      </ul>
      <More found={found} />
    </section>
  );
}

const verdictsOf = {
  proposed: ['approved', 'withPickUp', 'rejected'],
  approved: ['closed'],
  rejected: [],
  closed: [],
} as const satisfies Readonly<Record<Shop['state'], readonly string[]>>;

function Verdicts({ shop }: { readonly shop: Shop }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const deciding = useMutation({
    mutationFn: (word: (typeof verdictsOf)[Shop['state']][number]) =>
      decideShop(shop.shopId, {
        ...(word === 'withPickUp' ? { verdict: 'approved', pickUp: true } : { verdict: word }),
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['displays'] }),
  });
  return (
    <div className="display-deeds">
      {verdictsOf[shop.state].map((word) => (
        <Button key={word} busy={deciding.isPending} onClick={() => deciding.mutate(word)}>
          {t(`displays.verdicts.${word}`)}
        </Button>
      ))}
      {deciding.error && <Trouble error={deciding.error} onRetry={() => deciding.reset()} />}
    </div>
  );
}

/** Applies for a shop. */
export function ShopDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  return (
    <BookDialog
      title={t('displays.apply')}
      hint={t('displays.applyHint')}
      deed={t('displays.apply')}
      initial={{ name: '', address: '', customsCode: '' }}
      stale={stale}
      fields={[
        { name: 'name', label: t('displays.shopName') },
        { name: 'address', label: t('displays.address'), most: 120 },
        { name: 'customsCode', label: t('displays.customsCode'), type: 'number', most: 4 },
      ]}
      onSend={applyForShop}
      onClose={onClose}
    />
  );
}
