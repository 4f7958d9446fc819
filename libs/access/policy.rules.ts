import { reason, type Reason } from '@doorbraak/kernel';
import { ACTS, APART, DataClass, READ, type ActName, type Relation, type Role } from './policy';

/** Per class the relations that open it for somebody with these roles; this is what the database receives, signed. */
export function grantsOf(roles: readonly Role[]): Partial<Record<DataClass, Relation[]>> {
  const grants: Partial<Record<DataClass, Relation[]>> = {};
  for (const role of roles) {
    for (const [name, relations] of Object.entries(READ[role])) {
      const dataClass = name as DataClass;
      grants[dataClass] = [...new Set([...(grants[dataClass] ?? []), ...relations])];
    }
  }
  return grants;
}

export function mayRead(roles: readonly Role[], dataClass: DataClass, relations: Iterable<Relation>): boolean {
  if (dataClass === DataClass.K0) return roles.length > 0;
  const held = new Set(relations);
  return (grantsOf(roles)[dataClass] ?? []).some((relation) => held.has(relation));
}

/** The relations in which somebody with these roles may do an act; empty = not at all. */
export const actRelations = (roles: readonly Role[], act: ActName): Relation[] => {
  const doers: Partial<Record<Role, readonly Relation[]>> = ACTS[act];
  return [...new Set(roles.flatMap((role) => doers[role] ?? []))];
};

/** The roles that an act is for, in some relation. */
export const rolesFor = (act: ActName): string[] => Object.keys(ACTS[act]);

export function mayDo(roles: readonly Role[], act: ActName, relations: Iterable<Relation>): boolean {
  const held = new Set(relations);
  return actRelations(roles, act).some((relation) => held.has(relation));
}

export const whyNotTogether = (roles: readonly Role[]): Reason[] =>
  APART.filter(([role, others]) => roles.includes(role) && others.some((other) => roles.includes(other))).map(([role]) =>
    reason('ROLES_CONFLICT', role),
  );
