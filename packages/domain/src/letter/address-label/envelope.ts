/** 封筒: which ones can be printed on. */
export const envelopes = ['long_3', 'square_2', 'western_long_3'] as const
export type Envelope = (typeof envelopes)[number]

export const envelopeNames: Record<Envelope, string> = {
  long_3: '長形3号（120×235mm）',
  square_2: '角形2号（240×332mm）',
  western_long_3: '洋形長3号（235×120mm）',
}

/** 縦書き, 横書き */
export const writingDirections = ['horizontal', 'vertical'] as const
export type WritingDirection = (typeof writingDirections)[number]

export const writingDirectionNames: Record<WritingDirection, string> = { horizontal: '横書き', vertical: '縦書き' }

/** A rectangle in millimetres from the upper left corner of the paper. */
export interface PaperPlace {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/**
 * What every window envelope for 長形3号 shows of an A4 folded in three, however it lies: the same part of the sheet as in
 * window-letters.typ.
 */
export const windowPlace: PaperPlace = { left: 23.5, top: 13, width: 62, height: 22 }

/** How an envelope is printed, in millimetres, as it lies with its text upright. */
export interface EnvelopeForm {
  readonly width: number
  readonly height: number
  /** Where the address stands: with its postal code, unless that goes into the printed boxes. */
  readonly address: PaperPlace
  /** The left edges and the upper edge of the seven red boxes that the envelope has printed on it, or null. */
  readonly postalBoxes: { readonly lefts: readonly number[]; readonly top: number; readonly size: { readonly width: number; readonly height: number } } | null
  /** Where the council stands as the sender. */
  readonly sender: PaperPlace
}

/**
 * 郵便番号枠 of 定形郵便物: seven boxes of 5.7 × 8.0 mm, 12 mm from the upper edge, the last one 8 mm from the right; 1.3
 * mm between the first three, 1.9 mm before the fourth, 1.1 mm between the others (Japan Post, 郵便番号・バーコードマニュアル).
 */
function postalBoxesOf(width: number): EnvelopeForm['postalBoxes'] {
  const first = width - 8 - 47.7
  return { lefts: [0, 7, 14, 21.6, 28.4, 35.2, 42].map((left) => first + left), top: 12, size: { width: 5.7, height: 8 } }
}

const upright = { width: 120, height: 235 }

const forms: Record<Envelope, Record<WritingDirection, EnvelopeForm>> = {
  long_3: {
    horizontal: { ...upright, address: { left: 18, top: 62, width: 88, height: 70 }, postalBoxes: postalBoxesOf(120), sender: { left: 34, top: 186, width: 72, height: 36 } },
    vertical: { ...upright, address: { left: 34, top: 28, width: 74, height: 150 }, postalBoxes: postalBoxesOf(120), sender: { left: 12, top: 192, width: 72, height: 32 } },
  },
  square_2: {
    horizontal: { width: 240, height: 332, address: { left: 45, top: 90, width: 150, height: 90 }, postalBoxes: null, sender: { left: 120, top: 270, width: 96, height: 42 } },
    vertical: { width: 240, height: 332, address: { left: 85, top: 50, width: 115, height: 200 }, postalBoxes: null, sender: { left: 24, top: 270, width: 96, height: 42 } },
  },
  western_long_3: {
    horizontal: { width: 235, height: 120, address: { left: 80, top: 30, width: 130, height: 52 }, postalBoxes: null, sender: { left: 12, top: 88, width: 84, height: 26 } },
    vertical: { ...upright, address: { left: 34, top: 28, width: 74, height: 150 }, postalBoxes: postalBoxesOf(120), sender: { left: 12, top: 192, width: 72, height: 32 } },
  },
}

export function envelopeForm(envelope: Envelope, direction: WritingDirection): EnvelopeForm {
  return forms[envelope][direction]
}
