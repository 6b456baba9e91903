import type { Db } from '@sasaeai/db/database'
import { defaultLetterTemplates } from '@sasaeai/domain/letter/default-letter-templates'
import type { LetterKind } from '@sasaeai/domain/letter/letter-kind'
import type { MailWording } from '@sasaeai/domain/letter/mail-text'

/** The wording that mails of a kind go out with: the council's first template for mail, or the standard one. */
export async function readMailWordings({ prisma }: Db): Promise<(kind: LetterKind) => MailWording> {
  const select = { kind: true, heading: true, subject: true, body: true, listsFacts: true } as const
  const own = await prisma.letterTemplate.findMany({ where: { forMail: true, closedOn: null }, select, orderBy: { code: 'asc' } })
  return (kind) => {
    const found = [...own, ...defaultLetterTemplates].find((template) => template.kind === kind)
    if (found === undefined) throw new Error(`no standard template for ${kind}`)
    return found
  }
}
