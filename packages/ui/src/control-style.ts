import { classList } from './class-list.ts'

/** How wide a control is: its width hints at how much belongs in it. */
export type ControlWidth = 'tiny' | 'short' | 'medium' | 'long' | 'full'

const widths: Record<ControlWidth, string> = {
  tiny: 'w-20',
  short: 'w-40',
  medium: 'w-64',
  long: 'w-96',
  full: 'w-full',
}

/** The box of an input, select or text area: a crisp line, red and thicker when it holds an error. */
export function controlStyle(width: ControlWidth, className?: string): string {
  return classList(
    'min-w-0 max-w-full rounded-8 border border-line-field bg-white px-3 text-[1rem] leading-150 text-ink',
    'min-h-(--control) transition-colors duration-100 hover:border-black',
    'aria-invalid:border-red-900 aria-invalid:inset-ring aria-invalid:inset-ring-red-900',
    '[&[readonly]]:border-dashed [&[readonly]]:bg-surface-sub',
    widths[width],
    className,
  )
}
