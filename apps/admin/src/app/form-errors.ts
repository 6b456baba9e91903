import type { SummarizedError } from '@sasaeai/ui/error-summary'

/**
 * The lines of an ErrorSummary from react-hook-form's `errors`, in the form's order. Controls carry their field's path
 * as id: `administrator.email`.
 */
export function errorLines(errors: object, parent = ''): SummarizedError[] {
  return Object.entries(errors).flatMap(([name, error]: [string, unknown]): SummarizedError[] => {
    if (typeof error !== 'object' || error === null || name === 'ref') return []
    const fieldId = parent === '' ? name : `${parent}.${name}`
    const message: unknown = Reflect.get(error, 'message')
    return typeof message === 'string' ? [{ fieldId, message }] : errorLines(error, fieldId)
  })
}
