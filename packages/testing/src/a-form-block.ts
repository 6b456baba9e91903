import { saveFormBlock } from '@sasaeai/api/community-chest/receipt-form/save-form-block'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { type FormBlockDetails, formBlockDetailsSchema } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-input'
import type { ReceiptFormBlockId } from '@sasaeai/domain/ids'
import type { ACouncil } from './a-council.ts'

/** 領収書 A, fifty forms from 1201 on, received on 25 September, unless told otherwise. */
export function formBlockDetails(council: ACouncil, change: Partial<FormBlockDetails> = {}): FormBlockDetails {
  return formBlockDetailsSchema.parse({
    series: '領収書 A', firstNumber: 1_201, lastNumber: 1_250, receivedOn: localDate(`${council.fiscalYear}-09-25`), keeper: '事務局の金庫', ...change,
  })
}

/** Takes in such a block. @throws Error with the code of the refusal. */
export async function aFormBlock(council: ACouncil, change: Partial<FormBlockDetails> = {}): Promise<ReceiptFormBlockId> {
  const saved = await saveFormBlock(council.deps, council.actors.receptionist, { change: null, details: formBlockDetails(council, change) })
  if (!saved.ok) throw new Error(saved.code)
  return saved.value.blockId
}
