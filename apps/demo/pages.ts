import { html, page, type Html, type Role } from '@doorbraak/access';
import type { Words } from '@doorbraak/kernel';
import type { DemoPerson } from './people';

const GROUPS: { title: Words; roles: readonly Role[] }[] = [
  {
    title: { nl: 'Wijkteam', en: 'Neighbourhood team' },
    roles: ['LEAD_PROFESSIONAL', 'WIJKTEAM_MEMBER', 'TEAM_COORDINATOR'],
  },
  { title: { nl: 'Adviseren en beslissen', en: 'Advise and decide' }, roles: ['PERSPECTIVE_ADVISER', 'MANDATE_HOLDER'] },
  { title: { nl: 'Instanties', en: 'Agencies' }, roles: ['AGENCY_LIAISON'] },
  { title: { nl: 'Huishouden', en: 'Household' }, roles: ['HOUSEHOLD_MEMBER'] },
  {
    title: { nl: 'Achter de schermen', en: 'Behind the scenes' },
    roles: ['ANALYST', 'FUNCTIONAL_ADMINISTRATOR', 'PRIVACY_OFFICER'],
  },
];

/** The people in their groups, each drawn by `one`. */
const grouped = (people: readonly DemoPerson[], one: (person: DemoPerson) => Html): Html[] =>
  GROUPS.map(({ title, roles }) => ({ title, members: people.filter(({ role }) => roles.includes(role)) }))
    .filter(({ members }) => members.length > 0)
    .map(
      ({ title, members }) =>
        html`<h2>${title.nl} <span lang="en">${title.en}</span></h2>
          <ul>
            ${members.map(one)}
          </ul>`,
    );

export const choosePage = (uid: string, people: readonly DemoPerson[]): string =>
  page(
    'Kies wie u bent',
    html`<h1>Kies wie u bent</h1>
      <p>Dit is een demo. Alle mensen zijn verzonnen. U hebt geen wachtwoord nodig.</p>
      <p lang="en">This is a demo. All people are fictional. You need no password. Choose who you are.</p>
      <form method="post" action="/oidc/choose/${uid}">
        ${grouped(
          people,
          ({ key, label }) =>
            html`<li>
              <button class="wide" name="person" value="${key}">
                <strong>${label.nl}</strong><span lang="en">${label.en}</span>
              </button>
            </li>`,
        )}
      </form>`,
  );

export const brokenSignInPage = (): string =>
  page(
    'Begin opnieuw',
    html`<h1>Begin opnieuw</h1>
      <p>Dit aanmelden is al klaar of duurde te lang.</p>
      <p lang="en">This sign-in is over or took too long. Start again.</p>
      <p><a class="button" href="/sign-in">Opnieuw aanmelden</a></p>`,
  );

const QUERY = '{ me { roles today isDemo } fixteams { name } }';

export const homePage = (publicUrl: string, people: readonly DemoPerson[]): string => {
  const at = (path: string) => new URL(path, publicUrl).href;
  const address = (path: string, what: Words) =>
    html`<li><a href="${path}">${at(path)}</a><br />${what.nl} <span lang="en">${what.en}</span></li>`;
  const curl = [
    'TOKEN=$(npm run --silent token -- lead)',
    `curl ${at('/graphql')} -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify({ query: QUERY })}'`,
  ].join('\n');
  return page(
    'Demo',
    html`<h1>Doorbraak draait</h1>
      <p>Dit is een demo op uw eigen computer. Alle mensen en huishoudens zijn verzonnen.</p>
      <p lang="en">Doorbraak is running: a demo on your own machine. All people and households are fictional.</p>
      <p><a class="button" href="/sign-in">Aanmelden</a></p>
      <form method="post" action="/sign-out">
        <button>Afmelden <span lang="en">Sign out</span></button>
      </form>
      <h2>Adressen <span lang="en">Addresses</span></h2>
      <ul>
        ${[
          address('/graphql', { nl: 'De vragen en daden, voor programma’s.', en: 'The GraphQL API.' }),
          address('/sign-in', { nl: 'Aanmelden in de browser.', en: 'Sign in with a browser.' }),
          address('/oidc/.well-known/openid-configuration', {
            nl: 'De aanmelddienst van de demo.',
            en: 'The OpenID provider of the demo, issuer /oidc.',
          }),
          address('/health/live', { nl: 'Draait het programma?', en: 'Does the process run?' }),
          address('/health/ready', { nl: 'Antwoordt de database ook?', en: 'Does the database answer too?' }),
        ]}
      </ul>
      <h2>Een vraag om te proberen <span lang="en">A query to try</span></h2>
      <p>Haal een toegangsbewijs voor een van de mensen hieronder. Stel dan de vraag.</p>
      <p lang="en">Get a token for one of the people below, then ask.</p>
      <pre tabindex="0"><code>${curl}</code></pre>
      ${grouped(
        people,
        ({ key, label }) =>
          html`<li><code>npm run token -- ${key}</code><br />${label.nl} <span lang="en">${label.en}</span></li>`,
      )}`,
  );
};
