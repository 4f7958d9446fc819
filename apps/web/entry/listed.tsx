import type { ReactNode } from 'react';
import { Icon, type IconName } from '../kit/icon';
import { Marks } from './marks';
import type { Sitting } from './sitting';
import styles from './entry.module.css';

/** A list at the table under its title, with how many there are; a sentence when there is nothing yet. */
export function Listed({ title, empty, items }: { title: string; empty: string; items: ReactNode[] }) {
  return (
    <section className={styles.listed}>
      <h2>
        {title} <span className="quiet small">{items.length}</span>
      </h2>
      {items.length === 0 ? <p className="quiet">{empty}</p> : <ul className={styles.items}>{items}</ul>}
    </section>
  );
}

/** One thing in such a list: what it is, more about it, and how far it is. */
export function Item({
  sitting,
  of,
  icon,
  title,
  about,
  children,
}: {
  sitting: Sitting;
  of: string;
  icon: IconName;
  title: ReactNode;
  about?: readonly (string | null | undefined)[];
  children?: ReactNode;
}) {
  const told = about?.filter(Boolean).join(' · ');
  return (
    <li>
      <Icon name={icon} />
      <div>
        <strong>{title}</strong>
        {told && <span className={styles.sub}>{told}</span>}
        <Marks sitting={sitting} of={of} />
        {children}
      </div>
    </li>
  );
}
