import { sumYen, type Yen } from '../../money/yen.ts'

/** What a 校区分会 set out to collect in one way, and what came in. In yen; 0 for none. */
export interface BranchMethod {
  readonly goalYen: Yen
  readonly collectedYen: Yen
  /** Of the drive of the same code and kind a year before. */
  readonly lastYearYen: Yen
}

export interface BranchFigures {
  /** Null where no goal was set. */
  readonly goalYen: Yen | null
  readonly collectedYen: Yen
  /** 目標に対する実績額: only what came in by the ways that the branch has a goal for. */
  readonly towardsGoalYen: Yen
  readonly lastYearYen: Yen
}

/**
 * The figures of a branch over all methods. 達成率 compares like with like: a council often sets the goals for companies,
 * schools and the street on the whole, and money that such ways brought in a 校区 is not held against its goal for 戸別.
 */
export function branchFigures(methods: readonly BranchMethod[]): BranchFigures {
  const withGoal = methods.filter(({ goalYen }) => goalYen > 0)
  return {
    goalYen: withGoal.length === 0 ? null : sumYen(withGoal.map(({ goalYen }) => goalYen)),
    collectedYen: sumYen(methods.map(({ collectedYen }) => collectedYen)),
    towardsGoalYen: sumYen(withGoal.map(({ collectedYen }) => collectedYen)),
    lastYearYen: sumYen(methods.map(({ lastYearYen }) => lastYearYen)),
  }
}
