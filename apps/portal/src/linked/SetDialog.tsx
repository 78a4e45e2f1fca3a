import { BookDialog } from '../books/BookDialog.tsx';
import { useTexts } from '../i18n/index.ts';
import { type AgencyName, type Link, linkedKey, setLink } from './queries.ts';

interface SetDialogProps {
  readonly agency: AgencyName;
  /** As it was when the form was opened. */
  readonly before: Link | undefined;
  readonly onSecret: (secret: string) => void;
  readonly onClose: () => void;
}

/** Sets a link, or changes one; that the agency decides itself is only asked for. */
export function SetDialog({ agency, before, onSecret, onClose }: SetDialogProps) {
  const { t } = useTexts();
  const wished = before && before.standing !== 'resting' ? 'live' : 'engine';
  return (
    <BookDialog
      title={t(before ? 'linked.change' : 'linked.make')}
      hint={t('linked.setHint')}
      deed={t('linked.save')}
      initial={{ address: before?.address ?? 'https://', judge: wished, secret: 'keep' }}
      fields={[
        { name: 'address', label: t('linked.link'), most: 500 },
        {
          name: 'judge',
          label: t('linked.judge'),
          choices: [
            ['engine', t('linked.judges.engine')],
            ['live', t('linked.judges.live')],
          ],
        },
        ...(before
          ? [
              {
                name: 'secret' as const,
                label: t('linked.secret'),
                choices: [
                  ['keep', t('linked.secretKept')],
                  ['new', t('linked.secretNew')],
                ] as const,
              },
            ]
          : []),
      ]}
      stale={[linkedKey]}
      onSend={async ({ address, judge, secret }) => {
        const set = await setLink(
          agency,
          {
            ...{ address: address.trim(), judge: judge === 'live' ? 'live' : 'engine' },
            ...(secret === 'new' ? { newSecret: true } : {}),
          },
          before?.tag,
        );
        if (set.secret !== undefined) onSecret(set.secret);
      }}
      onClose={onClose}
    />
  );
}
