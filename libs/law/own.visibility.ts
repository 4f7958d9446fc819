/** Rules of a municipality are public there, and not there for another one. The same text as the row policies. */
const visible = 'municipality_id = any ((select gate.tenants())::uuid[]) and (true)';

export const VISIBLE = { own_law: visible, own_provision: visible } as const;
