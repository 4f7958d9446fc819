/** The same words in Dutch and in English; Dutch comes first and is plain (B1). */
export type Words = { nl: string; en: string };

/** Control and bidirectional override characters that have no place in a sentence (tab and line feed may stay). */
export const FORBIDDEN_CHARACTERS =
  /[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
