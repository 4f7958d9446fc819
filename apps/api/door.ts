import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import {
  ACCOUNT_DIRECTORY,
  type AccountDirectory,
  type ActName,
  actRelations,
  DECISION_LOG,
  type DecisionLog,
  DoorError,
  type Operation,
  Refused,
} from '@doorbraak/access';
import type { Served } from '@doorbraak/household';
import { type Id, isId, type RefusalCode } from '@doorbraak/kernel';
import { CONFIGURATION, type Configuration, UnitOfWork } from '@doorbraak/platform';
import { ApiContext } from './api.context';
import { unforeseen } from './graphql.errors';

const STATUS: Partial<Record<RefusalCode, number>> = {
  NOT_SIGNED_IN: 401,
  UNKNOWN_ACCOUNT: 403,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  ATTACHMENT_TOO_LARGE: 413,
  ATTACHMENT_KIND: 415,
  ATTACHMENT_UNREADABLE: 422,
  ATTACHMENT_LOCKED: 422,
  BAD_INPUT: 400,
  ID_INVALID: 400,
};
/** Any other no of the trade. */
const CONFLICT = 409;

/** A file of which nothing runs: no script, no frame of another site, nothing fetched. */
const HARMLESS = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";
/** What somebody sent is shown in a box of its own as well; a PDF opens there as anywhere (seen in Chromium 150). Not our own papers: the viewer of a browser does not print from such a box. */
const BOXED = `${HARMLESS}; sandbox`;

/** The door of what is asked outside GraphQL: who asks, under which act, one line in the log, and the same words for no. */
@Injectable()
export class Door {
  constructor(
    @Inject(ACCOUNT_DIRECTORY) private readonly accounts: AccountDirectory,
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(DECISION_LOG) private readonly log: DecisionLog,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Says who asks, once the role may ask such a thing at all; then does it, and answers after what it served is written down. */
  async open(
    request: Request,
    response: Response,
    act: ActName,
    subject: unknown,
    answer: (operation: Operation, subject: Id) => Promise<Served | Refused | object | null>,
  ): Promise<void> {
    response.set('Cache-Control', 'no-store');
    const { accounts, work, log, configuration } = this;
    const context = await ApiContext.of(request.signedIn, { accounts, work, log, configuration });
    try {
      const operation = context.operation();
      if (actRelations(operation.actor.roles, act).length === 0) await this.refuse(operation, act, 'NOT_ALLOWED');
      if (typeof subject !== 'string' || !isId(subject)) throw new DoorError('ID_INVALID');
      operation.ask(act, subject);
      const answered = await answer(operation, subject);
      await operation.finish();
      this.send(response, answered);
    } catch (error) {
      // What it read is written down all the same, and its transaction ends.
      await context
        .begun()
        ?.finish()
        .catch(() => undefined);
      this.say(response, error);
    }
  }

  /** A no at the door leaves a record of its own. */
  async refuse(operation: Operation, act: ActName, code: RefusalCode): Promise<never> {
    await operation.refuse(act, [code]);
    throw new DoorError(code);
  }

  private send(response: Response, answered: Served | Refused | object | null): void {
    if (answered === null) throw new DoorError('NOT_FOUND');
    if (answered instanceof Refused) {
      const [first] = answered.codes as RefusalCode[];
      response
        .status(STATUS[first!] ?? CONFLICT)
        .json({ errors: answered.reasons.map(({ code, about }) => new DoorError(code as RefusalCode, about ? { about } : {})) });
    } else if ('bytes' in answered && 'name' in answered) {
      response
        .set({
          'Content-Type': answered.type,
          'Content-Disposition': `inline; filename="${answered.name}"`,
          'Content-Security-Policy': 'ours' in answered ? HARMLESS : BOXED,
          'X-Content-Type-Options': 'nosniff',
          'Cross-Origin-Resource-Policy': 'same-origin',
        })
        .send(answered.bytes);
    } else response.status(201).json(answered);
  }

  private say(response: Response, error: unknown): void {
    if (response.headersSent) return void response.destroy();
    if (!(error instanceof DoorError)) return void response.status(500).json({ errors: [unforeseen(error)] });
    const code = error.extensions['code'] as RefusalCode;
    response.status(STATUS[code] ?? CONFLICT).json({ errors: [error] });
  }
}
