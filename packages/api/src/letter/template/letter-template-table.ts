import type { Db } from '@sasaeai/db/database'
import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import { id } from '@sasaeai/domain/ids'
import type { LetterTemplateDetails } from '@sasaeai/domain/letter/letter-template-details'
import { type GroundTable, groundRowOf } from '../../council/ground-table.ts'

const columns = {
  code: true, name: true, kind: true, giftKinds: true, forPaper: true, forMail: true, heading: true, subject: true, body: true, listsFacts: true, revision: true,
} as const

/** 文書のひな形. One that letters were sent from is kept by their reference to it. */
export const letterTemplateTable: GroundTable<LetterTemplateDetails> = {
  subjectKind: 'letter_template',
  read: async (tx, templateId) => groundRowOf(await tx.letterTemplate.findUnique({ where: { id: templateId }, select: columns })),
  insert: (tx, templateId, template) => tx.letterTemplate.create({ data: { id: templateId, ...template } }),
  update: (tx, templateId, template) => tx.letterTemplate.update({ where: { id: templateId }, data: template }),
  setClosedOn: (tx, templateId, closedOn) => tx.letterTemplate.update({ where: { id: templateId }, data: { closedOn } }),
  remove: (tx, templateId) => tx.letterTemplate.delete({ where: { id: templateId } }),
}

/** Every template, closed ones included, in the order of their codes. */
export async function listLetterTemplates({ prisma }: Db) {
  const templates = await prisma.letterTemplate.findMany({ orderBy: { code: 'asc' } })
  return templates.map((template) => ({ ...template, id: id<'LetterTemplateId'>(template.id), closedOn: fromNullableDateColumn(template.closedOn) }))
}
