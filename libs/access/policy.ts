/**
 * The one policy file: who may read which class of data, and who may do which act, in which relation to a household.
 *
 * From this file come the wrapper around the schema (schema-wrapper.ts), the grants inside the signed context that row security
 * obeys (gate.allowed in the migrations), and the judgement before every act (acts.ts). What is not in it is denied.
 */

/** What a piece of data is about. Every field of the schema carries one. */
export enum DataClass {
  /** reference: laws, agencies, lists */
  K0 = 'K0',
  /** case administration: status, dates, who is involved, who leads */
  K1 = 'K1',
  /** identity and contact */
  K2 = 'K2',
  /** citizen service number */
  K3 = 'K3',
  /** ordinary content: income, debts, housing, work, education */
  K4 = 'K4',
  /** special content: health, addiction, youth care, safety, crime */
  K5 = 'K5',
  /** notes under a secrecy mark and personal working notes */
  K6 = 'K6',
  /** plan: goals, measures, grounds, money, positions, decision */
  K7 = 'K7',
  /** bases, consents, shares, objections */
  K8 = 'K8',
  /** who looked */
  K9 = 'K9',
  /** aggregates after disclosure control */
  K10 = 'K10',
  /** accounts, roles, settings */
  K11 = 'K11',
  /** attachments; they inherit the class of what they hang on */
  K12 = 'K12',
  /** experience: how somebody of the household was treated; hidden from whom it rates */
  K13 = 'K13',
  /** what was learned: signals to policy, without a household in them */
  K14 = 'K14',
}

export const ROLES = [
  'LEAD_PROFESSIONAL',
  'WIJKTEAM_MEMBER',
  'TEAM_COORDINATOR',
  'PERSPECTIVE_ADVISER',
  'MANDATE_HOLDER',
  'AGENCY_LIAISON',
  'ANALYST',
  'HOUSEHOLD_MEMBER',
  'FUNCTIONAL_ADMINISTRATOR',
  'PRIVACY_OFFICER',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * How somebody stands to a household. The first four cover the whole household; the next four open single rows only: the household's
 * frame and the own row by an involvement, what a share names or the agency does itself, the own measures, what is about me. TENANT covers what belongs to no
 * household.
 */
export const RELATIONS = [
  'ASSIGNED',
  'ASKED',
  'OWN_PERSON',
  'OWN_TEAM',
  'OWN_INVOLVEMENT',
  'SHARED',
  'OWN_MEASURE',
  'ABOUT_ME',
  'TENANT',
] as const;
export type Relation = (typeof RELATIONS)[number];

type Cells = Partial<Record<DataClass, Relation[]>>;

/** An adviser or decider whom the lead named on the plan, whatever their role is elsewhere. */
const advised: Cells = { K1: ['ASKED'], K4: ['ASKED'], K5: ['ASKED'], K7: ['ASKED'], K14: ['TENANT'] };
/** Lead and deputy hold the household alike: it must not stand still because one of them is away. They too may be asked elsewhere. */
const holder: Cells = {
  K1: ['ASSIGNED', 'ASKED'],
  K2: ['ASSIGNED'],
  K3: ['ASSIGNED'],
  K4: ['ASSIGNED', 'ASKED'],
  K5: ['ASSIGNED', 'ASKED'],
  K7: ['ASSIGNED', 'ASKED'],
  K8: ['ASSIGNED'],
  K9: ['ASSIGNED'],
  K14: ['TENANT'],
};

/**
 * Reading. K3 shows the last digits only; the whole number takes the act revealBsn. K6 has no rows yet; a file carries the class of what it hangs on, so K12 is nobody's. Cells of break-glass and of
 * the requests of a privacy officer read "never" until those acts exist: they are simply absent.
 */
export const READ: Record<Role, Cells> = {
  LEAD_PROFESSIONAL: holder,
  WIJKTEAM_MEMBER: holder,
  TEAM_COORDINATOR: {
    K1: ['OWN_TEAM', 'ASKED'],
    K4: ['ASKED'],
    K5: ['ASKED'],
    K7: ['OWN_TEAM', 'ASKED'],
    K8: ['OWN_TEAM'],
    K14: ['TENANT'],
  },
  PERSPECTIVE_ADVISER: advised,
  MANDATE_HOLDER: advised,
  AGENCY_LIAISON: {
    K1: ['OWN_INVOLVEMENT'],
    K2: ['SHARED'],
    K4: ['SHARED'],
    K5: ['SHARED'],
    K7: ['OWN_MEASURE'],
    K8: ['OWN_INVOLVEMENT'],
  },
  ANALYST: { K14: ['TENANT'] },
  HOUSEHOLD_MEMBER: {
    K1: ['OWN_PERSON'],
    K2: ['ABOUT_ME'],
    K3: ['ABOUT_ME'],
    K4: ['ABOUT_ME'],
    K5: ['ABOUT_ME'],
    K7: ['OWN_PERSON'],
    K8: ['OWN_PERSON'],
    K9: ['OWN_PERSON'],
    K13: ['OWN_PERSON'],
  },
  FUNCTIONAL_ADMINISTRATOR: { K11: ['TENANT'] },
  PRIVACY_OFFICER: { K9: ['TENANT'], K11: ['TENANT'], K14: ['TENANT'] },
};

/** Roles that one person may not hold together: administration and analysis stay apart from work with households. */
const CASE_ROLES: Role[] = [
  'LEAD_PROFESSIONAL',
  'WIJKTEAM_MEMBER',
  'TEAM_COORDINATOR',
  'PERSPECTIVE_ADVISER',
  'MANDATE_HOLDER',
  'AGENCY_LIAISON',
  'HOUSEHOLD_MEMBER',
];
export const APART: [Role, Role[]][] = [
  ['ANALYST', CASE_ROLES],
  ['FUNCTIONAL_ADMINISTRATOR', CASE_ROLES],
  ['PRIVACY_OFFICER', CASE_ROLES],
  ['HOUSEHOLD_MEMBER', CASE_ROLES.filter((role) => role !== 'HOUSEHOLD_MEMBER')],
  ['AGENCY_LIAISON', CASE_ROLES.filter((role) => role !== 'AGENCY_LIAISON')],
];

type Doers = Partial<Record<Role, Relation[]>>;
const everyone = Object.fromEntries(ROLES.map((role) => [role, ['TENANT']])) as Doers;
const colleagues = Object.fromEntries(
  ROLES.filter((role) => !['ANALYST', 'AGENCY_LIAISON', 'HOUSEHOLD_MEMBER'].includes(role)).map((role) => [role, ['TENANT']]),
) as Doers;
const caseReaders = Object.fromEntries(CASE_ROLES.map((role) => [role, ['TENANT']])) as Doers;
const holders: Doers = { LEAD_PROFESSIONAL: ['ASSIGNED'], WIJKTEAM_MEMBER: ['ASSIGNED'] };
/** Whoever holds a mandate may be asked to decide; the rules of the plan judge the mandate and that the author does not decide. */
const deciders: Doers = {
  MANDATE_HOLDER: ['ASKED'],
  TEAM_COORDINATOR: ['ASKED'],
  LEAD_PROFESSIONAL: ['ASKED'],
  WIJKTEAM_MEMBER: ['ASKED'],
};
/** Where whoever holds the household may do it too. */
const decidersOrHolders: Doers = {
  ...deciders,
  LEAD_PROFESSIONAL: ['ASKED', 'ASSIGNED'],
  WIJKTEAM_MEMBER: ['ASKED', 'ASSIGNED'],
};
/** Whoever works on households of the municipality, whether or not one is theirs today. */
const workers: Doers = Object.fromEntries(
  CASE_ROLES.filter((role) => role !== 'AGENCY_LIAISON' && role !== 'HOUSEHOLD_MEMBER').map((role) => [role, ['TENANT']]),
);
const administrators: Doers = { FUNCTIONAL_ADMINISTRATOR: ['TENANT'] };
/** An agency that is met in a kitchen cannot wait for the administration. */
const agencyFinders: Doers = { ...administrators, LEAD_PROFESSIONAL: ['TENANT'], WIJKTEAM_MEMBER: ['TENANT'] };
const team: Doers = { ...holders, TEAM_COORDINATOR: ['OWN_TEAM'] };
/** Whoever makes a promise, and the professionals who write it down for somebody else. */
const promisers: Doers = { ...holders, AGENCY_LIAISON: ['OWN_INVOLVEMENT'], HOUSEHOLD_MEMBER: ['OWN_PERSON'] };
const agencies: Doers = { ...holders, AGENCY_LIAISON: ['OWN_INVOLVEMENT'] };
const members: Doers = { ...holders, HOUSEHOLD_MEMBER: ['OWN_PERSON'] };
/** Whoever learns from all households of a municipality without seeing one. */
const learners: Doers = { ...colleagues, ANALYST: ['TENANT'] };
/** Who speaks for those who make the rules. */
const policyMakers: Doers = { TEAM_COORDINATOR: ['TENANT'], ANALYST: ['TENANT'] };

/** Acts. TENANT = the act names no household yet; any other relation is judged on the household that the act is about. */
export const ACTS = {
  // questions
  readMe: everyone,
  readReference: everyone,
  readDirectory: colleagues,
  readHousehold: caseReaders,
  listHouseholds: caseReaders,
  readPlan: caseReaders,
  readWorkList: workers,
  readMyDay: workers,
  search: workers,
  readViews: everyone,
  readAttachment: caseReaders,
  readPaper: caseReaders,
  readMyQuestions: { AGENCY_LIAISON: ['TENANT'] },
  followHousehold: caseReaders,
  followPlan: caseReaders,
  followMyDay: caseReaders,
  readAccounts: { FUNCTIONAL_ADMINISTRATOR: ['TENANT'], PRIVACY_OFFICER: ['TENANT'] },
  readAccessLog: { PRIVACY_OFFICER: ['TENANT'] },
  readSignals: learners,
  readPrecedents: learners,
  // administration
  invite: administrators,
  disableAccount: administrators,
  grantMandate: administrators,
  addAgency: agencyFinders,
  addFixteam: administrators,
  previewUnitCosts: administrators,
  importUnitCosts: administrators,
  addOwnLaw: administrators,
  endOwnLaw: administrators,
  addOwnProvision: administrators,
  correctOwnProvision: administrators,
  setDemoClock: everyone,
  saveView: everyone,
  deleteView: everyone,
  // household
  createHousehold: { LEAD_PROFESSIONAL: ['TENANT'] },
  recordOwnWords: members,
  setNeighbourhood: holders,
  assignLead: team,
  assignDeputy: team,
  endDeputy: team,
  addMember: holders,
  endMembership: holders,
  revealBsn: holders,
  addProblem: holders,
  setProblemStatus: holders,
  addInvolvement: holders,
  linkProblem: holders,
  endInvolvement: holders,
  addIntervention: holders,
  endIntervention: holders,
  addWait: holders,
  liftWait: holders,
  recordContact: holders,
  countContacts: holders,
  addHandlingNote: holders,
  share: holders,
  withdrawShare: members,
  withdrawFromHousehold: holders,
  closeHousehold: team,
  reopenHousehold: team,
  /** Several households at once; the service judges each of them as assignLead would be. */
  handOverAll: { LEAD_PROFESSIONAL: ['TENANT'], WIJKTEAM_MEMBER: ['TENANT'], TEAM_COORDINATOR: ['TENANT'] },
  markSeen: {
    LEAD_PROFESSIONAL: ['ASSIGNED', 'ASKED'],
    WIJKTEAM_MEMBER: ['ASSIGNED', 'ASKED'],
    TEAM_COORDINATOR: ['OWN_TEAM', 'ASKED'],
    PERSPECTIVE_ADVISER: ['ASKED'],
    MANDATE_HOLDER: ['ASKED'],
  },
  recordLetter: holders,
  settleLetter: holders,
  addAttachment: holders,
  recordSpendingRoom: holders,
  addEvidence: holders,
  requestEvidence: agencies,
  addIndication: holders,
  planIndicationLook: holders,
  addClaim: holders,
  waiveClaim: holders,
  pauseClaim: holders,
  endPause: holders,
  planClaim: holders,
  countContactsOfYear: holders,
  // plan
  startPlan: holders,
  askAdviser: holders,
  askDecider: holders,
  endAsking: holders,
  addGoal: holders,
  setFirstStep: holders,
  addScenario: holders,
  addCostLine: holders,
  addInterventionCost: holders,
  withdrawInterventionCost: holders,
  addUnpriced: holders,
  answerReverseTest: holders,
  addMeasure: holders,
  setMeasureDay: holders,
  strikeOutLaw: holders,
  fundMeasure: holders,
  addGround: holders,
  answerLimits: holders,
  addContradiction: holders,
  resolveContradiction: holders,
  dismissPattern: holders,
  judgeValue: holders,
  assessPerspective: { PERSPECTIVE_ADVISER: ['ASKED'] },
  askPosition: holders,
  answerPosition: { AGENCY_LIAISON: ['OWN_INVOLVEMENT'] },
  escalatePosition: holders,
  acceptCondition: holders,
  answerObjection: holders,
  proceedWithoutAnswer: deciders,
  recordAgreement: members,
  proceedWithoutAgreement: deciders,
  decidePlan: decidersOrHolders,
  startNewVersion: holders,
  stopPlan: holders,
  withdrawFromPlan: holders,
  recordEscalationOutcome: holders,
  openDispute: holders,
  escalateDispute: holders,
  settleDispute: holders,
  addCapacityFactor: holders,
  addCommitment: promisers,
  keepCommitment: promisers,
  reportLate: promisers,
  breakCommitment: promisers,
  recordRefusal: agencies,
  recordCall: holders,
  startMeasure: holders,
  finishMeasure: agencies,
  dropMeasure: holders,
  // outcome
  recordReview: holders,
  correctReview: holders,
  recordRealised: holders,
  addRealisedCost: holders,
  addRealisedUnpriced: holders,
  giveExperience: members,
  addBottleneck: holders,
  withdrawFromOutcome: members,
  adjustFact: holders,
  objectToStatistics: members,
  eraseFromStatistics: members,
  // signal
  raiseSignal: holders,
  joinSignal: holders,
  acknowledgeSignal: policyMakers,
  answerSignal: policyMakers,
  closeSignal: policyMakers,
  proposePrecedent: holders,
  publishPrecedent: deciders,
  retractPrecedent: decidersOrHolders,
} as const satisfies Record<string, Doers>;

export type ActName = keyof typeof ACTS;

/** After these somebody may have come to a household or left it: whoever follows the own households is asked anew which they are. */
export const MOVES_PEOPLE: readonly ActName[] = [
  'createHousehold',
  'assignLead',
  'assignDeputy',
  'endDeputy',
  'handOverAll',
  'addMember',
  'endMembership',
  'addInvolvement',
  'endInvolvement',
  'withdrawFromHousehold',
  'askAdviser',
  'askDecider',
  'endAsking',
  'startPlan',
  'startNewVersion',
  'stopPlan',
  'decidePlan',
];

/**
 * What a closed file still takes: opening it again, who answers for it, looking, what the household withdraws or objects to, and what was
 * learned for others. Everything else waits until it is reopened.
 */
export const ON_CLOSED_FILE: readonly ActName[] = [
  'reopenHousehold',
  'assignLead',
  'assignDeputy',
  'endDeputy',
  'markSeen',
  'revealBsn',
  'withdrawShare',
  'objectToStatistics',
  'eraseFromStatistics',
  'raiseSignal',
  'joinSignal',
  'proposePrecedent',
  'publishPrecedent',
  'retractPrecedent',
];
