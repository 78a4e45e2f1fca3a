import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { addPhotos, changePhoto, type Photo, photoAddress, removePhoto } from './photos.ts';
import { type GoodsView, registryKey } from './queries.ts';

interface GoodsPhotosProps {
  readonly view: GoodsView;
  readonly mayChange: boolean;
}

/** What the goods look like; whoever filed them adds, orders, names and removes the pictures. */
export function GoodsPhotos({ view, mayChange }: GoodsPhotosProps) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const { ebcCode, itemNo, itemName } = view.goods;
  const key = { ebcCode, itemNo };
  const adding = useMutation({
    mutationFn: (files: readonly File[]) => addPhotos(key, files, itemName.slice(0, 200)),
    // Some may have been taken before one was refused.
    onSettled: () => queryClient.invalidateQueries({ queryKey: registryKey }),
  });
  if (view.photos.length === 0 && !mayChange) return null;
  return (
    <section className="panel">
      <h2>{t('registry.photos.title')}</h2>
      {view.photos.length > 0 && (
        <ul className="goods-photos">
          {view.photos.map((photo, at) => (
            <li key={photo.photoId}>
              <a href={photoAddress(key, photo.photoId)} target="_blank" rel="noreferrer">
                <img
                  src={photoAddress(key, photo.photoId)}
                  alt={photo.alt}
                  width={photo.width}
                  height={photo.height}
                  loading="lazy"
                />
              </a>
              {mayChange ? (
                <PhotoDeeds goods={key} photo={photo} place={at + 1} of={view.photos.length} />
              ) : (
                <p>{photo.alt}</p>
              )}
            </li>
          ))}
        </ul>
      )}
      {adding.error && <Trouble error={adding.error} onRetry={() => adding.reset()} />}
      {mayChange && (
        <label className="button button-plain goods-add-photo" aria-busy={adding.isPending}>
          <input
            type="file"
            className="sr-only"
            accept="image/jpeg,image/png,image/webp"
            multiple
            disabled={adding.isPending}
            onChange={({ target }) => {
              adding.mutate([...(target.files ?? [])]);
              target.value = '';
            }}
          />
          <Icon name="plus" />
          {t('registry.photos.add')}
        </label>
      )}
      {mayChange && <p className="quiet">{t('registry.photos.hint')}</p>}
    </section>
  );
}

interface PhotoDeedsProps {
  readonly goods: { readonly ebcCode: string; readonly itemNo: string };
  readonly photo: Photo;
  readonly place: number;
  readonly of: number;
}

function PhotoDeeds({ goods, photo, place, of }: PhotoDeedsProps) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const path = { ...goods, photoId: photo.photoId };
  const [alt, setAlt] = useState(photo.alt);
  const [removing, setRemoving] = useState(false);
  const done = () => queryClient.invalidateQueries({ queryKey: registryKey });
  const changing = useMutation({
    mutationFn: (change: Parameters<typeof changePhoto>[1]) => changePhoto(path, change),
    onSuccess: done,
  });
  const keepAlt = () => {
    const said = alt.trim();
    if (said === '') setAlt(photo.alt);
    else if (said !== photo.alt) changing.mutate({ alt: said });
  };
  return (
    <>
      <input
        className="field"
        aria-label={t('registry.photos.alt', { place })}
        value={alt}
        maxLength={200}
        onChange={(event) => setAlt(event.target.value)}
        onBlur={keepAlt}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keepAlt();
        }}
      />
      <div className="goods-photo-deeds">
        {place > 1 && (
          <Button
            small
            aria-label={t('registry.photos.earlier', { place })}
            onClick={() => changing.mutate({ place: place - 1 })}
          >
            <Icon name="left" />
          </Button>
        )}
        {place < of && (
          <Button
            small
            aria-label={t('registry.photos.later', { place })}
            onClick={() => changing.mutate({ place: place + 1 })}
          >
            <Icon name="right" />
          </Button>
        )}
        <Button small aria-label={t('registry.photos.remove', { place })} onClick={() => setRemoving(true)}>
          <Icon name="close" />
        </Button>
      </div>
      {changing.error && <Trouble error={changing.error} onRetry={() => changing.reset()} />}
      {removing && (
        <Confirm
          title={t('registry.photos.remove', { place })}
          deed={t('registry.remove')}
          danger
          onConfirm={async () => {
            await removePhoto(path);
            await done();
          }}
          onClose={() => setRemoving(false)}
        >
          <p>{t('registry.photos.removeHint')}</p>
        </Confirm>
      )}
    </>
  );
}
