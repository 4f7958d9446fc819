import 'reflect-metadata';
import '../demo/quiet';
import { Agent } from 'node:http';
import { orOneSentence } from '@doorbraak/kernel';
import { drive, machine, memoryOf, post, type Round } from './load';
import { type Question, questionsOf } from './questions';
import { type Arm, Stage } from './stage';

/**
 * `npm run bench`: what the product carries on this machine, as a part of what node and PostgreSQL can do at all with the same tables. All
 * arms are measured in one run, in turns, so that what else the machine does falls on each of them. Figures are printed, never asserted.
 */
const CONNECTIONS = 16;
const MOST_MEMORY = 300;
const MOST_START = 2.5;
const MOST_GROWTH = 0.1;

/** `first`: the households that are there at first; `grows`: all others are loaded after that. */
type Size = { rounds: number; seconds: number; starts: number; first: RegExp; grows: boolean };
const ONE_NEIGHBOURHOOD = /^P\d+-0*1-/;
const FULL: Size = { rounds: 6, seconds: 5, starts: 5, first: ONE_NEIGHBOURHOOD, grows: true };
/** That it still runs and that all say the same; too short to say how fast. */
const SMALLEST: Size = { rounds: 1, seconds: 0.3, starts: 1, first: /^P\d+-0*1-00[0-2]\d$/, grows: false };

const say = (line = '') => process.stdout.write(`${line}\n`);

async function bench({ rounds, seconds, starts, first, grows }: Size): Promise<void> {
  const stage = await Stage.open();
  try {
    await stage.populate(first);
    say(`${machine()}; ${CONNECTIONS} connections, ${rounds} rounds of ${seconds} s per arm; the best round of each`);
    await startTimes(stage, starts);

    const small = grows ? await mapAt(stage, seconds, rounds) : undefined;
    if (grows) await stage.populate();
    say(`on ${await households(stage)} households`);
    const arms = {
      product: await stage.product(),
      off: await stage.productWithoutRights('rights and log off'),
      bare: await stage.bare('bare node and one statement'),
    };
    const questions = await questionsOf(stage);
    for (const question of questions) await compare(stage, question, arms, seconds, rounds);
    say();
    said(
      'memory of the api',
      `${memoryOf(arms.product.pid).toFixed(0)} MB`,
      memoryOf(arms.product.pid) <= MOST_MEMORY,
      `at most ${MOST_MEMORY}`,
    );
    if (small) await growth(stage, small, arms.product, questions[0]!, seconds, rounds);
  } finally {
    await stage.close();
  }
}

const households = async ({ owner }: Stage): Promise<string> =>
  (await owner.query<{ count: string }>('select count(*) from household')).rows[0]!.count;

const said = (what: string, figure: string, isRight: boolean, aim: string) =>
  say(`${what.padEnd(44)} ${figure.padStart(10)}   ${isRight ? 'as aimed' : 'NOT as aimed'}: ${aim}`);

/** From nothing to the first answer, with the database up and the files in memory. */
async function startTimes(stage: Stage, times: number): Promise<void> {
  const took: number[] = [];
  for (let n = 0; n <= times; n++) {
    const started = performance.now();
    const arm = await stage.product();
    if (n > 0 || times === 1) took.push((performance.now() - started) / 1000);
    await stage.stop(arm);
  }
  const median = took.sort((a, b) => a - b)[Math.floor(took.length / 2)]!;
  said('api from start to first answer, median', `${median.toFixed(2)} s`, median <= MOST_START, `at most ${MOST_START} s`);
}

type Arms = { product: Arm; off: Arm; bare: Arm };

async function compare(
  stage: Stage,
  question: Question,
  { product, off, bare }: Arms,
  seconds: number,
  rounds: number,
): Promise<void> {
  const asked: [Arm, (arm: Arm, n: number) => ReturnType<Question['ofBare']>][] = [
    [product, (arm, n) => question.ofProduct(arm, n)],
    [off, (arm, n) => question.ofProduct(arm, n)],
    [bare, (arm, n) => question.ofBare(arm, n)],
  ];
  await sameAnswers(question, asked);
  const best = new Map<Arm, Round>();
  for (let round = 0; round <= rounds; round++)
    for (const [arm, shot] of asked) {
      const measured = await drive((n) => shot(arm, n), CONNECTIONS, seconds, arm.pid, stage.postmaster);
      const known = best.get(arm);
      // the first round warms up
      if (round > 0 && (!known || measured.requests / measured.seconds > known.requests / known.seconds)) best.set(arm, measured);
    }
  say();
  say(`${question.name.padEnd(30)}   req/s   p50 ms   p99 ms   server + database ms of processor`);
  for (const [{ name }, round] of best)
    say(
      `  ${name.padEnd(28)} ${(round.requests / round.seconds).toFixed(0).padStart(7)} ${round.p50.toFixed(1).padStart(8)} ${round.p99.toFixed(1).padStart(8)}   ${round.server.toFixed(2)} + ${round.database.toFixed(2)}`,
    );
  const share = (arm: Arm) =>
    best.get(arm)!.requests / best.get(arm)!.seconds / (best.get(bare)!.requests / best.get(bare)!.seconds);
  const cpu = (arm: Arm) => best.get(arm)!.server + best.get(arm)!.database;
  said(
    `  of the limit, rights and log on`,
    share(product).toFixed(2),
    share(product) >= question.aim,
    `at least ${question.aim.toFixed(2)}`,
  );
  say(
    `  of the limit, rights and log off             ${share(off).toFixed(2).padStart(9)}   (processor: on ${(cpu(bare) / cpu(product)).toFixed(2)}, off ${(cpu(bare) / cpu(off)).toFixed(2)})`,
  );
}

/** Who is faster by saying something else is not compared. */
async function sameAnswers(
  question: Question,
  asked: [Arm, (arm: Arm, n: number) => ReturnType<Question['ofBare']>][],
): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  for (let n = 0; n < 20; n++) {
    const answers: string[] = [];
    for (const [arm, shot] of asked) {
      // each writes to a plan of its own, or each would find another version
      const answer = question.read(JSON.parse(await post(agent, shot(arm, question.repeats ? n : 0))));
      answers.push(question.repeats ? JSON.stringify(answer) : Object.keys(answer as object).join());
    }
    const other = answers.findIndex((one) => one !== answers[0]);
    if (other > 0) {
      agent.destroy();
      throw new Error(
        `${question.name}: ${asked[other]![0].name} answers otherwise\n${answers[0]!.slice(0, 2000)}\n${answers[other]!.slice(0, 2000)}`,
      );
    }
  }
  agent.destroy();
}

type Measured = { households: number; cpu: number };

async function mapCpu(stage: Stage, arm: Arm, question: Question, seconds: number, rounds: number): Promise<number> {
  const costs: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const { server, database } = await drive((n) => question.ofProduct(arm, n), CONNECTIONS, seconds, arm.pid, stage.postmaster);
    if (round > 0) costs.push(server + database);
  }
  return Math.min(...costs);
}

async function mapAt(stage: Stage, seconds: number, rounds: number): Promise<Measured> {
  const arm = await stage.product();
  const [question] = await questionsOf(stage);
  const cpu = await mapCpu(stage, arm, question!, seconds, rounds);
  await stage.stop(arm);
  return { households: Number(await households(stage)), cpu };
}

/** How much dearer the map becomes when there is more beside it: the exponent of its processor time over the number of households. */
async function growth(
  stage: Stage,
  small: Measured,
  arm: Arm,
  question: Question,
  seconds: number,
  rounds: number,
): Promise<void> {
  const large = { households: Number(await households(stage)), cpu: await mapCpu(stage, arm, question, seconds, rounds) };
  const exponent = Math.log(large.cpu / small.cpu) / Math.log(large.households / small.households);
  said(
    `growth of the map, ${small.households} to ${large.households} households`,
    exponent.toFixed(3),
    exponent <= MOST_GROWTH,
    `at most ${MOST_GROWTH}`,
  );
  say(`  processor per map: ${small.cpu.toFixed(2)} ms, then ${large.cpu.toFixed(2)} ms`);
}

orOneSentence(bench(process.argv.includes('--smallest') ? SMALLEST : FULL));
