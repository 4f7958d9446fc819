import { Extensions } from '@nestjs/graphql';
import type { ActName, DataClass, Relation } from './policy';

/** The life domain that a field is about: a key of the list, `ROW` for the one that its row names, or `NONE`. */
export type FieldDomain = string;

export type DataMark = { class: DataClass; domain: FieldDomain };
export type RowMark = { class: DataClass; narrow: Relation[] };

/** What a field carries. A field without it fails the build. */
export const Data = (dataClass: DataClass, domain: FieldDomain = 'NONE') =>
  Extensions({ data: { class: dataClass, domain } satisfies DataMark });

/**
 * What it takes to see a row of this type at all, and which narrow relations can open one. A row that reached the wrapper was let
 * through by the database, so a narrow relation named here holds for it.
 */
export const RowClass = (dataClass: DataClass, narrow: Relation[] = []) =>
  Extensions({ row: { class: dataClass, narrow } satisfies RowMark });

/** The name under which the policy file knows a question or an act. A query or mutation without it fails the build. */
export const Act = (act: ActName) => Extensions({ act });
