import { EchoedField } from './echoed-field.tsx'
import type { EchoedFieldProps } from './echoed-field.tsx'

export type { Echo, ReadEcho } from './use-echo.ts'

/** A civil date, typed: no calendar to click through. The parser decides which spellings are understood. */
export function DateField(props: EchoedFieldProps) {
  const look = { width: 'medium', inputClassName: 'figures', echoLabel: '読み取った日付：' } as const
  return <EchoedField inputMode="text" {...props} look={look} />
}
