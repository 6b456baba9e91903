import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { ImportFileFailure } from '@sasaeai/documents/read-import-lines'
import type { ApplyIndicatorImportInput, IndicatorImportInput } from '@sasaeai/domain/funding-indicator/indicator/indicator-import-input'
import type { PlannedIndicatorLine } from '@sasaeai/domain/funding-indicator/indicator/plan-indicator-import'
import type { FundingIndicatorId } from '@sasaeai/domain/funding-indicator/plan-ids'
import { id } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { type IndicatorImportPlan, planImportOfIndicators } from './plan-import-of-indicators.ts'
import { insertSayings, type News } from './say-indicator-year.ts'

/** Shows what a file would do, line by line, without doing it. */
export function previewIndicatorImport(deps: Deps, input: IndicatorImportInput): Promise<Outcome<IndicatorImportPlan, ImportFileFailure>> {
  return inTransaction(deps.db, (tx) => planImportOfIndicators(tx, input), { isolation: 'RepeatableRead' })
}

export interface ImportedIndicators {
  readonly added: number
  readonly changed: number
}

/** Takes in what the preview showed, all of it or nothing; the same file twice changes nothing the second time. */
export function applyIndicatorImport(
  deps: Deps,
  actor: Actor,
  input: ApplyIndicatorImportInput,
): Promise<Outcome<ImportedIndicators, ImportFileFailure | 'import_preview_outdated' | 'import_has_errors' | 'import_nothing_to_do'>> {
  return inTransaction(deps.db, async (tx) => {
    const plan = await planImportOfIndicators(tx, input)
    if (!plan.ok) return plan
    const { lines, fingerprint } = plan.value
    if (fingerprint !== input.fingerprint) return fail('import_preview_outdated')
    if (lines.some(({ status }) => status === 'error')) return fail('import_has_errors')
    const [added, changed] = [lines.filter(({ status }) => status === 'new'), lines.filter(({ status }) => status === 'changed')]
    if (added.length + changed.length === 0) return fail('import_nothing_to_do')
    const numbers = await firstFreeNumbers(tx)
    for (const line of [...added, ...changed]) {
      const indicatorId = line.indicatorId ?? (await addIndicator(deps, tx, { line, actor, numbers }))
      await insertSayings(deps, tx, { actor, indicatorId, fiscalYear: input.fiscalYear, news: newsOfLine(line), planReviewId: null })
    }
    const after = { added: added.length, changed: changed.length, fiscalYear: input.fiscalYear }
    await recordAuditEvent(deps, tx, { actor, action: 'funding_indicator.import', subjectKind: 'funding_indicator', subjectId: deps.newId(), after })
    return succeed({ added: added.length, changed: changed.length })
  })
}

/** The last numbers that codes and places have used. */
interface Numbers {
  code: number
  displayOrder: number
}

interface AddedLine {
  readonly line: PlannedIndicatorLine
  readonly actor: Actor
  readonly numbers: Numbers
}

async function addIndicator(deps: Deps, tx: Tx, { line, actor, numbers }: AddedLine): Promise<FundingIndicatorId> {
  const { category, name, unit, decimals } = line
  const indicatorId = deps.newId()
  numbers.code += 1
  numbers.displayOrder += 10
  await tx.fundingIndicator.create({
    data: { id: indicatorId, code: `M${numbers.code}`, name, category, unit, decimals, kind: 'manual', displayOrder: numbers.displayOrder },
  })
  await tx.indicatorVersion.create({
    data: { id: deps.newId(), indicatorId, version: 1, definition: name, recordedById: actor.userId },
  })
  return id<'FundingIndicatorId'>(indicatorId)
}

async function firstFreeNumbers(tx: Tx): Promise<Numbers> {
  const rows = await tx.fundingIndicator.findMany({ select: { code: true, displayOrder: true } })
  return {
    code: Math.max(0, ...rows.map(({ code }) => Number(/^M(\d{1,6})$/.exec(code)?.[1] ?? 0))),
    displayOrder: Math.max(0, ...rows.map((row) => row.displayOrder)),
  }
}

function newsOfLine({ target, actual }: PlannedIndicatorLine): News {
  return {
    ...(target === undefined ? {} : { target: { value: target, note: '' } }),
    ...(actual === undefined ? {} : { actual: { ...actual, source: '', note: '' } }),
  }
}
