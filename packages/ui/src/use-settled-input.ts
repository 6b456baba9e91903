import type { CompositionEvent, InputEvent, KeyboardEvent, SyntheticEvent } from 'react'

export type TextControl = HTMLInputElement | HTMLTextAreaElement

/** Told the control whenever its text is settled: not while kana are still being converted. */
export type SettledHandler<T extends TextControl> = (event: SyntheticEvent<T>) => void

/**
 * Handlers that keep quiet while an input method composes. Validation that runs on each change would
 * otherwise judge half-typed kana, and in Safari the Enter that ends a conversion would submit the form.
 */
export function useSettledInput<T extends TextControl>(onSettled: SettledHandler<T> | undefined) {
  return {
    onInput: (event: InputEvent<T>) => {
      if (!event.nativeEvent.isComposing) onSettled?.(event)
    },
    onCompositionEnd: (event: CompositionEvent<T>) => onSettled?.(event),
    onKeyDown: (event: KeyboardEvent<T>) => {
      // Safari reports the confirming Enter after the composition has ended, but keeps its key code at 229.
      if (event.key === 'Enter' && (event.nativeEvent.isComposing || event.keyCode === 229)) event.preventDefault()
    },
  }
}
