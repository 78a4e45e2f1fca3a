import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Confirm } from '../ui/Confirm.tsx';
import { Said } from '../ui/Said.tsx';
import { type Act, type CaseDetail, type CaseKey, deeds, type Saying } from './queries.ts';
import { firstReason, Reasons } from './Reasons.tsx';
import { useTold } from './useTold.ts';

/** What an officer does and gives a reason for. */
export type Deed = Act | 'ask' | 'undo';

const grave: ReadonlySet<Deed> = new Set(['refuse', 'return', 'detain', 'recall']);

interface ActDialogProps {
  readonly at: CaseKey;
  readonly deed: Deed;
  readonly detail: CaseDetail;
  readonly onClose: () => void;
  readonly onDone: (text: string) => void;
}

/** Asks for the reason, and says before it is done whether a second officer has to confirm. */
export function ActDialog({ at, deed, detail, onClose, onDone }: ActDialogProps) {
  const { t } = useTexts();
  const [saying, setSaying] = useState(() => firstReason(detail.reasons, deed));
  // What the officer had before the eyes when the dialog was opened.
  const [version] = useState(detail.version);
  const told = useTold();
  const fourEyes = detail.may.acts.find(({ act }) => act === deed)?.fourEyes;
  const carryOut = () =>
    told(
      doIt(at, deed, saying, version).then((done) =>
        onDone(t(done === 'proposed' ? 'desk.proposedDone' : 'desk.done')),
      ),
    );
  return (
    <Confirm
      title={`${t(`desk.act.${deed}`)} · ${at.orderNo}`}
      deed={fourEyes ? t('desk.propose') : t(`desk.act.${deed}`)}
      danger={grave.has(deed)}
      onConfirm={carryOut}
      onClose={onClose}
    >
      {fourEyes && (
        <p className="desk-four-eyes">
          <Said text={fourEyes} />
        </p>
      )}
      <Reasons reasons={detail.reasons} act={deed} value={saying} onChange={setSaying} />
    </Confirm>
  );
}

async function doIt(
  at: CaseKey,
  deed: Deed,
  saying: Saying,
  version: string | undefined,
): Promise<string | undefined> {
  if (deed === 'ask') await deeds.ask(at, saying, version);
  else if (deed === 'undo') await deeds.undo(at, saying);
  else return (await deeds.decide(at, deed, saying, deed === 'recall' ? undefined : version)).done;
  return undefined;
}
