import { id, type LetterTemplateId } from '@sasaeai/domain/ids'
import type { LetterKind } from '@sasaeai/domain/letter/letter-kind'
import type { LetterTemplateDetails } from '@sasaeai/domain/letter/letter-template-details'
import type { Deps } from '../../deps.ts'

export interface UsableTemplate extends LetterTemplateDetails {
  readonly templateId: LetterTemplateId
}

/** Templates in use for letters of a kind on paper, in the order of their codes: one of them, or all. */
export function readUsableTemplates(deps: Pick<Deps, 'db'>, kind: LetterKind, templateId?: LetterTemplateId): Promise<UsableTemplate[]> {
  return readTemplates(deps, { kind, forPaper: true, ...(templateId === undefined ? {} : { id: templateId }) })
}

/** The same for mails of a kind. */
export function readMailTemplates(deps: Pick<Deps, 'db'>, kind: LetterKind): Promise<UsableTemplate[]> {
  return readTemplates(deps, { kind, forMail: true })
}

async function readTemplates({ db }: Pick<Deps, 'db'>, which: { kind: LetterKind; id?: LetterTemplateId; forPaper?: true; forMail?: true }): Promise<UsableTemplate[]> {
  const templates = await db.prisma.letterTemplate.findMany({ where: { ...which, closedOn: null }, orderBy: { code: 'asc' } })
  return templates.map(({ id: rowId, ...template }) => ({ ...template, templateId: id<'LetterTemplateId'>(rowId) }))
}

/** What is told where the template that was chosen is not there any more. */
export const templateGone = 'ひな形が使用終了になったか、紙では使えません。ひな形を選び直してください。'
