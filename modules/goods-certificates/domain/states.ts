/** How a certificate stands. */
export const certificateStates = ['filed', 'accepted', 'refused', 'withdrawn'] as const;
export type CertificateState = (typeof certificateStates)[number];
