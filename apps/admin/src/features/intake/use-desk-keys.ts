import { useEffect, useEffectEvent } from 'react'

/** Keys that mean the same wherever the cursor stands on the desk; cells have used up their own before. */
export function useDeskKeys({ onHelp, onFinish }: { onHelp: () => void; onFinish: () => void }): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    if (event.key === 'F1') onHelp()
    else if (event.key === 'Enter' && event.ctrlKey) onFinish()
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}
