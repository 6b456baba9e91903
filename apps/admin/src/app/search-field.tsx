import { TextField } from '@sasaeai/ui/text-field'
import { type ComponentProps, useEffect, useRef } from 'react'

type SearchFieldProps = Pick<ComponentProps<typeof TextField>, 'label' | 'support' | 'width' | 'defaultValue'> & {
  /** Told what is sought after a short pause in the typing. */
  readonly onSettled: (text: string) => void
}

const pauseMilliseconds = 150

/** Where one types what a list is searched for. */
export function SearchField({ onSettled, ...field }: SearchFieldProps) {
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(pause.current), [])
  return (
    <TextField {...field} type="search"
      onChange={({ currentTarget: { value } }) => {
        clearTimeout(pause.current)
        pause.current = setTimeout(() => onSettled(value), pauseMilliseconds)
      }} />
  )
}
