import { OwnLaw, OwnProvision } from './own.entity';

export const LAW_ENTITIES = [OwnLaw, OwnProvision];
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
export { LawReader } from './law.reader';
export { IN_FORCE_STATES, type InForce, isProven, type PatternProposal, proposePatterns } from './law.rules';
export { LawModule } from './law.module';
export { OwnLaw, OwnProvision } from './own.entity';
export { MunicipalLaws, OwnLaws, ownRowsOf } from './own.laws';
export { ConflictPatternType, ConflictTypeEnum, InForceEnum, LawType, ProvisionRoleEnum, ProvisionType } from './law.types';
