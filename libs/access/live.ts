import { Inject, Injectable } from '@nestjs/common';
import { describe, log, type Heard, type Notice, Notices } from '@doorbraak/platform';
import type { Operation } from './operation';
import type { GraphqlContext } from './schema-wrapper';

/** Something that can be followed, by somebody whose rights are asked anew each time. */
export type Topic<T> = {
  /** judged in memory and by who began it: most notices are about something else, and cost nothing */
  concerns(notice: Notice): boolean;
  /**
   * What may be told, in a fresh operation of who follows; NOTHING when this is not for him, GONE when the topic is not there or not his
   * (any more). The first thing heard is BEGUN.
   */
  tell(operation: Operation, heard: Heard | 'BEGUN'): Promise<T | 'NOTHING' | 'GONE'>;
};

/** Who reads slower than others act is told to look again, once. */
const MOST_WAITING = 100;
/** When rights cannot be asked, nothing is told; a little later everything may be asked again. */
const AGAIN_AFTER = 1000;

/** Follows what is done, for one subscription at a time. */
@Injectable()
export class Live {
  constructor(@Inject(Notices) private readonly notices: Notices) {}

  /** The answer ends by itself when the topic is gone; one that was never there answers alike, and ends before it began. */
  async follow<T>(context: GraphqlContext, topic: Topic<T>): Promise<AsyncIterableIterator<T>> {
    const following = new Following(context, topic);
    following.ends(await this.notices.hear((heard) => following.hears(heard)));
    try {
      await following.begin(context.operation());
    } catch (error) {
      await following.return();
      throw error;
    }
    return following;
  }
}

/** What was heard and not told yet. Not a generator: that one cannot be ended while it waits. */
class Following<T> implements AsyncIterableIterator<T> {
  private waiting: (Heard | 'BEGUN')[] = [];
  private first: T | undefined;
  private wake: (() => void) | undefined;
  private over = false;
  private stop: () => void = () => undefined;

  constructor(
    private readonly context: GraphqlContext,
    private readonly topic: Topic<T>,
  ) {}

  ends(stop: () => void): void {
    this.stop = stop;
  }

  hears(heard: Heard): void {
    if (heard !== 'RESYNC' && !this.topic.concerns(heard)) return;
    if (heard === 'RESYNC' || this.waiting.length >= MOST_WAITING) this.waiting = ['RESYNC'];
    else if (this.waiting[0] !== 'RESYNC') this.waiting.push(heard);
    this.wake?.();
  }

  async begin(operation: Operation): Promise<void> {
    const told = await this.topic.tell(operation, 'BEGUN');
    if (told === 'GONE' || told === 'NOTHING') await this.return();
    else this.first = told;
  }

  async next(): Promise<IteratorResult<T, undefined>> {
    if (this.first !== undefined) {
      const value = this.first;
      this.first = undefined;
      return { value, done: false };
    }
    while (!this.over) {
      const heard = this.waiting.shift();
      if (heard === undefined) {
        await new Promise<void>((resolve) => (this.wake = resolve));
        continue;
      }
      const told = await this.ask(heard);
      if (this.over || told === 'NOTHING') continue;
      if (told === 'GONE') break;
      return { value: told as T, done: false };
    }
    return this.return();
  }

  return(): Promise<{ value: undefined; done: true }> {
    this.over = true;
    this.stop();
    this.wake?.();
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private async ask(heard: Heard | 'BEGUN'): Promise<T | 'NOTHING' | 'GONE'> {
    try {
      const operation = await this.context.again();
      return operation ? await this.topic.tell(operation, heard) : 'GONE';
    } catch (error) {
      log.warn(describe(error), 'who follows could not be told; is told to look again');
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER).unref());
      this.waiting = ['RESYNC'];
      return 'NOTHING';
    }
  }
}
