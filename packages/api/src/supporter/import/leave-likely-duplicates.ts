import type { Tx } from '@sasaeai/db/in-transaction'
import type { SupporterId, SupporterImportId } from '@sasaeai/domain/ids'
import { changesOf, type RegisterForImport } from '@sasaeai/domain/supporter/import/plan-supporter-import'
import type { SupporterPatch } from '@sasaeai/domain/supporter/import/read-supporter-line'
import {
  duplicateEvidenceIn, duplicateEvidencePoints, duplicateEvidenceWords, leastDuplicateScore, mostWithOneClue,
} from '@sasaeai/domain/supporter/merge/duplicate-score'
import { duplicatePairsAmong } from '../merge/duplicate-sql.ts'
import { lockRegistered } from './read-register-for-import.ts'

/** Lines of a file beside the register, so that both are looked through as one. */
const registerAndLines = `(SELECT id, kind, area_id, email, search_text FROM supporter WHERE merged_into_id IS NULL
    UNION ALL SELECT id, kind, area_id, coalesce(patch ->> 'email', ''), search_text FROM supporter_import_line WHERE import_id = $5::uuid AND status = 'new')`

interface LikelyPair {
  readonly lineNumber: number
  readonly supporterId: SupporterId
  readonly evidence: string[]
  readonly patch: SupporterPatch
}

/** Lines that would register somebody who may be in the register already, by the same points as 名寄せ: a person decides. */
export async function leaveLikelyDuplicates(tx: Tx, importId: SupporterImportId, areaName: RegisterForImport['areaName']): Promise<void> {
  // As for 名寄せ: the clues are gathered in memory, for this one statement.
  await tx.$executeRaw`SET LOCAL work_mem = '96MB'`
  const pairs = await tx.$queryRawUnsafe<LikelyPair[]>(
    `WITH found AS MATERIALIZED (${duplicatePairsAmong(registerAndLines)}),
       sides AS (SELECT first_id AS line_id, second_id AS supporter_id, score, evidence FROM found UNION ALL SELECT second_id, first_id, score, evidence FROM found)
     SELECT DISTINCT ON (l.line_number) l.line_number AS "lineNumber", s.id AS "supporterId", p.evidence, l.patch
     FROM sides p JOIN supporter_import_line l ON l.id = p.line_id AND l.import_id = $5::uuid JOIN supporter s ON s.id = p.supporter_id
     ORDER BY l.line_number, p.score DESC, s.number`,
    JSON.stringify(duplicateEvidencePoints), leastDuplicateScore, mostWithOneClue, null, importId,
  )
  if (pairs.length === 0) return
  const supporters = new Map((await lockRegistered(tx, pairs.map(({ supporterId }) => supporterId))).map((each) => [each.supporterId, each]))
  const rows = pairs.flatMap(({ lineNumber, supporterId, evidence, patch }) => {
    const supporter = supporters.get(supporterId)
    if (supporter === undefined) return []
    const alike = `番号${supporter.number}「${supporter.name}」と似ています：${duplicateEvidenceIn(evidence).map((each) => duplicateEvidenceWords[each]).join('、')}`
    return [{ lineNumber, supporterId, revision: supporter.revision, remarks: [alike, ...changesOf(patch, supporter, areaName)] }]
  })
  await tx.$executeRaw`
    UPDATE supporter_import_line l SET status = 'unsure', choice = 'leave', supporter_id = r."supporterId", revision = r.revision, remarks = r.remarks
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("lineNumber" int, "supporterId" uuid, revision int, remarks jsonb)
    WHERE l.import_id = ${importId}::uuid AND l.line_number = r."lineNumber"`
}
