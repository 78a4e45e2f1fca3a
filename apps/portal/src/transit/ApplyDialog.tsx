import { useQuery } from '@tanstack/react-query';
import { BookDialog } from '../books/BookDialog.tsx';
import { useTexts } from '../i18n/index.ts';
import { applyForTransit, corridorsQuery, type NewTransit } from './queries.ts';

/** One list a line: platform code and order number, as `5301363602/D260310S01A`. */
const listsOf = (text: string) =>
  text
    .split(/[\s,，;；]+/)
    .filter((line) => line !== '')
    .map((line) => {
      const [ebpCode = '', ...order] = line.split('/');
      return { ebpCode, orderNo: order.join('/') };
    });

type NewLeg = NonNullable<NewTransit['legs']>[number];

const modeOf = (word: string | undefined): NewLeg['mode'] =>
  word === 'rail' || word === 'air' || word === 'water' ? word : 'road';

/** One leg a line: means, carrier, paper, vehicle and place, as `rail/5301963612/YD-0001/P70-1001/WJY`. */
const legsOf = (text: string): NewLeg[] =>
  text
    .split(/[\s,，;；]+/)
    .filter((line) => line !== '')
    .map((line) => {
      const [mode, carrier = '', documentNo = '', vehicleNo = '', to = ''] = line.split('/');
      return { mode: modeOf(mode), carrier, documentNo, vehicleNo, to: to.toUpperCase() };
    });

/** Applies for a direct transfer. */
export function ApplyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, say } = useTexts();
  const { data } = useQuery(corridorsQuery());
  if (!data) return null;
  return (
    <BookDialog
      title={t('transit.apply')}
      hint={t('transit.applyHint')}
      deed={t('transit.apply')}
      stale={[['transits']]}
      initial={{
        ...{ direction: 'import', corridor: data.corridors[0]?.corridor ?? '', carrier: '', billNo: '' },
        ...{ vehicleNo: '', packages: '', grossWeight: '', lists: '', legs: '', note: '' },
      }}
      fields={[
        {
          name: 'direction',
          label: t('transit.direction'),
          choices: [
            ['import', t('transit.directions.import')],
            ['export', t('transit.directions.export')],
          ],
        },
        {
          name: 'corridor',
          label: t('transit.route'),
          choices: data.corridors.map(({ corridor, name }) => [corridor, say(name)]),
        },
        { name: 'carrier', label: t('transit.carrier'), most: 10 },
        { name: 'billNo', label: t('transit.billNo'), most: 37 },
        { name: 'vehicleNo', label: t('transit.vehicleNo'), most: 32 },
        { name: 'packages', label: t('transit.packages'), type: 'number', most: 9 },
        { name: 'grossWeight', label: t('transit.grossWeight'), type: 'decimal', most: 15 },
        { name: 'lists', label: t('transit.listsField'), most: 100_000 },
        { name: 'legs', label: t('transit.legsField'), optional: true, most: 2_000 },
        { name: 'note', label: t('transit.note'), optional: true, most: 200 },
      ]}
      onSend={({ direction, packages, lists, legs, note, ...plain }) =>
        applyForTransit({
          ...plain,
          ...{ direction: direction === 'export' ? 'export' : 'import', packages: Number(packages) },
          lists: listsOf(lists),
          ...(legs.trim() ? { legs: legsOf(legs) } : {}),
          ...(note.trim() ? { note: note.trim() } : {}),
        })
      }
      onClose={onClose}
    />
  );
}
