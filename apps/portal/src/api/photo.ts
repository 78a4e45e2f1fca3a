/** Longest side of a photo as it is sent: enough to read a label by. */
const longestSide = 1_600;
/** What is larger is made smaller here, whatever the server would take. */
const enoughBytes = 700_000;

/** A photo no larger than it need be, drawn anew where it was; one that cannot be drawn is sent as it is, and refused. */
export async function prepared(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return file;
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  if (scale === 1 && file.size <= enoughBytes) return file;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.86));
  return drawn ?? file;
}
