import type { SupporterId } from '@sasaeai/domain/ids'
import { isMailAddress } from '@sasaeai/domain/letter/outbox/mail-address'
import type { ReceiptsToMail } from '@sasaeai/domain/receipt/receipt-input'
import type { Deps } from '../../deps.ts'
import { askingOf } from '../../ledger/asking.ts'
import { type MailStanding, readMailCandidates } from './mail-candidates.ts'
import { readReceiptMailWords } from './receipt-mail-words.ts'

/** What mailing receipts would do. */
export interface MailOutlook {
  readonly counts: Readonly<Record<MailStanding, number>>
  /** The first of those who wish for a PDF and have no address. */
  readonly unreachable: readonly { readonly supporterId: SupporterId | null; readonly number: string; readonly payer: string }[]
  /** The first mail that would go out; of a single receipt also where it was not asked for. Null where there is none. */
  readonly sample: { readonly toName: string; readonly toAddress: string; readonly subject: string; readonly body: string } | null
  /** Whether mails leave by themselves. */
  readonly isServerSending: boolean
}

const mostUnreachable = 50

export async function readMailOutlook(deps: Deps, { of }: ReceiptsToMail): Promise<MailOutlook> {
  const candidates = await readMailCandidates(askingOf(deps.db.pool), of)
  const counts = { ready: 0, waiting: 0, sent: 0, not_wished: 0, unreachable: 0 }
  for (const { standing } of candidates) counts[standing] += 1
  const ready = candidates.find(({ standing }) => standing === 'ready') ?? (candidates.length === 1 ? candidates[0] : undefined)
  return {
    counts,
    unreachable: candidates.filter(({ standing }) => standing === 'unreachable').slice(0, mostUnreachable)
      .map(({ supporterId, number, payer }) => ({ supporterId, number, payer })),
    sample: ready === undefined || !isMailAddress(ready.toAddress) ? null : { toName: ready.payer, toAddress: ready.toAddress, ...(await readReceiptMailWords(deps))(ready) },
    isServerSending: deps.mailFrom !== undefined,
  }
}
