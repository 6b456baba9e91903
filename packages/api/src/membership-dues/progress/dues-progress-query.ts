import { groundAt } from '@sasaeai/db/ground-at'
import { householdsByBasis } from '@sasaeai/domain/area/households-of-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import { type DuesCut, duesCut } from '@sasaeai/domain/membership-dues/progress/dues-cut'
import type { DuesProgressInput } from '@sasaeai/domain/membership-dues/progress/dues-progress-input'
import {
  type DuesProgressFacts,
  type DuesProgressWire,
  type ProgressKind,
  wireOfProgress,
} from '@sasaeai/domain/membership-dues/progress/dues-progress-wire'
import { duesTermsOfYear } from '@sasaeai/domain/membership-dues/terms/dues-terms-of-year'
import { listHouseholds } from '../../area/area-queries.ts'
import type { Deps } from '../../deps.ts'
import { keptAnswer } from '../../ledger/kept-answers.ts'
import { readGroundData, readVersions } from '../../ledger/read-ground-data.ts'
import { readReportMoment, type ReportMoment } from '../../ledger/report-moment.ts'
import { sumsAt } from '../../ledger/sums-at.ts'
import { factsOfFold } from './dues-fold.ts'
import { type AskedOfYear, readAskedOfYear } from '../request/read-asked-dues.ts'
import { duesFoldOf, receivedDues } from './received-dues.ts'

/** 納入状況 of a year up to a day, as it travels. */
export async function duesProgressAnswer(deps: Deps, input: DuesProgressInput): Promise<DuesProgressWire> {
  return wireOfProgress(await readDuesProgress(deps, input))
}

/**
 * The same in full: from sums that are kept and brought up to date, and from what was asked, kept until it changes. Of a
 * past moment the money is as it stood then, and what was asked, households and names as they were then.
 */
export async function readDuesProgress(deps: Deps, input: DuesProgressInput): Promise<DuesProgressFacts> {
  return duesProgressAt(deps, input, await readReportMoment(deps, input.postedUntil))
}

/** The same with the moment already placed in the books, for a report that is made of more. */
export async function duesProgressAt(deps: Deps, input: DuesProgressInput, { moment, position }: ReportMoment): Promise<DuesProgressFacts> {
  const { db } = deps
  const cut = duesCut(input, localDateInTokyo(moment ?? deps.now()))
  const [received, { ground, asked, households }] = await Promise.all([sumsAt(db, receivedDues(cut), position), readAsked(deps, cut, moment)])
  const kinds = kindsOf(ground, cut, asked.statuses)
  const householdKinds = new Set(kinds.flatMap(({ duesKindId, unit }) => (unit === 'household' ? [duesKindId] : [])))
  return {
    cut,
    kinds,
    areas: ground.areas,
    facts: factsOfFold(duesFoldOf(received, asked), householdKinds),
    households: householdsByBasis(households),
  }
}

/** What does not depend on payments. A changed area leaves what was asked as it is, and the other way round. */
async function readAsked(deps: Deps, { fiscalYear }: DuesCut, moment: Date | null) {
  const db = groundAt(deps.db, moment)
  const versions = await readVersions(deps.db)
  const [ground, asked, households] = await Promise.all([
    // An older copy would be kept under the newer version, until that one is over.
    readGroundData(db, versions.ground),
    keptAnswer(db, { question: ['dues asked', fiscalYear], version: versions.dues }, () => readAskedOfYear(db, fiscalYear)),
    keptAnswer(db, { question: ['households', fiscalYear], version: versions.ground }, () => listHouseholds({ db }, fiscalYear)),
  ])
  return { ground, asked, households }
}

function kindsOf(
  ground: GroundData,
  { fiscalYear }: DuesCut,
  statuses: AskedOfYear['statuses'],
): ProgressKind[] {
  return [...ground.duesKinds].map(([duesKindId, { name }]) => {
    const { unit = null, payer = null } = duesTermsOfYear(ground, duesKindId, fiscalYear) ?? {}
    return { duesKindId, name, unit, payer, request: statuses.get(duesKindId) ?? 'none' }
  })
}
