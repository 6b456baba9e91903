import { randomBytes } from 'node:crypto'
import { giverLinkMail } from '@sasaeai/domain/online-giving/giver/giver-link-mail'
import type { AskForLinkInput } from '@sasaeai/domain/online-giving/giver/giver-page-input'
import type { Desk } from '../../deps.ts'
import { queueMail } from '../../letter/outbox/queue-mail.ts'
import { hashOfSecret } from '../gift/gift-access.ts'

const goodForMillis = 30 * 60_000

/** Puts a link to マイページ into the outbox, for an address that has given. Nobody but its reader ever knows it. */
export async function mailGiverLink({ deps, actor, tx }: Desk, { email, language, origin }: Pick<AskForLinkInput, 'email' | 'language'> & { readonly origin: string }): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  const now = deps.now()
  await tx.giverLink.deleteMany({ where: { expiresAt: { lt: now } } })
  await tx.giverLink.create({ data: { tokenHash: hashOfSecret(token), email, createdAt: now, expiresAt: new Date(now.getTime() + goodForMillis) } })
  const { name, phone, isDemo } = await tx.council.findUniqueOrThrow({ where: { id: 1 }, select: { name: true, phone: true, isDemo: true } })
  // Behind the #, so that nothing that looks into mails before their reader does can use the link up by asking for it.
  const mail = giverLinkMail({ language, council: { name, phone }, url: `${origin}/my/open#${token}`, isDemo })
  await queueMail({ deps, actor, tx }, { ...mail, orderId: deps.newId(), subjectId: deps.newId(), kind: 'giver_link', supporterId: null, toName: '', toAddress: email, attachments: [] })
}
