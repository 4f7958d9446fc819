import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import styles from './marks.module.css';

/** A short word in a box. The tone helps; the word says it. */
export const Tag = ({
  tone = 'quiet',
  icon,
  children,
}: {
  tone?: 'quiet' | 'knot' | 'open' | 'warn' | 'accent';
  icon?: IconName;
  children: ReactNode;
}) => (
  <span className={`${styles.tag} ${styles[tone] ?? ''}`}>
    {icon && <Icon name={icon} size={13} />}
    {children}
  </span>
);

export type LawRole = 'ROOM' | 'LIMIT' | 'PROTECTION' | 'PROCEDURE' | 'PURPOSE';
const SHAPES: Record<LawRole, ReactNode> = {
  ROOM: <path d="M11.5 3.3A5.8 5.8 0 1 0 13.8 8" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />,
  LIMIT: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="2" fill="currentColor" />
      <path d="M4.5 8h7" className={styles.bar} strokeWidth="2.4" />
    </>
  ),
  PROTECTION: <path d="M8 1.2 14 3v4.6c0 3.6-2.4 6-6 7.2-3.6-1.2-6-3.6-6-7.2V3z" fill="currentColor" />,
  PROCEDURE: <path d="M4.6 2h6.8L15 8l-3.6 6H4.6L1 8z" fill="none" stroke="currentColor" strokeWidth="2" />,
  PURPOSE: <path d="M8 2v12M2 8h12" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />,
};

/** The role of a provision by shape; its word is beside it, or heard. */
export const RoleShape = ({ role, words }: { role: LawRole; words: string }) => (
  <span className={`${styles.shape} ${styles[role] ?? ''}`}>
    <svg viewBox="0 0 16 16" width="15" height="15" role="img" aria-label={words} focusable="false">
      {SHAPES[role]}
    </svg>
  </span>
);
