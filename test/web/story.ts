import type { Locator, Page } from 'playwright-core';
import { newId, type Id, type LocalDate } from '@doorbraak/kernel';
import { caseFile, type CaseFile, type CaseName } from '../../apps/demo/case.file';
import { inCase } from '../../apps/demo/people';
import { Hand } from './hand';
import type { Stage } from './stage';

/** What free text in a task is at least: as long as somebody really writes it. */
const WRITTEN = 80;
const GOES_ON = 'Zo spraken wij het samen af aan de keukentafel, en zo leggen wij het hier ook vast in dit plan.'.split(' ');

/** The words of the file, and where they are short what somebody adds to them. */
export function written(words: string): string {
  let text = words;
  for (const word of GOES_ON) {
    if (text.length >= WRITTEN) break;
    text = `${text} ${word}`;
  }
  return text;
}

/** Ids of the household that is played, under the keys of the file. */
interface Known {
  household: Id;
  members: Map<string, Id>;
  problems: Map<string, Id>;
  involvements: Map<string, Id>;
  waits: Map<string, Id>;
}

/**
 * A case of the demo, played by hand in real browsers: everybody of its file on a device of their own, every act on the page where it
 * belongs. What the lead professional does is counted by `hand`.
 */
export class Story {
  readonly file: CaseFile;
  readonly hand: Hand;
  known: Known = {
    household: newId(),
    members: new Map(),
    problems: new Map(),
    involvements: new Map(),
    waits: new Map(),
  };
  private readonly devices = new Map<string, Page>();

  private constructor(
    readonly stage: Stage,
    readonly name: CaseName,
    readonly lead: Page,
  ) {
    this.file = caseFile(name);
    this.hand = new Hand(lead);
  }

  static async begin(stage: Stage, name: CaseName): Promise<Story> {
    const { household } = caseFile(name);
    return new Story(stage, name, await stage.as(inCase(name, household.lead).key));
  }

  label(person: string): string {
    return inCase(this.name, person).label.nl;
  }

  /** The device of somebody of the file, who signs in on it when it is first used; afterwards it opens the page anew. */
  async device(person: string, to: string): Promise<Page> {
    const there = this.devices.get(person);
    if (there) {
      await there.goto(to);
      return there;
    }
    const page = await this.stage.as(inCase(this.name, person).key, to);
    this.devices.set(person, page);
    return page;
  }

  readonly address = (page = ''): string => `/huishouden/${this.known.household}${page && `/${page}`}`;

  /** The day of everybody in this municipality: time goes on between two scenes. */
  async on(today: LocalDate): Promise<void> {
    await this.stage.ask(
      this.lead,
      'mutation ($key: ID!, $today: LocalDate) { setDemoClock(key: $key, today: $today) { __typename } }',
      { key: newId(), today },
    );
  }

  /** Asks the api about the household as its lead, for what a test looks up. */
  async told<Part>(fields: string): Promise<Part> {
    const { household } = await this.stage.ask<{ household: Part }>(
      this.lead,
      `query ($id: ID!) { household(id: $id) { ${fields} } }`,
      { id: this.known.household },
    );
    return household;
  }

  /** The household is there: which of its things is which one of the file. */
  async know(): Promise<void> {
    this.known.household = /huishouden\/([^/]+)/.exec(this.lead.url())?.[1] ?? '';
    const found = await this.told<{
      members: { personId: Id; name: string }[];
      problems: { id: Id; words: string }[];
      involvements: { id: Id; agencyName: string }[];
      waits: { id: Id; waiting: Id; for: Id }[];
    }>('members { personId name } problems { id words } involvements { id agencyName } waits { id waiting for }');
    const { household, problems, involvements, waits } = this.file;
    const keep = <Row extends object>(into: Map<string, Id>, key: string, row: Row | undefined, id: (row: Row) => Id) => {
      if (!row) throw new Error(`${key} is not in the household`);
      into.set(key, id(row));
    };
    for (const { key, label } of household.members)
      keep(
        this.known.members,
        key,
        found.members.find(({ name }) => name === label.nl),
        ({ personId }) => personId,
      );
    for (const { key, title } of problems)
      keep(
        this.known.problems,
        key,
        found.problems.find(({ words }) => words === title.nl),
        ({ id }) => id,
      );
    for (const { key, label } of involvements)
      keep(
        this.known.involvements,
        key,
        found.involvements.find(({ agencyName }) => agencyName === `${label.nl} (verzonnen)`),
        ({ id }) => id,
      );
    const end = (key: string) => this.known.involvements.get(key) ?? this.known.problems.get(key);
    for (const { key, ...wait } of waits)
      keep(
        this.known.waits,
        key,
        found.waits.find((one) => one.waiting === end(wait.waiting) && one.for === end(wait.for)),
        ({ id }) => id,
      );
  }

  /** Opens a short form by its button unless it stands open, fills it and records it as is nearest; ends when the form is gone. */
  async form(button: Locator, fill: (form: Locator) => Promise<void>): Promise<void> {
    const form = button.locator('xpath=..').locator('form');
    const isOpen = async () => (await button.getAttribute('aria-expanded')) === 'true';
    if (!(await isOpen())) await this.hand.click(button);
    // what was saved before moves the lines below it when its answer comes: who clicked just then clicks again
    await form.waitFor({ timeout: 3000 }).catch(async () => (await isOpen()) || this.hand.click(button));
    const made = await form.elementHandle();
    await fill(form);
    await this.record(form);
    await made?.waitForElementState('hidden').catch(async (error: unknown) => {
      throw new Error(`${String(error)}\n${await form.innerText()}`);
    });
    // the focus goes back to the button in the next frame, and would take the keys of who is faster
    await this.lead.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** From a line by Enter, from a text by Tab and Enter, from anything else with the mouse. */
  async record(form: Locator): Promise<void> {
    const at = await this.lead.evaluate(() => {
      const here = document.activeElement;
      return here instanceof HTMLInputElement && ['radio', 'checkbox', 'date'].includes(here.type) ? here.type : here?.tagName;
    });
    if (at !== 'INPUT' && at !== 'TEXTAREA') return this.hand.click(form.locator('button[type=submit]'));
    this.hand.think();
    return this.hand.press(...(at === 'INPUT' ? ['Enter'] : ['Tab', 'Enter']));
  }
}

/** A field by its label, wherever a page has it. */
export const field = (where: Page | Locator, label: string | RegExp) => where.getByLabel(label);
