import { type FiscalYear, fiscalYearOf } from '../../calendar/fiscal-year.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { addYen, type Yen, yen } from '../../money/yen.ts'
import type { ExternalApplicationState } from './external-application-state.ts'
import { type ExternalCallKind, externalCallKinds } from './external-call-kind.ts'

/** An application with what its rate is told by. */
export interface DecidedApplication {
  readonly state: ExternalApplicationState
  readonly decidedOn: LocalDate | null
  readonly awardedYen: Yen | null
  readonly receivedYen: Yen
  readonly kind: ExternalCallKind
  readonly funder: string
}

/** 採択率 = 採択 ÷ 決定. What was withdrawn or is not decided counts in neither. */
export interface SuccessFigures {
  readonly decided: number
  readonly awarded: number
  readonly awardedYen: Yen
  /** What came of those awards, whenever it came. */
  readonly receivedYen: Yen
}

export interface SuccessLine<Key> extends SuccessFigures {
  readonly key: Key
}

export interface ExternalSuccess {
  /** By the fiscal year of the decision, the newest first. */
  readonly years: readonly SuccessLine<FiscalYear>[]
  readonly kinds: readonly SuccessLine<ExternalCallKind>[]
  /** The one that gave most first. */
  readonly funders: readonly SuccessLine<string>[]
  readonly total: SuccessFigures
}

export function externalSuccess(applications: readonly DecidedApplication[]): ExternalSuccess {
  const decided = applications.flatMap((application) => {
    const { state, decidedOn } = application
    return decidedOn !== null && (state === 'awarded' || state === 'rejected') ? [{ ...application, decidedOn }] : []
  })
  const years = linesBy(decided, ({ decidedOn }) => fiscalYearOf(decidedOn)).toSorted((left, right) => right.key - left.key)
  const kinds = linesBy(decided, ({ kind }) => kind).toSorted((left, right) => externalCallKinds.indexOf(left.key) - externalCallKinds.indexOf(right.key))
  const funders = linesBy(decided, ({ funder }) => funder)
    .toSorted((left, right) => right.awardedYen - left.awardedYen || right.decided - left.decided || left.key.localeCompare(right.key, 'ja'))
  return { years, kinds, funders, total: figuresOf(decided) }
}

function linesBy<Key, Application extends DecidedApplication>(applications: readonly Application[], keyOf: (application: Application) => Key): SuccessLine<Key>[] {
  return [...Map.groupBy(applications, keyOf)].map(([key, of]) => ({ key, ...figuresOf(of) }))
}

function figuresOf(applications: readonly DecidedApplication[]): SuccessFigures {
  const sum = (figure: (application: DecidedApplication) => Yen | null) => applications.reduce((total, each) => addYen(total, figure(each) ?? yen(0)), yen(0))
  return {
    decided: applications.length,
    awarded: applications.filter(({ state }) => state === 'awarded').length,
    awardedYen: sum(({ awardedYen }) => awardedYen),
    receivedYen: sum(({ receivedYen }) => receivedYen),
  }
}
