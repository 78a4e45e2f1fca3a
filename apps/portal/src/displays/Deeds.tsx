import { useState } from 'react';
import { BookDialog } from '../books/BookDialog.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { bringBack, countThere, prolong, sellFrom, stale, type WholeDisplay } from './queries.ts';

type Deed = 'sell' | 'back' | 'count' | 'prolong';
interface DeedProps {
  readonly display: WholeDisplay;
  readonly onClose: () => void;
}

/** What may be done with goods that are out: sold, brought back, counted; given more time by customs. */
export function Deeds({
  display,
  keeps,
  decides,
}: {
  readonly display: WholeDisplay;
  readonly keeps: boolean;
  readonly decides: boolean;
}) {
  const { t } = useTexts();
  const [deed, setDeed] = useState<Deed>();
  if (display.state !== 'out') return null;
  const deeds: readonly Deed[] = [
    ...(keeps ? (['sell', 'back', 'count'] as const) : []),
    ...(decides && !display.prolonged ? (['prolong'] as const) : []),
  ];
  const Opened = deed && dialogs[deed];
  return (
    <>
      {deeds.map((one) => (
        <Button key={one} kind={one === 'sell' ? 'primary' : 'plain'} onClick={() => setDeed(one)}>
          {t(`displays.${one}`)}
        </Button>
      ))}
      {Opened && <Opened display={display} onClose={() => setDeed(undefined)} />}
    </>
  );
}

/** One list a line: platform code and order number. */
const listsOf = (text: string) =>
  text.split(';').flatMap((line) => {
    const [ebpCode = '', orderNo = ''] = line.trim().split(/[\s,]+/);
    return orderNo === '' ? [] : [{ ebpCode, orderNo }];
  });

function SellDialog({ display: { displayNo }, onClose }: DeedProps) {
  const { t } = useTexts();
  return (
    <BookDialog
      title={t('displays.sell')}
      hint={t('displays.sellHint', { displayNo })}
      deed={t('displays.sell')}
      initial={{ lists: '', handOver: 'courier' }}
      stale={stale}
      fields={[
        { name: 'lists', label: t('displays.lists'), most: 2_000 },
        {
          name: 'handOver',
          label: t('displays.handOver'),
          choices: (['courier', 'pick-up'] as const).map((way) => [way, t(`displays.handOvers.${way}`)]),
        },
      ]}
      onSend={({ lists, handOver }) =>
        sellFrom(displayNo, {
          lists: listsOf(lists),
          handOver: handOver === 'pick-up' ? 'pick-up' : 'courier',
        })
      }
      onClose={onClose}
    />
  );
}

const itemChoices = ({ goods }: WholeDisplay) =>
  goods.map(({ itemNo, gname, there }) => [String(itemNo), `${itemNo} ${gname} (${there})`] as const);
const firstItem = ({ goods }: WholeDisplay): string => String(goods[0]?.itemNo ?? '');

function BackDialog({ display, onClose }: DeedProps) {
  const { t } = useTexts();
  return (
    <BookDialog
      title={t('displays.back')}
      hint={t('displays.backHint')}
      deed={t('displays.back')}
      initial={{ itemNo: firstItem(display), quantity: '', grossKg: '' }}
      stale={stale}
      fields={[
        { name: 'itemNo', label: t('displays.itemNo'), choices: itemChoices(display) },
        { name: 'quantity', label: t('displays.quantity'), type: 'decimal', most: 20 },
        { name: 'grossKg', label: t('displays.grossKg'), type: 'decimal', most: 20 },
      ]}
      onSend={({ itemNo, quantity, grossKg }) =>
        bringBack(display.displayNo, { grossKg, goods: [{ itemNo: Number(itemNo), quantity }] })
      }
      onClose={onClose}
    />
  );
}

function CountDialog({ display, onClose }: DeedProps) {
  const { t } = useTexts();
  return (
    <BookDialog
      title={t('displays.count')}
      hint={t('displays.countHint')}
      deed={t('displays.count')}
      initial={{ itemNo: firstItem(display), counted: '', note: '' }}
      stale={stale}
      fields={[
        { name: 'itemNo', label: t('displays.itemNo'), choices: itemChoices(display) },
        { name: 'counted', label: t('displays.counted'), type: 'decimal', most: 20 },
        { name: 'note', label: t('displays.note'), optional: true, most: 200 },
      ]}
      onSend={({ itemNo, counted, note }) =>
        countThere(display.displayNo, {
          lines: [{ itemNo: Number(itemNo), counted }],
          ...(note ? { note } : {}),
        })
      }
      onClose={onClose}
    />
  );
}

function ProlongDialog({ display, onClose }: DeedProps) {
  const { t } = useTexts();
  return (
    <BookDialog
      title={t('displays.prolong')}
      hint={t('displays.prolongHint')}
      deed={t('displays.prolong')}
      initial={{ dueOn: display.dueOn ?? '', reason: '' }}
      stale={stale}
      fields={[
        { name: 'dueOn', label: t('displays.dueOn'), type: 'date' },
        { name: 'reason', label: t('displays.reason'), optional: true, most: 200 },
      ]}
      onSend={({ dueOn, reason }) => prolong(display.displayNo, dueOn, reason)}
      onClose={onClose}
    />
  );
}

const dialogs = { sell: SellDialog, back: BackDialog, count: CountDialog, prolong: ProlongDialog } as const;
