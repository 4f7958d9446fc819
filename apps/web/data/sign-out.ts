import { hasLeft, isLeft, leave } from './left';
import { emptyVault } from './vault';

const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('doorbraak.sign-out');
if (tabs) tabs.onmessage = () => void emptyVault().then(() => location.assign('/'));

async function endAtApi(): Promise<boolean> {
  try {
    // the answer sends a browser on to the first page, which is not needed here
    const answer = await fetch('/sign-out', { method: 'POST', credentials: 'same-origin', redirect: 'manual' });
    return answer.type === 'opaqueredirect' || answer.ok;
  } catch {
    return false;
  }
}

/** Everything that rests on this device goes first, also without a connection; the api hears of it as soon as it can. */
export async function signOut(): Promise<void> {
  leave();
  await emptyVault();
  tabs?.postMessage('signed out');
  await finishSigningOut();
  location.assign('/');
}

/** False while the api could not be told. */
export async function finishSigningOut(): Promise<boolean> {
  if (!isLeft()) return true;
  if (!(await endAtApi())) return false;
  hasLeft();
  return true;
}
