import type { ReactNode } from 'react';
import styles from './icon.module.css';

/** 16 x 16, drawn with a line of 1.6; own drawings. */
const PATHS = {
  INCOME: 'M12.5 4.2A5 5 0 1 0 12.5 11.8M2 7h6.5M2 9.2h6',
  DEBT: 'M2 4.8C2 3.5 4.7 2.5 8 2.5s6 1 6 2.3S11.3 7 8 7 2 6.1 2 4.8zM2 4.8v6.4c0 1.3 2.7 2.3 6 2.3s6-1 6-2.3V4.8M2 8c0 1.3 2.7 2.3 6 2.3S14 9.3 14 8',
  WORK_EDUCATION: 'M2 5.5h12v8H2zM5.8 5.5V3h4.4v2.5M2 9h12',
  DAY_STRUCTURE: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.7V8l2.3 1.5',
  HOUSING: 'M2 7.5 8 2.5l6 5M3.8 6.5V13.5h8.4V6.5M6.5 13.5v-4h3v4',
  HOME_RELATIONS:
    'M5.5 7a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM1.5 13.5c0-2.8 1.7-4.2 4-4.2s4 1.4 4 4.2M10 3a2.1 2.1 0 0 1 0 4M11.5 9.5c1.9.4 3 1.8 3 4',
  PARENTING_CHILD: 'M8 6.2a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM2.5 8.5c1.5 0 2.3 1.5 3.5 1.5h4c1.2 0 2-1.5 3.5-1.5M5.5 10v4M10.5 10v4',
  MENTAL_HEALTH: 'M6 14v-2.5H4.2L4 9 2.6 8.6 4 6a4.6 4.6 0 1 1 8.4 2.8c-.7 1-.9 1.7-.9 2.7V14M6.5 6.5c1-1.5 3-.5 2 1s1 2 2 .5',
  PHYSICAL_HEALTH: 'M8 13.7C3 10 1.8 7.7 2.2 5.5 2.8 2.7 6.5 2.2 8 5c1.5-2.8 5.2-2.3 5.8.5.4 2.2-.8 4.5-5.8 8.2z',
  ADDICTION: 'M4 2h8l-.8 6.5a3.2 3.2 0 0 1-6.4 0zM8 11.5V14M5.5 14h5M4.4 5.5h7.2',
  DAILY_LIVING: 'M3 6h8v4.5a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3zM11 7h1.3a1.7 1.7 0 0 1 0 3.4H11M5.5 4V2.3M8.5 4V2.3',
  NETWORK_PARTICIPATION:
    'M8 5a1.7 1.7 0 1 0 0-3.4A1.7 1.7 0 0 0 8 5zM3.5 14a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zM12.5 14a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zM7.2 4.8 4.3 10.5M8.8 4.8l2.9 5.7',
  JUSTICE_SAFETY: 'M8 2v12M5 14h6M3 4.5h10M3 4.5 1.3 9h3.4zM13 4.5 11.3 9h3.4z',
  SYSTEM: 'M2 6 8 2.5 14 6zM3.7 6.3V12M6.6 6.3V12M9.4 6.3V12M12.3 6.3V12M2 13.7h12',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.7 10.7 14 14',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.7V8l2.3 1.5',
  tick: 'M2.5 8.5 6.3 12.2 13.5 4',
  cross: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  plus: 'M8 3v10M3 8h10',
  bolt: 'M9 1.8 3.5 9H8l-1 5.2L12.5 7H8z',
  phone: 'M4.2 2.2 6 5.6 4.8 7.2c.8 1.7 2.2 3.1 4 4l1.6-1.2 3.4 1.8v2c-5.6.8-12-5.4-11.6-11.6z',
  letter: 'M4 1.8h5.5L13 5.3v8.9H4zM9.3 2v3.5H13M6.3 8.5h4M6.3 11h4',
  flag: 'M3.5 14.5V2h8.5l-2 3.2 2 3.3H3.5',
  lock: 'M3.5 7.2h9v6.5h-9zM5.3 7V5a2.7 2.7 0 0 1 5.4 0v2',
  people:
    'M5.5 7a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM1.5 13.5c0-2.8 1.7-4.2 4-4.2s4 1.4 4 4.2M10 3a2.1 2.1 0 0 1 0 4M11.5 9.5c1.9.4 3 1.8 3 4',
  scissors:
    'M4 5.8a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8zM4 14a1.9 1.9 0 1 0 0-3.8A1.9 1.9 0 0 0 4 14zM5.4 5.2 13.5 12M5.4 10.8 13.5 4',
  cloud: 'M4.5 12.5a3 3 0 0 1-.3-6 4 4 0 0 1 7.6 1 2.6 2.6 0 0 1-.3 5z',
  paper: 'M4 1.8h5.5L13 5.3v8.9H4zM9.3 2v3.5H13',
  pen: 'M2.5 13.5 3.3 10 10.8 2.5l2.7 2.7L6 12.7z',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  right: 'M6 3l5 5-5 5',
  down: 'M3 6l5 5 5-5',
  star: 'M8 2v12M2.8 5l10.4 6M13.2 5 2.8 11',
} as const;
export type IconName = keyof typeof PATHS;
export const isIcon = (name: string): name is IconName => name in PATHS;

/** Beside a word, never instead of one. */
export const Icon = ({ name, size = 16 }: { name: IconName; size?: number }) => (
  <svg className={styles.icon} viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);

/** The mark of the product and of room: an open ring. A closed ring is a circular wait. */
export const Ring = ({ open = false, size = 16 }: { open?: boolean; size?: number }): ReactNode => (
  <svg className={styles.ring} viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
    {open ? <path d="M17.5 5.5A8.5 8.5 0 1 0 20.5 12" /> : <circle cx="12" cy="12" r="8.5" />}
  </svg>
);
