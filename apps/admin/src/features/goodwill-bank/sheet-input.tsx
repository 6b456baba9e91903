interface SheetInputProps {
  readonly id: string
  /** Which column of the sheet it is in: ↑, ↓ and Enter stay in it. */
  readonly column: string
  readonly label: string
  /** The heading of its column, which a phone shows above each field. */
  readonly heading: string
  readonly value: string
  readonly isWrong: boolean
  /** The id of the line's error. */
  readonly describedBy: string
  readonly onType: (text: string) => void
}

/** A narrow field of a sheet. */
export function SheetInput({ id, column, label, heading, value, isWrong, describedBy, onType }: SheetInputProps) {
  return (
    <>
      <span aria-hidden className="block text-[0.75rem] text-ink-sub sm:hidden">{heading}</span>
      <input
        id={id}
        data-column={column}
        inputMode={column === 'expiresOn' ? 'text' : 'decimal'}
        autoComplete="off"
        aria-label={label}
        aria-invalid={isWrong ? true : undefined}
        aria-describedby={isWrong ? describedBy : undefined}
        defaultValue={value}
        onChange={(event) => onType(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        className="figures min-h-(--control-small) w-24 max-w-full rounded-6 border border-line-field px-2 text-right aria-invalid:border-red-900"
      />
    </>
  )
}
