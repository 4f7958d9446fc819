import { lazy } from 'react';
import { Redirect } from 'wouter';
import { useMe } from '../data/me';
import { firstPageOf } from './first-page.rules';
import MyDay from './my-day';

const RolePage = lazy(() => import('../others/role.page'));

/** Where somebody begins: each role on its own first page. */
export default function Home() {
  const { roles } = useMe();
  const first = firstPageOf(roles);
  if (first === 'day') return <MyDay />;
  if (first === 'none') return <RolePage />;
  return <Redirect to={first} replace />;
}
