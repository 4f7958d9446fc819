import type { Locator, Page } from 'playwright-core';

/** The keystroke-level model (Card, Moran and Newell, 1980): seconds per operator, the only place where they stand. */
export const OPERATORS = {
  /** a key, or the button of the mouse */
  K: 0.2,
  /** pointing at something with the mouse or a finger */
  P: 1.1,
  /** the hand from keyboard to mouse, or back */
  H: 0.4,
  /** making up one's mind: before each field, choice and act */
  M: 1.35,
} as const;

export interface Effort {
  fields: number;
  keystrokes: number;
  clicks: number;
  screens: number;
  seconds: number;
}

/** Somebody at work: does everything through a real browser and counts what it costs. */
export class Hand {
  private counted: Effort = { fields: 0, keystrokes: 0, clicks: 0, screens: 0, seconds: 0 };
  private on: 'keyboard' | 'mouse' = 'keyboard';
  private screen = '';

  constructor(readonly page: Page) {}

  /** What the task has cost so far. */
  get effort(): Effort {
    return { ...this.counted, seconds: Math.round(this.counted.seconds * 10) / 10 };
  }

  /** Goes on from here as a new task. */
  begin(): void {
    this.counted = { fields: 0, keystrokes: 0, clicks: 0, screens: 0, seconds: 0 };
    this.on = 'keyboard';
    this.screen = this.page.url();
  }

  async click(what: Locator): Promise<void> {
    this.think();
    this.to('mouse');
    this.cost('P', 'K');
    this.counted.clicks += 1;
    await what.click();
    this.look();
  }

  /** Types into whatever has the focus, as somebody who came there by keyboard or has just pointed at it. */
  async type(text: string): Promise<void> {
    this.think();
    this.to('keyboard');
    this.counted.fields += 1;
    this.strike(text.length);
    // every key of a long text counts; the browser gets its end at once
    await this.page.keyboard.type(text.slice(0, 20));
    if (text.length > 20) await this.page.keyboard.insertText(text.slice(20));
  }

  /** Fills a field: points at it unless the focus is there already. */
  async fill(field: Locator, text: string): Promise<void> {
    await this.point(field);
    await this.type(text);
  }

  /** Replaces what stands in a field. */
  async replace(field: Locator, text: string): Promise<void> {
    await this.point(field);
    await this.press('Control+A');
    await this.type(text);
  }

  /** Chooses a day in a field of days, by its eight figures. */
  async date(field: Locator, day: string): Promise<void> {
    this.think();
    await this.point(field);
    this.to('keyboard');
    this.counted.fields += 1;
    this.strike(8);
    await field.fill(day);
  }

  /** Types into a field with suggestions until the wanted one is among them, goes there by arrow, and takes it. */
  async suggest(field: Locator, text: string, id: string): Promise<void> {
    await this.point(field);
    this.think();
    this.to('keyboard');
    this.counted.fields += 1;
    const own = this.page.locator(`[id="${(await field.getAttribute('aria-controls')) ?? ''}"]`).getByRole('option');
    const places = () => own.evaluateAll((options, end) => options.findIndex((one) => one.id.endsWith(`-${end}`)), id);
    let at = -1;
    for (const character of text) {
      this.strike(1);
      await this.page.keyboard.type(character);
      at = await places();
      if (at >= 0) break;
    }
    if (at < 0) throw new Error(`${id} is not suggested for ${text}`);
    await this.press(...Array<string>(at).fill('ArrowDown'), 'Enter');
  }

  /** Chooses from a list by typing its first letters, as a native select does; counted as three keys. */
  async choose(field: Locator, option: string | { index: number } | { value: string }): Promise<void> {
    this.think();
    this.to('mouse');
    this.cost('P', 'K');
    this.to('keyboard');
    this.counted.fields += 1;
    this.counted.clicks += 1;
    this.strike(3);
    await field.selectOption(typeof option === 'string' ? { label: option } : option);
  }

  /** One key or chord: `Enter`, `Control+Enter`. */
  async press(...keys: string[]): Promise<void> {
    this.to('keyboard');
    for (const key of keys) {
      this.strike(key.split('+').length);
      await this.page.keyboard.press(key);
    }
    this.look();
  }

  /** Decides something before the next act, for instance which of several answers it is. */
  think(): void {
    this.cost('M');
  }

  private async point(field: Locator): Promise<void> {
    if (await field.evaluate((element) => element === document.activeElement)) return;
    this.to('mouse');
    this.cost('P', 'K');
    this.counted.clicks += 1;
    await field.click();
  }

  private to(device: 'keyboard' | 'mouse'): void {
    if (this.on !== device) this.cost('H');
    this.on = device;
  }

  private strike(keys: number): void {
    this.counted.keystrokes += keys;
    this.counted.seconds += keys * OPERATORS.K;
  }

  private cost(...operators: (keyof typeof OPERATORS)[]): void {
    for (const operator of operators) this.counted.seconds += OPERATORS[operator];
  }

  private look(): void {
    const now = this.page.url();
    if (now !== this.screen) this.counted.screens += 1;
    this.screen = now;
  }
}

/** The table that `npm run bench:effort` prints. */
export function effortTable(rows: readonly { task: string; effort: Effort; budget: number }[]): string {
  const head = ['task', 'fields', 'keys', 'clicks', 'screens', 'seconds', 'at most'];
  const lines = rows.map(({ task, effort, budget }) =>
    [task, effort.fields, effort.keystrokes, effort.clicks, effort.screens, effort.seconds.toFixed(1), budget].map(String),
  );
  const widths = head.map((title, at) => Math.max(title.length, ...lines.map((line) => (line[at] ?? '').length)));
  const write = (line: string[]) =>
    line.map((cell, at) => (at ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join('  ');
  const operators = Object.entries(OPERATORS)
    .map(([name, seconds]) => `${name} ${seconds.toFixed(2)}`)
    .join(', ');
  return [`keystroke-level model, seconds: ${operators}`, write(head), ...lines.map(write)].join('\n');
}
