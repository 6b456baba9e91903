import { z } from 'zod'
import type { DateContext } from '../../calendar/parse-date.ts'
import { typedDateSchema } from '../../calendar/typed-date.ts'
import { formatLocalDateShort } from '../../calendar/japanese-era.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { ledgerAccountIdSchema } from '../../id-schemas.ts'
import type { LedgerAccountId } from '../../ids.ts'
import { amountRefusalMessage, parseAmount } from '../../money/parse-amount.ts'
import { formatYen, type Yen } from '../../money/yen.ts'
import { remitCustodySchema, type RemitCustodyInput } from './remittance-input.ts'

/** A remittance as a form holds it. */
export interface TypedRemittance {
  remittedOn: string
  amountYen: string
  cashAccountId: string
  note: string
}

/** What a person decides of a remittance; which drive it is of the page knows. */
export type RemittanceDetails = Omit<RemitCustodyInput, 'remittanceId' | 'campaignId'>

/** The form of a remittance, read: the rules of the amount are those of the command. */
export function typedRemittanceSchema(context: DateContext) {
  const { amountYen, note } = remitCustodySchema.shape
  return z.object({
    remittedOn: typedDateSchema(context),
    amountYen: z
      .string()
      .transform((text, issues): number => {
        const amount = parseAmount(text)
        if (amount.ok) return amount.yen
        issues.addIssue({ code: 'custom', message: amountRefusalMessage(amount.reason) })
        return z.NEVER
      })
      .pipe(amountYen),
    cashAccountId: z.string().min(1, '送金元を選んでください。例：普通預金').pipe(ledgerAccountIdSchema),
    note: note.unwrap(),
  })
}

/** The form as it opens: everything that is held, today, from the usual account. */
export function firstRemittance(heldYen: Yen, today: LocalDate, usualId: LedgerAccountId | null): TypedRemittance {
  return { remittedOn: formatLocalDateShort(today), amountYen: heldYen > 0 ? formatYen(heldYen) : '', cashAccountId: usualId ?? '', note: '' }
}
