import { letterTemplateIdSchema } from '@sasaeai/domain/id-schemas'
import type { LetterKind } from '@sasaeai/domain/letter/letter-kind'
import type { CoveredReceipts } from '@sasaeai/domain/receipt/receipt-cover-input'
import type { ButtonProps } from '@sasaeai/ui/button'
import { LetterOrderButton } from '../../letter/letter-order-button.tsx'

interface CoverLettersButtonProps extends Pick<ButtonProps, 'size' | 'children'> {
  readonly of: CoveredReceipts
  readonly kinds?: readonly LetterKind[]
}

/** 送り状 to go with receipts. 年間証明 have templates of their own; what the chosen one does not fit is told of. */
export function CoverLettersButton({ of, kinds = ['receipt_cover', 'annual_cover'], size, children }: CoverLettersButtonProps) {
  return (
    <LetterOrderButton size={size} title="領収書の送り状を作る" kinds={kinds} note="窓あき封筒（長形3号）用のA4を、領収書1枚に1枚ずつ作ります。宛先は、支援者の今の住所（送付先があれば送付先）です。"
      order={({ templateId, issuedOn }) => ({ kind: 'receipt_cover_letters', of, templateId: letterTemplateIdSchema.parse(templateId), issuedOn })}>
      {children}
    </LetterOrderButton>
  )
}
