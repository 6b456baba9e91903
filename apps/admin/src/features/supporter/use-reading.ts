import { hearComposition, nothingHeard, settleReading } from '@sasaeai/domain/text/overheard-reading'
import { type CompositionEvent, useRef } from 'react'

/**
 * Gathers the reading of a name while it is typed: the kana that the input method shows before it converts them.
 * `propose` is told the reading so far, until somebody writes the reading field themselves (`stop`).
 */
export function useReading(propose: (kana: string) => void, isStopped: boolean) {
  const state = useRef({ heard: nothingHeard, isStopped })
  return {
    stop: () => {
      state.current.isStopped = true
    },
    /** To be told whenever the text of the name is settled. */
    settle: (name: string) => {
      const { heard, isStopped: isOver } = state.current
      state.current.heard = settleReading(heard, name)
      const { reading } = state.current.heard
      if (!isOver && reading !== heard.reading) propose(reading.trim())
    },
    /** For the name's input: remembers what is being converted. */
    onCompositionUpdate: ({ data }: CompositionEvent<HTMLInputElement>) => {
      state.current.heard = hearComposition(state.current.heard, data)
    },
  }
}
