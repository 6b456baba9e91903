import { labelPlaces } from '@sasaeai/domain/letter/address-label/label-place'
import { a4Mm } from '@sasaeai/domain/letter/address-label/label-sheet-details'
import { addressLines } from '@sasaeai/domain/letter/address-label/address-lines'
import type { LabelPreview, LabelSheet } from './label-papers.ts'

interface LabelSheetPictureProps {
  readonly sheet: LabelSheet
  /** The first label to print on, from 1. */
  readonly startAt: number
  readonly labels: LabelPreview['first']
  readonly onStart: (startAt: number) => void
}

const percent = (mm: number, of: number) => `${(mm / of) * 100}%`
/** Letters as large as on the sheet: a hundredth of the picture's width is 2.1 mm. */
const letters = (mm: number) => `${(mm / a4Mm.width) * 100}cqw`

/** The first sheet: each label can be chosen as the first free one, by a press or with the arrow keys. */
export function LabelSheetPicture({ sheet, startAt, labels, onStart }: LabelSheetPictureProps) {
  const places = labelPlaces({ ...sheet, shiftRightMm: 0, shiftDownMm: 0 })
  return (
    <fieldset>
      <legend className="font-bold">どのラベルから使うか</legend>
      <p className="mb-2 text-[0.875rem] text-ink-sub">使いかけの用紙は、残っている最初のラベルを選びます（矢印キーでも選べます）。</p>
      <div className="@container relative w-full overflow-hidden rounded-4 border border-line bg-white" style={{ aspectRatio: `${a4Mm.width} / ${a4Mm.height}` }}>
        {places.map(({ leftMm, topMm }, index) => {
          const place = index + 1
          const isUsed = place < startAt
          return (
            <label
              key={`${leftMm} ${topMm}`}
              className={`absolute block cursor-pointer overflow-hidden border border-dashed border-line-field hover:bg-accent-soft has-checked:border-2 has-checked:border-solid has-checked:border-accent has-focus-visible:outline-3 has-focus-visible:-outline-offset-3 has-focus-visible:outline-ink ${isUsed ? 'bg-line' : 'bg-white'}`}
              style={{ left: percent(leftMm, a4Mm.width), top: percent(topMm, a4Mm.height), width: percent(sheet.labelWidthMm, a4Mm.width), height: percent(sheet.labelHeightMm, a4Mm.height) }}
            >
              <input type="radio" name="label-start" className="sr-only" checked={place === startAt} aria-label={`${place}枚目`} onChange={() => onStart(place)} />
              {isUsed ? <span className="absolute inset-0 grid place-items-center text-ink-sub" style={{ fontSize: letters(4) }}>使用済み</span> : <LabelWords label={labels[place - startAt]} />}
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}

function LabelWords({ label }: { label: LabelPreview['first'][number] | undefined }) {
  if (label === undefined) return null
  const { first, second } = addressLines(label.address)
  return (
    <span aria-hidden className="flex h-full flex-col justify-center leading-130 whitespace-nowrap" style={{ fontSize: letters(2.8), paddingInline: letters(3.5) }}>
      <span>{label.postalCode === '' ? '' : `〒${label.postalCode}`}</span>
      <span className="truncate">{first}</span>
      {second !== '' && <span className="truncate">{second}</span>}
      {label.names.map(({ name, honorific }, index) => (
        <span key={`${index} ${name}`} className="truncate font-bold" style={{ fontSize: letters(label.names.length > 2 ? 3 : 4) }}>{`${name}　${honorific}`}</span>
      ))}
    </span>
  )
}
