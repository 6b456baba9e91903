import { defaultLetterTemplates } from '@sasaeai/domain/letter/default-letter-templates'
import { letterTemplateDetailsSchema } from '@sasaeai/domain/letter/letter-template-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { done } from '@sasaeai/testing/a-grant'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deleteGroundItem } from '../../council/delete-ground-item.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { exportLetterTemplates } from './export-letter-templates.ts'
import { letterTemplateTable as table, listLetterTemplates } from './letter-template-table.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

test('a council begins with the standard templates, in the very words that 「標準の文に戻す」 puts back', async () => {
  const laid = await listLetterTemplates(database.db)
  expect(laid.map((template) => letterTemplateDetailsSchema.parse(template))).toEqual(defaultLetterTemplates)
  const listed = await csvRows(exportLetterTemplates(council.deps, { format: 'csv' }))
  expect(listed.map(([code, name, , , , heading, subject, body]) => ({ code, name, heading, subject, body })))
    .toEqual(defaultLetterTemplates.map(({ code, name, heading, subject, body }) => ({ code, name, heading, subject, body })))
  expect(listed[0]?.slice(2, 5)).toEqual(['礼状', '紙・メール', 'すべて'])
})

test('two who change the same template do not overwrite each other, and the audit log keeps only what changed', async () => {
  const [first] = await listLetterTemplates(database.db)
  if (first === undefined) throw new Error('no template is laid')
  const { id, revision } = first
  const details = { ...letterTemplateDetailsSchema.parse(first), heading: '感謝をこめて' }
  await done(saveGroundItem(council.deps, council.actors.accountant, { table, id, revision, details }))
  expect(await saveGroundItem(council.deps, council.actors.administrator, { table, id, revision, details: { ...details, heading: 'お礼' } }))
    .toMatchObject({ ok: false, code: 'changed_meanwhile' })
  const event = await database.db.prisma.auditEvent.findFirst({ where: { action: 'letter_template.update' } })
  expect(event).toMatchObject({ before: { heading: 'ご寄附のお礼' }, after: { heading: '感謝をこめて' } })
})

test('a template that a letter was sent from is closed, not deleted', async () => {
  const { id: templateId } = await database.db.prisma.letterTemplate.findFirstOrThrow({ where: { kind: 'notice' } })
  const supporter = await database.db.prisma.supporter.create({ data: { id: council.deps.newId(), number: 9_001, kind: 'person', name: '支援　太郎', searchText: '' } })
  await database.db.prisma.sentLetter.create({
    data: { id: council.deps.newId(), kind: 'notice', supporterId: supporter.id, templateId, sentOn: new Date('2026-06-01'), method: '郵送', recordedById: council.actors.accountant.userId },
  })
  expect(await deleteGroundItem(council.deps, council.actors.accountant, { table, id: templateId })).toMatchObject({ ok: false, code: 'in_use' })
})
