import { useEffect } from 'react'

/** Calls `open` on Ctrl+K (⌘K), wherever the cursor is, except while kana are being converted. */
export function usePaletteShortcut(open: () => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isShortcut = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
      if (!isShortcut || event.shiftKey || event.altKey || event.isComposing) return
      event.preventDefault()
      open()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [open])
}
