import type { ListDetail, Paper, PaperKind } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { formatDocumentTime, formatMoment } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { Said } from '../ui/Said.tsx';
import { formatField } from './fields.ts';
import { paperKinds } from './matrix.ts';
import './paper-fields.css';

/** Everything each paper says, in the standard's order. */
export function PaperFields({ papers }: { readonly papers: ListDetail['papers'] }) {
  const { t } = useTexts();
  return (
    <section className="panel" aria-labelledby="all-fields">
      <h2 id="all-fields">{t('list.papers.all')}</h2>
      {paperKinds.map((kind) => {
        const paper = papers[kind];
        return paper && <WholePaper key={kind} kind={kind} paper={paper} />;
      })}
    </section>
  );
}

function WholePaper({ kind, paper }: { readonly kind: PaperKind; readonly paper: Paper }) {
  const { t } = useTexts();
  const { appType, appTime } = paper.version;
  const type =
    appType === '1' || appType === '2' || appType === '3' ? t(`list.papers.appType.${appType}`) : appType;
  return (
    <details className="whole-paper">
      <summary>
        <Icon name={kind} />
        {t(`list.papers.${kind}`)} <code>{paper.root}</code>
        <span className="quiet">
          {type} · {formatDocumentTime(appTime)} ·{' '}
          {t('list.papers.received', { time: formatMoment(paper.receivedAt) })}
        </span>
      </summary>
      <dl className="fields">
        {paper.headFields.map((field) => {
          const value = paper.head[field.name];
          return (
            value !== undefined &&
            value !== '' && (
              <div key={field.name}>
                <dt>
                  <Said text={field} /> <code>{field.name}</code>
                </dt>
                <dd title={field.masked ? t('list.papers.masked') : undefined}>
                  {formatField(field.name, value)}
                  <Meaning paper={paper} name={field.name} value={value} />
                </dd>
              </div>
            )
          );
        })}
      </dl>
      {paper.items.length > 0 && <Items paper={paper} />}
    </details>
  );
}

/** The goods lines with the fields that any of them fills in. */
function Items({ paper }: { readonly paper: Paper }) {
  const { t } = useTexts();
  const fields = paper.itemFields.filter((field) => paper.items.some((item) => item[field.name]));
  return (
    <div className="table-scroll">
      <table className="table">
        <caption>{t('list.papers.items')}</caption>
        <thead>
          <tr>
            {fields.map((field) => (
              <th key={field.name} scope="col" title={field.name}>
                <Said text={field} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {paper.items.map((item, place) => (
            <tr key={item.gnum ?? place}>
              {fields.map(({ name }) => (
                <td key={name}>
                  {formatField(name, item[name] ?? '')}
                  <Meaning paper={paper} name={name} value={item[name] ?? ''} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface MeaningProps {
  readonly paper: Paper;
  readonly name: string;
  readonly value: string;
}

/** What a value is called, where it is a code. */
function Meaning({ paper, name, value }: MeaningProps) {
  const found = paper.codes?.[name]?.[value];
  return (
    found && (
      <span className="quiet">
        {' '}
        <Said text={found} />
      </span>
    )
  );
}
