/** What a municipality pays is public there, and not there for another one. The same text as the row policy. */
export const VISIBLE = { own_unit_cost: 'municipality_id = any ((select gate.tenants())::uuid[]) and (true)' } as const;
