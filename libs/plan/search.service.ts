import { Inject, Injectable } from '@nestjs/common';
import type { Operation } from '@doorbraak/access';
import { OwnLaws } from '@doorbraak/law';
import { hasWords, type Tx, wordsOf } from '@doorbraak/platform';
import { beginFirst, fairShare, matches } from './search.rules';
import { FoundHousehold, FoundReference, SearchHit, type SearchKind } from './search.types';
import { WorkListService } from './work-list.service';

/** Agencies that work here, each with the words it is found by. */
const AGENCIES = `select id::text as key, name as title, null as summary from agency
  where coalesce(municipality_id, $3) = $3 and ${hasWords('$1', `concat_ws(E'\\n', name, type)`)} order by name, id limit $2`;

/** Finds from anywhere: households through the work list itself, what everybody may know beside them. */
@Injectable()
export class SearchService {
  constructor(
    @Inject(WorkListService) private readonly list: WorkListService,
    @Inject(OwnLaws) private readonly own: OwnLaws,
  ) {}

  async search(operation: Operation, typed: string, first: number): Promise<SearchHit[]> {
    const words = wordsOf(typed);
    if (!words.length) return [];
    const tx = await operation.read();
    const households = (await this.list.find(operation, tx, words, first)).map((row) => {
      const { id, code, memberNames, relation, isClosed, tenant, relations } = row;
      const found = Object.assign(new FoundHousehold(), { id, code, memberNames, relation, isClosed });
      return hit('HOUSEHOLD', { household: operation.place(found, { household: id, tenant, relations }) });
    });
    const agencies = await tx.query<FoundReference>(AGENCIES, [words, first, operation.actor.municipality]);
    const { laws, provisions } = await this.lawsWith(operation, tx, words);
    return fairShare(
      [households, asHits('AGENCY', agencies), asHits('LAW', laws), asHits('PROVISION', provisions)],
      first,
    ).flat();
  }

  private async lawsWith(operation: Operation, tx: Tx, words: string[]) {
    const { municipality, isDemo } = operation.actor;
    const known = await this.own.allOf(tx, municipality);
    const laws = known.laws({ examples: isDemo });
    const provisions = laws.flatMap((law) => known.provisionsOf(law.key).map((provision) => ({ law, provision })));
    const foundLaws = laws.filter(({ key, title, shortTitle }) => matches(words, [key, title, shortTitle]));
    const foundProvisions = provisions.filter(({ law, provision }) => {
      const { key, article, lid, item, summary } = provision;
      return matches(words, [key, law.shortTitle, law.title, articleOf(article, lid, item), summary.nl, summary.en]);
    });
    return {
      laws: beginFirst(foundLaws, words, ({ shortTitle }) => shortTitle).map(({ key, title }) => ({ key, title, summary: null })),
      provisions: beginFirst(foundProvisions, words, ({ provision }) => provision.key).map(({ law, provision }) => ({
        key: provision.key,
        title: `${law.shortTitle}, ${articleOf(provision.article, provision.lid, provision.item)}`,
        summary: provision.summary,
      })),
    };
  }
}

const articleOf = (article: string, lid: string | null, item: string | null): string =>
  [`art. ${article}`, lid && `lid ${lid}`, item && `onder ${item}`].filter(Boolean).join(' ');

const hit = (kind: SearchKind, found: Partial<SearchHit>): SearchHit =>
  Object.assign(new SearchHit(), { kind, household: null, reference: null, ...found });

const asHits = (kind: SearchKind, found: FoundReference[]): SearchHit[] =>
  found.map((one) => hit(kind, { reference: Object.assign(new FoundReference(), one) }));
