export {
  CONFLICT_TYPES,
  type ConflictPattern,
  DATE_EVIDENCE,
  EVIDENCE,
  type Law,
  LAW_KINDS,
  LAW_LISTS,
  type Provision,
  PROVISION_ROLES,
  type ProvisionRole,
  type RoomKind,
} from './catalogue.rules';
export { LawCatalogue, type ProvisionFilter } from './law.catalogue';
export { IN_FORCE_STATES, type InForce, isProven, type PatternProposal, proposePatterns } from './law.rules';
export { LawModule } from './law.module';
export { ConflictPatternType, ConflictTypeEnum, InForceEnum, LawType, ProvisionRoleEnum, ProvisionType } from './law.types';
