/** Which lines somebody may see: what the money of a plan is, of one's own tenant; the same as the row policies. Every read starts here. */
const money = `municipality_id = any ((select gate.tenants())::uuid[]) and household_id = any ((select gate.allowed('K7'))::uuid[])`;

export const VISIBLE = { cost_line: money, unpriced_item: money } as const;
