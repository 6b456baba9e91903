import { type ComputationKey, computations, isComputationKey } from '@sasaeai/domain/funding-indicator/indicator/computations'
import type { IncomeCategory } from '@sasaeai/domain/funding-indicator/income/income-category'
import type { VersionContent } from '@sasaeai/domain/funding-indicator/indicator/indicator-version-input'
import type { FundingCategory } from '@sasaeai/domain/ledger/funding-category'

/** A definition as its form holds it: every choice of every computation, of which the chosen one's count. */
export interface ContentDraft {
  readonly definition: string
  readonly formula: string
  readonly computation: string
  readonly numerator: readonly IncomeCategory[]
  /** 収入の区分 by code, apart by commas. */
  readonly numeratorLines: string
  /** Empty for all income. */
  readonly denominator: readonly IncomeCategory[]
  readonly denominatorLines: string
  readonly excluded: readonly IncomeCategory[]
  readonly excludedLines: string
  readonly categories: readonly FundingCategory[]
  readonly basis: string
}

export const emptyContent: ContentDraft = {
  definition: '', formula: '', computation: '', numerator: [], numeratorLines: '', denominator: [], denominatorLines: '', excluded: ['care_service'], excludedLines: '',
  categories: ['membership_dues'], basis: 'resident_register',
}

/** What a form says, as it is sent. */
export function contentOf(draft: ContentDraft): VersionContent {
  const { definition, formula } = draft
  if (!isComputationKey(draft.computation)) return { definition, formula, computation: null, parameters: {} }
  return { definition, formula, computation: draft.computation, parameters: parametersOf(draft, draft.computation) }
}

/** The form of a definition that is there. */
export function draftOfContent({ definition, formula, computation, parameters }: { definition: string; formula: string; computation: string | null; parameters: unknown }): ContentDraft {
  const base = { ...emptyContent, definition, formula, computation: computation ?? '' }
  if (!isComputationKey(computation)) return base
  if (computation === 'income_ratio') {
    const parsed = computations.income_ratio.parameters.safeParse(parameters)
    if (!parsed.success) return base
    const { numerator, denominator, excluded } = parsed.data
    return {
      ...base, numerator: numerator.categories, numeratorLines: numerator.lines.join('、'), denominator: denominator?.categories ?? [],
      denominatorLines: denominator?.lines.join('、') ?? '', excluded: excluded.categories, excludedLines: excluded.lines.join('、'),
    }
  }
  const money = computations.target_attainment.parameters.safeParse(parameters)
  const basis = computations.dues_enrollment.parameters.safeParse(parameters)
  return { ...base, ...(money.success ? money.data : {}), ...(basis.success ? basis.data : {}) }
}

/** What a computation asks beside itself. */
export function asksOf(computation: string): { readonly money: boolean; readonly basis: boolean; readonly income: boolean } {
  const shape = isComputationKey(computation) ? computations[computation].parameters.shape : {}
  return { money: 'categories' in shape, basis: 'basis' in shape, income: 'numerator' in shape }
}

function parametersOf(draft: ContentDraft, computation: ComputationKey): VersionContent['parameters'] {
  const { money, basis, income } = asksOf(computation)
  const isChosen = draft.denominator.length > 0 || draft.denominatorLines.trim() !== ''
  return {
    ...(income ? {
      numerator: { categories: [...draft.numerator], lines: codesIn(draft.numeratorLines) },
      denominator: isChosen ? { categories: [...draft.denominator], lines: codesIn(draft.denominatorLines) } : null,
      excluded: { categories: [...draft.excluded], lines: codesIn(draft.excludedLines) },
    } : {}),
    ...(money ? { categories: [...draft.categories] } : {}),
    ...(basis ? { basis: draft.basis } : {}),
  }
}

function codesIn(text: string): string[] {
  return text.normalize('NFKC').split(/[\s,、]+/).filter((code) => code !== '')
}
