import { Button } from '@sasaeai/ui/button'
import { useToast } from '@sasaeai/ui/toast'

/** Puts an address on the clipboard. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const toast = useToast()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      toast({ text: 'コピーしました' })
    } catch {
      // Browsers keep the clipboard from pages that did not come by https.
      toast({ tone: 'error', text: 'このブラウザーではコピーできません。アドレスを選んでコピーしてください。' })
    }
  }
  return <Button variant="quiet" size="small" icon="copy" className="print-hidden" aria-label={label} onClick={() => void copy()}>コピー</Button>
}
