import { id, type LetterTemplateId } from '@sasaeai/domain/ids'
import type { LetterKind } from '@sasaeai/domain/letter/letter-kind'
import type { LetterTemplateDetails } from '@sasaeai/domain/letter/letter-template-details'
import type { Deps } from '../../deps.ts'

export interface UsableTemplate extends LetterTemplateDetails {
  readonly templateId: LetterTemplateId
}

/** Templates in use for letters of a kind on paper, in the order of their codes: one of them, or all. */
export async function readUsableTemplates({ db }: Pick<Deps, 'db'>, kind: LetterKind, templateId?: LetterTemplateId): Promise<UsableTemplate[]> {
  const templates = await db.prisma.letterTemplate.findMany({
    where: { kind, closedOn: null, forPaper: true, ...(templateId === undefined ? {} : { id: templateId }) },
    orderBy: { code: 'asc' },
  })
  return templates.map(({ id: rowId, ...template }) => ({ ...template, templateId: id<'LetterTemplateId'>(rowId) }))
}

/** What is told where the template that was chosen is not there any more. */
export const templateGone = 'ひな形が使用終了になったか、紙では使えません。ひな形を選び直してください。'
