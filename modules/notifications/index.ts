/** Notifications: what has happened, told to the people it concerns. */
export { isMailAddress } from './domain/mail-address.ts';
export { notificationParameters } from './domain/parameters.ts';
export type { MailsPage, MailView } from './http/mail-schemas.ts';
export type { NotificationsPage, NotificationView, PreferencesView } from './http/schemas.ts';
export { sealedNotifications } from './storage/sealed.ts';
