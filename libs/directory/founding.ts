import type { ClientBase } from 'pg';
import type { Role } from '@doorbraak/access';
import { newId, type Id } from '@doorbraak/kernel';

export type Founding = {
  municipality: { code: string; name: string; kind: 'REAL' | 'DEMO' };
  fixteam: string;
  administrator: { issuer: string; subject: string; label: string };
};

/**
 * Makes a municipality, its first fixteam and its first administrator, as the owner of the tables: before that nobody can sign in to
 * invite anybody. All or nothing; a code that is known already is refused by the database.
 */
export async function found(
  owner: ClientBase,
  { municipality, fixteam, administrator }: Founding,
): Promise<{ municipality: Id; fixteam: Id }> {
  const ids = { municipality: newId(), fixteam: newId(), person: newId() };
  const roles: Role[] = ['FUNCTIONAL_ADMINISTRATOR'];
  await owner.query('begin');
  try {
    await owner.query('insert into municipality (id, code, name, kind) values ($1, $2, $3, $4)', [
      ids.municipality,
      municipality.code,
      municipality.name,
      municipality.kind,
    ]);
    await owner.query('insert into fixteam (municipality_id, id, name) values ($1, $2, $3)', [
      ids.municipality,
      ids.fixteam,
      fixteam,
    ]);
    await owner.query('insert into professional (municipality_id, id, label) values ($1, $2, $3)', [
      ids.municipality,
      ids.person,
      administrator.label,
    ]);
    await owner.query(
      'insert into account (municipality_id, id, issuer, subject, person_id, roles) values ($1, $2, $3, $4, $5, $6)',
      [ids.municipality, newId(), administrator.issuer, administrator.subject, ids.person, roles],
    );
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
  return { municipality: ids.municipality, fixteam: ids.fixteam };
}
