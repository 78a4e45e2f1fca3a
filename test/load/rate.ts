/** Calls a second of processor time, one after the other: a core's own figure, whatever else the machine does. */
export function ratePerCore(work: () => void, seconds: number): number {
  const start = performance.now();
  const before = process.cpuUsage();
  let count = 0;
  do {
    work();
    count += 1;
  } while (performance.now() - start < seconds * 1000);
  return perSecond(count, before);
}

/** The same of work that ends later. */
export async function asyncRatePerCore(work: () => Promise<void>, seconds: number): Promise<number> {
  const start = performance.now();
  const before = process.cpuUsage();
  let count = 0;
  do {
    await work();
    count += 1;
  } while (performance.now() - start < seconds * 1000);
  return perSecond(count, before);
}

function perSecond(count: number, before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (count * 1_000_000) / (user + system);
}
