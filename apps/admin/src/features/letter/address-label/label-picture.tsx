import { addressLines } from '@sasaeai/domain/letter/address-label/address-lines'
import type { LabelPaper } from '@sasaeai/domain/letter/address-label/address-label-choices'
import { windowPlace } from '@sasaeai/domain/letter/address-label/envelope'
import { a4Mm } from '@sasaeai/domain/letter/address-label/label-sheet-details'
import { EnvelopePicture } from './envelope-picture.tsx'
import type { LabelPapers, LabelPreview, LabelSheet } from './label-papers.ts'
import { LabelSheetPicture } from './label-sheet-picture.tsx'

interface LabelPictureProps {
  readonly form: LabelPaper['form']
  readonly papers: LabelPapers
  readonly sheet: LabelSheet | undefined
  readonly labels: LabelPreview['first']
  /** Another label was chosen to begin with, from 1. */
  readonly onStart: (startAt: number) => void
}

/** About how the first sheet or envelope will look. */
export function LabelPicture({ form, papers, sheet, labels, onStart }: LabelPictureProps) {
  const [first] = labels
  switch (form) {
    case 'labels':
      return sheet === undefined ? null : <LabelSheetPicture sheet={sheet} startAt={papers.labels.startAt} labels={labels} onStart={onStart} />
    case 'envelopes':
      return first === undefined ? null : <EnvelopePicture envelope={papers.envelopes.envelope} direction={papers.envelopes.direction} label={first} />
    case 'window':
      return first === undefined ? null : <WindowPicture label={first} />
    case 'table':
      return first === undefined ? null : <FirstLine label={first} />
  }
}

/** The upper third of the sheet, which lies behind the window. */
function WindowPicture({ label: { postalCode, address, names } }: { label: LabelPreview['first'][number] }) {
  const third = a4Mm.height / 3
  const letters = (mm: number) => `${(mm / a4Mm.width) * 100}cqw`
  const { first, second } = addressLines(address)
  return (
    <figure>
      <figcaption className="mb-1 font-bold">1枚目の下見（三つ折りの上の面）</figcaption>
      <div aria-hidden className="@container relative overflow-hidden border border-line bg-white" style={{ aspectRatio: `${a4Mm.width} / ${third}` }}>
        <div
          className="absolute flex flex-col justify-center border border-dashed border-line-field leading-150 whitespace-nowrap"
          style={{ left: `${(windowPlace.left / a4Mm.width) * 100}%`, top: `${(windowPlace.top / third) * 100}%`, width: `${(windowPlace.width / a4Mm.width) * 100}%`, height: `${(windowPlace.height / third) * 100}%`, fontSize: letters(3) }}
        >
          {postalCode !== '' && <span>〒{postalCode}</span>}
          <span className="truncate">{first}</span>
          {second !== '' && <span className="truncate">{second}</span>}
          {names.map(({ name, honorific }, index) => <span key={`${index} ${name}`} className="truncate font-bold">{`${name}　${honorific}`}</span>)}
        </div>
      </div>
    </figure>
  )
}

function FirstLine({ label: { postalCode, address, names } }: { label: LabelPreview['first'][number] }) {
  const { first, second } = addressLines(address)
  const cells = [['郵便番号', postalCode], ['住所1', first], ['住所2', second], ['氏名', names[0]?.name ?? ''], ['敬称', names[0]?.honorific ?? ''], ['連名1', names[1]?.name ?? '']]
  return (
    <figure>
      <figcaption className="mb-1 font-bold">1件目の内容</figcaption>
      <dl className="grid grid-cols-[5em_minmax(0,1fr)] gap-x-3 rounded-8 border border-line p-3">
        {cells.map(([heading, words]) => (
          <div key={heading} className="contents">
            <dt className="text-ink-sub">{heading}</dt>
            <dd className="break-words">{words === '' ? '—' : words}</dd>
          </div>
        ))}
      </dl>
    </figure>
  )
}
