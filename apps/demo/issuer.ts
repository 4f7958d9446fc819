import { SignJWT } from 'jose';
import type { DemoPerson } from './people';
import type { DemoSecrets } from './secrets';

export const WORKING_DAY = 8 * 60 * 60;

/** DEMO_ISSUER_HOST puts it on another host than the product: the tests sign in there as at an issuer of somebody else. */
export function issuerAt(publicUrl: string): string {
  const address = new URL('/oidc', publicUrl);
  address.hostname = process.env['DEMO_ISSUER_HOST'] ?? address.hostname;
  return address.href;
}

/** A bearer token for the api, as this person, for one working day. */
export const demoToken = (publicUrl: string, secrets: DemoSecrets, { subject }: Pick<DemoPerson, 'subject'>): Promise<string> =>
  new SignJWT()
    .setProtectedHeader({ alg: 'ES256', kid: secrets.signingKey.kid })
    .setIssuer(issuerAt(publicUrl))
    .setSubject(subject)
    .setAudience('doorbraak-api')
    .setIssuedAt()
    .setExpirationTime(`${WORKING_DAY}s`)
    .sign(secrets.signingKey);
