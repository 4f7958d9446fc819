import { execFileSync } from 'node:child_process';
import path from 'node:path';

type Structure = { role?: string; children?: Structure[]; type?: string };
/** What a reader finds in a PDF. Sizes in points. */
export type ReadPdf = {
  pages: {
    size: [number, number];
    text: string;
    heights: number[];
    fonts: number;
    lowest: number;
    /** text that is neither in the structure nor said to be left out of it */ loose: string[];
    marks: string[];
    structure: Structure | null;
  }[];
  info: { Title?: string; Language?: string; PDFFormatVersion?: string; [name: string]: unknown };
  marked: { Marked?: boolean } | null;
  scripts: unknown;
  files: unknown;
  preferences: { DisplayDocTitle?: boolean } | null;
};

export const readPdf = (bytes: Buffer): ReadPdf =>
  JSON.parse(
    execFileSync(process.execPath, [path.join(__dirname, 'pdf.reader.mjs')], {
      input: bytes,
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['pipe', 'pipe', 'ignore'],
    }).toString(),
  ) as ReadPdf;

/** Roles of the structure of a page, in reading order. */
export const rolesOf = (structure: Structure | null): string[] =>
  structure ? [...(structure.role ? [structure.role] : []), ...(structure.children ?? []).flatMap(rolesOf)] : [];
