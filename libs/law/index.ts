import { OwnLaw, OwnProvision } from './own.entity';

export const LAW_ENTITIES = [OwnLaw, OwnProvision];
export { type ConflictPattern, type Law, LAW_LISTS, type ProvisionRole } from './catalogue.rules';
export { LawCatalogue } from './law.catalogue';
export { type InForce, proposePatterns } from './law.rules';
export { LawModule } from './law.module';
export { MunicipalLaws, OwnLaws, ownRowsOf } from './own.laws';
export { ConflictTypeEnum, InForceEnum, ProvisionRoleEnum } from './law.types';
