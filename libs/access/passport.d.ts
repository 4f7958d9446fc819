// The types that exist for passport and its strategies assume sessions and a user on the request; sign-in uses neither.
declare module 'passport-strategy' {
  export class Strategy {}
}

declare module 'passport' {
  import type { RequestHandler } from 'express';
  import type { Strategy } from 'passport-strategy';

  export class Passport {
    use(name: string, strategy: Strategy): this;
    authenticate(
      strategies: string | string[],
      options: { session: false },
      callback: (error: unknown, user: unknown) => void,
    ): RequestHandler;
  }
}
