import { addressLines } from '@sasaeai/domain/letter/address-label/address-lines'
import { inColumn } from '@sasaeai/domain/letter/address-label/in-column'
import { type Envelope, envelopeForm, type WritingDirection } from '@sasaeai/domain/letter/address-label/envelope'
import type { LabelPreview } from './label-papers.ts'

interface EnvelopePictureProps {
  readonly envelope: Envelope
  readonly direction: WritingDirection
  readonly label: LabelPreview['first'][number]
}

/** About how the first envelope will look. */
export function EnvelopePicture({ envelope, direction, label }: EnvelopePictureProps) {
  const { width, height, address, postalBoxes, sender } = envelopeForm(envelope, direction)
  const wide = (mm: number) => `${(mm / width) * 100}%`
  const high = (mm: number) => `${(mm / height) * 100}%`
  const letters = (mm: number) => `${(mm / width) * 100}cqw`
  const { first, second } = addressLines(label.address)
  const isVertical = direction === 'vertical'
  const written = (words: string) => (isVertical ? inColumn(words) : words)
  const digits = label.postalCode.replace('-', '')
  const isBoxed = postalBoxes !== null && digits.length === 7
  const size = envelope === 'square_2' ? 6 : 4.4
  return (
    <figure>
      <figcaption className="mb-1 font-bold">1通目の下見</figcaption>
      <div aria-hidden className="@container relative mx-auto overflow-hidden border border-line bg-white" style={{ aspectRatio: `${width} / ${height}`, width: width > height ? '100%' : '75%' }}>
        {isBoxed && postalBoxes.lefts.map((left, index) => (
          <span key={left} className="absolute grid place-items-center border border-red-900" style={{ left: wide(left), top: high(postalBoxes.top), width: wide(postalBoxes.size.width), height: high(postalBoxes.size.height), fontSize: letters(5) }}>
            {digits[index]}
          </span>
        ))}
        <div
          className={`absolute flex flex-col leading-150 ${isVertical ? '' : 'justify-center'}`}
          style={{ left: wide(address.left), top: high(address.top), width: wide(address.width), height: high(address.height), fontSize: letters(size), writingMode: isVertical ? 'vertical-rl' : 'horizontal-tb' }}
        >
          {!isBoxed && label.postalCode !== '' && <span>〒{label.postalCode}</span>}
          <span>{written(first)}</span>
          {second !== '' && <span>{written(second)}</span>}
          {label.names.map(({ name, honorific }, index) => (
            <span key={`${index} ${name}`} style={{ fontSize: letters(size * 1.5), ...(isVertical ? { paddingTop: letters(size * 3), marginRight: index === 0 ? letters(size) : 0 } : {}) }}>{`${written(name)}　${honorific}`}</span>
          ))}
        </div>
        <span className="absolute border border-dashed border-line text-ink-sub" style={{ left: wide(sender.left), top: high(sender.top), width: wide(sender.width), height: high(sender.height), fontSize: letters(3.5), padding: letters(1.5) }}>差出人</span>
      </div>
      <p className="mt-1 text-[0.875rem] text-ink-sub">{isBoxed ? '赤い枠は封筒に印刷されている郵便番号枠です（印刷しません）。' : ''}文字の大きさは宛名の長さに合わせて変わります。</p>
    </figure>
  )
}
