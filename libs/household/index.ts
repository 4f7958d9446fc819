export * from './household.module';
export * from './household.reference';
export {
  type Chosen,
  type ChosenCode,
  type Circle,
  type CircularWait,
  findUnlock,
  type Smallest,
  type Unlock,
  type UnlockOptions,
  type WaitFact,
} from './unlock.rules';
export { sayChosen, saySmallest } from './unlock.words';
