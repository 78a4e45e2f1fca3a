import type { Texts } from '../texts.ts';

const texts: Texts<'app'> = {
  zone: 'Open platform of the cross-border e-commerce pilot zone',
  skip: 'Skip to content',
  language: 'Language',
  themeToDark: 'Switch to dark',
  themeToLight: 'Switch to light',
  demo: 'Demo',
  demoHint: 'Demo day: enterprises, goods and people are invented',
  signIn: 'Sign in',
  signOut: 'Sign out',
  showPassword: 'Show',
  hidePassword: 'Hide',
  shortcuts: 'Keyboard shortcuts',
  shortcutsHint: '/ to search, j and k to move, Enter to open',
  live: {
    live: 'Live',
    polling: 'Refreshing',
    paused: 'Paused',
    pause: 'Updating live; click to pause',
    resume: 'Updates paused; click to go on',
  },
  state: {
    all: 'All',
    waiting: 'Waiting',
    released: 'Released',
    held: 'Held',
    refused: 'Refused',
    forwarded: 'With customs',
    withdrawn: 'Withdrawn',
  },
  error: {
    unreachable: 'The platform cannot be reached',
    unreachableHint: 'Check your connection; the page recovers by itself.',
    unexpected: 'Something went wrong',
    unexpectedHint: 'Try again in a moment; if it keeps happening, give the operator this code.',
    retry: 'Try again',
    code: 'Code {{code}}',
    notFound: 'No such page',
    notFoundHint: 'The address may be mistyped, or this list is not on the platform.',
    listNotFound: 'No such list',
    toLists: 'Back to the lists',
  },
  confidence: {
    V: 'Seen in a public page or file',
    H: 'Not checked word by word, but well known',
    M: 'Not checked; likely, to be verified',
    L: 'Not checked; doubtful',
    D: 'A design default of the platform, not law',
  },
};

export default texts;
