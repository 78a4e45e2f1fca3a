/** So long after the last touch a page only asks by itself. */
const restsAfterMs = 60_000;

let touchedAt = Date.now();
for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchmove'])
  window.addEventListener(
    kind,
    () => {
      touchedAt = Date.now();
    },
    { passive: true, capture: true },
  );

/** Whether nobody sits before the page: what it asks then must not keep the session alive. */
export const isResting = (): boolean => Date.now() - touchedAt > restsAfterMs;
