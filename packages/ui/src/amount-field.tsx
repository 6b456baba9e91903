import { EchoedField } from './echoed-field.tsx'
import type { EchoedFieldProps } from './echoed-field.tsx'

export interface AmountFieldProps extends EchoedFieldProps {
  readonly unit?: string | undefined
}

/** An amount, right aligned, followed by its unit (円 unless told otherwise). The parser decides what is understood. */
export function AmountField({ unit = '円', ...props }: AmountFieldProps) {
  const look = { width: 'short', inputClassName: 'figures text-right', echoLabel: '読み取った金額：', unit } as const
  return <EchoedField inputMode="numeric" {...props} look={look} />
}
