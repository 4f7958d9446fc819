/** What a basis for sharing allows. */
export interface Basis {
  key: string;
  purposes: readonly string[];
  domains: readonly string[];
  recipients: readonly string[] | null;
  needsConsent: boolean;
  validFrom: string | null;
  validTo: string | null;
}

/** Bases that this type of agency can be given data on, on this day; those that are made for it first, those for anybody last. */
export function basesFor<One extends Basis>(bases: readonly One[], agencyType: string, today: string): One[] {
  const holds = bases.filter(
    ({ recipients, validFrom, validTo }) =>
      validFrom !== null &&
      validFrom <= today &&
      (validTo === null || validTo >= today) &&
      (recipients === null || recipients.includes(agencyType)),
  );
  return holds.toSorted((one, other) => Number(one.recipients === null) - Number(other.recipients === null));
}

/** Half a year: what is shared ends by itself, and is then asked again. */
export function shareEnds(today: string): string {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + 6);
  return day.toISOString().slice(0, 10);
}
