import { toKatakana } from '@sasaeai/domain/text/kana'
import { type CompositionEvent, useRef } from 'react'

/**
 * Gathers the reading of a name while it is typed: the kana that the input method shows before it converts them.
 * `propose` is told the reading so far, until somebody writes the reading field themselves (`stop`).
 */
export function useReading(propose: (kana: string) => void, isStopped: boolean) {
  const state = useRef({ reading: '', unconverted: '', isStopped })
  return {
    stop: () => {
      state.current.isStopped = true
    },
    /** To be told whenever the text of the name is settled. */
    settle: (name: string) => {
      const { reading, unconverted, isStopped: isOver } = state.current
      const goesOn = name === '' ? '' : reading + toKatakana(unconverted)
      const isBlankNew = /[\s　]$/.test(name) && goesOn !== '' && !goesOn.endsWith(' ')
      state.current.reading = isBlankNew ? `${goesOn} ` : goesOn
      state.current.unconverted = ''
      if (!isOver && state.current.reading !== reading) propose(state.current.reading.trim())
    },
    /** For the name's input: remembers what is being converted. */
    onCompositionUpdate: ({ data }: CompositionEvent<HTMLInputElement>) => {
      const kana = data.normalize('NFKC').replace(/[a-z]+$/i, '')
      if (/^[ぁ-ゖァ-ヺー]+$/.test(kana)) state.current.unconverted = kana
    },
  }
}
