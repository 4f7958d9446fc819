import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DoorError } from '@doorbraak/access';
import { isId } from '@doorbraak/kernel';
import { PlanPaperService } from '@doorbraak/plan';
import { Door } from './door';

/** One of these, or what is taken when nothing is said; anything else is not guessed at. */
function oneOf<T extends string>(said: unknown, choices: readonly [T, ...T[]]): T {
  if (said === undefined) return choices[0];
  const chosen = choices.find((one) => one === said);
  if (chosen === undefined) throw new DoorError('BAD_INPUT');
  return chosen;
}

/** Plans on paper. */
@Controller('papers')
export class PapersController {
  constructor(
    @Inject(Door) private readonly door: Door,
    @Inject(PlanPaperService) private readonly papers: PlanPaperService,
  ) {}

  /** GET /papers/<plan>/household.pdf?lang=nl|en&size=normal|large&person=<id>: the copy on the table, or that of one person. */
  @Get(':plan/household.pdf')
  async household(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.door.open(request, response, 'readPaper', request.params['plan'], (operation, plan) => {
      const { lang, size, person } = request.query;
      if (person !== undefined && !isId(person)) throw new DoorError('ID_INVALID');
      const [language, letters] = [oneOf(lang, ['nl', 'en']), oneOf(size, ['normal', 'large'])];
      return this.papers.householdPlan(operation, plan, { language, size: letters, person: person ?? null });
    });
  }

  /** GET /papers/<plan>/decision.pdf?lang=nl|en&copy=shared|full: for agencies and lawyers; full for who may read special content. */
  @Get(':plan/decision.pdf')
  async decision(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.door.open(request, response, 'readPaper', request.params['plan'], (operation, plan) => {
      const { lang, copy } = request.query;
      return this.papers.decision(operation, plan, {
        language: oneOf(lang, ['nl', 'en']),
        full: oneOf(copy, ['shared', 'full']) === 'full',
      });
    });
  }
}
