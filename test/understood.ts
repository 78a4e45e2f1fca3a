/** Reads a command line; one that is not understood is answered with a sentence and ends with 2, as with `chama`. */
export function understood<Wishes>(read: () => Wishes): Wishes {
  try {
    return read();
  } catch (fault) {
    if (!(fault instanceof TypeError || fault instanceof RangeError)) throw fault;
    process.stderr.write(`${fault.message}\n`);
    process.exit(2);
  }
}
