import type { IndicatorKind } from '@sasaeai/domain/funding-indicator/indicator/indicator-kind'
import type { VersionContent } from '@sasaeai/domain/funding-indicator/indicator/indicator-version-input'
import { fail, type Failure } from '@sasaeai/domain/outcome/outcome'

export type KindProblem = 'indicator_needs_computation' | 'indicator_not_computed'

/** A definition of what is computed names its computation; one of what is entered has none. */
export function kindProblem(kind: IndicatorKind, { computation }: Pick<VersionContent, 'computation'>): Failure<KindProblem> | null {
  if (kind === 'computed' && computation === null) return fail('indicator_needs_computation', { field: 'computation' })
  if (kind === 'manual' && computation !== null) return fail('indicator_not_computed')
  return null
}
