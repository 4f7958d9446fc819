import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { DoorError } from '@doorbraak/access';
import { REFUSALS, type RefusalCode } from '@doorbraak/kernel';

type InputProblem = { path: string; code: RefusalCode; nl: string; en: string };

function problemsOf(error: ValidationError, above: string): InputProblem[] {
  const path = above ? `${above}.${error.property}` : error.property;
  const own = Object.values(error.constraints ?? {}).map((message) => {
    const code: RefusalCode = message in REFUSALS ? (message as RefusalCode) : 'BAD_INPUT';
    return { path, code, ...REFUSALS[code] };
  });
  return [...own, ...(error.children ?? []).flatMap((child) => problemsOf(child, path))];
}

/** What comes in has the right shape, or the answer names every field that has not: path, code, Dutch and English. It never echoes a value. */
export const inputPipe = () =>
  new ValidationPipe({
    transform: true,
    forbidUnknownValues: false,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new DoorError('BAD_INPUT', { problems: errors.flatMap((error) => problemsOf(error, '')) }),
  });
