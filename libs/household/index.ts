import { HouseholdDigest } from './digest.entity';
import * as papers from './paper.entity';
import {
  AgencyInvolvement,
  Contact,
  HandlingNote,
  Household,
  Intervention,
  LeadAssignment,
  Membership,
  Person,
  Problem,
  Share,
  Wait,
} from './household.entity';

export const HOUSEHOLD_ENTITIES = [
  Household,
  LeadAssignment,
  Person,
  Membership,
  Problem,
  AgencyInvolvement,
  HandlingNote,
  Share,
  Intervention,
  Wait,
  Contact,
  papers.Attachment,
  papers.Letter,
  papers.SpendingRoom,
  papers.Evidence,
  papers.EvidenceRequest,
  papers.Indication,
  papers.IndicationLook,
  papers.DebtClaim,
  papers.ClaimAction,
  papers.ContactYear,
  HouseholdDigest,
];
export { isTypeTaken, MOST_BYTES } from './attachment.rules';
export { AttachmentService, type Served } from './attachment.service';
export { ContactChannel, Household, Wait } from './household.entity';
export { isOpen } from './household.band.rules';
export { HouseholdMap, HouseholdMaps, placeOfHousehold } from './household.map';
export * from './household.module';
export * from './household.ports';
export * from './household.reference';
export {
  type Chosen,
  type ChosenCode,
  type Circle,
  type CircularWait,
  countCircles,
  findUnlock,
  type Smallest,
  type Unlock,
} from './unlock.rules';
export { sayChosen, saySmallest } from './unlock.words';
export { type DayPaper, DayPapers, HELD } from './day.papers';
export { HouseholdDigests } from './digest.service';
export { Interventions } from './interventions';
export { HouseholdOutcome } from './household.types';
export { VISIBLE } from './household.visibility';
export { TOLD } from './log.told';
