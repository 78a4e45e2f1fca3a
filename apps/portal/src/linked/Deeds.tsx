import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Complaint } from '../account/Complaint.tsx';
import { BookDialog } from '../books/BookDialog.tsx';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { toast } from '../ui/toast.tsx';
import {
  type AgencyName,
  confirmLink,
  endLink,
  type Link,
  type LinkedAgency,
  linkedKey,
  pauseLink,
  resumeLink,
} from './queries.ts';
import { SecretShown } from './SecretShown.tsx';
import { SetDialog } from './SetDialog.tsx';

type Deed = 'set' | 'pause' | 'end' | 'confirm';

interface DeedsProps {
  readonly one: LinkedAgency;
  readonly may: (action: 'set' | 'confirm' | 'pause') => boolean;
}

/** What may be done with a link; that the agency decides itself is confirmed by another than asked for it. */
export function Deeds({ one, may }: DeedsProps) {
  const { t } = useTexts();
  const { agency, link } = one;
  const [asked, setAsked] = useState<{ readonly deed: Deed; readonly link?: Link | undefined }>();
  const [secret, setSecret] = useState<string>();
  const queryClient = useQueryClient();
  const resuming = useMutation({
    mutationFn: () => resumeLink(agency),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: linkedKey }),
    onError: () => toast(t('linked.notDone'), 'failed'),
  });
  // Of what is seen when the dialog is opened, whatever is read meanwhile.
  const ask = (deed: Deed) => setAsked({ deed, link });
  const close = () => setAsked(undefined);
  return (
    <>
      {link && may('set') && (
        <Button kind="danger" onClick={() => ask('end')}>
          {t('linked.end')}
        </Button>
      )}
      {link?.standing === 'deciding' && may('pause') && (
        <Button onClick={() => ask('pause')}>{t('linked.pause')}</Button>
      )}
      {link?.standing === 'paused' && may('pause') && (
        <Button busy={resuming.isPending} onClick={() => resuming.mutate()}>
          {t('linked.resume')}
        </Button>
      )}
      {may('set') && (
        <Button kind={link ? 'plain' : 'primary'} onClick={() => ask('set')}>
          {t(link ? 'linked.change' : 'linked.make')}
        </Button>
      )}
      {link?.standing === 'asked' && !link.own && may('confirm') && (
        <Button kind="primary" onClick={() => ask('confirm')}>
          {t('linked.confirm')}
        </Button>
      )}
      {asked?.deed === 'set' && (
        <SetDialog agency={agency} before={asked.link} onSecret={setSecret} onClose={close} />
      )}
      {asked?.deed === 'pause' && <PauseDialog agency={agency} onClose={close} />}
      {asked?.deed === 'end' && <EndDialog agency={agency} onClose={close} />}
      {asked?.deed === 'confirm' && asked.link && (
        <ConfirmDialog agency={agency} address={asked.link.address} onClose={close} />
      )}
      {secret && <SecretShown secret={secret} onClose={() => setSecret(undefined)} />}
    </>
  );
}

interface DialogProps {
  readonly agency: AgencyName;
  readonly onClose: () => void;
}

function PauseDialog({ agency, onClose }: DialogProps) {
  const { t } = useTexts();
  return (
    <BookDialog
      title={t('linked.pause')}
      hint={t('linked.pauseHint')}
      deed={t('linked.pause')}
      initial={{ reason: '' }}
      fields={[{ name: 'reason', label: t('linked.reason'), most: 500 }]}
      stale={[linkedKey]}
      onSend={({ reason }) => pauseLink(agency, reason)}
      onClose={onClose}
    />
  );
}

function EndDialog({ agency, onClose }: DialogProps) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const ending = useMutation({
    mutationFn: () => endLink(agency),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: linkedKey });
      onClose();
    },
  });
  return (
    <Confirm
      danger
      title={t('linked.endTitle')}
      deed={t('linked.end')}
      onConfirm={() => ending.mutateAsync().catch(() => undefined)}
      onClose={onClose}
    >
      <p>{t('linked.endHint')}</p>
      <Complaint error={ending.error} />
    </Confirm>
  );
}

function ConfirmDialog({ agency, address, onClose }: DialogProps & { readonly address: string }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const confirming = useMutation({
    mutationFn: () => confirmLink(agency, address),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: linkedKey });
      onClose();
    },
  });
  return (
    <Confirm
      title={t('linked.confirm')}
      deed={t('linked.confirm')}
      onConfirm={() => confirming.mutateAsync().catch(() => undefined)}
      onClose={onClose}
    >
      <p>{t('linked.confirmHint')}</p>
      <p>
        <code>{address}</code>
      </p>
      <Complaint error={confirming.error} />
    </Confirm>
  );
}
