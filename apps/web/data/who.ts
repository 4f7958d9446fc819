export interface SignedIn {
  person: string;
  until: string;
  draftKey: string;
}

/** Who this browser is signed in as. The answer is read to its end in any case: a browser counts one that is not as still under way. */
export async function whoIsThere(): Promise<SignedIn | 'signedOut' | 'offline'> {
  try {
    const answer = await fetch('/sign-in/session', { credentials: 'same-origin' });
    const said = await answer.text();
    if (answer.ok) return JSON.parse(said) as SignedIn;
    return answer.status === 401 || answer.status === 403 ? 'signedOut' : 'offline';
  } catch {
    return 'offline';
  }
}
