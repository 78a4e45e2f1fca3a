import type { Story } from './story.ts';

/** Renminbi in the customs table of currencies. */
export const CNY = '142';

/** Fields with which every paper handed in begins: new, and declared. */
export function submission(story: Story, paper: string, minutes: number) {
  return { guid: story.guid(paper), appType: '1', appTime: story.at(minutes), appStatus: '2' } as const;
}

/** Platform and seller, as most papers name them. */
export function sellers({ firms: { platform, seller } }: Story) {
  return {
    ebpCode: platform.code,
    ebpName: platform.name,
    ebcCode: seller.code,
    ebcName: seller.name,
  } as const;
}
