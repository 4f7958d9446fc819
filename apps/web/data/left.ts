const LEFT = 'doorbraak.signed-out';

/** Somebody signed out on this device, and the api does not know it yet. */
export const isLeft = (): boolean => localStorage.getItem(LEFT) !== null;
export const leave = (): void => localStorage.setItem(LEFT, 'yes');
export const hasLeft = (): void => localStorage.removeItem(LEFT);
