import { toKatakana } from './kana.ts'

/** What has been heard of the reading of a name while it is typed. */
export interface OverheardReading {
  /** The reading so far, in katakana. */
  readonly reading: string
  /** Kana that the input method shows and has not converted yet. */
  readonly unconverted: string
}

export const nothingHeard: OverheardReading = { reading: '', unconverted: '' }

/** Remembers what is being converted: kana only, without the letters of a syllable that is still being typed. */
export function hearComposition(heard: OverheardReading, shown: string): OverheardReading {
  const kana = shown.normalize('NFKC').replace(/[a-z]+$/i, '')
  return /^[ぁ-ゖァ-ヺー]+$/.test(kana) ? { ...heard, unconverted: kana } : heard
}

/** The text of the name is settled: what was converted belongs to the reading; an emptied name has none. */
export function settleReading({ reading, unconverted }: OverheardReading, name: string): OverheardReading {
  const goesOn = name === '' ? '' : reading + toKatakana(unconverted)
  const isBlankNew = /[\s　]$/.test(name) && goesOn !== '' && !goesOn.endsWith(' ')
  return { reading: isBlankNew ? `${goesOn} ` : goesOn, unconverted: '' }
}
