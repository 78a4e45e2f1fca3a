import type { Texts } from '../texts.ts';

const texts: Texts<'status'> = {
  title: 'Platform status',
  intro:
    'The platform measures itself once a minute. Time nobody measured is shown as such and never counted as good.',
  components: 'Components',
  measured: 'Last measured',
  legend:
    'One bar a day: green works, amber was slow at times, red was down at times, grey was not measured. Shares are of the time measured.',
  took: '{{ms}} ms',
  share: '{{percent}} available, last {{count}} day | {{percent}} available, last {{count}} days',
  strip:
    '{{name}}: {{percent}} available over the last {{count}} day; see the table below | {{name}}: {{percent}} available over the last {{count}} days; see the table below',
  day: 'Day (minutes)',
  whole: 'The whole platform',
  sum: {
    working: 'Everything works',
    slow: 'Something is slow',
    down: 'Something is down',
    unmeasured: 'Not measured in the last minutes',
  },
  level: { working: 'Working', slow: 'Slow', down: 'Down', unmeasured: 'Not measured' },
  component: {
    portal: 'Portal and interface',
    intake: 'Taking messages in',
    judging: 'Judging lists',
    customs: 'Link to customs',
    database: 'Database',
  },
  what: {
    portal: 'The platform asks itself by its own address',
    intake: 'Messages that wait for their commit, against the limit',
    judging: 'How long lists have waited that should have been judged',
    customs: 'Whether its channel answers',
    database: 'How long the least question takes',
  },
  incidents: 'Incidents and planned work',
  none: 'No incidents',
  noneHint: 'Nothing was measured or reported in the last 90 days, and no work is planned.',
  kind: { measured: 'measured', reported: 'reported by the operator', planned: 'planned work' },
  stage: { open: 'Going on', planned: 'Planned', over: 'Over' },
  report: 'Report an incident',
  kindLabel: 'Kind',
  levelLabel: 'Effect',
  planned: { from: 'Begins (Beijing time)', until: 'Ends (Beijing time)' },
  word: { zh: 'To the public, in Chinese', en: 'To the public, in English' },
  publish: 'Publish',
  say: 'Say more',
  sayOver: 'Publish, and say that it is over',
};

export default texts;
