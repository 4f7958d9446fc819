import { lazy, Suspense, type ComponentType } from 'react';
import { useParams } from 'wouter';
import { Loading, NotFound } from '../kit/states';
import { HouseholdHeader, type Tab } from './household.header';
import { PARTS } from './parts';

const SHOWN = Object.fromEntries(Object.entries(PARTS).map(([tab, load]) => [tab, lazy(load)])) as Partial<
  Record<string, ComponentType<{ household: string }>>
>;

/** One household: enough for a colleague to explain the case in three minutes. */
export default function HouseholdPage() {
  const { id = '', tab = 'kaart' } = useParams<{ id: string; tab?: string }>();
  const Part = SHOWN[tab];
  if (!Part) return <NotFound />;
  return (
    <HouseholdHeader household={id} tab={tab as Tab}>
      <Suspense fallback={<Loading />}>
        <Part household={id} />
      </Suspense>
    </HouseholdHeader>
  );
}
