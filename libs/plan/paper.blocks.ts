/*
 * What a paper is made of, before anything is drawn: the rules make these, `paper.draw.ts` draws them. Lengths in points; widths of columns
 * in parts of the line.
 */
export type Run = {
  text: string;
  bold?: true;
  /** the language of what somebody wrote, where it is not that of the paper */ lang?: 'nl';
};
export type Line = Run[];

export type Block =
  | { kind: 'title'; over: string; text: string }
  | { kind: 'quote'; text: string; lang?: 'nl' }
  | { kind: 'card'; left: Line[]; right: Line[] }
  | { kind: 'heading'; text: string }
  | { kind: 'small heading'; text: string }
  | { kind: 'text'; line: Line }
  | { kind: 'list'; marks: 'numbers' | 'boxes' | 'points'; items: Line[] }
  | { kind: 'table'; caption: string; head: string[]; parts: number[]; rows: Line[][] }
  | { kind: 'signatures'; names: string[] }
  /** a new page: lying for what is wide */
  | { kind: 'page'; lying: boolean };

export type Language = 'nl' | 'en';

export type Paper = {
  language: Language;
  title: string;
  /** on each page, at the foot: version and date */
  foot: string;
  /** on each page, at the head: that it is a draft; null = it is what was decided */
  mark: string | null;
  pageOf: (page: number, pages: number) => string;
  /** the day on which it was made, on the clock of the municipality */
  madeOn: string;
  body: Block[];
  annex: Block[];
};

export const plain = (text: string): Line => [{ text }];
export const bold = (text: string): Run => ({ text, bold: true });
