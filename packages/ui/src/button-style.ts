import { classList } from './class-list.ts'

/** primary: the one main act of a page; secondary: the others; quiet: acts in a row of text; danger: what cannot be undone. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'regular' | 'small'

const shape =
  'relative inline-flex items-center justify-center gap-1.5 rounded-8 border font-bold text-center leading-130 ' +
  'no-underline transition-colors duration-100 select-none cursor-pointer print-hidden'

const sizes: Record<ButtonSize, string> = {
  regular: 'min-h-(--control) min-w-24 px-4 py-1 text-[1rem]',
  small: 'min-h-(--control-small) px-3 py-0.5 text-[0.875rem]',
}

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-white hover:bg-accent-hover active:bg-accent-pressed',
  secondary: 'border-accent bg-white text-accent hover:bg-accent-soft active:bg-blue-100',
  quiet: 'border-transparent bg-transparent text-accent hover:bg-accent-soft active:bg-blue-100',
  danger: 'border-red-900 bg-white text-red-900 hover:bg-red-50 active:bg-red-100',
}

/** The look that Button and LinkButton share. */
export function buttonStyle(variant: ButtonVariant, size: ButtonSize, className?: string): string {
  return classList(shape, sizes[size], variants[variant], className)
}
