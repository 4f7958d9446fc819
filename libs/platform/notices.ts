import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { Client } from 'pg';
import type { Id } from '@doorbraak/kernel';
import { CONFIGURATION, type Configuration } from './configuration';
import { derive, open, seal } from './crypto.rules';
import { describe, log } from './logging';
import type { Tx } from './tx';

/** That something was done: which act, on what, of which households. Ids only. */
export type Notice = {
  tenant: Id;
  households: Id[];
  act: string;
  /** the line of the log that says so; whoever may read that line may be told */
  line: Id;
  by: Id;
  subject: Id | null;
  part: Id | null;
  version: number | null;
};

/** RESYNC: notices may have been missed; who follows something asks for it again. */
export type Heard = Notice | 'RESYNC';

const CHANNEL = 'doorbraak_done';
/** PostgreSQL carries 8,000 bytes per notice, and an id in it is about 52. */
const MOST_HOUSEHOLDS = 100;
const PLACE = { tenant: 'notice', table: 'notice', column: 'text', row: CHANNEL };
const HEARTBEAT = 5000;
const FIRST_WAIT = 100;
const LONGEST_WAIT = 5000;

/**
 * What every process of the api tells the others, through the database that they share: in the transaction of an act, so that nothing is
 * told of what was rolled back. A channel of PostgreSQL knows no rights, whoever may sign in to the database may listen, so a notice is
 * sealed with the master key.
 */
@Injectable()
export class Notices implements BeforeApplicationShutdown {
  private readonly key: Buffer;
  private readonly listeners = new Set<(heard: Heard) => void>();
  private client: Client | undefined;
  private keeping: Promise<void> | undefined;
  private listening: Promise<void>;
  private begins: () => void;
  private stopping = false;

  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {
    this.key = derive(configuration.DOORBRAAK_MASTER_KEY, 'notices');
    this.notYet();
  }

  async tell(tx: Tx, notice: Notice): Promise<void> {
    const texts: string[] = [];
    for (let from = 0; from < notice.households.length; from += MOST_HOUSEHOLDS) {
      const one: Notice = { ...notice, households: notice.households.slice(from, from + MOST_HOUSEHOLDS) };
      texts.push(seal(this.key, 'notice', PLACE, Buffer.from(JSON.stringify(one))));
    }
    if (texts.length) await tx.query('select pg_notify($1, text) from unnest($2::text[]) text', [CHANNEL, texts]);
  }

  /** Answers when notices come in; from then on none is missed without a RESYNC. One connection of this process, made at the first call. */
  async hear(listener: (heard: Heard) => void): Promise<() => void> {
    this.listeners.add(listener);
    this.keeping ??= this.keepListening();
    await this.listening;
    return () => void this.listeners.delete(listener);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.begins();
    if (!this.client) return; // between two tries; the next one will not be made
    await this.client.end();
    await this.keeping;
  }

  private notYet(): void {
    this.listening = new Promise((resolve) => (this.begins = resolve));
  }

  /** For as long as the process lives; when the database was away, everybody is told to look again. */
  private async keepListening(): Promise<void> {
    let wait = FIRST_WAIT;
    for (let times = 0; !this.stopping; ) {
      try {
        await this.listen(() => {
          wait = FIRST_WAIT;
          if (times++ > 0) this.pass('RESYNC');
        });
      } catch (error) {
        log.warn(describe(error), 'notices of other processes do not come in');
      }
      if (this.stopping) return;
      await new Promise((resolve) => setTimeout(resolve, wait).unref());
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }

  /** One connection, until it ends. */
  private async listen(begun: () => void): Promise<void> {
    const client = new Client({
      connectionString: this.configuration.DATABASE_URL,
      application_name: 'doorbraak notices',
      connectionTimeoutMillis: HEARTBEAT,
      query_timeout: HEARTBEAT,
      keepAlive: true,
    });
    let heart: NodeJS.Timeout | undefined;
    const ended = new Promise<void>((resolve, reject) => client.once('end', resolve).once('error', reject));
    ended.catch(() => undefined); // also when it fails before anybody waits for it
    client.on('error', () => undefined); // a connection that breaks may say so more than once
    client.on('notification', ({ payload }) => this.receive(payload ?? ''));
    try {
      await client.connect();
      this.client = client;
      await client.query(`listen ${CHANNEL}`);
      begun();
      this.begins();
      // A connection can be dead without saying so.
      const dead = new Promise<void>((_, reject) => {
        heart = setInterval(() => void client.query('select 1').catch(reject), HEARTBEAT).unref();
      });
      await Promise.race([ended, dead]);
    } finally {
      clearInterval(heart);
      this.client = undefined;
      this.notYet();
      if (this.stopping) this.begins();
      void client.end().catch(() => undefined);
    }
  }

  private receive(text: string): void {
    let notice: Notice;
    try {
      notice = JSON.parse(open(this.key, PLACE, text).toString()) as Notice;
    } catch {
      log.warn('a notice that none of our processes sent was thrown away');
      return;
    }
    this.pass(notice);
  }

  private pass(heard: Heard): void {
    for (const listener of this.listeners) listener(heard);
  }
}
