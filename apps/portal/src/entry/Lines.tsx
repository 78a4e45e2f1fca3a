import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { useTexts } from '../i18n/index.ts';
import { useRested } from '../registry/pieces.tsx';
import { Button } from '../ui/Button.tsx';
import { FieldGrid } from './FieldGrid.tsx';
import { type Content, type FiledGoods, type FormField, goodsOfItem, type PlacedFinding } from './queries.ts';

type Line = Content['items'][number];

interface LinesProps {
  readonly fields: readonly FormField[];
  readonly lines: readonly Line[];
  readonly findings: readonly PlacedFinding[];
  readonly onChange: (lines: Line[]) => void;
}

const lineId = (at: number) => `line-${at}`;

/** After the page has drawn the line: its first field. */
const focusLine = (at: number) =>
  setTimeout(() => document.querySelector<HTMLElement>(`#${lineId(at)} :is(input, select)`)?.focus());

/** The goods lines: added, copied and deleted by buttons, and by keys while one types in them. */
export function Lines({ fields, lines, findings, onChange }: LinesProps) {
  const { t } = useTexts();
  const put = (at: number, ...line: Line[]) => {
    onChange([...lines.slice(0, at), ...line, ...lines.slice(at)]);
    focusLine(at);
  };
  const remove = (at: number) => {
    onChange(lines.filter((_, place) => place !== at));
    focusLine(Math.max(0, at - 1));
  };
  const onKey = (at: number) => (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'Enter' && event.key !== 'Backspace')) return;
    event.preventDefault();
    if (event.key === 'Backspace') remove(at);
    else put(at + 1, event.shiftKey ? { ...lines[at] } : {});
  };
  return (
    <section className="panel" aria-labelledby="lines">
      <h2 id="lines">{t('entry.lines', { count: lines.length })}</h2>
      <p className="quiet">{t('entry.linesHint')}</p>
      {lines.map((line, at) => (
        <fieldset
          // A line is its place: it has no name before it is handed in.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={at}
          id={lineId(at)}
          className="entry-line"
          onKeyDown={onKey(at)}
        >
          <legend>{t('entry.line', { gnum: at + 1 })}</legend>
          <FiledGoodsOffer
            line={line}
            fields={fields}
            onTake={(taken) => onChange(lines.with(at, { ...line, ...taken }))}
          />
          <FieldGrid
            prefix={lineId(at)}
            fields={fields}
            values={line}
            findings={findings.filter((one) => one.line === at)}
            onChange={(name, value) => onChange(lines.with(at, { ...line, [name]: value }))}
          />
          <div className="form-actions">
            <Button small aria-keyshortcuts="Alt+Shift+Enter" onClick={() => put(at + 1, { ...line })}>
              {t('entry.copyLine')}
            </Button>
            <Button small kind="danger" aria-keyshortcuts="Alt+Backspace" onClick={() => remove(at)}>
              {t('entry.deleteLine')}
            </Button>
          </div>
        </fieldset>
      ))}
      <Button aria-keyshortcuts="Alt+Enter" onClick={() => put(lines.length, {})}>
        {t('entry.addLine')}
      </Button>
    </section>
  );
}

interface OfferProps {
  readonly line: Line;
  readonly fields: readonly FormField[];
  readonly onTake: (taken: Line) => void;
}

/** What was filed of the goods with this item number, to be taken over. */
function FiledGoodsOffer({ line, fields, onTake }: OfferProps) {
  const { t } = useTexts();
  const itemNo = useRested(line.itemNo ?? '');
  const { data: goods } = useQuery(goodsOfItem(itemNo));
  if (!goods) return null;
  const taken = takenFrom(goods, fields);
  const news = Object.entries(taken).some(([name, value]) => line[name] !== value);
  if (!news) return null;
  return (
    <p>
      <Button small onClick={() => onTake(taken)}>
        {t('entry.takeFiled', { name: goods.itemName, code: goods.gcode })}
      </Button>
    </p>
  );
}

/** Fields of the form that the filed goods have too; prices are of the purchase. */
function takenFrom(goods: FiledGoods, fields: readonly FormField[]): Line {
  const filed = Object.entries(goods).filter(
    ([name]) => name !== 'price' && fields.some((one) => one.name === name),
  );
  return Object.fromEntries(filed.map(([name, value]) => [name, String(value)]));
}
