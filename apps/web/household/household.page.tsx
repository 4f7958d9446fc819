import { lazy, Suspense } from 'react';
import { useParams } from 'wouter';
import { Loading, NotFound } from '../kit/states';
import { HouseholdHeader, type Tab } from './household.header';

/** Each part of the page is loaded when it is opened. */
const PARTS: Partial<Record<Tab, React.ComponentType<{ household: string }>>> = {
  kaart: lazy(() => import('./map.tab')),
  tijdlijn: lazy(() => import('./timeline.tab')),
  beloften: lazy(() => import('./promises.tab')),
  geld: lazy(() => import('./money.tab')),
  mensen: lazy(() => import('./people.tab')),
  wijzigingen: lazy(() => import('./changes.tab')),
  lijst: lazy(() => import('./outline.tab')),
  papieren: lazy(() => import('./papers.tab')),
};

/** One household: enough for a colleague to explain the case in three minutes. */
export default function HouseholdPage() {
  const { id = '', tab = 'kaart' } = useParams<{ id: string; tab?: string }>();
  const Part = PARTS[tab as Tab];
  if (!Part) return <NotFound />;
  return (
    <HouseholdHeader household={id} tab={tab as Tab}>
      <Suspense fallback={<Loading />}>
        <Part household={id} />
      </Suspense>
    </HouseholdHeader>
  );
}
