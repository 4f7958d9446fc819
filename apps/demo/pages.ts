import { html, page, type Html, type Role } from '@doorbraak/access';
import type { Words } from '@doorbraak/kernel';
import { caseFile, CASE_NAMES } from './case.file';
import { householdOf } from './case.acting';
import { FIRST_CASE, type DemoPerson } from './people';

const GROUPS: { title: Words; roles: readonly Role[]; sees: Words }[] = [
  {
    title: { nl: 'Wijkteam', en: 'Neighbourhood team' },
    roles: ['LEAD_PROFESSIONAL', 'WIJKTEAM_MEMBER', 'TEAM_COORDINATOR'],
    sees: {
      nl: 'De regisseur en de plaatsvervanger zien alles van hun huishouden. De coördinator ziet wie er betrokken is en het plan. Andere collega’s zien niets.',
      en: 'Lead and deputy see all of their household. The coordinator sees who is involved and the plan. Other colleagues see nothing.',
    },
  },
  {
    title: { nl: 'Adviseren en beslissen', en: 'Advise and decide' },
    roles: ['PERSPECTIVE_ADVISER', 'MANDATE_HOLDER'],
    sees: {
      nl: 'Zij zien het plan waarvoor zij zijn gevraagd, en de problemen van dat huishouden.',
      en: 'They see the plan they were asked for, and the problems of that household.',
    },
  },
  {
    title: { nl: 'Instanties', en: 'Agencies' },
    roles: ['AGENCY_LIAISON'],
    sees: {
      nl: 'Zij zien hun eigen maatregelen, en wat met hen is gedeeld tot de dag waarop het delen stopt. De wijkagent leest alleen één bericht.',
      en: 'They see their own measures, and what was shared with them until the day the share ends. The community officer reads one note only.',
    },
  },
  {
    title: { nl: 'Huishouden', en: 'Household' },
    roles: ['HOUSEHOLD_MEMBER'],
    sees: { nl: 'Hij ziet zijn eigen gegevens, het plan en wie er keek.', en: 'He sees his own data, the plan, and who looked.' },
  },
  {
    title: { nl: 'Achter de schermen', en: 'Behind the scenes' },
    roles: ['ANALYST', 'FUNCTIONAL_ADMINISTRATOR', 'PRIVACY_OFFICER'],
    sees: {
      nl: 'Zij zien geen huishouden. De functionaris gegevensbescherming ziet wel wie er keek.',
      en: 'They see no household. The privacy officer does see who looked.',
    },
  },
];

/** The people in their groups, each drawn by `one`; those of the first case in front. */
const grouped = (people: readonly DemoPerson[], one: (person: DemoPerson) => Html): Html[] => {
  const isOther = ({ municipality }: DemoPerson) => municipality !== FIRST_CASE && municipality !== 'elsewhere';
  const first = people.filter((person) => !isOther(person));
  return [
    ...GROUPS.map(({ title, roles, sees }) => ({ title, sees, members: first.filter(({ role }) => roles.includes(role)) }))
      .filter(({ members }) => members.length > 0)
      .map(
        ({ title, sees, members }) =>
          html`<h2>${title.nl} <span lang="en">${title.en}</span></h2>
            <p>${sees.nl} <span lang="en">${sees.en}</span></p>
            <ul>
              ${members.map(one)}
            </ul>`,
      ),
    html`<h2>Andere casussen <span lang="en">Other cases</span></h2>`,
    ...CASE_NAMES.filter((name) => name !== FIRST_CASE).map((name) => {
      const { title } = caseFile(name);
      return html`<details>
        <summary>${title.nl} <span lang="en">${title.en}</span></summary>
        <ul>
          ${people.filter(({ municipality }) => municipality === name).map(one)}
        </ul>
      </details>`;
    }),
  ];
};

export const choosePage = (uid: string, people: readonly DemoPerson[]): string =>
  page(
    'Wie bent u vandaag?',
    html`<h1>Wie bent u vandaag?</h1>
      <p>Dit is een demo. Alle mensen zijn verzonnen. U hebt geen wachtwoord nodig.</p>
      <p lang="en">Who are you today? This is a demo. All people are fictional. You need no password.</p>
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

const QUERY = `{ household(id: "${householdOf(caseFile(FIRST_CASE).household.code)}") { code problems { words status } waits { what } unlock { smallest { words { nl } } chosen { words { nl } } } plan { status decidedOn decisionText } } }`;

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
          address('/graphql', { nl: 'De API (GraphQL), voor programma’s.', en: 'The GraphQL API.' }),
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
      <p>Haal een toegangsbewijs. Hier is dat van de regisseur; als iemand anders ziet u minder. Stel dan de vraag.</p>
      <p lang="en">Get a token, here that of the lead; as somebody else you see less. Then ask.</p>
      <pre tabindex="0"><code>${curl}</code></pre>
      ${grouped(
        people,
        ({ key, label }) =>
          html`<li><code>npm run token -- ${key}</code><br />${label.nl} <span lang="en">${label.en}</span></li>`,
      )}`,
  );
};
