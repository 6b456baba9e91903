/** A turning ring in the colour of the text around it. The words beside it say what is being waited for. */
export function Spinner() {
  return (
    <span
      aria-hidden="true"
      className="size-[1.125em] shrink-0 animate-spin rounded-full border-2 border-current border-t-transparent"
    />
  )
}
