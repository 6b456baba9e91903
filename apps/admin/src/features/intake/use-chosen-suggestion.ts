import { useState } from 'react'
import type { Suggestion } from './suggestion-list.tsx'

/** A code or number is taken as typed: with the eyes on the paper nobody sees that a list offers something longer. */
const codeLike = /^[\d\s-]+$/

/**
 * Which suggestion Enter takes: for a word the first one, for a number none until ↑ ↓ have chosen one (-1), unless the
 * first says itself that the number is its own.
 */
export function useChosenSuggestion(text: string, suggestions: readonly Suggestion[]): { chosen: number; move: (step: 1 | -1) => void } {
  const [choice, setChoice] = useState({ text: '', place: -1 })
  const count = suggestions.length
  const first = codeLike.test(text.normalize('NFKC')) && suggestions[0]?.isExact !== true ? -1 : 0
  // What was chosen among the suggestions for another text says nothing about these.
  const chosen = Math.min(choice.text === text && choice.place >= 0 ? choice.place : first, count - 1)
  const move = (step: 1 | -1) =>
    setChoice({ text, place: chosen < 0 ? (step === 1 ? 0 : count - 1) : (chosen + step + count) % count })
  return { chosen, move }
}
