import { useTexts } from '../i18n/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { Said } from '../ui/Said.tsx';
import type { PlacedFinding } from './queries.ts';

/** Id of the control a finding belongs to; undefined where it is about the whole. */
export function placeOf({ part, line, field }: PlacedFinding): string | undefined {
  if (part === 'whole' || !field) return undefined;
  return part === 'head' ? `head-${field}` : `line-${line ?? 0}-${field}`;
}

/** Leads to a field, out of its fold where it lies in one. */
export function goTo(id: string): void {
  const control = document.getElementById(id);
  const fold = control?.closest('details');
  if (fold) fold.open = true;
  control?.focus();
}

/** Everything that is found, the gravest first, each leading to its field. */
export function Wrong({ findings }: { readonly findings: readonly PlacedFinding[] }) {
  const { t } = useTexts();
  if (findings.length === 0)
    return (
      <p className="entry-fine">
        <Icon name="released" /> {t('entry.fine')}
      </p>
    );
  return (
    <ul className="entry-wrong" aria-label={t('entry.wrong', { count: findings.length })}>
      {inOrder(findings).map((finding) => {
        const id = placeOf(finding);
        const text = (
          <>
            <span className="mark">{t(`entry.consequence.${finding.consequence}`)}</span>{' '}
            {finding.line !== undefined && `${t('entry.line', { gnum: finding.line + 1 })} `}
            <Said text={finding.message} />
          </>
        );
        return (
          <li key={`${finding.code} ${finding.path}`} className={`entry-${finding.consequence}`}>
            {id && document.getElementById(id) ? (
              <a
                href={`#${id}`}
                onClick={(event) => {
                  event.preventDefault();
                  goTo(id);
                }}
              >
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        );
      })}
    </ul>
  );
}

const gravity = ['refused', 'returned', 'review', 'advice'] as const;

export const inOrder = (findings: readonly PlacedFinding[]): PlacedFinding[] =>
  [...findings].sort((one, other) => gravity.indexOf(one.consequence) - gravity.indexOf(other.consequence));
