/** Which lines somebody may see: what the money of a plan is, of one's own tenant; the same as the row policy. Every read starts here. */
export const VISIBLE_COSTS = `municipality_id = any ((select gate.tenants())::uuid[]) and household_id = any ((select gate.allowed('K7'))::uuid[])`;
